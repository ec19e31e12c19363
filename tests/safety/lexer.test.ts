import { lex } from '../../src/safety/lexer';

const words = (text: string) => lex(text, new Map()).map(({ text: word }) => word);

/** Longer than `normalise` takes at once, and than it takes once letters and accents are apart. */
test.each([
  ['English', 'we went for a walk ', 'breathe'],
  ['Vietnamese', 'ngực tôi bị đau và rất mệt ', 'breathe'],
  ['Korean', '가슴이 아프고 숨을 쉴 수가 없어요 ', 'breathe'],
  ['Japanese', '胸が痛くて息ができないガ ', 'breathe'],
])('no word of a long text in %s is lost', (_, phrase, last) => {
  for (const length of [1000, 1500, 3000, 20_000]) {
    const times = Math.ceil(length / phrase.length);
    const read = words(`${phrase.repeat(times)}${last}`);
    expect(read.at(-1)).toBe(last);
    expect(read).toHaveLength(times * words(phrase).length + 1);
  }
});

test('a text without a space is read in pieces', () => {
  expect(words('가'.repeat(5000)).join('').length).toBeGreaterThanOrEqual(5000);
});

test('of more than 40,000 characters the middle is left out', () => {
  const read = words(`first ${'word '.repeat(30_000)}last`);
  expect([read[0], read.at(-1)]).toEqual(['first', 'last']);
  expect(read.join(' ').length).toBeLessThanOrEqual(40_001);
  expect(read.length).toBeGreaterThan(7900);
});
