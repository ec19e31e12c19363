import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server as Listener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import {
  createServer,
  type Request,
  type Response,
  type Server as Router,
  type ServerOptions,
} from 'restify';
import type { Streams } from '../channels/direct-line/stream.js';
import type { RawRoute, Route } from '../channels/route.js';
import type { Telemetry } from '../telemetry.js';
import { responseTo } from './fault.js';
import { Gate } from './gate.js';
import type { Limits } from './limits.js';
import { close, createListener, listen } from './listener.js';
import { mountRoutes } from './mount.js';
import { mountOps, type Readiness } from './ops.js';
import { mountPages } from './pages.js';
import { clientAddress, isLocal, isReadable, type ProxySettings } from './request-context.js';
import { respond } from './respond.js';

export interface ServerParts {
  readonly routes: readonly Route[];
  readonly rawRoutes: readonly RawRoute[];
  readonly streams: Pick<Streams, 'accept'>;
  readonly telemetry: Telemetry;
  readonly limits: Limits;
  readonly proxy: ProxySettings;
  readonly maxConnections: number;
  /** Sites that may show the chat page in a frame. */
  readonly frameAncestors: readonly string[];
  isAllowedOrigin(origin: string, local: boolean): boolean;
  readiness(): Promise<Readiness>;
}

/** The HTTP server: health, the pages, and the channels' routes. */
export class HttpServer {
  private readonly router: Router;
  private readonly gate: Gate;
  private readonly listener: Listener;

  constructor(private readonly parts: ServerParts) {
    const { proxy, maxConnections, telemetry } = parts;
    // The types say bunyan; restify has used pino since version 9.
    const log = telemetry.log.child({}, { level: 'silent' }) as unknown as ServerOptions['log'];
    this.router = createServer({ name: '', log });
    this.gate = new Gate(parts);
    this.listener = createListener(
      { behindProxy: proxy.trustProxy > 0, maxConnections },
      (request, response) => this.router.server.emit('request', request, response),
    );
    this.listener.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      this.upgrade(request, socket, head).catch(() => socket.destroy());
    });
    this.watch();
    mountOps(this.router, { metrics: telemetry.metrics, readiness: () => parts.readiness() });
    mountPages(this.router, parts);
    mountRoutes(this.router, parts);
  }

  /** @throws FaqError PORT_TAKEN or ADDRESS_UNAVAILABLE. */
  listen(host: string, port: number): Promise<AddressInfo> {
    return listen(this.listener, host, port);
  }

  /** Takes no new connections, finishes what is in work, and after `graceMs` cuts off the rest. */
  close(graceMs: number): Promise<void> {
    this.gate.close();
    return close(this.listener, graceMs);
  }

  /** Before every route the gate, after it the count, and in place of restify's error texts our own. */
  private watch(): void {
    this.router.pre(async (request: Request, response: Response) => {
      await this.gate.pass(request, response);
    });
    this.router.on('restifyError', (request: Request, response: Response, error: unknown, done) => {
      this.fail(request, response, error);
      done();
    });
    this.router.on('after', (_request: Request, response: Response, route?: { path: string }) => {
      const { statusCode: status } = response;
      this.parts.telemetry.metrics.requests.inc({ route: route?.path ?? 'none', status });
    });
  }

  private async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { limits, proxy, streams, isAllowedOrigin } = this.parts;
    // Between here and the stream's own listener a client may already be gone.
    socket.on('error', () => socket.destroy());
    if (!isReadable(request)) {
      socket.destroy();
      return;
    }
    const { origin } = request.headers;
    const local = isLocal(request, proxy);
    const allowed = origin === undefined || local || isAllowedOrigin(origin, local);
    const admitted = (await limits.request(clientAddress(request, proxy))) === 0;
    streams.accept({ request, socket, head, originAllowed: allowed && admitted });
  }

  private fail(request: Request, response: Response, error: unknown): void {
    const faultId = randomBytes(6).toString('hex');
    const answer = responseTo(error, faultId);
    if (answer.status >= 500) {
      const route = request.getRoute()?.path;
      this.parts.telemetry.metrics.faults.inc({ code: 'HTTP' });
      this.parts.telemetry.log.error({ faultId, route, err: error }, 'a request failed');
    }
    respond(response, answer);
  }
}
