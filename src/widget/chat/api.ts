const TIMEOUT_MS = 15_000;

/** What a Direct Line endpoint gives for a token: the conversation it is for. */
export interface Ticket {
  readonly conversationId: string;
  readonly token: string;
  /** Seconds. */
  readonly expires_in?: number;
  readonly streamUrl?: string;
}

export interface Page {
  readonly activities?: readonly unknown[];
  readonly watermark?: string;
}

/** An answer that is none: its HTTP status, or 0 when nothing came back. */
export class CallFault extends Error {
  constructor(readonly status: number) {
    super(`status ${status}`);
    this.name = 'CallFault';
  }

  /** The token or its conversation is no longer known. */
  get denied(): boolean {
    return [401, 403, 404].includes(this.status);
  }
}

/** The calls of Direct Line 3.0 that a chat needs. */
export class DirectLineApi {
  constructor(
    /** `https://bot.example.org/v3/directline` */
    private readonly root: string,
    /** Where a first token comes from. */
    private readonly tokens: string,
  ) {}

  mint(): Promise<Ticket> {
    return call('POST', this.tokens, null, {});
  }

  refresh(token: string): Promise<Ticket> {
    return call('POST', `${this.root}/tokens/refresh`, token, {});
  }

  start(token: string, locale: string): Promise<Ticket> {
    return call('POST', `${this.root}/conversations`, token, { locale });
  }

  reconnect({ conversationId, token }: Ticket, watermark: string): Promise<Ticket> {
    return call('GET', this.of(conversationId, `?watermark=${watermark}`), token);
  }

  read({ conversationId, token }: Ticket, watermark: string): Promise<Page> {
    return call('GET', this.of(conversationId, `/activities?watermark=${watermark}`), token);
  }

  async post({ conversationId, token }: Ticket, activity: object): Promise<void> {
    await call('POST', this.of(conversationId, '/activities'), token, activity);
  }

  private of(conversationId: string, rest: string): string {
    return `${this.root}/conversations/${encodeURIComponent(conversationId)}${rest}`;
  }
}

/** @throws CallFault */
async function call<T>(
  method: 'GET' | 'POST',
  url: string,
  token: string | null,
  body?: object,
): Promise<T> {
  const headers = {
    ...(token !== null && { Authorization: `Bearer ${token}` }),
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
  };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const answer = await fetch(url, { method, headers, signal, ...sent });
    if (!answer.ok) {
      throw new CallFault(answer.status);
    }
    return (await answer.json()) as T;
  } catch (fault) {
    throw fault instanceof CallFault ? fault : new CallFault(0);
  }
}
