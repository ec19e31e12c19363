import type { IncomingMessage } from 'node:http';

export interface ProxySettings {
  /** True when the bot listens on loopback. */
  readonly loopback: boolean;
  readonly publicUrl: string | null;
  /** Proxies in front of the bot. */
  readonly trustProxy: number;
}

/**
 * The address a request came from. Behind proxies it is the one the first trusted proxy saw: counted from the
 * right end of X-Forwarded-For, since a client can write anything to the left of it.
 */
export function clientAddress(request: IncomingMessage, { trustProxy }: ProxySettings): string {
  const own = request.socket.remoteAddress ?? 'unknown';
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
  const seen = trustProxy > 0 ? forwarded.at(-trustProxy)?.trim() : undefined;
  return seen || own;
}

/** Loopback mode: the bot listens on loopback and nothing forwarded the request, so it comes from this machine. */
export function isLocal(request: IncomingMessage, { loopback }: ProxySettings): boolean {
  return (
    loopback &&
    !Object.keys(request.headers).some(
      (name) => name === 'forwarded' || name.startsWith('x-forwarded-'),
    )
  );
}

/** The address people reach the bot at, without a slash at its end. */
export function baseUrl(request: IncomingMessage, settings: ProxySettings): string {
  if (settings.publicUrl !== null) {
    return new URL(settings.publicUrl).origin;
  }
  const { host = '', 'x-forwarded-proto': proto } = request.headers;
  const scheme = settings.trustProxy > 0 && proto === 'https' ? 'https' : 'http';
  return `${scheme}://${/^[\w.:[\]-]+$/.test(host) ? host : 'localhost'}`;
}

/**
 * Whether target and Host can be read as an address. restify reads them outside any error handler:
 * one request with `Host: a b` would end the process.
 */
export function isReadable({ url = '', headers }: IncomingMessage): boolean {
  const isPath = url.startsWith('/') || url === '*';
  return isPath && URL.canParse(`http://${headers.host || 'localhost'}${url.replace('*', '/')}`);
}
