import { literal, write, writeBlocks } from '../../../src/channels/renderers/dialects';
import type { Dialect } from '../../../src/channels/renderers/formats';

const DIALECTS = ['mrkdwn', 'teams', 'rocket', 'plain', 'markdown'] as const;

test.each<[string, string, Record<(typeof DIALECTS)[number], string>]>([
  [
    'bold',
    'A **bold** word.',
    {
      mrkdwn: 'A *bold* word.',
      teams: 'A **bold** word.',
      rocket: 'A **bold** word.',
      plain: 'A bold word.',
      markdown: 'A **bold** word.',
    },
  ],
  [
    'a link',
    'See [the page](https://e.example/a?b=1&c=2).',
    {
      mrkdwn: 'See <https://e.example/a?b=1&c=2|the page>.',
      teams: 'See [the page](https://e.example/a?b=1&c=2).',
      rocket: 'See [the page](https://e.example/a?b=1&c=2).',
      plain: 'See the page (https://e.example/a?b=1&c=2).',
      markdown: 'See [the page](https://e.example/a?b=1&c=2).',
    },
  ],
  [
    'a list after a paragraph',
    'Three:\n\n- **One** is.\n- Two\n  goes on.',
    {
      mrkdwn: 'Three:\n\n• *One* is.\n• Two goes on.',
      teams: 'Three:\n\n- **One** is.\n- Two goes on.',
      rocket: 'Three:\n\n- **One** is.\n- Two goes on.',
      plain: 'Three:\n\n- One is.\n- Two goes on.',
      markdown: 'Three:\n\n- **One** is.\n- Two\n  goes on.',
    },
  ],
  [
    'a numbered list, and a rule',
    '1. One\n2. Two\n\n---\n\nMore.',
    {
      mrkdwn: '1. One\n2. Two\n\n———\n\nMore.',
      teams: '1. One\n2. Two\n\n———\n\nMore.',
      rocket: '1. One\n2. Two\n\n———\n\nMore.',
      plain: '1. One\n2. Two\n\n———\n\nMore.',
      markdown: '1. One\n2. Two\n\n---\n\nMore.',
    },
  ],
])('%s is written in the way of each channel', (_name, markdown, written) => {
  const all = DIALECTS.map((dialect) => [dialect, write(markdown, dialect)]);
  expect(Object.fromEntries(all)).toEqual(written);
});

test.each([
  ['a < b & c > d', 'a &lt; b &amp; c &gt; d'],
  ['<!channel> <@U1> <#C1>', '&lt;!channel&gt; &lt;@U1&gt; &lt;#C1&gt;'],
  ['&lt;', '&amp;lt;'],
  ['[x](https://e.example/a|b>c)', '<https://e.example/a%7Cb%3Ec|x>'],
])('nothing in %s reaches Slack as markup of its own', (text, written) => {
  expect(write(text, 'mrkdwn')).toBe(written);
});

test.each<[string, Dialect, string]>([
  ['What & <why>', 'mrkdwn', 'What &amp; &lt;why&gt;'],
  ['What & <why>', 'teams', 'What & &lt;why>'],
  ['What & <why>', 'plain', 'What & <why>'],
  ['Stars *and* all', 'plain', 'Stars *and* all'],
])('a title "%s" stands in %s as it is', (title, dialect, written) => {
  expect(literal(title, dialect)).toBe(written);
});

test('a list within a list, an image and HTML become lines and words', () => {
  expect(write('- a\n  - b\n- c', 'mrkdwn')).toBe('• a\n• b\n• c');
  expect(write('# Not a heading', 'plain')).toBe('# Not a heading');
  expect(write('<b>x</b>', 'mrkdwn')).toBe('&lt;b&gt;x&lt;/b&gt;');
});

test('an empty text has no blocks', () => {
  expect(DIALECTS.map((dialect) => writeBlocks('', dialect))).toEqual([[], [], [], [], []]);
});
