import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadBot } from '../src/bot';
import { DEFAULT_SETTINGS } from './fixtures/default-settings';
import { type Expectation, readDialogs } from './fixtures/dialogs';
import { type PlayedTurn, play, type TurnScript } from './fixtures/play';

/** Conversations are data: one test plays them all and shows the transcript of one that differs. */

const loaded = loadBot(DEFAULT_SETTINGS);
const dialogs = readDialogs(loaded);

test('there are sixty dialogs or more', () => {
  expect(dialogs.length).toBeGreaterThanOrEqual(60);
});

/**
 * Dialogs that are known to go wrong, each with its reason. A dialog listed here must fail: once it goes
 * right, the entry has to go.
 */
const shortfalls = new Set(
  z
    .array(z.strictObject({ dialog: z.string(), reason: z.string() }))
    .parse(parse(readFileSync(path.join(__dirname, 'labelled', 'shortfalls.yaml'), 'utf8')))
    .map(({ dialog }) => dialog),
);
const isKnown = ({ file, name }: { file: string; name: string }) =>
  shortfalls.has(`${file}: ${name}`);

test('every known shortfall is a dialog that is there', () => {
  const names = new Set(dialogs.map(({ file, name }) => `${file}: ${name}`));
  expect([...shortfalls].filter((dialog) => !names.has(dialog))).toEqual([]);
});

test.failing.each(dialogs.filter(isKnown))('known shortfall: $file: $name', ({ turns }) => {
  expectAsScripted(turns);
});

test.each(dialogs.filter((dialog) => !isKnown(dialog)))('$file: $name', ({ turns }) => {
  expectAsScripted(turns);
});

function expectAsScripted(turns: (typeof dialogs)[number]['turns']): void {
  const played = play(loaded.bot, turns as TurnScript[]);
  const differs = played.findIndex(
    (turn, i) => differences(turn, turns[i]?.expect ?? {}).length > 0,
  );
  if (differs >= 0) {
    const turn = played[differs];
    const why = turn === undefined ? [] : differences(turn, turns[differs]?.expect ?? {});
    throw new Error(
      `Turn ${differs + 1} differs:\n${why.join('\n')}\n\n${transcript(played, differs)}`,
    );
  }
}

function differences({ turn }: PlayedTurn, expect: Expectation): string[] {
  const { verdict, reply } = turn;
  const text = reply.body.toLowerCase();
  const offered = reply.suggestions.flatMap(({ title, intent }) => [title, intent ?? '']);
  const said = (what: string, is: unknown, wants: unknown) =>
    `  ${what} is ${JSON.stringify(is)}, expected ${JSON.stringify(wants)}`;
  return [
    expect.decision === undefined || expect.decision.includes(verdict.decision)
      ? ''
      : said('decision', verdict.decision, expect.decision),
    expect.intent === undefined || (expect.intent as (string | null)[]).includes(verdict.intent)
      ? ''
      : said('intent', verdict.intent, expect.intent),
    expect.also === undefined || expect.also.every((id) => verdict.also.includes(id))
      ? ''
      : said('also', verdict.also, expect.also),
    ...(expect.contains ?? []).map((piece) =>
      text.includes(piece.toLowerCase()) ? '' : said('text', reply.body, `... ${piece} ...`),
    ),
    ...(expect.lacks ?? []).map((piece) =>
      text.includes(piece.toLowerCase()) ? said('text', reply.body, `no "${piece}"`) : '',
    ),
    ...(expect.suggests ?? []).map((one) =>
      offered.includes(one) ? '' : said('suggestions', offered, one),
    ),
    ...(expect.candidates ?? []).map((id) =>
      verdict.candidates.some(({ intent }) => intent === id)
        ? ''
        : said('candidates', verdict.candidates, id),
    ),
    expect.footer === undefined || expect.footer === (reply.footer !== '')
      ? ''
      : said('footer', reply.footer, expect.footer),
  ].filter((line) => line !== '');
}

function transcript(played: readonly PlayedTurn[], upTo: number): string {
  return played
    .slice(0, upTo + 1)
    .map(({ input, turn }) => {
      const { decision, intent, confidence } = turn.verdict;
      return `> ${input}\n  [${decision} ${intent} ${confidence.toFixed(2)}] ${turn.reply.body.slice(0, 160)}`;
    })
    .join('\n');
}
