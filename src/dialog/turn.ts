import type { Match } from '../matcher/types.js';
import type { Triage } from '../safety/types.js';
import { MAX_TEXT, normalise } from '../text/normalise.js';
import { readChoice } from './choice.js';
import { clarifyReply } from './clarify.js';
import { obey } from './commands.js';
import type { DialogDeps } from './deps.js';
import type { Draft } from './draft.js';
import { missReply, statedMiss } from './fallback.js';
import { feedbackReply } from './feedback.js';
import { finishTurn } from './finish.js';
import { frameReply, matchInContext, pointlessReply } from './follow-up.js';
import { glossaryReply } from './glossary.js';
import { matchReply } from './match-reply.js';
import type { Turn, TurnRequest } from './request.js';
import { say } from './say.js';
import { dialogReply } from './small-talk.js';
import type { ConversationState } from './state.js';
import { topicReply } from './topics.js';
import { triageReply } from './triage-reply.js';

/**
 * One turn: what was said and what is remembered in, the reply and what to remember out.
 *
 * Pure: time and ids come with the request. Danger is looked for first, whatever else is going on.
 */
export function takeTurn(request: TurnRequest, state: ConversationState, deps: DialogDeps): Turn {
  const triage = deps.triage.check(request.utterance);
  const danger =
    comfortedAnswer(deps, triage, request, state) ?? triageReply(deps, triage, request.shared);
  if (danger !== null) {
    return finishTurn(deps, request, state, danger);
  }
  if (request.feedback !== null) {
    return finishTurn(deps, request, state, feedbackReply(deps, request.feedback, state));
  }
  const { reply, clears, feedback } = converse(deps, request, state);
  const said = triage.soft ? withSoftLine(deps, triage, reply) : reply;
  const heard = feedback === undefined ? request : { ...request, feedback };
  return finishTurn(deps, heard, state, said, clears);
}

/** An answer about a danger sign in general, and whom to call if it is more than a question. */
function withSoftLine({ messages }: DialogDeps, finding: Triage, reply: Draft): Draft {
  return { ...reply, finding, body: `${reply.body}\n\n${messages.soft}` };
}

/** Low mood in the same breath as a question that has a sure answer: a kind line, and the answer. */
function comfortedAnswer(
  deps: DialogDeps,
  triage: Triage,
  { utterance, shared }: TurnRequest,
  state: ConversationState,
): Draft | null {
  const match = triage.level === 'emotional-support' ? deps.matcher.match(utterance) : null;
  if (match === null || match.outcome !== 'sure' || !match.asks) {
    return null;
  }
  const answer = matchReply(deps, match, state);
  if (answer === null || answer.source.length === 0) {
    return null;
  }
  // Where others read along not even the kind line may tell how somebody feels.
  const kind = shared ? deps.messages.reply(triage, shared) : say(deps.catalog.dialog, 'comfort');
  return { ...answer, finding: triage, body: `${kind}\n\n${answer.body}` };
}

interface Said {
  readonly reply: Draft;
  readonly clears?: boolean;
  /** Typed in words about the last reply. */
  readonly feedback?: TurnRequest['feedback'];
}

/** The steps from "which of these" to matching, in order; the first that has a reply gives it. */
function converse(deps: DialogDeps, request: TurnRequest, state: ConversationState): Said {
  const { utterance, now } = request;
  if (normalise(utterance).trim() === '' && request.choice === null) {
    return { reply: statedMiss(deps, 'fallback-empty') };
  }
  const chosen =
    request.choice ??
    readChoice(deps.catalog, utterance, state, now) ??
    deps.phrasebook.title(utterance);
  const picked = chosen === null ? null : intentReply(deps, chosen, state);
  if (picked !== null) {
    return { reply: picked };
  }
  const command = deps.phrasebook.command(utterance);
  const obeyed = command === null ? null : obey(deps, command, state, request);
  if (obeyed !== null) {
    const { draft: reply, ...rest } = obeyed;
    return { reply, ...rest };
  }
  const talk = deps.phrasebook.smallTalk(utterance);
  const short =
    (talk === null ? null : dialogReply(deps, talk, state)) ??
    frameReply(deps, utterance, state, now) ??
    pointlessReply(deps, utterance) ??
    glossaryReply(deps, utterance);
  return { reply: short ?? matched(deps, request, state) };
}

/** The reply to a tapped or picked topic. */
function intentReply(deps: DialogDeps, id: string, state: ConversationState): Draft | null {
  return topicReply(deps, id) ?? dialogReply(deps, id, state);
}

function matched(deps: DialogDeps, request: TurnRequest, state: ConversationState): Draft {
  const alone = deps.matcher.match(request.utterance);
  if (!alone.english) {
    return statedMiss(deps, 'fallback-english');
  }
  const match = isTopic(deps, alone)
    ? alone
    : (matchInContext(deps, request.utterance, state, request.now) ?? alone);
  switch (match.outcome) {
    case 'sure':
      return matchReply(deps, match, state) ?? missReply(deps, match.candidates, state.misses);
    case 'tie':
      return clarifyReply(deps, match.candidates);
    case 'none':
      return request.utterance.length > MAX_TEXT
        ? statedMiss(deps, 'fallback-too-long')
        : missReply(deps, match.candidates, state.misses);
  }
}

/** From this confidence on small talk is small talk, whatever was said before. */
const SURE_TALK = 0.75;

/** A sure match that context has no say in; half-sure small talk ("what are they for") may still point back. */
function isTopic({ catalog }: DialogDeps, { outcome, candidates }: Match): boolean {
  const [best] = candidates;
  const talk = catalog.intents.get(best?.intent ?? '')?.kind === 'dialog';
  return outcome === 'sure' && (!talk || (best?.confidence ?? 0) >= SURE_TALK);
}
