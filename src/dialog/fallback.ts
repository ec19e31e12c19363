import type { Candidate } from '../matcher/types.js';
import type { DialogDeps } from './deps.js';
import { type Draft, draft } from './draft.js';
import type { Verdict } from './reply.js';
import { say } from './say.js';
import { handoffLine } from './small-talk.js';
import { menuReply, suggest } from './topics.js';

/** Topics shown with a first miss. */
const NEAR_TOPICS = 3;
/** A candidate below this is no nearer than any other topic. */
const NEAR_CONFIDENCE = 0.1;

/**
 * Says honestly that there is no answer. A first miss offers near topics, a second one the menu, a
 * third one a person.
 *
 * @param misses misses in a row before this one.
 */
export function missReply(
  deps: DialogDeps,
  candidates: readonly Candidate[],
  misses: number,
): Draft {
  const { dialog } = deps.catalog;
  const { unwell } = deps.messages;
  const verdict: Pick<Verdict, 'decision' | 'intent' | 'confidence' | 'candidates'> = {
    decision: 'fallback',
    intent: null,
    confidence: candidates[0]?.confidence ?? 0,
    candidates,
  };
  if (misses === 0) {
    const near = candidates
      .filter(({ confidence }) => confidence >= NEAR_CONFIDENCE)
      .slice(0, NEAR_TOPICS)
      .map(({ intent }) => intent);
    const intents = near.length > 0 ? near : dialog.welcomeTopics;
    const suggestions = suggest(deps.catalog, intents);
    const offers = { kind: 'suggestions', intents } as const;
    return draft(verdict, `${say(dialog, 'fallback')}\n\n${unwell}`, { suggestions, offers });
  }
  if (misses === 1) {
    return menuReply(deps, verdict, `${say(dialog, 'fallback-menu')}\n\n${unwell}`);
  }
  const handoff = say(dialog, 'fallback-handoff', { handoff: handoffLine(deps) });
  return draft({ decision: 'dialog', intent: 'human-handoff' }, `${handoff}\n\n${unwell}`);
}

/** A miss whose reason is known: not English, no words, too much text. */
export function statedMiss(
  deps: DialogDeps,
  text: 'fallback-english' | 'fallback-empty' | 'fallback-too-long',
): Draft {
  const { dialog } = deps.catalog;
  const suggestions = suggest(deps.catalog, dialog.welcomeTopics);
  const body = `${say(dialog, text)}\n\n${deps.messages.unwell}`;
  return draft({ decision: 'fallback', intent: null, confidence: 0 }, body, { suggestions });
}
