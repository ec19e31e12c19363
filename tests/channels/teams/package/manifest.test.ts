import Ajv from 'ajv-draft-04';
import fc from 'fast-check';
import { loadBot } from '../../../../src/bot.js';
import { LOOK_UP_COMMAND, LOOK_UP_PARAMETER } from '../../../../src/channels/teams/look-up.js';
import { manifestOf } from '../../../../src/channels/teams/package/manifest.js';
import {
  type PackageOptions,
  readPackageSettings,
} from '../../../../src/channels/teams/package/settings.js';
import { say } from '../../../../src/evaluation/samples.js';
import { DEFAULT_SETTINGS } from '../../../fixtures/default-settings.js';

/** Microsoft's own schema file, as it comes with `@microsoft/app-manifest`: nothing is fetched. */
const schema = require('@microsoft/app-manifest/build/json-schemas/teams/v1.19/MicrosoftTeams.schema.json');

const ajv = new Ajv({ strict: false, allErrors: true, formats: { uri: URL.canParse } });
const validate = ajv.compile(schema);

const APP_ID = '3f2b1c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
const DOMAIN = 'bot.example.org';

const manifest = (options: PackageOptions = {}) =>
  manifestOf(readPackageSettings({ appId: APP_ID, domain: DOMAIN, ...options }));

/** What the schema has against a manifest. */
function faultsOf(value: unknown): string[] {
  validate(JSON.parse(JSON.stringify(value)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

test('the manifest is valid by the official schema', () => {
  expect(faultsOf(manifest())).toEqual([]);
});

const hex = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...'0123456789abcdefABCDEF'),
    minLength: length,
    maxLength: length,
  });
const options = fc.record(
  {
    appId: fc.tuple(hex(8), hex(4), hex(4), hex(4), hex(12)).map((parts) => parts.join('-')),
    domain: fc.domain(),
    name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    developer: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    website: fc.webUrl({ validSchemes: ['https'], withQueryParameters: true }),
    privacy: fc.webUrl({ validSchemes: ['https', 'https', 'http'], withFragments: true }),
    terms: fc.webUrl({ validSchemes: ['https'] }),
    accent: hex(6).map((colour) => `#${colour}`),
    version: fc.tuple(fc.nat(99), fc.nat(99), fc.nat(10_000)).map((parts) => parts.join('.')),
  },
  { requiredKeys: ['appId', 'domain'] },
);

test('whatever settings are accepted, the manifest they lead to is valid', () => {
  let accepted = 0;
  fc.assert(
    fc.property(options, (given) => {
      let settings: ReturnType<typeof readPackageSettings>;
      try {
        settings = readPackageSettings(given);
      } catch (error) {
        expect(error).toHaveProperty('code', 'USAGE');
        return;
      }
      accepted += 1;
      expect(faultsOf(manifestOf(settings))).toEqual([]);
    }),
    { numRuns: 400, seed: 20261123 },
  );
  expect(accepted).toBeGreaterThan(100);
});

test('a manifest that is wrong would be noticed', () => {
  expect(faultsOf({ ...manifest(), id: 'x' })).not.toEqual([]);
  expect(faultsOf({ ...manifest(), surprise: true })).not.toEqual([]);
  expect(faultsOf({ ...manifest(), accentColor: 'red' })).not.toEqual([]);
});

test('the bot and the look-up are one app, in chats, group chats and teams', () => {
  const { id, bots, composeExtensions, validDomains } = manifest();
  expect([id, bots?.[0]?.botId, composeExtensions?.[0]?.botId]).toEqual([APP_ID, APP_ID, APP_ID]);
  expect(bots?.[0]?.scopes).toEqual(['personal', 'team', 'groupChat']);
  expect(validDomains).toEqual([DOMAIN]);
});

test('the look-up is named as the bot reads it', () => {
  const [command, ...more] = manifest().composeExtensions?.[0]?.commands ?? [];
  expect(more).toEqual([]);
  expect(command).toMatchObject({ id: LOOK_UP_COMMAND, type: 'query' });
  expect(command?.parameters?.map(({ name }) => name)).toEqual([LOOK_UP_PARAMETER]);
});

test('every command that is offered is a text the bot knows how to answer', () => {
  const { bot } = loadBot(DEFAULT_SETTINGS);
  const lists = manifest().bots?.[0]?.commandLists ?? [];
  expect(lists.flatMap(({ scopes }) => scopes).sort()).toEqual(['groupChat', 'personal', 'team']);
  for (const { scopes, commands } of lists) {
    for (const { title } of commands) {
      const shared = !scopes.includes('personal');
      const { verdict } = say(bot, bot.newConversation(), { utterance: title, shared });
      expect([title, verdict.decision]).toEqual([
        title,
        expect.stringMatching(/^(answer|dialog)$/),
      ]);
    }
  }
});

test('what Teams shows of the app promises no advice and names the care team', () => {
  const { full } = manifest().description;
  expect(full).toContain('General education only');
  expect(full).toContain('not for emergencies');
  expect(full).toContain('care team');
});
