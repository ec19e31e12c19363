import fc from 'fast-check';
import { type Block, parseMarkdown, safeHref } from '../../src/widget/chat/markdown.js';

const words = (block: Block | undefined) =>
  block?.kind === 'paragraph' ? block.lines.map((line) => line.map(({ text }) => text)) : block;

test('paragraphs, line breaks and bold are told apart', () => {
  const [first, second] = parseMarkdown('One **two** three\nfour\n\nfive');
  expect(words(first)).toEqual([['One ', 'two', ' three'], ['four']]);
  expect(words(second)).toEqual([['five']]);
});

test('a list right below a line is a list of its own', () => {
  const blocks = parseMarkdown('Named are:\n- one\n- two\n\n1. first\n2. second\n\n---\n\nend');
  expect(blocks.map(({ kind }) => kind)).toEqual([
    'paragraph',
    'list',
    'list',
    'rule',
    'paragraph',
  ]);
  expect(blocks[1]).toMatchObject({
    ordered: false,
    items: [[{ text: 'one' }], [{ text: 'two' }]],
  });
  expect(blocks[2]).toMatchObject({ ordered: true });
});

test('a link is kept only with an https, mail or telephone address', () => {
  const line = '[a](https://example.org/x) [b](javascript:alert(1)) [c](tel:911) [d](/here)';
  const [paragraph] = parseMarkdown(line);
  const pieces = paragraph?.kind === 'paragraph' ? (paragraph.lines[0] ?? []) : [];
  expect(pieces.filter(({ kind }) => kind === 'link')).toEqual([
    { kind: 'link', text: 'a', href: 'https://example.org/x' },
    { kind: 'link', text: 'c', href: 'tel:911' },
  ]);
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'http://example.org',
  'blob:x',
  '',
])('the address %j is not one to be sent to', (href) => {
  expect(safeHref(href)).toBeNull();
});

test('no address of another kind ever gets out, whatever is written', () => {
  const hrefs = (blocks: Block[]) =>
    JSON.stringify(blocks)
      .match(/"href":"[^"]*"/g)
      ?.map((found) => found.slice(8, -1)) ?? [];
  const piece = fc.constantFrom(
    '[',
    ']',
    '(',
    ')',
    '**',
    '\n',
    '- ',
    'https://a.b',
    'javascript:',
    'x ',
    '1. ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      expect(
        hrefs(parseMarkdown(pieces.join(''))).filter((href) => !/^(https|mailto|tel):/.test(href)),
      ).toEqual([]);
    }),
  );
});

test('a text of 100 KB made of markers is read up to its limit', () => {
  for (const part of ['**', '[', '[a](', '- ', '\n---\n', 'https://']) {
    const blocks = parseMarkdown(part.repeat(100_000 / part.length));
    expect(JSON.stringify(blocks).length).toBeLessThan(1_000_000);
  }
});
