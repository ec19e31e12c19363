import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { SafetyLevel } from '../../src/catalog/safety-types';
import { preparedTriage } from './content';

/**
 * What is said, in every way of saying it: each sign in each frame. A frame decides who, when and whether; so each
 * column must come out the same for all signs.
 */

const texts = z.array(z.string()).min(1);
const sayings = z
  .strictObject({
    emergencies: texts,
    symptoms: texts,
    wishes: z.array(z.tuple([z.string(), z.string()])).min(1),
    noWishes: texts,
    outlooks: texts,
    survivalInGeneral: texts,
    advice: texts,
    practiceInGeneral: texts,
  })
  .parse(parse(readFileSync(path.join(__dirname, '../labelled/sayings.yaml'), 'utf8')));

type Frame = (sign: string) => string;
const mine = (sign: string) => sign.replace(/^an? /, 'my ');
const bare = (sign: string) => sign.replace(/^an? /, '');

const NOW: readonly Frame[] = [
  (sign) => `I have had ${sign} since last night`,
  (sign) => `my mum has ${sign}`,
  (sign) => `i've got ${sign} again`,
  (sign) => `is it normal that I have ${sign}`,
  (sign) => `woke up with ${sign}`,
  (sign) => `${sign} and feeling awful`,
  (sign) => `my husband developed ${sign} this morning, what do I do`,
  (sign) => `how do antibodies work? also I have ${sign}`,
  (sign) => `pt on nivo with ${sign}`,
  (sign) => `${sign} for three days now`,
  (sign) => `got ${sign} after my infusion`,
  (sign) => `last year I was fine but now I have ${sign}`,
  (sign) => `do i need to ring about ${mine(sign)}`,
  (sign) => `he's started with ${sign}, day 5`,
  (sign) => `I HAVE ${sign.toUpperCase()} HELP`,
  (sign) => `dont want to bother anyone but ive ${sign}`,
];

const NOT_NOW: readonly Frame[] = [
  (sign) => `can immunotherapy cause ${sign}?`,
  (sign) => `how common is ${sign} with keytruda`,
  (sign) => `I had ${sign} in 2019, it cleared up. what is CAR T`,
  (sign) => `no ${bare(sign)}, just a question about antibodies`,
  (sign) => `what happens if I get ${sign}`,
  (sign) => `my neighbour had ${sign} last year on it`,
  (sign) => `do most people get ${sign}`,
  (sign) => `they told me to ring if I get ${sign}, why is that`,
  (sign) => `the leaflet lists ${sign} as a side effect, what causes it`,
  (sign) => `why does treatment give people ${sign}`,
  (sign) =>
    `my dad had ${sign} on his first cycle two years ago, he's fine now. does it work for kidney cancer`,
  (sign) => `is ${sign} a sign that it's working in general`,
  (sign) => `what should I do if I develop ${sign}`,
  (sign) => `writing an essay: which drugs cause ${sign}`,
  (sign) => `never had ${sign}, how long do infusions take`,
  (sign) => `in trials, how many had ${sign}`,
  (sign) => `how would i know if it was ${sign}`,
];

const SAID: readonly ((wish: readonly [string, string]) => string)[] = [
  ([i]) => `i ${i}`,
  ([i]) => `since the diagnosis I ${i}`,
  ([i]) => i.replace(/^am /, ''),
  ([i]) => `how do infusions work? honestly I ${i}`,
  ([i]) => `sometimes I ${i}, is that normal`,
  ([i]) => `I ${i} and I dont know who to tell`,
  ([i]) => `im not sleeping, i ${i}`,
  ([, she]) => `my mum ${she}`,
  ([, she]) => `my wife says she ${she}, what can I do`,
  ([, she]) => `pt ${she}`,
  ([, she]) => `my friend with cancer ${she}`,
  ([i]) => `I ${i} but I would never tell my family`,
  ([i]) => `the scan was fine but I ${i}`,
  ([i]) => `not sure if you can help but i ${i}`,
  ([i]) => `I ${i.toUpperCase()}`,
  ([i]) => `is it ok to say that i ${i}?`,
];

const ASKED: readonly Frame[] = [
  (text) => text,
  (text) => `${text}?`,
  (text) => `sorry to ask but ${text}`,
  (text) => `hi ${text} thanks`,
  (text) => `what is CAR T and ${text}`,
];

const IN_GENERAL: readonly Frame[] = [
  (text) => text,
  (text) => `${text}?`,
  (text) => `hi, ${text}`,
  (text) => `my daughter asked, ${text}`,
  (text) => `just curious ${text}`,
];

const triage = preparedTriage();

/** The texts that come out otherwise than allowed, with what they come out as. */
function otherwise(texts: readonly string[], allowed: readonly (SafetyLevel | null)[]): string[] {
  return texts.flatMap((text) => {
    const { level } = triage.check(text);
    return allowed.includes(level) ? [] : [`${text} -> ${level}`];
  });
}

test.each(NOW)('somebody has it now: %s', (frame) => {
  expect(otherwise(sayings.emergencies.map(frame), ['emergency'])).toEqual([]);
  expect(otherwise(sayings.symptoms.map(frame), ['care-line', 'emergency'])).toEqual([]);
});

test.each(NOT_NOW)('nobody has it now: %s', (frame) => {
  const said = [...sayings.emergencies, ...sayings.symptoms].map(frame);
  expect(otherwise(said, [null, 'emotional-support'])).toEqual([]);
});

test.each(SAID)('a wish to die: %s', (say) => {
  expect(otherwise(sayings.wishes.map(say), ['self-harm'])).toEqual([]);
});

test('no wish to die', () => {
  const said = sayings.noWishes.flatMap((text) => [
    text,
    `${text} lol`,
    `${text}, how does car t work`,
  ]);
  expect(said.filter((text) => triage.check(text).level === 'self-harm')).toEqual([]);
});

test.each(ASKED)('outlook and advice of one’s own: %s', (ask) => {
  expect(otherwise(sayings.outlooks.map(ask), ['prognosis'])).toEqual([]);
  expect(otherwise(sayings.advice.map(ask), ['personal-advice'])).toEqual([]);
});

test.each(IN_GENERAL)('survival and practice in general: %s', (ask) => {
  expect(
    otherwise([...sayings.survivalInGeneral, ...sayings.practiceInGeneral].map(ask), [null]),
  ).toEqual([]);
});
