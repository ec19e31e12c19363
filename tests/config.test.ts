import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../src/config.js';
import { FaqError } from '../src/errors.js';
import { VARIABLES } from '../src/settings.js';

const EXAMPLE = join(__dirname, '..', '.env.example');

function faultsOf(env: NodeJS.ProcessEnv): string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(FaqError);
    expect(error).toHaveProperty('code', 'CONFIG_INVALID');
    return (error as FaqError).message.split('\n');
  }
}

test('nothing set runs on loopback with everything closed to others', () => {
  expect(loadConfig({})).toMatchObject({
    HOST: '127.0.0.1',
    PORT: 3978,
    loopback: true,
    MicrosoftAppId: null,
    DIRECT_LINE_SECRET: null,
    ALLOWED_ORIGINS: [],
    REGION: null,
    ACCEPT_UNREVIEWED: false,
    KEEP_UNANSWERED: false,
  });
});

test('an empty or blank value counts as not set', () => {
  expect(loadConfig({ PORT: '', REGION: '  ', PUBLIC_URL: '' })).toEqual(loadConfig({}));
});

test('values are read in the shapes people write them in', () => {
  expect(
    loadConfig({
      PORT: '0',
      REGION: 'uk',
      ALLOWED_ORIGINS: 'https://a.example, https://b.example:8443/',
      SERVICE_URL_HOSTS: '.bot.example.org',
      KEEP_UNANSWERED: 'YES',
      LOG_LEVEL: 'Warn',
    }),
  ).toMatchObject({
    PORT: 0,
    REGION: 'UK',
    ALLOWED_ORIGINS: ['https://a.example', 'https://b.example:8443'],
    SERVICE_URL_HOSTS: ['.bot.example.org'],
    KEEP_UNANSWERED: true,
    LOG_LEVEL: 'warn',
  });
});

test.each(['127.0.0.1', '127.3.2.1', 'localhost', '::1', '[::1]'])('%s is loopback', (HOST) => {
  expect(loadConfig({ HOST }).loopback).toBe(true);
});

test.each(['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.example.org'])('%s is not loopback', (HOST) => {
  expect(loadConfig({ HOST }).loopback).toBe(false);
});

test('every fault is named in a sentence of its own, all at once', () => {
  expect(
    faultsOf({
      PORT: 'abc',
      RETENTION_DAYS: '0',
      REGION: 'Mars',
      PUBLIC_URL: 'https://bot.example.org/path',
      ALLOWED_ORIGINS: '*',
      MicrosoftAppPassword: 'hush',
    }),
  ).toEqual([
    'PORT must be a whole number from 0 to 65535, but is "abc".',
    'PUBLIC_URL must be an address such as https://bot.example.org, without a path, but is "https://bot.example.org/path".',
    'ALLOWED_ORIGINS must be a list of addresses such as https://www.example.org, without a path, but is "*".',
    'REGION must be one of US, UK, EU, CA, AU, but is "Mars".',
    'RETENTION_DAYS must be a whole number from 1 to 365, but is "0".',
    'MicrosoftAppPassword is set, but MicrosoftAppId is not.',
  ]);
});

test.each([
  { CARE_LINE: 'the oncology hotline of Saint Mary, 020 7946 0000' },
  { CARE_LINE: 'the cancer hotline of Saint Mary Hospital, 020 7946 0000' },
  { CRISIS_LINE: 'the good night line of Saint Ann, 0800 111 222' },
  { CRISIS_LINE: 'one two three four five six seven eight' },
  { EMERGENCY_NUMBER: 'the ambulance on 999' },
  { EMERGENCY_NUMBER: '01 23 45 67 89' },
])('a line that danger messages have room for is taken: %j', (env) => {
  expect(faultsOf(env)).toEqual([]);
});

test.each([
  ['CARE_LINE', 'one two three four five six seven eight nine', 8, 10],
  ['CARE_LINE', 'the night ward of Saint Ann, 01 23 45 67 89', 8, 10],
  ['CRISIS_LINE', 'call the line of the county council for all, 555 0100', 8, 10],
  ['EMERGENCY_NUMBER', 'the ambulance of the county', 4, 5],
])('a line that is too long for danger messages is refused: %s %s', (name, value, most, room) => {
  const length = `${most} words or fewer with a phone number as one, and ${room} or fewer with each group of digits as one`;
  expect(faultsOf({ [name]: value })).toEqual([`${name} must be ${length}, but is "${value}".`]);
});

test('a secret that is too short is named without its value', () => {
  const faults = faultsOf({ DIRECT_LINE_SECRET: 'tooshort', DIRECT_LINE_SIGNING_KEY: 'alsoshort' });
  expect(faults).toEqual([
    'DIRECT_LINE_SECRET must be at least 20 characters long, without blanks.',
    'DIRECT_LINE_SIGNING_KEY must be at least 32 characters long, without blanks.',
  ]);
});

test.each([
  [{ MicrosoftAppId: 'id' }, 'MicrosoftAppId needs MicrosoftAppPassword'],
  [{ MicrosoftAppType: 'SingleTenant' }, 'SingleTenant needs MicrosoftAppId'],
  [
    { MicrosoftAppId: 'id', MicrosoftAppPassword: 'p', MicrosoftAppType: 'singletenant' },
    'needs MicrosoftAppTenantId',
  ],
  [
    {
      MicrosoftAppId: 'id',
      MicrosoftAppPassword: 'p',
      MicrosoftAppTenantId: 't',
      MicrosoftAppType: 'UserAssignedMSI',
    },
    'takes no MicrosoftAppPassword',
  ],
])('Azure settings that contradict each other are refused: %j', (env, sentence) => {
  expect(faultsOf(env).join()).toContain(sentence);
});

test.each([
  { MicrosoftAppId: 'id', MicrosoftAppPassword: 'p' },
  {
    MicrosoftAppId: 'id',
    MicrosoftAppPassword: 'p',
    MicrosoftAppTenantId: 't',
    MicrosoftAppType: 'SingleTenant',
  },
  { MicrosoftAppId: 'id', MicrosoftAppTenantId: 't', MicrosoftAppType: 'UserAssignedMSI' },
])('Azure settings that belong together are taken: %j', (env) => {
  expect(faultsOf(env)).toEqual([]);
});

test('.env.example shows every setting, in order, with its description and default', () => {
  const entries = Object.entries(VARIABLES.shape).map(([name, kind]) => {
    const initial: unknown = kind.safeParse(undefined).data;
    const value = Array.isArray(initial) || initial === null ? '' : shown(initial);
    return `# ${kind.description}\n# ${name}=${value}\n`;
  });
  const head =
    '# Every setting, with its default. Set what you need in the environment, or remove the # before a name\n' +
    '# in a copy of this file and start with: node --env-file=.env dist/main.js\n';
  expect(readFileSync(EXAMPLE, 'utf8')).toBe([head, ...entries].join('\n'));
});

function shown(value: unknown): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
