import type { Request, Response, Server } from 'restify';
import type { Metrics } from '../telemetry.js';
import { respond, write } from './respond.js';

/** Why the bot can or cannot answer right now. */
export interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, 'ok' | 'unavailable'>>;
}

export interface OpsParts {
  readonly metrics: Metrics;
  readiness(): Promise<Readiness>;
}

/** Health of the process, readiness of what it needs, and counts: for the operator's own tools. */
export function mountOps(server: Server, { metrics, readiness }: OpsParts): void {
  const healthz = async (_request: Request, response: Response) => {
    respond(response, { status: 200, body: { status: 'ok' } });
  };
  const readyz = async (_request: Request, response: Response) => {
    const { ready, checks } = await readiness();
    const body = { status: ready ? 'ready' : 'not ready', checks };
    respond(response, { status: ready ? 200 : 503, body });
  };
  server.get('/healthz', healthz);
  server.head('/healthz', healthz);
  server.get('/readyz', readyz);
  server.head('/readyz', readyz);
  server.get('/metrics', async (_request: Request, response: Response) => {
    write(response, 200, await metrics.registry.metrics(), 'text/plain; version=0.0.4');
  });
}
