import type { Match } from '../matcher/types.js';
import type { DialogDeps } from './deps.js';
import type { Draft } from './draft.js';
import { dialogReply } from './small-talk.js';
import type { ConversationState } from './state.js';
import { topicReply } from './topics.js';

/** Two answers stand apart, so that a reader sees that there are two. */
const BETWEEN_ANSWERS = '\n\n---\n\n';

/** The answer to a sure match; two answers in one reply where two questions were asked. */
export function matchReply(
  deps: DialogDeps,
  { candidates, also }: Match,
  state: ConversationState,
): Draft | null {
  const [best] = candidates;
  if (best === undefined) {
    return null;
  }
  const ranked = { confidence: best.confidence, candidates };
  const first =
    topicReply(deps, best.intent, 'body', ranked) ?? dialogReply(deps, best.intent, state, ranked);
  const further = also.flatMap(({ intent }) => topicReply(deps, intent) ?? []);
  return first === null || first.source.length === 0 ? first : further.reduce(join, first);
}

function join(first: Draft, next: Draft): Draft {
  const also = next.verdict.intent === null ? [] : [next.verdict.intent];
  return {
    ...first,
    verdict: { ...first.verdict, also: [...first.verdict.also, ...also] },
    body: `${first.body}${BETWEEN_ANSWERS}${next.body}`,
    source: [...new Set([...first.source, ...next.source])],
    suggestions: next.suggestions,
    offers: next.offers,
  };
}
