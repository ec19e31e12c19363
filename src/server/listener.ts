import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FaqError } from '../errors.js';
import { isReadable } from './request-context.js';

/** Milliseconds. Node's own defaults let a slow client hold a connection for minutes. */
const TIMEOUTS = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 2_000,
};
const SOCKET_TIMEOUT = 30_000;
const IDLE = 5_000;
/** Longer than the usual idle time of a proxy (60 s): the side that opened a connection should close it. */
const IDLE_BEHIND_PROXY = 65_000;
/** Bytes; the longest header a channel sends is a token of some 2,000. */
const MAX_HEADERS = 8192;
const MAX_REQUESTS_PER_SOCKET = 1000;
/** How often a stopping server lets go of connections that have become idle. */
const SWEEP_MS = 50;

export interface ListenerOptions {
  readonly behindProxy: boolean;
  readonly maxConnections: number;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * The Node server in front of restify, which would make its own without any of these limits.
 * Requests whose target or Host cannot be read are answered here.
 */
export function createListener(options: ListenerOptions, handle: Handler): Server {
  const keepAliveTimeout = options.behindProxy ? IDLE_BEHIND_PROXY : IDLE;
  const limits = { ...TIMEOUTS, keepAliveTimeout, maxHeaderSize: MAX_HEADERS };
  const server = createServer(limits, (request, response) => {
    if (isReadable(request)) {
      handle(request, response);
    } else {
      response.statusCode = 400;
      response.setHeader('Connection', 'close');
      response.end();
    }
  });
  server.timeout = SOCKET_TIMEOUT;
  server.maxRequestsPerSocket = MAX_REQUESTS_PER_SOCKET;
  server.maxConnections = options.maxConnections;
  return server;
}

/** @throws FaqError PORT_TAKEN or ADDRESS_UNAVAILABLE. */
export async function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  await new Promise<void>((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(listenFault(error, host, port));
    server.once('error', fail);
    server.listen(port, host.replace(/^\[|\]$/g, ''), () => {
      server.off('error', fail);
      resolve();
    });
  });
  return server.address() as AddressInfo;
}

/** Takes no new connections, finishes what is in work, and after `graceMs` cuts off the rest. */
export async function close(server: Server, graceMs: number): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  // Again and again: a connection that was at work is idle, and would be kept, once it is done.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearInterval(sweep);
  clearTimeout(cut);
}

function listenFault(error: NodeJS.ErrnoException, host: string, port: number): FaqError {
  const options = { cause: error };
  if (error.code === 'EADDRINUSE') {
    const message = `Port ${port} on ${host} is already in use.`;
    return new FaqError('PORT_TAKEN', message, 'Set PORT to another one.', options);
  }
  const message = `The address ${host}, port ${port}, cannot be listened on (${error.code}).`;
  return new FaqError('ADDRESS_UNAVAILABLE', message, 'Check HOST and PORT.', options);
}
