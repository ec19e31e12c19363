/**
 * What the page and the chat in its frame say to each other. Nothing here carries text of the conversation:
 * a page that hosts the chat learns that it is ready, wants to be closed, or how many answers are unread.
 */
export type HostSays =
  | { readonly kind: 'shown' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'scheme'; readonly scheme: Scheme };

export type FrameSays =
  | { readonly kind: 'ready' }
  | { readonly kind: 'close' }
  | { readonly kind: 'unread'; readonly count: number };

export type Scheme = 'auto' | 'light' | 'dark';

/** Marks a message as ours and of this version. */
const MARK = 'faq-bot/1';

export function pack(message: HostSays | FrameSays): unknown {
  return { ...message, mark: MARK };
}

/** A message from the page, or null for anything else. */
export function readHostSays(data: unknown): HostSays | null {
  const { mark, kind, scheme } = bag(data);
  if (mark !== MARK) {
    return null;
  }
  if (kind === 'scheme') {
    return isScheme(scheme) ? { kind, scheme } : null;
  }
  return kind === 'shown' || kind === 'hidden' ? { kind } : null;
}

/** A message from the frame, or null for anything else. */
export function readFrameSays(data: unknown): FrameSays | null {
  const { mark, kind, count } = bag(data);
  if (mark !== MARK) {
    return null;
  }
  if (kind === 'unread') {
    return Number.isSafeInteger(count) && Number(count) >= 0
      ? { kind, count: Number(count) }
      : null;
  }
  return kind === 'ready' || kind === 'close' ? { kind } : null;
}

export function isScheme(value: unknown): value is Scheme {
  return value === 'auto' || value === 'light' || value === 'dark';
}

function bag(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
}
