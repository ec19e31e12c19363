import type { Request, Response } from 'restify';
import { tooMany } from '../channels/route.js';
import { RequestFault, refusal } from './fault.js';
import { setCommonHeaders, setCorsHeaders } from './headers.js';
import { drain } from './json-body.js';
import { MAX_IN_FLIGHT } from './limits.js';
import { clientAddress, isLocal } from './request-context.js';
import type { ServerParts } from './server.js';

/** Where pages of other sites may call. */
const CORS_ROOT = '/v3/directline/';

/** What every request passes before any route sees it. */
export class Gate {
  private inFlight = 0;
  private closing = false;

  constructor(private readonly parts: ServerParts) {}

  /** From now on every response ends its connection. */
  close(): void {
    this.closing = true;
  }

  /** @throws RequestFault 415 or 429. */
  async pass(request: Request, response: Response): Promise<void> {
    setCommonHeaders(request, response);
    this.setOrigin(request, response);
    if (this.closing) {
      response.setHeader('Connection', 'close');
    }
    // Any encoding: a bad one ends a restify process, and a good one may unfold to any size.
    if (request.headers['content-encoding'] !== undefined) {
      drain(request);
      throw new RequestFault(refusal(415));
    }
    await this.admit(request, response);
  }

  private async admit(request: Request, response: Response): Promise<void> {
    const { limits, proxy } = this.parts;
    const wait = await limits.request(clientAddress(request, proxy));
    if (wait > 0) {
      throw new RequestFault(tooMany(wait));
    }
    if (this.inFlight >= MAX_IN_FLIGHT) {
      throw new RequestFault(tooMany(1));
    }
    this.inFlight += 1;
    response.once('close', () => {
      this.inFlight -= 1;
    });
  }

  private setOrigin(request: Request, response: Response): void {
    const { origin } = request.headers;
    const { isAllowedOrigin, proxy } = this.parts;
    if (!request.url?.startsWith(CORS_ROOT)) {
      return;
    }
    response.setHeader('Vary', 'Origin');
    if (origin !== undefined && isAllowedOrigin(origin, isLocal(request, proxy))) {
      setCorsHeaders(response, origin);
    }
  }
}
