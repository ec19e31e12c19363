import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Request, Response, Server } from 'restify';
import sirv from 'sirv';
import { refusal } from './fault.js';
import { respond } from './respond.js';

/** What `scripts/build-widget.mjs` wrote, from `src/` and from `dist/` alike. */
export const WIDGET_DIR = join(__dirname, '../../dist/widget');

const FOR_GOOD = 'public, max-age=31536000, immutable';
/** `/widget.js` keeps its name from release to release, so a browser asks again each quarter of an hour. */
const LOADER_CACHE = 'public, max-age=900, stale-while-revalidate=86400';

/** A page of the build; every `{{nonce}}` in it is to be filled. Null when the chat was not built. */
export function readPage(name: string, dir = WIDGET_DIR): string | null {
  try {
    return readFileSync(join(dir, 'pages', name), 'utf8');
  } catch {
    return null;
  }
}

/**
 * `GET /widget.js` and `GET /assets/*`: files compressed when they were built, never on the way out.
 * Names under `/assets` hold a hash of the content, so a browser may keep them for good.
 */
export function mountWidgetFiles(server: Server, dir = WIDGET_DIR): void {
  const serve = sirv(dir, {
    brotli: true,
    gzip: true,
    etag: true,
    extensions: [],
    setHeaders: (response, path) => {
      // Pages of other sites load these; everything else here stays on its own origin.
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Cache-Control', path === '/widget.js' ? LOADER_CACHE : FOR_GOOD);
    },
  });
  const handler = async (request: Request, response: Response) => {
    await new Promise<void>((resolve) => {
      response.once('close', resolve);
      serve(request, response, () => respond(response, refusal(404)));
    });
  };
  for (const path of ['/widget.js', '/assets/:file']) {
    server.get(path, handler);
    server.head(path, handler);
  }
}
