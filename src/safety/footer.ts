import type { TriageLevel } from './types.js';

/** Levels whose text is a route to help: it stands in the footer's place, alone. */
export type RouteLevel = 'emergency' | 'care-line' | 'self-harm';

export function isRoute(level: TriageLevel | null): level is RouteLevel {
  return level === 'emergency' || level === 'care-line' || level === 'self-harm';
}

/**
 * The last step of every reply and the one place that adds the footer: exactly one, except where a
 * route to help is the whole reply.
 *
 * @param footer see {@link SafetyMessages.footer}; empty text would leave a reply without one, so it throws.
 */
export function finishReply<
  T extends { readonly body: string; readonly level: TriageLevel | null },
>(reply: T, footer: string): T & { readonly footer: string } {
  if (footer.trim() === '') {
    throw new RangeError('the safety footer is empty');
  }
  return { ...reply, footer: isRoute(reply.level) ? '' : footer };
}
