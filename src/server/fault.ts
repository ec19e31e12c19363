import type { RouteResponse } from '../channels/route.js';
import { failure } from '../channels/route.js';

/** A request that is refused before any route sees it; its text is fixed and may be shown. */
export class RequestFault extends Error {
  constructor(readonly response: RouteResponse) {
    super('the request was refused');
    this.name = 'RequestFault';
  }

  get statusCode(): number {
    return this.response.status;
  }
}

const BY_STATUS: Readonly<Record<number, string>> = {
  400: 'The request is not valid.',
  404: 'There is nothing here.',
  405: 'This method is not known here.',
  413: 'The request is too large.',
  415: 'Only plain JSON is read here.',
};

/** The refusal for a status, in the words of this server: restify's own would quote the path. */
export function refusal(status: number): RouteResponse {
  const known = BY_STATUS[status] === undefined ? 400 : status;
  return failure(known, `Http${known}`, BY_STATUS[known] ?? '');
}

/** What a caller learns of any error: never its text. */
export function responseTo(error: unknown, faultId: string): RouteResponse {
  if (error instanceof RequestFault) {
    return error.response;
  }
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return refusal(status);
  }
  return failure(500, 'Fault', `Something went wrong here. Fault ${faultId}.`);
}
