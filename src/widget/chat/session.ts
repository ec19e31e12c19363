import type { Ticket } from './api.js';

const KEY = 'faq-bot';

/** What outlives a reload: the token, and when the chat was last used. Never a word of the conversation. */
export interface Session {
  readonly ticket: Ticket;
  /** Epoch milliseconds. */
  readonly usedAt: number;
}

/** Where a browser keeps no storage for frames, the chat works all the same and ends with the page. */
export function readSession(): Session | null {
  try {
    const { conversationId, token, usedAt } = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    const isWhole = typeof conversationId === 'string' && typeof token === 'string';
    return isWhole ? { ticket: { conversationId, token }, usedAt: Number(usedAt) || 0 } : null;
  } catch {
    return null;
  }
}

export function keepSession({ ticket, usedAt }: Session): void {
  const { conversationId, token } = ticket;
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ conversationId, token, usedAt }));
  } catch {
    // Nothing to do: see above.
  }
}

export function dropSession(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept either.
  }
}
