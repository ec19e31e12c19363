import { readOptions, writeOptions } from '../../src/widget/shared/options.js';
import { pack, readFrameSays, readHostSays } from '../../src/widget/shared/wire.js';

test('what one side packs the other reads', () => {
  expect(readHostSays(pack({ kind: 'shown' }))).toEqual({ kind: 'shown' });
  expect(readHostSays(pack({ kind: 'scheme', scheme: 'dark' }))).toEqual({
    kind: 'scheme',
    scheme: 'dark',
  });
  expect(readFrameSays(pack({ kind: 'unread', count: 2 }))).toEqual({ kind: 'unread', count: 2 });
  expect(readFrameSays(pack({ kind: 'close' }))).toEqual({ kind: 'close' });
});

test.each([
  null,
  'close',
  7,
  {},
  { kind: 'close' },
  { kind: 'close', mark: 'faq-bot/2' },
  { kind: 'erase', mark: 'faq-bot/1' },
  { kind: 'unread', mark: 'faq-bot/1', count: -1 },
  { kind: 'unread', mark: 'faq-bot/1', count: '3' },
  { kind: 'scheme', mark: 'faq-bot/1', scheme: 'url(x)' },
])('%j is not a message of ours', (data) => {
  expect(readFrameSays(data)).toBeNull();
  expect(readHostSays(data)).toBeNull();
});

const NOTHING = readOptions('');

test('options come out of a fragment as they went in', () => {
  const options = {
    host: 'https://www.example.org',
    title: 'Ask us',
    locale: 'ar-EG',
    dir: 'rtl' as const,
    scheme: 'dark' as const,
    tokens: 'https://www.example.org/token',
    accent: 'rgb(0, 60, 120)',
    radius: '8px',
    font: 'Georgia, "Noto Serif", serif',
  };
  expect(readOptions(`#${writeOptions(options)}`)).toEqual(options);
});

test('what is not of the right shape counts as not given', () => {
  const given = {
    host: 'https://evil.example/path',
    locale: 'en-US@posix',
    dir: 'up',
    scheme: 'blue',
    tokens: 'javascript:alert(1)',
    accent: 'red;background:url(https://evil.example)',
    radius: 'calc(1px)',
    font: 'x;} body{display:none',
  };
  expect(readOptions(new URLSearchParams(given).toString())).toEqual(NOTHING);
});

test('a title is cut at sixty characters', () => {
  expect(readOptions(`title=${'a'.repeat(5000)}`).title).toHaveLength(60);
});
