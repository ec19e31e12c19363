import type { LoadedBot } from '../bot.js';
import { render } from '../channels/render.js';
import { choiceLines, numberedChoices, sourceLine } from '../channels/renderers/choices.js';
import { FORMATS, formatOf } from '../channels/renderers/formats.js';
import { type Speaker, toSaid } from '../channels/renderers/said.js';
import {
  buttonFaults,
  limitFaults,
  markupFaults,
  payloadFaults,
  wordFaults,
} from './parity-faults.js';
import { type Sample, say } from './samples.js';
import { type Shown, shownOf } from './shown.js';

/** The places a reply is shown in; `shared` where others read along. */
export const PLACES = [
  { name: 'website chat', channelId: 'directline', shared: false },
  { name: 'Teams chat', channelId: 'msteams', shared: false },
  { name: 'Teams channel', channelId: 'msteams', shared: true },
  { name: 'Slack', channelId: 'slack', shared: false },
  { name: 'Mattermost', channelId: 'mattermost', shared: false },
  { name: 'Rocket.Chat', channelId: 'rocketchat', shared: false },
  { name: 'plain text', channelId: 'sms', shared: false },
] as const;

export type Place = (typeof PLACES)[number];

export interface Rendering {
  readonly sample: Sample;
  readonly place: Place;
  readonly shown: Shown;
  readonly breaches: readonly string[];
}

export interface ParityReport {
  readonly contentVersion: string;
  readonly renderings: readonly Rendering[];
  /** Decisions and intents that no sample reached. */
  readonly missing: readonly string[];
}

type Paint = typeof render;

/**
 * Shows every sample everywhere and checks that each says the same.
 *
 * @param paint lays a reply out; the channels' own way without one.
 */
export function checkParity(
  { bot, catalog }: LoadedBot,
  samples: readonly Sample[],
  paint: Paint = render,
): ParityReport {
  const { contentVersion } = bot;
  const renderings = samples.flatMap((sample) => {
    const typed = typedFaults(bot, sample);
    return PLACES.map((place) => {
      const { shown, breaches } = showIn(place, sample, { bot, paint });
      return { sample, place, shown, breaches: [...breaches, ...typed] };
    });
  });
  return { contentVersion, renderings, missing: missing(catalog, samples) };
}

function showIn(
  place: Place,
  { turn, shared }: Sample,
  { bot, paint }: { bot: Speaker; paint: Paint },
) {
  const said = toSaid(turn, 'reference', bot);
  const activity = paint(said, place.channelId, place.shared || shared);
  const format = FORMATS[formatOf(place.channelId)];
  const shown = shownOf(activity);
  const { dialect } = format;
  const extras =
    formatOf(place.channelId) === 'web' || formatOf(place.channelId) === 'teams'
      ? []
      : [sourceLine(said, dialect)];
  const lines = format.maxButtons === 0 ? [choiceLines(said, dialect)] : [];
  return {
    shown,
    breaches: [
      ...wordFaults(turn, shown, dialect, [...extras, ...lines]),
      ...buttonFaults(turn, shown, format, numberedChoices(said)),
      ...markupFaults(shown, dialect),
      ...limitFaults(shown, format),
      ...payloadFaults(activity),
    ],
  };
}

/** Typing a choice, or its number where one is shown, leads where pressing it does. */
function typedFaults(bot: LoadedBot['bot'], { turn, shared }: Sample): string[] {
  const numbered = numberedChoices(toSaid(turn, 'reference', bot));
  return turn.reply.suggestions.flatMap(({ text, intent }, index) => {
    const leads = (utterance: string) => {
      const { verdict } = say(bot, turn.state, { utterance, shared });
      return intent === null ? verdict.decision === 'fallback' : verdict.intent === intent;
    };
    return [
      ...(leads(text) ? [] : [`typing "${text}" leads elsewhere`]),
      ...(index >= numbered || leads(String(index + 1))
        ? []
        : [`typing ${index + 1} leads elsewhere`]),
    ];
  });
}

const DECISIONS = ['answer', 'clarify', 'boundary', 'dialog', 'triage', 'fallback'] as const;
const LEVELS = [
  'emergency',
  'care-line',
  'self-harm',
  'prognosis',
  'personal-advice',
  'emotional-support',
];

function missing({ intents }: LoadedBot['catalog'], samples: readonly Sample[]): string[] {
  const ids = [...intents.values()]
    .filter(({ kind }) => kind !== 'out-of-scope')
    .map(({ id }) => id);
  const reached = new Set<string | null>(
    samples.flatMap(({ turn: { verdict, reply } }) => [
      verdict.decision,
      verdict.intent,
      reply.level,
    ]),
  );
  return [...DECISIONS, ...LEVELS, ...ids].filter((name) => !reached.has(name));
}
