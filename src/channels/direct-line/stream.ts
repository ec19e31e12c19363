import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { Listener } from './conversations.js';
import type { DirectLine } from './direct-line.js';
import type { Page } from './log.js';

/** Clients and proxies take a silent connection for a dead one; an empty frame keeps it up. */
const KEEP_ALIVE_MS = 20_000;
/** Time a client has to answer a close. */
const CLOSING_MS = 500;
/** Clients only ever send empty frames. */
const MAX_FRAME = 1024;
/** Bytes a client may be behind before it is cut off. */
const MAX_BEHIND = 1 << 20;
const PATH = /^\/v3\/directline\/conversations\/([\w-]+)\/stream$/;

/** What the server hands over on an HTTP upgrade, and whether it may go on. */
export interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
  /** False for a page of a site that may not talk to the bot. */
  readonly originAllowed: boolean;
}

/** The WebSocket half of Direct Line 3.0. */
export class Streams {
  private readonly server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MAX_FRAME,
  });

  constructor(private readonly line: DirectLine) {}

  /** Opens the stream, or refuses with 404 or 403. */
  accept({ request, socket, head, originAllowed }: Upgrade): void {
    const url = new URL(request.url ?? '', 'http://stream');
    const id = PATH.exec(url.pathname)?.[1];
    const verified = this.line.tokens.verify(url.searchParams.get('t') ?? '', 'stream');
    if (id === undefined) {
      refuse(socket, '404 Not Found');
    } else if (
      !originAllowed ||
      verified.kind !== 'valid' ||
      verified.grant.conversationId !== id
    ) {
      refuse(socket, '403 Forbidden');
    } else {
      const { grant } = verified;
      const watermark = url.searchParams.get('watermark');
      this.server.handleUpgrade(request, socket, head, (client) => {
        this.serve(client, this.line.conversations.resume(grant, watermark), watermark);
      });
    }
  }

  /** Tells every client that the server goes away; those that do not answer are cut off. */
  close(): void {
    for (const client of this.server.clients) {
      client.close(1001, 'the server is stopping');
      setTimeout(() => client.terminate(), CLOSING_MS).unref();
    }
  }

  private serve(
    client: WebSocket,
    conversation: ReturnType<DirectLine['conversations']['resume']>,
    watermark: string | null,
  ): void {
    const { streams } = this.line.options.telemetry.metrics;
    const listener = listenerOf(client);
    const beat = setInterval(() => keepAlive(client), KEEP_ALIVE_MS).unref();
    streams.inc();
    client.on('close', () => {
      clearInterval(beat);
      streams.dec();
      conversation.unlisten(listener);
    });
    // A broken connection also closes; without a listener the error would end the process.
    client.on('error', () => client.terminate());
    conversation.listen(listener, watermark);
  }
}

function listenerOf(client: WebSocket): Listener {
  return {
    take: (page: Page) => {
      if (client.bufferedAmount > MAX_BEHIND) {
        client.terminate();
      } else if (client.readyState === WebSocket.OPEN) {
        client.send(JSON.stringify(page));
      }
    },
    close: (reason) => client.close(1000, reason),
  };
}

/** A client that has gone without a word does not drain what it is sent. */
function keepAlive(client: WebSocket): void {
  if (client.bufferedAmount > 0) {
    client.terminate();
  } else {
    client.send('');
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
