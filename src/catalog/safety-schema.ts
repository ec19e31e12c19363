import { z } from 'zod';

/** Shapes of the files in `content/safety/`. Unknown keys are refused: a misspelt key must not pass in silence. */

const text = z.string().trim().min(1, 'must not be empty');
const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'is written in lower-case words joined by hyphens');
const phrases = z.array(text);
const hazard = z.string().regex(/^H\d{2}$/, 'is a hazard id such as H01');
const source = z.array(
  z.string().regex(/^(?:S\d{1,2}|own)$/, 'is a source id such as S28, or own'),
);
const level = z.enum([
  'self-harm',
  'emergency',
  'care-line',
  'prognosis',
  'personal-advice',
  'emotional-support',
  'abuse',
]);
const checks = z.enum(['all', 'negation', 'none', 'told']);
const language = z.string().regex(/^[a-z]{2,3}$/, 'is a language code such as es');

export const wordsSchema = z.strictObject({
  aliases: z.record(z.string(), text),
  spellings: phrases,
  ordinary: phrases,
  english: phrases.min(1),
});

export const phrasesSchema = z.record(id, phrases.min(1));

export const signsSchema = z.strictObject({
  level: level.nullable(),
  checks,
  hazard,
  source,
  signs: z
    .array(
      z.strictObject({
        id,
        level: level.nullable().optional(),
        checks: checks.optional(),
        hazard: hazard.optional(),
        source: source.optional(),
        topic: id.optional(),
        unless: z.array(id).optional(),
        patterns: phrases.min(1),
      }),
    )
    .min(1),
  combinations: z
    .array(
      z.strictObject({
        id,
        level: level.optional(),
        hazard: hazard.optional(),
        source: source.optional(),
        all: z.array(z.array(id).min(1)).min(2),
      }),
    )
    .default([]),
});

export const lookalikesSchema = z.array(z.strictObject({ id, patterns: phrases.min(1) })).min(1);

export const languagesSchema = z
  .array(
    z.strictObject({
      language,
      name: text,
      words: phrases.default([]),
      information: phrases,
      negation: phrases,
      denied: phrases.default([]),
      past: phrases.default([]),
      present: phrases.default([]),
      over: phrases.default([]),
      biology: phrases.default([]),
      person: phrases.default([]),
      emergency: phrases.min(1),
      careLine: phrases.min(1),
      selfHarm: phrases.min(1),
      prognosis: phrases.default([]),
      personalAdvice: phrases.default([]),
    }),
  )
  .min(1);

export const examplesSchema = z.partialRecord(z.union([level, z.literal('none')]), phrases.min(1));

const threshold = z.number().min(0).max(1);
export const thresholdsSchema = z.partialRecord(
  level,
  z.strictObject({
    bare: threshold,
    alone: threshold,
    above: threshold,
    doubted: threshold,
  }),
);

const levels = { emergency: text, 'care-line': text, 'self-harm': text };
const generic = z.strictObject({ emergency: text, crisis: text, careLine: text });

export const messagesSchema = z.strictObject({
  footer: text.refine((value) => !/\d/.test(value), 'holds no digits'),
  unwell: text,
  soft: text,
  failure: text,
  levels: z.strictObject(levels),
  shared: z.strictObject({ ...levels, personal: text, emotionalSupport: text }),
  quiet: z.strictObject(levels),
  topics: z
    .array(
      z.strictObject({
        id,
        level: z.enum(['personal-advice', 'prognosis']),
        claims: z.array(z.string().regex(/^C\d{2,3}$/, 'is a claim id such as C07')).min(1),
        text,
      }),
    )
    .min(1),
  emotionalSupport: text,
  abuse: text,
  generic,
  configured: z.strictObject({ crisis: text, careLine: text }),
  regions: z.array(
    z.strictObject({
      id: z.enum(['US', 'UK', 'EU', 'CA', 'AU']),
      emergency: text,
      crisis: text,
      source: text,
      retrieved: z.boolean(),
    }),
  ),
  languages: z.array(
    z.strictObject({
      language,
      routes: z.strictObject(levels),
      personal: z.strictObject(levels),
      quiet: text.refine(
        (value) => /^[^{]*\{help\}[^{]*$/.test(value),
        'names {help} once and no other placeholder',
      ),
      generic,
    }),
  ),
});
