import type { Response } from 'restify';
import type { RouteResponse } from '../channels/route.js';

/** Writes a route's response as JSON, past restify's formatters: those would show an error's own text. */
export function respond(response: Response, { status, body, retryAfter }: RouteResponse): void {
  if (retryAfter !== undefined) {
    response.setHeader('Retry-After', String(retryAfter));
  }
  write(response, status, body === undefined ? '' : JSON.stringify(body), 'application/json');
}

/** Writes a finished text. A client that has gone meanwhile is left alone. */
export function write(response: Response, status: number, text: string, type: string): void {
  if (response.headersSent || response.destroyed) {
    return;
  }
  const headers = { 'Content-Length': String(Buffer.byteLength(text)) };
  response.sendRaw(status, text, { ...headers, 'Content-Type': `${type}; charset=utf-8` });
}
