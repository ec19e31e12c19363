import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadBot } from '../src/bot.js';
import { DEFAULT_SETTINGS } from './fixtures/default-settings.js';
import { readDialogs } from './fixtures/dialogs.js';
import { cli } from './fixtures/run-cli.js';
import { getJson, postJson, type RunningApp, runApp } from './fixtures/running-app.js';

interface Dialog {
  readonly id: string;
  readonly turns: readonly string[];
}

const loaded = loadBot(DEFAULT_SETTINGS);

/** The dialogs that are typed from the first word to the last, without waiting: what a file for the CLI can hold. */
const dialogs: Dialog[] = readDialogs(loaded).flatMap(({ file, name, turns }) => {
  const typed = turns.flatMap(({ user, minutes }) =>
    user === undefined || user.trim() === '' || minutes !== undefined ? [] : [user],
  );
  return typed.length === turns.length ? [{ id: `${file}: ${name}`, turns: typed }] : [];
});

let app: RunningApp;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'faq-dialogs-'));
  const limits = { LIMIT_TURNS_PER_MINUTE: '100000', LIMIT_REQUESTS_PER_MINUTE: '100000' };
  app = await runApp({ ...limits, LIMIT_TOKENS_PER_MINUTE: '100000' }, { bot: loaded.bot });
});

afterAll(async () => {
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What the bot says in a conversation of its own over Direct Line, as the person sees it. */
async function overDirectLine({ turns }: Dialog): Promise<string[]> {
  const root = `${app.url}/v3/directline`;
  const { token } = (await postJson(`${root}/tokens/generate`, {})).body;
  const headers = { authorization: `Bearer ${token}` };
  const { conversationId } = (await postJson(`${root}/conversations`, {}, headers)).body;
  const activities = `${root}/conversations/${conversationId}/activities`;
  for (const text of turns) {
    await postJson(activities, { type: 'message', text }, headers);
  }
  const log = (await getJson(activities, headers)).body.activities;
  const said = log.filter(({ type, replyToId }) => type === 'message' && replyToId !== undefined);
  return said.map(({ text }) => text);
}

async function throughCli(): Promise<Map<string, string[]>> {
  const file = path.join(folder, 'dialogs.jsonl');
  writeFileSync(file, dialogs.map((dialog) => `${JSON.stringify(dialog)}\n`).join(''));
  const { out } = await cli(['ask', '--json', '--file', file]);
  return new Map(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .map(({ id, results }: { id: string; results: Result[] }) => [
        id,
        results.map(({ reply }) => [reply.text, reply.footer].filter(Boolean).join('\n\n')),
      ]),
  );
}

interface Result {
  readonly reply: { readonly text: string; readonly footer: string };
}

test('a hundred dialogs and more are said over Direct Line as through the CLI, turn for turn', async () => {
  expect(dialogs.length).toBeGreaterThanOrEqual(100);
  const expected = await throughCli();
  for (const dialog of dialogs) {
    expect([dialog.id, await overDirectLine(dialog)]).toEqual([dialog.id, expected.get(dialog.id)]);
  }
}, 60_000);
