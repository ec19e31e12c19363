import type { render } from '../channels/render.js';
import type { Dialect } from '../channels/renderers/formats.js';
import type { SlackBlock, SlackPayload } from '../channels/renderers/slack.js';

type Activity = ReturnType<typeof render>;

export interface ShownButton {
  readonly label: string;
  /** What pressing sends, in words. */
  readonly sends: string;
  /** What it carries beside, in characters. */
  readonly size: number;
  /** The intent it carries; undefined where it sends words alone. */
  readonly intent?: string | null;
}

/** What a person sees of a rendering. */
export interface Shown {
  /** Text blocks in reading order, as written in the channel's dialect. */
  readonly texts: readonly string[];
  readonly buttons: readonly ShownButton[];
  /** Text that stands in for all of it, for notifications and voices; null without one. */
  readonly spare: string | null;
}

/** Takes a rendering apart as the channel's client would. */
export function shownOf(activity: Activity): Shown {
  const slack: SlackPayload | undefined = activity.channelData?.slack;
  if (slack !== undefined) {
    return {
      texts: slack.blocks.flatMap(textsOf),
      buttons: slack.blocks.flatMap(pressable),
      spare: slack.text,
    };
  }
  const actions = activity.suggestedActions?.actions ?? [];
  const suggested = actions.map(({ title, value }) => ({ label: title, sends: value, size: 0 }));
  const cards = (activity.attachments ?? []).flatMap(({ content }) => cardButtons(content));
  return {
    texts: [activity.text ?? ''],
    buttons: [...suggested, ...cards],
    spare: activity.speak ?? null,
  };
}

function textsOf(block: SlackBlock): string[] {
  switch (block.type) {
    case 'section':
      return [block.text.text];
    case 'context':
      return block.elements.map(({ text }) => text);
    default:
      return [];
  }
}

function pressable(block: SlackBlock): ShownButton[] {
  return block.type === 'actions'
    ? block.elements.map(({ text, value }) => {
        const { text: sends, intent } = JSON.parse(value);
        return { label: text.text, sends, intent, size: value.length };
      })
    : [];
}

interface CardAction {
  readonly title: string;
  readonly data: { readonly faqBot: { readonly text: string; readonly intent: string | null } };
}

function cardButtons(card: {
  body: readonly { actions?: readonly CardAction[] }[];
}): ShownButton[] {
  return card.body
    .flatMap(({ actions = [] }) => actions)
    .map(({ title, data: { faqBot } }) => {
      const { text, intent } = faqBot;
      return { label: title, sends: text, intent, size: 0 };
    });
}

/** Words as a reader sees them: without marks of lists, emphasis, links and citations. */
export function wordsOf(text: string, dialect: Dialect): string[] {
  return unmarked(text, dialect)
    .replace(/^[ \t]*(?:[-•]|\d{1,2}\.)[ \t]+/gm, '')
    .replace(/^(?:———|---)$/gm, '')
    .split(/\s+/)
    .filter((word) => word !== '');
}

function unmarked(text: string, dialect: Dialect): string {
  switch (dialect) {
    case 'plain':
      return text;
    case 'mrkdwn':
      return text
        .replace(/<[^<>|]*\|([^<>]*)>/g, '$1')
        .replace(/\*([^*\n]+)\*/g, '$1')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&');
    case 'teams':
    case 'rocket':
    case 'markdown':
      return text
        .replace(/(?: \[\d{1,2}\])+(?=\n|$)/g, '')
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/\*\*([^*\n]+)\*\*/g, '$1')
        .replaceAll('&lt;', '<');
  }
}

/** What is markup in any dialect but this one, or a hole in a text. */
const ALIEN: Readonly<Record<Dialect, RegExp>> = {
  plain: /\*\*|__|`|\]\(|^#{1,6} |<[a-z/!@#]|&(?:amp|lt|gt);/im,
  mrkdwn: /\*\*|\]\(|^#{1,6} |```|<(?!https:|mailto:|tel:)/im,
  teams: /^#{1,6} |^\|.*\||<[a-z/!@]|!\[/im,
  rocket: /^#{1,6} |^---$|^\|.*\||<[a-z/!@]|!\[/im,
  markdown: /<[a-z/!@]|!\[/im,
};
const HOLE = /\{\w+\}|\bundefined\b|\[object |\bNaN\b/;

/** Markup a reader would see as such, or null. */
export function rawMarkup(text: string, dialect: Dialect): string | null {
  return (ALIEN[dialect].exec(text) ?? HOLE.exec(text))?.[0] ?? null;
}
