import MarkdownIt, { type Token } from 'markdown-it';

/** A piece of a line. */
export interface Span {
  readonly text: string;
  readonly bold: boolean;
  /** Address of a link, or null. */
  readonly href: string | null;
}

/** Spans of one line. */
export type Line = readonly Span[];

export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly Line[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly Line[])[];
    }
  | { readonly kind: 'rule' };

/** The markdown that content may use; HTML, images and everything else stays the text it is. */
const parser = new MarkdownIt('zero').enable(['emphasis', 'list', 'hr', 'link', 'newline']);

/** Takes a body apart, so that each channel can write it in its own way. */
export function parseMarkup(markdown: string): Block[] {
  return stretches(parser.parse(markdown, {})).flatMap(blockOf);
}

/** The tokens of each block on the outermost level. */
function stretches(tokens: readonly Token[]): Token[][] {
  const all: Token[][] = [];
  for (const token of tokens) {
    if (token.level === 0 && token.nesting >= 0) {
      all.push([]);
    }
    all.at(-1)?.push(token);
  }
  return all;
}

function blockOf(tokens: readonly Token[]): Block[] {
  const type = tokens[0]?.type;
  switch (type) {
    case 'hr':
      return [{ kind: 'rule' }];
    case 'bullet_list_open':
    case 'ordered_list_open':
      return [{ kind: 'list', ordered: type === 'ordered_list_open', items: itemsOf(tokens) }];
    default:
      return [{ kind: 'paragraph', lines: tokens.flatMap(({ children }) => linesOf(children)) }];
  }
}

/** An item within an item becomes one of the list: no channel of ours nests. */
function itemsOf(tokens: readonly Token[]): Line[][] {
  const items: Line[][] = [];
  for (const token of tokens) {
    if (token.type === 'list_item_open') {
      items.push([]);
    }
    items.at(-1)?.push(...linesOf(token.children));
  }
  return items;
}

function linesOf(tokens: readonly Token[] | null): Line[] {
  const lines: Span[][] = tokens === null ? [] : [[]];
  let bold = 0;
  let href: string | null = null;
  for (const token of tokens ?? []) {
    switch (token.type) {
      case 'strong_open':
      case 'em_open':
        bold += 1;
        break;
      case 'strong_close':
      case 'em_close':
        bold -= 1;
        break;
      case 'link_open':
        href = String(token.attrGet('href'));
        break;
      case 'link_close':
        href = null;
        break;
      case 'hardbreak':
        lines.push([]);
        break;
      default:
        add(lines.at(-1) ?? [], token.type === 'softbreak' ? ' ' : token.content, bold > 0, href);
    }
  }
  return lines;
}

function add(line: Span[], text: string, bold: boolean, href: string | null): void {
  if (text !== '') {
    line.push({ text, bold, href });
  }
}
