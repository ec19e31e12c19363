import { readPackageSettings } from '../../../../src/channels/teams/package/settings.js';

const APP_ID = '3f2b1c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
const read = (options: object) =>
  readPackageSettings({ appId: APP_ID, domain: 'bot.example.org', ...options });

test('app id and domain are enough; the links lead to the website of the domain', () => {
  expect(read({})).toEqual({
    appId: APP_ID,
    domain: 'bot.example.org',
    name: 'Immunotherapy FAQ',
    developer: 'Immunotherapy FAQ',
    website: 'https://bot.example.org/',
    privacy: 'https://bot.example.org/',
    terms: 'https://bot.example.org/',
    accent: '#0b5a62',
    version: '1.0.0',
  });
});

test('values are brought into one spelling', () => {
  const given = {
    appId: ` ${APP_ID.toUpperCase()} `,
    domain: 'Bücher.Example.ORG',
    accent: '#AABBCC',
    website: 'https://Example.org',
  };
  expect(read(given)).toMatchObject({
    appId: APP_ID,
    domain: 'xn--bcher-kva.example.org',
    accent: '#aabbcc',
    website: 'https://example.org/',
    privacy: 'https://example.org/',
  });
});

test.each([
  [{ appId: undefined }, '--app-id is missing'],
  [{ appId: '' }, '--app-id is missing'],
  [{ appId: 'my-bot' }, '--app-id cannot be "my-bot"'],
  [{ appId: `{${APP_ID}}` }, '--app-id cannot be'],
  [{ appId: `${APP_ID}0` }, '--app-id cannot be'],
  [{ appId: '00000000-0000-0000-0000-000000000000' }, "give the bot's own app id"],
  [{ domain: undefined }, '--domain is missing'],
  [{ domain: 'https://bot.example.org' }, '--domain cannot be "https://bot.example.org"'],
  [{ domain: 'bot.example.org/api' }, '--domain cannot be'],
  [{ domain: 'bot.example.org:443' }, '--domain cannot be'],
  [{ domain: 'me@bot.example.org' }, '--domain cannot be'],
  [{ domain: '*.example.org' }, '--domain cannot be'],
  [{ domain: 'localhost' }, '--domain cannot be'],
  [{ domain: '192.0.2.7' }, '--domain cannot be'],
  [{ domain: '[2001:db8::1]' }, '--domain cannot be'],
  [{ domain: 'bot..example.org' }, '--domain cannot be'],
  [{ domain: '-bot.example.org' }, '--domain cannot be'],
  [{ domain: 'bot_1.example.org' }, '--domain cannot be'],
  [{ domain: 'bot.example.org.' }, '--domain cannot be'],
  [{ domain: `${'a'.repeat(64)}.example.org` }, '--domain cannot be'],
  [{ domain: `${'a.'.repeat(130)}org` }, '--domain cannot be'],
  [{ domain: 'bot.example.org\nevil' }, '--domain cannot be "bot.example.org\\nevil"'],
  [{ website: 'http://example.org' }, '--website cannot be'],
  [{ privacy: 'example.org/privacy' }, '--privacy cannot be'],
  [{ terms: 'https://me:secret@example.org' }, '--terms cannot be'],
  [{ terms: 'https://localhost/terms' }, '--terms cannot be'],
  [{ privacy: `https://example.org/${'x'.repeat(2100)}` }, '--privacy cannot be'],
  [{ name: ' ' }, '--name cannot be'],
  [{ name: 'x'.repeat(31) }, '--name cannot be'],
  [{ name: 'two\nlines' }, '--name cannot be "two\\nlines"'],
  [{ developer: '<b>us</b>' }, '--developer cannot be'],
  [{ accent: 'teal' }, '--accent cannot be "teal"'],
  [{ version: '1.2' }, '--app-version cannot be "1.2"'],
  [{ version: '01.2.3' }, '--app-version cannot be'],
])('%j is refused in one sentence', (options, sentence) => {
  const refused = () => read(options);
  expect(refused).toThrow(sentence);
  expect(refused).toThrow(expect.objectContaining({ code: 'USAGE', hint: '' }));
  expect(refused).toThrow(/^[^\n]{1,220}\.$/);
});
