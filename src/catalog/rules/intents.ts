import { normalise } from '../../text/normalise.js';
import { tokenise } from '../../text/tokens.js';
import type { Finding } from '../finding.js';
import type { Intent } from '../types.js';
import { intentFile, type Rule, reporter } from './rule.js';

/** Fewest phrasings an intent wants, by kind: breadth of phrasing is what matching lives on. */
const WANTED_UTTERANCES = { faq: 100, boundary: 60, dialog: 40, 'out-of-scope': 600 } as const;
const WANTED_TESTS = 10;
/** Share of words a test may have in common with an utterance before it is a near-copy. */
const NEAR_COPY = 0.85;

/** Two phrasings that differ only in case, accents or punctuation are one. */
const same = (text: string) => tokenise(normalise(text)).join(' ');

/** An utterance teaches one intent only. */
export const utteranceOnce: Rule = (loaded) => {
  const report = reporter(loaded, 'utterance-once');
  const seen = new Map<string, string>();
  return [...loaded.catalog.intents.values()].flatMap((intent) =>
    intent.utterances.flatMap((utterance, i): Finding[] => {
      const other = seen.get(same(utterance));
      seen.set(same(utterance), intent.id);
      const message = `"${utterance}" is an utterance of "${other}" already; keep it in one place.`;
      return other === undefined
        ? []
        : [report.error(intentFile(intent.id), ['utterances', i], message)];
    }),
  );
};

/** A test that is also an utterance proves nothing. */
export const testIsUnseen: Rule = (loaded) => {
  const report = reporter(loaded, 'test-unseen');
  const intents = [...loaded.catalog.intents.values()];
  const taught = new Map(intents.flatMap((i) => i.utterances.map((u) => [same(u), i.id] as const)));
  return intents.flatMap((intent) =>
    intent.tests.flatMap((test, i): Finding[] => {
      const other = taught.get(same(test));
      const message = `The test "${test}" is also an utterance of "${other}"; reword or remove one.`;
      return other === undefined
        ? []
        : [report.error(intentFile(intent.id), ['tests', i], message)];
    }),
  );
};

/** A test that shares nearly all its words with an utterance proves little. */
export const testIsNoCopy: Rule = (loaded) => {
  const report = reporter(loaded, 'test-near-copy');
  return [...loaded.catalog.intents.values()].flatMap((intent) => {
    const bags = intent.utterances.map((utterance) => wordsOf(utterance));
    return intent.tests.flatMap((test, i): Finding[] => {
      const words = wordsOf(test);
      const close = words.size > 3 && bags.some((bag) => overlap(words, bag) > NEAR_COPY);
      const message = `The test "${test}" is nearly an utterance of its own intent; reword it.`;
      return close ? [report.warning(intentFile(intent.id), ['tests', i], message)] : [];
    });
  });
};

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(tokenise(normalise(text)));
}

/** Jaccard similarity of two word sets, 0 to 1. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared);
}

/** Follow-ups and lists lead to intents that exist, and not back to the intent itself. */
export const followUpsLive: Rule = (loaded) => {
  const report = reporter(loaded, 'dead-follow-up');
  const { intents } = loaded.catalog;
  return [...intents.values()].flatMap((intent) =>
    (['followUps', 'lists'] as const).flatMap((key) =>
      intent[key].flatMap((target, i): Finding[] => {
        const dead = !intents.has(target) || target === intent.id || target === 'out-of-scope';
        const message = `"${target}" is not an intent one can go on to from here.`;
        return dead ? [report.error(intentFile(intent.id), [key, i], message)] : [];
      }),
    ),
  );
};

/** faq and boundary intents have a snippet; dialog and out-of-scope have none. */
export const answersExist: Rule = (loaded) => {
  const report = reporter(loaded, 'missing-snippet');
  const { intents, snippets } = loaded.catalog;
  const fault = ({ answer, kind, id }: Intent): string | null => {
    if (kind === 'dialog' || kind === 'out-of-scope') {
      return answer === null ? null : `A ${kind} intent has no snippet; remove "answer".`;
    }
    if (answer === null) {
      return `Name the snippet with "answer: ${id}".`;
    }
    return snippets.has(answer) ? null : `There is no content/snippets/${answer}.md.`;
  };
  return [...intents.values()].flatMap((intent) => {
    const message = fault(intent);
    return message === null ? [] : [report.error(intentFile(intent.id), ['answer'], message)];
  });
};

/** Few phrasings make a weak matcher: said as a warning, so that a new stub can grow. */
export const enoughPhrasings: Rule = (loaded) => {
  const report = reporter(loaded, 'few-phrasings');
  return [...loaded.catalog.intents.values()].flatMap((intent) => {
    const wanted = WANTED_UTTERANCES[intent.kind];
    const counts = [
      ['utterances', intent.utterances.length, wanted],
      ['tests', intent.tests.length, WANTED_TESTS],
    ] as const;
    return counts.flatMap(([key, has, wants]) => {
      const message = `${has} ${key}; ${wants} or more are wanted for the kind ${intent.kind}.`;
      return has < wants ? [report.warning(intentFile(intent.id), [key], message)] : [];
    });
  });
};
