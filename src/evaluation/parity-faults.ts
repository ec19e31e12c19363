import type { render } from '../channels/render.js';
import { type Dialect, type Format, TEAMS_SUGGESTED } from '../channels/renderers/formats.js';
import type { Sample } from './samples.js';
import { rawMarkup, type Shown, wordsOf } from './shown.js';

/** Blocks a Slack message may have, characters a button may carry, and bytes of a Teams message with everything in it. */
const MAX_SLACK_BLOCKS = 50;
const MAX_SLACK_VALUE = 2000;
const MAX_TEAMS_BYTES = 28 * 1024;

/** Body first and whole, the footer once, and nothing else but the words renderers may add. */
export function wordFaults(
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
export function buttonFaults(
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
  const astray = buttons.filter(
    ({ intent }, i) => intent !== undefined && intent !== reply.suggestions[i]?.intent,
  );
  return [
    ...(join(given) === join(wanted) ? [] : ['the buttons are not the choices of the reply']),
    ...astray.map(({ label }) => `the button "${label}" leads elsewhere`),
    ...(buttons.length > maxButtons ? [`${buttons.length} buttons; ${maxButtons} at most`] : []),
    ...buttons
      .filter(({ label }) => label.length > maxLabel)
      .map(({ label }) => `the label "${label}" is longer than ${maxLabel}`),
  ];
}

export function markupFaults({ texts, spare }: Shown, dialect: Dialect): string[] {
  return [...texts, spare ?? ''].flatMap((text) => {
    const raw = rawMarkup(text, dialect);
    return raw === null ? [] : [`raw markup: ${raw}`];
  });
}

export function limitFaults(
  { texts, buttons, spare }: Shown,
  { maxText, maxBlock }: Format,
): string[] {
  const whole = Math.max(texts.join('\n\n').length, spare?.length ?? 0);
  const longest = Math.max(...texts.map(({ length }) => length));
  return [
    ...(whole > maxText ? [`${whole} characters; ${maxText} at most`] : []),
    ...(longest > maxBlock ? [`a block of ${longest} characters; ${maxBlock} at most`] : []),
    ...(texts.some((text) => text.trim() === '') ? ['an empty text'] : []),
    ...buttons.filter(({ size }) => size > MAX_SLACK_VALUE).map(() => 'a button carries too much'),
  ];
}

export function payloadFaults(activity: ReturnType<typeof render>): string[] {
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

const join = (words: readonly string[]) => ` ${words.join(' ')} `.replace(/^ {2}$/, ' ');

function count(text: string, part: string): number {
  return part.trim() === '' ? 0 : text.split(part.trim()).length - 1;
}

/** The text without its first such part, spaces made good. */
function cut(text: string, part: string): string {
  const left = part.trim() === '' ? text : text.replace(part.trim(), () => '');
  return join(left.split(/\s+/).filter((word) => word !== ''));
}
