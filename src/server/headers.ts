import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

/** For everything that is no page: nothing may be loaded, framed or kept. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Framing is ruled by the policy's frame-ancestors, which knows more than X-Frame-Options. */
const common = helmet({ contentSecurityPolicy: false, xFrameOptions: false });

/** Headers every response carries; pages replace the policy by their own. */
export function setCommonHeaders(request: IncomingMessage, response: ServerResponse): void {
  common(request, response, () => undefined);
  response.setHeader('Content-Security-Policy', API_POLICY);
  response.setHeader('Cache-Control', 'no-store');
}

/** Lets a page of another site read the response. There are no cookies, so credentials are never allowed. */
export function setCorsHeaders(response: ServerResponse, origin: string): void {
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
}

/** Answers the question a browser asks before a cross-site request; directlinejs sends `x-ms-bot-agent`. */
export function setPreflightHeaders(response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST, OPTIONS');
  response.setHeader(
    'Access-Control-Allow-Headers',
    'authorization, content-type, x-ms-bot-agent, x-requested-with',
  );
  response.setHeader('Access-Control-Max-Age', '7200');
}
