import fc from 'fast-check';
import { MAX_TEXT, normalise } from '../../src/text/normalise';
import { tokenise } from '../../src/text/tokens';

const words = (text: string) => tokenise(normalise(text)).join(' ');

test.each([
  ['curly quotes', 'what’s “CAR T”', 'what\'s "car t"'],
  ['fullwidth letters', 'ｃｈｅｓｔ　ｐａｉｎ', 'chest pain'],
  ['mathematical letters', '𝓬𝓱𝓮𝓼𝓽 𝓹𝓪𝓲𝓷', 'chest pain'],
  ['look-alikes of another script', 'сhеst раin', 'chest pain'],
  ['zero-width characters', 'che\u200bst\u200d pa\ufeffin', 'chest pain'],
  ['accents', 'immunothérapie', 'immunotherapie'],
  ['letters drawn out', 'heeeeelp', 'heelp'],
  ['letter spacing', 'c h e s t pain', 'chest pain'],
  ['letter spacing with wider gaps', 'i   w a n t   t o   d i e', 'i want to die'],
  ['letter spacing by other marks', 'I h.a.v.e a f.e.v.e.r', 'i have a fever'],
  ['letter spacing round an apostrophe', "I c a n ' t", "ican't"],
  ['a dotted capital I', 'İmmune', 'immune'],
])('%s are folded', (_what, text, folded) => {
  expect(normalise(text)).toBe(folded);
});

test('real text of another script is left as it is', () => {
  expect(normalise('что такое иммунотерапия')).toContain('иммунотерапия');
});

test('emoji and control characters separate words', () => {
  expect(words('chest\u0007pain 😀 now')).toBe('chest pain now');
});

test('no string throws, grows past the cap, or changes when normalised again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
      const once = normalise(text);
      expect(once.length).toBeLessThanOrEqual(MAX_TEXT);
      expect(normalise(once).length).toBeLessThanOrEqual(once.length);
    }),
    { numRuns: 300, seed: 7 },
  );
});

test('a flood of combining marks is cut before it costs anything', () => {
  expect(normalise(`a${'\u0301\u0316'.repeat(50_000)}b`).length).toBeLessThan(10);
});
