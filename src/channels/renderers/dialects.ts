import type { Dialect } from './formats.js';
import { type Block, type Line, parseMarkup, type Span } from './markup.js';

/** How a dialect writes each part. */
interface Pen {
  escape(text: string): string;
  bold(text: string): string;
  link(text: string, href: string): string;
  readonly bullet: string;
  /** Between two answers in one reply. */
  readonly rule: string;
}

/** Slack takes these three for markup of its own: <!channel>, <@someone>, links. (Slack API, "Formatting text") */
const escapeAngles = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const PENS: Readonly<Record<Exclude<Dialect, 'markdown'>, Pen>> = {
  mrkdwn: {
    escape: escapeAngles,
    bold: (text) => `*${text}*`,
    // A bar or an angle in an address would end it early.
    link: (text, href) => `<${encodeURI(decodeSafely(href)).replace(/[|<>]/g, '')}|${text}>`,
    bullet: '• ',
    rule: '———',
  },
  teams: {
    // Teams reads HTML in markdown; nothing of ours is HTML.
    escape: (text) => text.replaceAll('<', '&lt;'),
    bold: (text) => `**${text}**`,
    link: (text, href) => `[${text}](${href})`,
    bullet: '- ',
    rule: '———',
  },
  // Rocket.Chat knows bold, lists and links of markdown, and no rules.
  rocket: {
    escape: (text) => text,
    bold: (text) => `**${text}**`,
    link: (text, href) => `[${text}](${href})`,
    bullet: '- ',
    rule: '———',
  },
  plain: {
    escape: (text) => text,
    bold: (text) => text,
    link: (text, href) => (text === href ? text : `${text} (${href})`),
    bullet: '- ',
    rule: '———',
  },
};

/** The paragraphs, lists and rules of a markdown text, each written in a dialect. */
export function writeBlocks(markdown: string, dialect: Dialect): string[] {
  if (dialect === 'markdown') {
    return markdown === '' ? [] : [markdown];
  }
  const pen = PENS[dialect];
  return parseMarkup(markdown).map((block) => writeBlock(block, pen));
}

/** A markdown text written in a dialect. Changes no word. */
export function write(markdown: string, dialect: Dialect): string {
  return writeBlocks(markdown, dialect).join('\n\n');
}

/** A text that is no markdown, such as a title or a heading of the article, safe to stand in a dialect. */
export function literal(text: string, dialect: Dialect): string {
  return dialect === 'markdown' ? text : PENS[dialect].escape(text);
}

function writeBlock(block: Block, pen: Pen): string {
  switch (block.kind) {
    case 'rule':
      return pen.rule;
    case 'paragraph':
      return writeLines(block.lines, pen, '\n');
    case 'list':
      return block.items
        .map((lines, index) => {
          const mark = block.ordered ? `${index + 1}. ` : pen.bullet;
          return `${mark}${writeLines(lines, pen, '\n  ')}`;
        })
        .join('\n');
  }
}

function writeLines(lines: readonly Line[], pen: Pen, between: string): string {
  return lines.map((line) => line.map((span) => writeSpan(span, pen)).join('')).join(between);
}

function writeSpan({ text, bold, href }: Span, pen: Pen): string {
  const escaped = pen.escape(text);
  const marked = bold ? pen.bold(escaped) : escaped;
  return href === null ? marked : pen.link(marked, href);
}

function decodeSafely(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}
