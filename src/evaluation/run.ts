import { randomUUID } from 'node:crypto';
import type { LoadedBot, Verdict } from '../bot.js';
import { normalise } from '../text/normalise.js';
import type { Ranked } from './curve.js';
import { accepts, judge } from './judge.js';
import type { Labelled, LabelledDialog } from './labelled.js';
import { type Scored, score } from './score.js';

/** The verdicts on a conversation's turns, from the first on. */
export function verdictsOf({ bot }: LoadedBot, texts: readonly string[]): Verdict[] {
  let state = bot.newConversation();
  // A fixed pace: a turn every ten seconds, so that context neither fades nor depends on the clock.
  return texts.map((utterance, i) => {
    const now = (i + 1) * 10_000;
    const turnId = randomUUID();
    const rest = { channel: 'eval', shared: false, locale: null, choice: null, feedback: null };
    const turn = bot.takeTurn({ turnId, utterance, now, ...rest }, state);
    state = turn.state;
    return turn.verdict;
  });
}

/** Asks every question in a conversation of its own and judges the verdict. */
export function runQuestions(loaded: LoadedBot, questions: readonly Labelled[]): Scored[] {
  const taught = new Set(
    [...loaded.catalog.intents.values()].flatMap(({ utterances }) => utterances.map(normalise)),
  );
  return questions.map((question) => {
    const [verdict] = verdictsOf(loaded, [question.text]);
    if (verdict === undefined) {
      throw new Error('A question came back without a verdict.');
    }
    const ranked = verdict.decision === 'triage' ? null : rankedOf(loaded, question);
    return score(question, verdict, taught.has(normalise(question.text)), ranked);
  });
}

function rankedOf({ matcher }: LoadedBot, { text, expect }: Labelled): Ranked | null {
  const [best] = matcher.match(text).candidates;
  const right = best !== undefined && accepts(expect, best.intent);
  return best === undefined ? null : { confidence: best.confidence, right };
}

/** One turn of a labelled conversation, judged. */
export interface ScoredTurn {
  readonly dialog: string;
  /** Counted from 1. */
  readonly turn: number;
  readonly user: string;
  readonly expect: readonly string[];
  readonly verdict: Verdict;
  readonly right: boolean;
}

/** Takes every labelled conversation and judges each turn; clarifying with an accepted topic is right. */
export function runDialogs(loaded: LoadedBot, dialogs: readonly LabelledDialog[]): ScoredTurn[] {
  return dialogs.flatMap(({ id, turns }) => {
    const verdicts = verdictsOf(
      loaded,
      turns.map(({ user }) => user),
    );
    return turns.flatMap(({ user, expect }, i): ScoredTurn[] => {
      const verdict = verdicts[i];
      if (verdict === undefined) {
        return [];
      }
      const judgement = judge(verdict, expect);
      const right = judgement === 'correct' || judgement === 'clarified';
      return [{ dialog: id, turn: i + 1, user, expect, verdict, right }];
    });
  });
}
