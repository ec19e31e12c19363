import { scrub } from '../../src/dialog/scrub';

const ORDINARY = new Set(
  'my name is and i am asking about the drug for mother she was told by her doctor that call on or write to what can help nurse keytruda visit with in has does work a it at see'.split(
    ' ',
  ),
);
const scrubbed = (text: string) => scrub(text, (word) => ORDINARY.has(word));

test.each([
  ['names after a title', 'Dr Anand told my mother', 'Anand'],
  ['names that say they are names', 'my name is Rosalind and i am asking', 'Rosalind'],
  ['names inside a sentence', 'what can help Grace Okafor with the drug', 'Okafor'],
  ['names in lower case', 'does it work for okonkwo', 'okonkwo'],
  ['e-mail addresses', 'write to jo.b@example.org about the drug', 'jo.b'],
  ['phone numbers', 'call her on 020 7946 0018', '7946'],
  ['record numbers', 'my mother has AB123456 what can help', 'AB123456'],
  ['dates', 'visit on 12/03/1961 with my mother', '1961'],
  ['links', 'see https://example.org/p/77?name=x about the drug', 'example.org'],
])('%s are taken out', (_what, text, gone) => {
  expect(scrubbed(text)).not.toContain(gone);
  expect(scrubbed(text)).toContain('[…]');
});

test('what the question is about is kept', () => {
  expect(scrubbed('does keytruda work for my mother')).toBe('does keytruda work for my mother');
});

test('a text is never longer than 300 characters', () => {
  expect(scrubbed('what can help my mother '.repeat(1000)).length).toBeLessThanOrEqual(300);
});
