import type { z } from 'zod';
import { FaqError } from '../errors.js';
import { checkMessages, checkSafety } from './safety-check.js';
import {
  examplesSchema,
  languagesSchema,
  lookalikesSchema,
  messagesSchema,
  phrasesSchema,
  signsSchema,
  thresholdsSchema,
  wordsSchema,
} from './safety-schema.js';
import type {
  Combination,
  SafetyContent,
  SafetyExample,
  SafetyMessagesContent,
  Sign,
} from './safety-types.js';

/** Files that must be there, each with its own shape. */
export const SAFETY_FILES = {
  words: 'words.yaml',
  concepts: 'concepts.yaml',
  frames: 'frames.yaml',
  lookalikes: 'lookalikes.yaml',
  languages: 'languages.yaml',
  thresholds: 'thresholds.yaml',
  messages: 'messages.yaml',
} as const;

/** Files of signs, from the gravest level down. */
export const SIGN_FILES = [
  'self-harm.yaml',
  'emergency.yaml',
  'care-line.yaml',
  'prognosis.yaml',
  'personal-advice.yaml',
  'support.yaml',
] as const;

const FOLDER = 'content/safety/';
const EXAMPLES = 'examples/';

/**
 * True for a file that triage is made of. The messages are none: they are what is said when triage cannot be made.
 *
 * @param file relative to the content root, or a folder.
 */
export const isTriageFile = (file: string): boolean =>
  file.startsWith(FOLDER) && file !== FOLDER + SAFETY_FILES.messages;

/**
 * Checks the parsed files of `content/safety/` and puts them together.
 *
 * @param files parsed YAML by path below `content/safety/`.
 * @throws FaqError CONTENT_INVALID naming the file and the path in it of the first fault.
 */
export function parseSafetyContent(files: ReadonlyMap<string, unknown>): SafetyContent {
  const read = <T>(file: string, schema: z.ZodType<T>) => parse(files, file, schema);
  const signFiles = SIGN_FILES.map((file) => read(file, signsSchema));
  const content: SafetyContent = {
    words: read(SAFETY_FILES.words, wordsSchema),
    concepts: read(SAFETY_FILES.concepts, phrasesSchema),
    frames: read(SAFETY_FILES.frames, phrasesSchema),
    signs: signFiles.flatMap(signsOf),
    combinations: signFiles.flatMap(combinationsOf),
    lookalikes: read(SAFETY_FILES.lookalikes, lookalikesSchema),
    languages: read(SAFETY_FILES.languages, languagesSchema),
    examples: [...files.keys()]
      .filter((file) => file.startsWith(EXAMPLES))
      .sort()
      .flatMap((file) => examplesOf(read(file, examplesSchema))),
    thresholds: read(SAFETY_FILES.thresholds, thresholdsSchema),
    messages: parseSafetyMessages(files),
  };
  checkSafety(content);
  return content;
}

/**
 * The messages alone, whatever the other files are like.
 *
 * @param files as for {@link parseSafetyContent}.
 * @throws FaqError CONTENT_INVALID naming the file and the path in it of the first fault.
 */
export function parseSafetyMessages(files: ReadonlyMap<string, unknown>): SafetyMessagesContent {
  const messages = parse(files, SAFETY_FILES.messages, messagesSchema);
  checkMessages(messages);
  return messages;
}

function parse<T>(files: ReadonlyMap<string, unknown>, file: string, schema: z.ZodType<T>): T {
  if (!files.has(file)) {
    throw invalid(file, 'the file is missing');
  }
  const result = schema.safeParse(files.get(file));
  if (result.success) {
    return result.data;
  }
  const issue = result.error.issues[0];
  const path = issue?.path.join('.') ?? '';
  throw invalid(file, `${path === '' ? '' : `"${path}": `}${issue?.message ?? 'is not valid'}`);
}

function invalid(file: string, what: string): FaqError {
  const hint = 'The bot answers nothing without its safety content: mend the file.';
  return new FaqError('CONTENT_INVALID', `${FOLDER}${file}: ${what}.`, hint);
}

type SignFile = z.infer<typeof signsSchema>;

/** What a file says for all its signs holds where a sign says nothing else. */
function signsOf({ level, checks, hazard, source, signs }: SignFile): Sign[] {
  return signs.map((sign) => ({
    id: sign.id,
    level: sign.level === undefined ? level : sign.level,
    checks: sign.checks ?? checks,
    hazard: sign.hazard ?? hazard,
    source: sign.source ?? source,
    topic: sign.topic ?? null,
    unless: sign.unless ?? [],
    patterns: sign.patterns,
  }));
}

function combinationsOf({ level, hazard, source, combinations }: SignFile): Combination[] {
  return combinations.map((combination) => ({
    id: combination.id,
    level: combination.level ?? level ?? 'emergency',
    hazard: combination.hazard ?? hazard,
    source: combination.source ?? source,
    all: combination.all,
  }));
}

function examplesOf(file: z.infer<typeof examplesSchema>): SafetyExample[] {
  return Object.entries(file).flatMap(([label, lines]) =>
    lines.map((text) => ({ label: label as SafetyExample['label'], text })),
  );
}
