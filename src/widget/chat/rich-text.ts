import { el } from '../shared/element.js';
import { findContacts } from './contacts.js';
import { type Block, type Inline, type Line, parseMarkdown } from './markdown.js';

/** What the bot wrote, as nodes. Numbers in it can be tapped. */
export function richText(markdown: string): Node[] {
  return parseMarkdown(markdown).map(blockNode);
}

function blockNode(block: Block): Node {
  switch (block.kind) {
    case 'rule':
      return el('hr');
    case 'paragraph':
      return el('p', {}, ...block.lines.flatMap((line, i) => lineNodes(line, i > 0)));
    case 'list': {
      const items = block.items.map((item) => el('li', {}, ...lineNodes(item, false)));
      return el(block.ordered ? 'ol' : 'ul', {}, ...items);
    }
  }
}

function lineNodes(line: Line, breakBefore: boolean): Node[] {
  return [...(breakBefore ? [el('br')] : []), ...line.flatMap(inlineNodes)];
}

function inlineNodes(piece: Inline): Node[] {
  switch (piece.kind) {
    case 'link':
      return [link(piece.href, piece.text)];
    case 'strong':
      return [el('strong', {}, ...withContacts(piece.text))];
    case 'text':
      return withContacts(piece.text);
  }
}

function withContacts(text: string): Node[] {
  const nodes: Node[] = [];
  let done = 0;
  for (const { at, text: words, href } of findContacts(text)) {
    nodes.push(document.createTextNode(text.slice(done, at)), link(href, words));
    done = at + words.length;
  }
  nodes.push(document.createTextNode(text.slice(done)));
  return nodes;
}

/** Web pages open beside the chat; a number or a mail address starts its program where one is. */
function link(href: string, text: string): HTMLAnchorElement {
  const apart = href.startsWith('https:') ? { target: '_blank', rel: 'noopener noreferrer' } : {};
  return el('a', { href, ...apart }, text);
}
