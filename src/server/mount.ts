import type { Request, Response, Server } from 'restify';
import { type RawRoute, type Route, type RouteRequest, tooMany } from '../channels/route.js';
import { setPreflightHeaders } from './headers.js';
import { drain, readJson, readRaw } from './json-body.js';
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
  for (const route of parts.rawRoutes) {
    mountRaw(server, route);
  }
  const shared = parts.routes.filter(({ cors }) => cors).map(({ path }) => path);
  for (const path of new Set(shared)) {
    server.opts(path, preflight);
  }
}

function mountRaw(server: Server, { path, listen }: RawRoute): void {
  server.post(path, async (request: Request, response: Response) => {
    await listen(request, await readRaw(request), response);
  });
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
  return {
    params: request.params,
    query: new URLSearchParams(request.getQuery()),
    headers: request.headers,
    body: await bodyOf(route, request),
    local: isLocal(request, proxy),
    base: baseUrl(request, proxy),
  };
}

async function bodyOf({ reads }: Route, request: Request): Promise<unknown> {
  switch (reads) {
    case 'json':
      return readJson(request);
    case 'text':
      return (await readRaw(request)).toString();
    case 'nothing':
      return drain(request);
  }
}

async function preflight(_request: Request, response: Response): Promise<void> {
  setPreflightHeaders(response);
  write(response, 204, '', 'text/plain');
}
