import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { catalogOf, catalogSparingTriage } from './catalog/load.js';
import { readContent } from './catalog/read.js';
import { parseSafetyContent, parseSafetyMessages } from './catalog/safety-content.js';
import type { SafetyContent, SafetyExample } from './catalog/safety-types.js';
import type { Catalog } from './catalog/types.js';
import { contentHash } from './catalog/version.js';
import { FaqError } from './errors.js';
import { trainMatcher } from './matcher/matcher.js';
import type { MatcherEntry, MatcherTraining } from './matcher/types.js';
import { trainTriage } from './safety/triage.js';
import type { TrainedClassifier } from './text/linear-classifier.js';

/** Content that is loaded and checked, and what was learned from it where that was done beforehand. */
export interface PreparedContent {
  readonly catalog: Catalog;
  readonly matcher?: MatcherTraining;
  readonly triage?: TrainedClassifier;
  /** Why triage cannot be made of the content, where a file of its own is the reason. */
  readonly triageFault?: FaqError;
}

/** Where the build leaves it, beside the compiled code that made it. Sources that run as they are have none. */
export const PREPARED_FILE = path.join(__dirname, 'prepared.bin');

/** Folders whose code, beside this file, loads the content and learns from it: other code may come to something else. */
const CODE = ['catalog', 'matcher', 'safety', 'text'];

/** What lies in the file. */
interface Kept {
  readonly content: PreparedContent;
  /** Hash of the code that made it. */
  readonly code: string;
}

/**
 * The content below `root`: as it was prepared when the same code built the same texts, else loaded now.
 * Reading what was prepared takes a tenth of a second, loading and learning some three. A fault in a file of triage
 * is handed over instead of thrown: nothing is answered then, but people must still be told where help is.
 *
 * @throws FaqError CONTENT_UNREADABLE, CONTENT_INVALID.
 */
export function openContent(root: string, file = PREPARED_FILE): PreparedContent {
  const unreadable: FaqError[] = [];
  const texts = readContent(root, (fault) => unreadable.push(fault));
  const kept = readKept(file);
  const isSame = kept?.content.catalog.version === contentHash(texts) && kept.code === codeHash();
  if (isSame && unreadable.length === 0) {
    return kept.content;
  }
  const { catalog, triageFault } = catalogSparingTriage(texts);
  const fault = unreadable[0] ?? triageFault;
  return fault === null ? { catalog } : { catalog, triageFault: fault };
}

/**
 * Loads the content below `root`, learns from it, and keeps both in a file.
 *
 * @throws FaqError CONTENT_UNREADABLE, CONTENT_INVALID; an error of the file system.
 */
export function prepareContent(root: string, file = PREPARED_FILE): void {
  const catalog = catalogOf(readContent(root));
  const safety = safetyOf(catalog);
  const content: PreparedContent = {
    catalog,
    matcher: trainMatcher(matcherEntries(catalog), catalog.lexicon),
    triage: trainTriage(safety),
  };
  const kept: Kept = { content, code: codeHash() };
  // A server that starts meanwhile must never read half of it.
  writeFileSync(`${file}.${process.pid}`, serialize(kept));
  renameSync(`${file}.${process.pid}`, file);
}

/** Null where the file is missing, cut off, or of another Node: nothing is lost but time. */
function readKept(file: string): Kept | null {
  try {
    const { content, code }: Kept = deserialize(readFileSync(file));
    return { code, content: ownArrays(content) };
  } catch {
    return null;
  }
}

/** Numbers that were read may be a view of the whole file, 15 MB that would stay in memory with them. */
function ownArrays<T>(value: T): T {
  if (value instanceof Float32Array || value instanceof Int32Array) {
    return value.slice() as T;
  }
  const isPlain = value?.constructor === Object;
  const entries = isPlain ? Object.entries(value) : [];
  return isPlain
    ? (Object.fromEntries(entries.map(([key, entry]) => [key, ownArrays(entry)])) as T)
    : value;
}

function codeHash(): string {
  const hash = createHash('sha256').update(readFileSync(__filename));
  for (const folder of CODE.map((name) => path.join(__dirname, name))) {
    for (const name of readdirSync(folder).sort()) {
      if (/\.[jt]s$/.test(name)) {
        hash.update(readFileSync(path.join(folder, name)));
      }
    }
  }
  return hash.digest('hex');
}

/** What the matcher learns from: every intent, with out-of-scope as a class of its own. */
export function matcherEntries({ intents }: Catalog): MatcherEntry[] {
  return [...intents.values()].map(({ id, title, utterances, keywords, kind }) => ({
    intent: id,
    title,
    utterances,
    keywords,
    outOfScope: kind === 'out-of-scope',
  }));
}

/**
 * What triage is made of: `content/safety/`, and beside its examples every phrasing and title of the intents and every
 * command of the conversation as one more of what is no danger.
 *
 * @throws FaqError CONTENT_INVALID.
 */
export function safetyOf({ safetyFiles, intents, dialog }: Catalog): SafetyContent {
  const content = parseSafetyContent(safetyFiles);
  const utterances = [...intents.values()].flatMap((intent) => [
    intent.title,
    ...intent.utterances,
  ]);
  const ordinary = [...utterances, ...Object.values(dialog.commands).flat()];
  const examples = ordinary.map((text): SafetyExample => ({ label: 'none', text }));
  return { ...content, examples: [...content.examples, ...examples] };
}

/** What `content/safety/` comes to for a bot that starts. */
export interface OpenedSafety {
  readonly texts: Pick<SafetyContent, 'messages' | 'signs'>;
  /** What triage is made of, or why it cannot be made. */
  readonly content: SafetyContent | FaqError;
}

/**
 * The safety messages in any case, and what triage is made of where that can be used.
 *
 * @throws FaqError CONTENT_INVALID for the messages: without them nobody could be told anything.
 */
export function openSafety({ catalog, triageFault }: PreparedContent): OpenedSafety {
  const content = triageFault ?? attempt(() => safetyOf(catalog));
  return content instanceof FaqError
    ? { content, texts: { messages: parseSafetyMessages(catalog.safetyFiles), signs: [] } }
    : { content, texts: content };
}

function attempt<T>(make: () => T): T | FaqError {
  try {
    return make();
  } catch (error) {
    if (error instanceof FaqError) {
      return error;
    }
    throw error;
  }
}
