import type { IncomingMessage } from 'node:http';
import { RequestFault, refusal } from './fault.js';

/** Activities of people are a few KiB; Teams sends up to 28. */
export const MAX_BODY = 256 * 1024;
/** Deeper JSON than any channel sends; from 5,000 on JSON.stringify throws. */
export const MAX_DEPTH = 32;
/** Bytes read past the limit so that a client still sending gets to read its 413. */
const MAX_DRAINED = 4 * 1024 * 1024;

/**
 * Reads a JSON body: undefined when there is none.
 *
 * restify's own parser is not used: it unzips without a limit and without an error handler,
 * writes uploads to disk, and reads what is too large to its end.
 *
 * @throws RequestFault 400, 413 or 415.
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!hasBody(request)) {
    return undefined;
  }
  if (!isJson(request.headers['content-type'])) {
    throw new RequestFault(refusal(415));
  }
  const bytes = await readBytes(request);
  return bytes.length === 0 ? undefined : parse(bytes);
}

/** Lets a refused body run out, up to a limit. */
export function drain(request: IncomingMessage): void {
  let drained = 0;
  request.on('data', (chunk: Buffer) => {
    drained += chunk.length;
    if (drained > MAX_DRAINED) {
      request.destroy();
    }
  });
}

/**
 * Reads a body byte for byte, within the same limit.
 *
 * @throws RequestFault 400 or 413.
 */
export async function readRaw(request: IncomingMessage): Promise<Buffer> {
  return hasBody(request) ? readBytes(request) : Buffer.alloc(0);
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function isJson(contentType = ''): boolean {
  const [type = '', ...parameters] = contentType.toLowerCase().split(';');
  const charset = parameters.map((part) => part.trim()).find((part) => part.startsWith('charset='));
  return (
    /^application\/([\w.-]+\+)?json$/.test(type.trim()) &&
    (charset === undefined || /^charset="?utf-?8"?$/.test(charset))
  );
}

function readBytes(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_BODY) {
        request.off('data', take);
        drain(request);
        reject(new RequestFault(refusal(413)));
      } else {
        chunks.push(chunk);
      }
    };
    request.on('data', take);
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', () => reject(new RequestFault(refusal(400))));
    request.once('close', () => reject(new RequestFault(refusal(400))));
  });
}

function parse(bytes: Buffer): unknown {
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new RequestFault(refusal(400));
  }
  if (!isShallow(body, MAX_DEPTH)) {
    throw new RequestFault(refusal(400));
  }
  return body;
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) {
    return true;
  }
  return depth > 0 && Object.values(value).every((inner) => isShallow(inner, depth - 1));
}
