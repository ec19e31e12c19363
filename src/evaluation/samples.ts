import type { LoadedBot, Turn, TurnRequest } from '../bot.js';

type Bot = LoadedBot['bot'];
type State = Turn['state'];

/** One thing the bot can say, with the turn that said it. */
export interface Sample {
  readonly name: string;
  readonly turn: Turn;
  readonly shared: boolean;
}

/** Any time does: context fades by differences only. */
const START = Date.UTC(2026, 0, 5, 9, 0);
const SHARED = [false, true] as const;
const LEVELS = ['more', 'shorter', 'simpler'] as const;
/** Three in a row: the three texts of a miss. */
const MISSES = ['quarterly tax return', 'how tall is mount everest', 'best pizza recipe'];
const ODD = ['', '¿qué es la inmunoterapia contra el cáncer?', 'immunotherapy '.repeat(160)];
const TALK = ['summary', 'start over', 'are you sure', 'say that again', 'menu'];
const PAIRS = [
  'what is immunotherapy and what are the side effects',
  'what are biomarkers and what is remission?',
  'how does it work? what are the types of immunotherapy?',
];

/** Takes a turn with the words or the choice given, everything else as it usually is. */
export function say(bot: Bot, state: State, given: Partial<TurnRequest>): Turn {
  const request: TurnRequest = {
    turnId: 'reference',
    utterance: '',
    channel: 'parity',
    shared: false,
    locale: null,
    now: Math.max(START, state.at) + 1000,
    choice: null,
    feedback: null,
    ...given,
  };
  return bot.takeTurn(request, state);
}

/** Every intent with its levels, every danger message, and every other kind of reply; no text twice. */
export function collectSamples(loaded: LoadedBot): Sample[] {
  const all = [
    ...intents(loaded),
    ...routes(loaded),
    ...fixedTexts(loaded),
    ...misses(loaded),
    ...questionsBack(loaded),
    ...talk(loaded),
  ];
  const seen = new Set<string>();
  return all.filter(({ turn, shared }) => {
    const key = JSON.stringify([turn.reply, shared]);
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
}

function intents({ bot, catalog }: LoadedBot): Sample[] {
  const topics = [...catalog.intents.values()].filter(({ kind }) => kind !== 'out-of-scope');
  return topics.flatMap(({ id, answer }) =>
    SHARED.flatMap((shared) => {
      const turn = say(bot, bot.newConversation(), { choice: id, shared });
      const levels = answer === null ? [] : LEVELS;
      const further = levels.map((utterance) => ({
        name: `${id}, ${utterance}`,
        turn: say(bot, turn.state, { utterance, shared }),
        shared,
      }));
      return [{ name: id, turn, shared }, ...further];
    }),
  );
}

/** What the examples of danger signs and personal questions lead to; where others read along, once for each reply. */
function routes({ bot, catalog }: LoadedBot): Sample[] {
  const lines = [...catalog.safetyFiles]
    .filter(([file]) => file.startsWith('examples/'))
    .flatMap(([, content]) => Object.entries(content as Record<string, readonly string[]>))
    .flatMap(([label, texts]) => (label === 'none' ? [] : texts));
  const byReply = new Map<string, { utterance: string; turn: Turn }>();
  for (const utterance of lines) {
    const turn = say(bot, bot.newConversation(), { utterance });
    const key = JSON.stringify(turn.reply);
    if (turn.reply.level !== null && !byReply.has(key)) {
      byReply.set(key, { utterance, turn });
    }
  }
  return [...byReply.values()].flatMap(({ utterance, turn }) => {
    const openly = say(bot, bot.newConversation(), { utterance, shared: true });
    const name = String(turn.reply.level);
    return [
      { name, turn, shared: false },
      { name, turn: openly, shared: true },
    ];
  });
}

function fixedTexts({ bot }: LoadedBot): Sample[] {
  const verdict = {
    decision: 'dialog',
    intent: null,
    confidence: 1,
    candidates: [],
    also: [],
  } as const;
  const state = bot.newConversation();
  const said = (name: string, reply: Turn['reply']) => ({
    name,
    turn: { reply, verdict, state, events: [] },
    shared: false,
  });
  return [said('welcome', bot.welcome()), said('fault', bot.fault('reference'))];
}

function misses({ bot }: LoadedBot): Sample[] {
  const row = converse(bot, MISSES, 'miss');
  const none = say(bot, row.at(-2)?.turn.state ?? bot.newConversation(), {
    utterance: 'none of these',
  });
  const odd = ODD.flatMap((utterance) => converse(bot, [utterance], 'unreadable'));
  return [...row, { name: 'none of these', turn: none, shared: false }, ...odd];
}

/** "Did you mean": the first few words of the content that are too short to decide by. */
function questionsBack({ bot, catalog }: LoadedBot): Sample[] {
  const words = [...catalog.intents.values()].flatMap(({ keywords, tests }) => [
    ...keywords,
    ...tests,
  ]);
  const found: Sample[] = [];
  for (const utterance of words) {
    const turn = say(bot, bot.newConversation(), { utterance });
    if (turn.verdict.decision === 'clarify') {
      found.push({ name: 'did you mean', turn, shared: false });
    }
    if (found.length === 5) {
      break;
    }
  }
  return found;
}

function talk({ bot, catalog }: LoadedBot): Sample[] {
  const ids = [...catalog.intents.values()].filter(({ answer }) => answer !== null);
  const told = ids.reduce(
    (state, { id }) => say(bot, state, { choice: id }).state,
    bot.newConversation(),
  );
  const after = TALK.map((utterance) => ({
    name: utterance,
    turn: say(bot, told, { utterance }),
    shared: false,
  }));
  const pressed = [true, false].map((helpful) => ({
    name: helpful ? 'helpful' : 'not helpful',
    turn: say(bot, told, { feedback: { turnId: 'reference', helpful } }),
    shared: false,
  }));
  const glossary = catalog.glossary.flatMap(({ term }) =>
    converse(bot, [`what does ${term} mean`], `glossary, ${term}`),
  );
  const pairs = PAIRS.flatMap((text) => converse(bot, [text], 'two questions'));
  return [...after, ...pressed, ...glossary, ...pairs];
}

function converse(bot: Bot, utterances: readonly string[], name: string): Sample[] {
  let state = bot.newConversation();
  return utterances.map((utterance) => {
    const turn = say(bot, state, { utterance });
    state = turn.state;
    return { name, turn, shared: false };
  });
}
