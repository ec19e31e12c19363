import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

/** An HTTP request as a channel sees it: body read and parsed, address resolved. */
export interface RouteRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Parsed JSON or the text as it came, as the route wants it; undefined without a body. */
  readonly body: unknown;
  /** True in loopback mode: the bot listens on loopback and nothing forwarded the request. */
  readonly local: boolean;
  /** Address people reach the bot at, without a slash at its end: `https://bot.example.org`. */
  readonly base: string;
}

export interface RouteResponse {
  readonly status: number;
  readonly body?: unknown;
  /** Seconds, for 429. */
  readonly retryAfter?: number;
}

/** One endpoint of a channel; the server mounts it. */
export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** True where pages of other sites may call it. */
  readonly cors: boolean;
  /** What becomes of the body; text is taken in any content type. */
  readonly reads: 'json' | 'text' | 'nothing';
  /** True where tokens are given out: those are limited apart. */
  readonly mints?: boolean;
  handle(request: RouteRequest): Promise<RouteResponse>;
}

/** An endpoint that answers by itself and needs the body byte for byte: a signature is over it. `POST` only. */
export interface RawRoute {
  readonly path: string;
  /** Resolves when the response is out. */
  listen(request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void>;
}

/** Seconds to wait before the next try for this key; 0 when there is no need. */
export type Allow = (key: string) => Promise<number>;

/** The error body of the Direct Line and connector protocols; the message is a fixed text. */
export function failure(status: number, code: string, message: string): RouteResponse {
  return { status, body: { error: { code, message } } };
}

export function tooMany(retryAfter: number): RouteResponse {
  const { body } = failure(429, 'TooManyRequests', 'Too many requests. Please wait a moment.');
  return { status: 429, body, retryAfter };
}
