import type { Candidate } from '../matcher/types.js';
import type { DialogDeps } from './deps.js';
import { type Draft, draft } from './draft.js';
import { say } from './say.js';
import { suggest } from './topics.js';

/** "Did you mean": at most three titles, and a way to say that it was none of them. */
export function clarifyReply(deps: DialogDeps, candidates: readonly Candidate[]): Draft {
  const { dialog } = deps.catalog;
  const offered = candidates.slice(0, 3);
  const intents = offered.map(({ intent }) => intent);
  const none = say(dialog, 'none-of-these');
  const body = `${say(dialog, 'clarify')}\n\n${deps.messages.unwell}`;
  const confidence = offered[0]?.confidence ?? 0;
  return draft({ decision: 'clarify', intent: null, confidence, candidates: offered }, body, {
    suggestions: [...suggest(deps.catalog, intents), { title: none, text: none, intent: null }],
    offers: { kind: 'clarify', intents },
  });
}
