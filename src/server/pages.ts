import { randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { baseUrl, type ProxySettings } from './request-context.js';
import { write } from './respond.js';
import { mountWidgetFiles, readPage } from './widget-files.js';

export interface PageParts {
  readonly proxy: ProxySettings;
  /** Sites that may show the chat page in a frame, and whose servers may give it its tokens. */
  readonly frameAncestors: readonly string[];
}

type Policy = (nonce: string, request: Request) => string;

const NOT_BUILT = 'The chat has not been built. Run: npm run build\n';

/** `GET /`: a page to try the chat on. `GET /chat`: the chat alone, for a frame or a link. And their files. */
export function mountPages(server: Server, { proxy, frameAncestors }: PageParts): void {
  mountWidgetFiles(server);
  mountPage(server, '/', readPage('demo.html'), (nonce) => demoPolicy(nonce));
  mountPage(server, '/chat', readPage('chat.html'), (nonce, request) =>
    chatPolicy(nonce, baseUrl(request, proxy), frameAncestors),
  );
}

function mountPage(server: Server, path: string, page: string | null, policy: Policy): void {
  server.get(path, async (request: Request, response: Response) => {
    if (page === null) {
      write(response, 503, NOT_BUILT, 'text/plain');
      return;
    }
    const nonce = randomBytes(16).toString('base64');
    response.setHeader('Content-Security-Policy', policy(nonce, request));
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
    write(response, 200, page.replaceAll('{{nonce}}', nonce), 'text/html');
  });
}

/**
 * The chat's policy: its own script and style, its own server and its stream, the token endpoints of the sites
 * around it, and no text ever taken for HTML (Trusted Types without a single policy).
 */
export function chatPolicy(nonce: string, base: string, frameAncestors: readonly string[]): string {
  const stream = base.replace(/^http/, 'ws');
  return [
    ...common(nonce),
    `connect-src ${["'self'", stream, ...frameAncestors].join(' ')}`,
    `frame-ancestors ${["'self'", ...frameAncestors].join(' ')}`,
  ].join('; ');
}

/** The demo page's policy: the loader, and the chat in its frame. */
export function demoPolicy(nonce: string): string {
  return [...common(nonce), "frame-src 'self'", "frame-ancestors 'none'"].join('; ');
}

function common(nonce: string): string[] {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
}
