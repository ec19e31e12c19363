import type { LoadedBot } from '../bot.js';
import { render } from '../channels/render.js';
import { choiceLines, numberedChoices, sourceLine } from '../channels/renderers/choices.js';
import {
  type Dialect,
  FORMATS,
  type Format,
  formatOf,
  TEAMS_SUGGESTED,
} from '../channels/renderers/formats.js';
import { toSaid } from '../channels/renderers/said.js';
import { type Sample, say } from './samples.js';
import { rawMarkup, type Shown, shownOf, wordsOf } from './shown.js';

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

/** Blocks a Slack message may have, and bytes of a Teams message with everything in it. */
const MAX_SLACK_BLOCKS = 50;
const MAX_SLACK_VALUE = 2000;
const MAX_TEAMS_BYTES = 28 * 1024;

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

/** Renders every sample everywhere and checks that each says the same. */
export function checkParity({ bot, catalog }: LoadedBot, samples: readonly Sample[]): ParityReport {
  const { contentVersion } = bot;
  const renderings = samples.flatMap((sample) => {
    const typed = typedFaults(bot, sample);
    return PLACES.map((place) => {
      const { shown, breaches } = showIn(place, sample, contentVersion);
      return { sample, place, shown, breaches: [...breaches, ...typed] };
    });
  });
  return { contentVersion, renderings, missing: missing(catalog, samples) };
}

function showIn(place: Place, { turn, shared }: Sample, version: string) {
  const said = toSaid(turn, 'reference', version);
  const activity = render(said, place.channelId, place.shared || shared);
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

/** Body first and whole, the footer once, and nothing else but the words renderers may add. */
function wordFaults(
  { reply }: Sample['turn'],
  shown: Shown,
  dialect: Dialect,
  extras: readonly string[],
): string[] {
  const body = join(wordsOf(reply.body, 'markdown'));
  const footer = join(wordsOf(reply.footer, 'markdown'));
  const added = join(wordsOf(extras.join('\n'), dialect));
  const all = join(shown.texts.flatMap((text) => wordsOf(text, dialect)));
  const rest = all.startsWith(body) ? all.slice(body.length) : null;
  const faults: string[] = [];
  if (rest === null) {
    faults.push('the body is not what the reply says');
  } else if (cut(rest, footer) !== added) {
    faults.push('something besides body and footer was added or lost');
  }
  const footers = count(all, footer);
  const wanted = reply.footer === '' ? 0 : 1;
  if (footers !== wanted) {
    faults.push(`the footer stands there ${footers} times`);
  }
  if (reply.footer === '' && !isRoute(reply.level)) {
    faults.push('there is neither a footer nor a route');
  }
  const spare = shown.spare === null ? '' : join(wordsOf(shown.spare, dialect));
  if (shown.spare !== null && (count(spare, footer) !== wanted || !spare.startsWith(body))) {
    faults.push('the text for notifications and voices is not complete');
  }
  return faults;
}

const isRoute = (level: string | null) =>
  level === 'emergency' || level === 'care-line' || level === 'self-harm';

/** Every choice is there, once, as a button that sends its words or as a line. */
function buttonFaults(
  { reply }: Sample['turn'],
  { buttons, texts }: Shown,
  { maxButtons, maxLabel }: Format,
  numbered: number,
): string[] {
  const wanted = reply.suggestions.map(({ title, text }) => `${title} > ${text}`);
  const lines = reply.suggestions.map(
    ({ title }, i) => `${i < numbered ? `${i + 1}.` : '-'} ${title}`,
  );
  if (maxButtons === 0) {
    const shown = texts.join('\n').split('\n');
    return lines.filter((line) => !shown.includes(line)).map((line) => `no line "${line}"`);
  }
  const given = buttons.map(({ label, sends }) => `${label} > ${sends}`);
  return [
    ...(join(given) === join(wanted) ? [] : ['the buttons are not the choices of the reply']),
    ...(buttons.length > maxButtons ? [`${buttons.length} buttons; ${maxButtons} at most`] : []),
    ...buttons
      .filter(({ label }) => label.length > maxLabel)
      .map(({ label }) => `the label "${label}" is longer than ${maxLabel}`),
  ];
}

function markupFaults({ texts, spare }: Shown, dialect: Dialect): string[] {
  return [...texts, spare ?? ''].flatMap((text) => {
    const raw = rawMarkup(text, dialect);
    return raw === null ? [] : [`raw markup: ${raw}`];
  });
}

function limitFaults({ texts, buttons, spare }: Shown, { maxText, maxBlock }: Format): string[] {
  const whole = Math.max(texts.join('\n\n').length, spare?.length ?? 0);
  const longest = Math.max(...texts.map(({ length }) => length));
  return [
    ...(whole > maxText ? [`${whole} characters; ${maxText} at most`] : []),
    ...(longest > maxBlock ? [`a block of ${longest} characters; ${maxBlock} at most`] : []),
    ...(texts.some((text) => text.trim() === '') ? ['an empty text'] : []),
    ...buttons.filter(({ size }) => size > MAX_SLACK_VALUE).map(() => 'a button carries too much'),
  ];
}

function payloadFaults(activity: ReturnType<typeof render>): string[] {
  const suggested = activity.suggestedActions?.actions.length ?? 0;
  const isTeams = activity.channelData?.feedbackLoop !== undefined || activity.attachments;
  const blocks: number = activity.channelData?.slack?.blocks.length ?? 0;
  const bytes = JSON.stringify(activity).length * 2;
  return [
    ...(blocks > MAX_SLACK_BLOCKS ? [`${blocks} blocks; ${MAX_SLACK_BLOCKS} at most`] : []),
    ...(isTeams && suggested > TEAMS_SUGGESTED ? [`${suggested} suggested actions`] : []),
    ...(isTeams && bytes > MAX_TEAMS_BYTES ? [`${bytes} bytes; ${MAX_TEAMS_BYTES} at most`] : []),
  ];
}

/** Typing a choice, or its number where one is shown, leads where pressing it does. */
function typedFaults(bot: LoadedBot['bot'], { turn, shared }: Sample): string[] {
  const numbered = numberedChoices(toSaid(turn, 'reference', bot.contentVersion));
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

const join = (words: readonly string[]) => ` ${words.join(' ')} `.replace(/^ {2}$/, ' ');

function count(text: string, part: string): number {
  return part.trim() === '' ? 0 : text.split(part.trim()).length - 1;
}

/** The text without its first such part, spaces made good. */
function cut(text: string, part: string): string {
  const left = part.trim() === '' ? text : text.replace(part.trim(), () => '');
  return join(left.split(/\s+/).filter((word) => word !== ''));
}
