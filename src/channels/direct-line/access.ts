import { createHash, timingSafeEqual } from 'node:crypto';
import { failure, type RouteRequest, type RouteResponse } from '../route.js';
import type { Grant, Tokens } from './tokens.js';

/** Who may ask for tokens, and from which pages. */
export interface AccessRules {
  readonly secret: string | null;
  /** Sites whose pages may talk to the bot. */
  readonly origins: readonly string[];
}

/** What a request may do: everything with the secret, one conversation with a token. */
export type Access =
  | { readonly kind: 'secret' }
  | { readonly kind: 'token'; readonly grant: Grant }
  | { readonly kind: 'denied'; readonly response: RouteResponse };

const denied = (status: number, code: string, message: string): Access => ({
  kind: 'denied',
  response: failure(status, code, message),
});

/** 401 without credentials, 403 with wrong or expired ones: what Direct Line clients act upon. */
export function readAccess(request: RouteRequest, tokens: Tokens, rules: AccessRules): Access {
  const given = bearer(request);
  if (given === null) {
    return denied(401, 'Unauthorized', 'A token is needed.');
  }
  if (rules.secret !== null && isEqual(given, rules.secret)) {
    return { kind: 'secret' };
  }
  const verified = tokens.verify(given);
  switch (verified.kind) {
    case 'valid':
      return { kind: 'token', grant: verified.grant };
    case 'expired':
      return denied(403, 'TokenExpired', 'The token has expired.');
    case 'invalid':
      return denied(403, 'BadArgument', 'The token is not valid.');
  }
}

/** Null when the caller may have a token: with the secret, from an allowed page, or in loopback mode. */
export function refuseToken(request: RouteRequest, rules: AccessRules): RouteResponse | null {
  const { secret } = rules;
  const { origin } = request.headers;
  const given = bearer(request);
  if (given !== null && secret !== null) {
    return isEqual(given, secret) ? null : failure(403, 'BadArgument', 'The secret is not valid.');
  }
  if (origin === undefined) {
    return request.local ? null : failure(401, 'Unauthorized', 'A secret is needed.');
  }
  return isAllowedOrigin(origin, request.local, rules)
    ? null
    : failure(403, 'Forbidden', 'This site may not ask for tokens.');
}

/** Whether pages of this origin may call the bot. On this machine, pages of this machine may. */
export function isAllowedOrigin(origin: string, local: boolean, { origins }: AccessRules): boolean {
  return (
    origins.includes(origin) ||
    (local && /^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(origin))
  );
}

function bearer({ headers }: RouteRequest): string | null {
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}

/** Compares hashes, so that neither length nor content shows in the time taken. */
function isEqual(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
