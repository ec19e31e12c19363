import { z } from 'zod';

/** Shapes of the content files. Unknown keys are refused: a misspelt key must not pass in silence. */

const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'is written in lower-case words joined by hyphens');
const text = z.string().trim().min(1, 'must not be empty');
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is a date such as 2026-01-31');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is 64 hexadecimal digits');
const claimId = z.string().regex(/^C\d{2,3}$/, 'is a claim id such as C07');
const threshold = z.number().min(0).max(1);

/** A list whose entries are told apart by `id`: the same id twice is refused where it stands. */
function uniqueIds<T extends z.ZodType<{ id: string }>>(entry: T) {
  return z.array(entry).superRefine((entries, context) => {
    const seen = new Set<string>();
    entries.forEach((value, i) => {
      if (seen.has(value.id)) {
        context.addIssue({
          code: 'custom',
          path: [i, 'id'],
          message: `"${value.id}" is there twice`,
        });
      }
      seen.add(value.id);
    });
  });
}

export const intentSchema = z.strictObject({
  title: text.max(40, 'is at most 40 characters: it is what a button shows'),
  kind: z.enum(['faq', 'boundary', 'dialog', 'out-of-scope']),
  utterances: z.array(text).min(1),
  keywords: z.array(text).default([]),
  tests: z.array(text).default([]),
  answer: id.optional(),
  followUps: z.array(id).default([]),
  lists: z.array(id).default([]),
});

export const frontSchema = z.strictObject({
  title: text,
  claims: z.array(claimId),
  ask: text,
  review: z.strictObject({
    status: z.enum(['unreviewed', 'reviewed']),
    role: text.nullable(),
    on: isoDate.nullable(),
    next: isoDate.nullable(),
    sha256: sha256.nullable(),
  }),
  withdrawn: z.boolean().default(false),
});

export const sourceSchema = z.strictObject({
  article: z.strictObject({ title: text, language: text, reviewed: z.boolean() }),
  claims: uniqueIds(
    z.strictObject({
      id: claimId,
      section: text,
      sentence: z.number().int().min(1),
      sha256,
      statement: text,
      benefit: z.boolean().default(false),
    }),
  ),
});

export const lexiconSchema = z.array(
  z.strictObject({ canonical: text, group: text, variants: z.array(text).min(1) }),
);

export const glossarySchema = uniqueIds(
  z.strictObject({
    id,
    term: text,
    forms: z.array(text).default([]),
    text,
    claims: z.array(claimId).min(1),
    intent: id,
  }),
);

export const dialogSchema = z.strictObject({
  texts: z.record(z.string(), text),
  commands: z.record(z.string(), z.array(text).min(1)),
  frames: uniqueIds(
    z.strictObject({
      id,
      phrases: z.array(text).min(1),
      leansOnTopic: z.boolean().default(false),
      leadsTo: z.record(z.string(), id),
    }),
  ),
  pointers: z.array(text).min(1),
  nouns: z.record(z.string(), text),
  menu: z.array(id).min(1),
  welcomeTopics: z.array(id).min(1).max(4),
  firstVisitTopics: z.array(id).min(1).max(8),
});

export const tuningSchema = z.strictObject({
  catalog: sha256,
  confidenceThreshold: threshold,
  ambiguityGap: threshold,
});
