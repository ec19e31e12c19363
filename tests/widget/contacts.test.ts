import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { findContacts } from '../../src/widget/chat/contacts.js';

const hrefs = (text: string) => findContacts(text).map(({ href }) => href);

test.each([
  ['Call 911 now.', ['tel:911']],
  ['call or text 988, or chat at 988lifeline.org', ['tel:988', 'https://988lifeline.org']],
  ['call Samaritans on 116 123.', ['tel:116123']],
  ['call Lifeline on 13 11 14', ['tel:131114']],
  ['Ring (0)20 7946 0000, day or night', ['tel:02079460000']],
  ['Ring +44 20 7946 0000 now', ['tel:+442079460000']],
  ['Ring +44 (0)20 7946 0000 now', ['tel:+442079460000']],
  ["your cancer team's 24-hour line (1-800-555-0100)", ['tel:18005550100']],
])('%j can be tapped', (text, expected) => {
  expect(hrefs(text)).toEqual(expected);
});

test.each([
  "your cancer team's 24-hour number",
  'a fever of 38.0 or 100.4',
  'in 2026',
  'about 10 of 20',
  'on 24/7',
  'a@b.org',
])('nothing in %j is a number to call or a page to open', (text) => {
  expect(hrefs(text)).toEqual([]);
});

test('brackets around a number are not part of it, those within it are', () => {
  const texts = (text: string) => findContacts(text).map((found) => found.text);
  expect(texts('the line (555-0100-200) now')).toEqual(['555-0100-200']);
  expect(texts('the line (0)20 7946 0000')).toEqual(['(0)20 7946 0000']);
  const [contact] = findContacts('the line (555-0100-200) now');
  expect(contact?.at).toBe('the line ('.length);
});

test('every number of every region is found where the safety texts name it', () => {
  const file = join(__dirname, '../../content/safety/messages.yaml');
  const { regions } = parse(readFileSync(file, 'utf8')) as {
    regions: { emergency: string; crisis: string }[];
  };
  expect(regions.length).toBeGreaterThan(3);
  for (const { emergency, crisis } of regions) {
    expect(hrefs(`Call ${emergency} now.`)).toEqual([`tel:${emergency}`]);
    const digits = crisis.replace(/\S+\.org/, '').replace(/\D/g, '');
    expect(hrefs(crisis).filter((href) => href.startsWith('tel:'))).toEqual(
      digits ? [`tel:${digits}`] : [],
    );
  }
});
