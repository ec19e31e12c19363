import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { PROJECT_ROOT } from '../../../src/bot';

const read = (file: string) => readFileSync(path.join(PROJECT_ROOT, file), 'utf8');
const text = read('examples/slack/manifest.yaml');
const { features, oauth_config, settings } = parse(text);

test('the example subscribes to the events that are listened to, and no others', () => {
  const heard = [...read('src/channels/slack/bolt.ts').matchAll(/app\.event\('([\w.]+)'/g)];
  const names = heard.map(([, name]) => (name === 'message' ? 'message.im' : name));
  expect(settings.event_subscriptions.bot_events).toEqual(names.sort());
});

test('it asks for the scopes those events and calls need, and no others', () => {
  expect(oauth_config).toEqual({
    scopes: {
      bot: ['app_mentions:read', 'assistant:write', 'chat:write', 'commands', 'im:history'],
    },
  });
});

test('every address in it is the one endpoint there is', () => {
  const addresses = text.match(/https:\/\/bot\.example\.org\S*/g);
  expect(new Set(addresses)).toEqual(new Set(['https://bot.example.org/api/slack/events']));
  expect(addresses).toHaveLength(3);
  expect(features.slash_commands).toHaveLength(1);
  expect(settings.interactivity.is_enabled).toBe(true);
});
