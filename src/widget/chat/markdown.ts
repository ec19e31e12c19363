/** A piece of a line: plain, bold, or a link whose address has been found safe. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

export type Line = readonly Inline[];

export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly Line[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Line[] }
  | { readonly kind: 'rule' };

/** Far more than any reply; beyond it nothing is read. */
const MAX_TEXT = 20_000;
const RULE = /^ {0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/;
const BULLET = /^\s{0,6}[-*+]\s+/;
const NUMBER = /^\s{0,6}\d{1,3}[.)]\s+/;
/** Bold, a link, or a bare web address; each alternative is bounded, so reading stays linear. */
const MARKS =
  /\*\*([^*\n]{1,500})\*\*|\[([^[\]\n]{1,300})\]\(([^()\s]{1,2000})\)|(https:\/\/[^\s<>"'()[\]]{1,2000}[^\s<>"'()[\].,;:!?])/g;

/**
 * The small part of markdown the bot writes: paragraphs, bold, lists, rules and links. Everything else, HTML
 * included, is plain text.
 */
export function parseMarkdown(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  const close = () => {
    blocks.push(...blockOf(open));
    open = [];
  };
  for (const line of markdown.slice(0, MAX_TEXT).split(/\r?\n/)) {
    const startsAnew = open.length > 0 && kindOf(line) !== kindOf(open[0] ?? '');
    if (line.trim() === '' || RULE.test(line) || startsAnew) {
      close();
    }
    if (RULE.test(line)) {
      blocks.push({ kind: 'rule' });
    } else if (line.trim() !== '') {
      open.push(line);
    }
  }
  close();
  return blocks;
}

/** An address people may be sent to, or null: nothing but https, mail and telephone. */
export function safeHref(href: string): string | null {
  const url = URL.canParse(href) ? new URL(href) : null;
  return url !== null && /^(?:https|mailto|tel):$/.test(url.protocol) ? url.href : null;
}

function kindOf(line: string): 'bullet' | 'number' | 'plain' {
  return BULLET.test(line) ? 'bullet' : NUMBER.test(line) ? 'number' : 'plain';
}

function blockOf(lines: readonly string[]): Block[] {
  const [first] = lines;
  if (first === undefined) {
    return [];
  }
  const kind = kindOf(first);
  if (kind === 'plain') {
    const texts = lines.map((line) => line.replace(/^ {0,3}#{1,6} +(.*)$/, '**$1**'));
    return [{ kind: 'paragraph', lines: texts.map(parseLine) }];
  }
  const mark = kind === 'bullet' ? BULLET : NUMBER;
  const items = lines.map((line) => parseLine(line.replace(mark, '')));
  return [{ kind: 'list', ordered: kind === 'number', items }];
}

function parseLine(line: string): Line {
  const pieces: Inline[] = [];
  let at = 0;
  for (const match of line.matchAll(MARKS)) {
    pieces.push({ kind: 'text', text: line.slice(at, match.index) }, pieceOf(match));
    at = match.index + match[0].length;
  }
  pieces.push({ kind: 'text', text: line.slice(at) });
  return pieces.filter(({ text }) => text !== '');
}

function pieceOf([whole, bold, label, target, bare]: RegExpExecArray): Inline {
  if (bold !== undefined) {
    return { kind: 'strong', text: bold };
  }
  const href = safeHref(target ?? bare ?? '');
  return href === null
    ? { kind: 'text', text: label ?? whole }
    : { kind: 'link', text: label ?? whole, href };
}
