import { randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { pagePolicy } from '../headers.js';
import { write } from '../respond.js';
import { demoPage } from './page.js';
import { DEMO_SCRIPT } from './script.js';
import { DEMO_STYLE } from './style.js';

/** `GET /`: a plain page to try the bot with. */
export function mountDemo(server: Server, frameAncestors: readonly string[]): void {
  server.get('/', async (_request: Request, response: Response) => {
    const nonce = randomBytes(16).toString('base64');
    response.setHeader('Content-Security-Policy', pagePolicy(nonce, frameAncestors));
    write(response, 200, demoPage(nonce), 'text/html');
  });
  server.get('/demo.js', async (_request: Request, response: Response) => {
    write(response, 200, DEMO_SCRIPT, 'text/javascript');
  });
  server.get('/demo.css', async (_request: Request, response: Response) => {
    write(response, 200, DEMO_STYLE, 'text/css');
  });
}
