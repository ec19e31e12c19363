import type { Request, Response, Server } from 'restify';
import { type Route, type RouteRequest, tooMany } from '../channels/route.js';
import { setPreflightHeaders } from './headers.js';
import { drain, readJson } from './json-body.js';
import { baseUrl, clientAddress, isLocal } from './request-context.js';
import { respond, write } from './respond.js';
import type { ServerParts } from './server.js';

/** Mounts a channel's endpoints. */
export function mountRoutes(server: Server, parts: ServerParts): void {
  for (const route of parts.routes) {
    server[route.method](route.path, async (request: Request, response: Response) => {
      await serve(route, parts, request, response);
    });
  }
  const shared = parts.routes.filter(({ cors }) => cors).map(({ path }) => path);
  for (const path of new Set(shared)) {
    server.opts(path, preflight);
  }
}

async function serve(
  route: Route,
  parts: ServerParts,
  request: Request,
  response: Response,
): Promise<void> {
  const wait = route.mints ? await parts.limits.token(clientAddress(request, parts.proxy)) : 0;
  if (wait > 0) {
    respond(response, tooMany(wait));
    return;
  }
  respond(response, await route.handle(await routeRequest(route, parts, request)));
}

async function routeRequest(
  route: Route,
  { proxy }: ServerParts,
  request: Request,
): Promise<RouteRequest> {
  if (!route.reads) {
    drain(request);
  }
  return {
    params: request.params,
    query: new URLSearchParams(request.getQuery()),
    headers: request.headers,
    body: route.reads ? await readJson(request) : undefined,
    local: isLocal(request, proxy),
    base: baseUrl(request, proxy),
  };
}

async function preflight(_request: Request, response: Response): Promise<void> {
  setPreflightHeaders(response);
  write(response, 204, '', 'text/plain');
}
