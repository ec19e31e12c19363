import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { catalogOf } from './catalog/load.js';
import { readContent } from './catalog/read.js';
import { parseSafetyContent } from './catalog/safety-content.js';
import type { SafetyContent, SafetyExample } from './catalog/safety-types.js';
import type { Catalog } from './catalog/types.js';
import { contentHash } from './catalog/version.js';
import { trainMatcher } from './matcher/matcher.js';
import type { MatcherEntry, MatcherTraining } from './matcher/types.js';
import { trainTriage } from './safety/triage.js';
import type { TrainedClassifier } from './text/linear-classifier.js';

/** Content that is loaded and checked, and what was learned from it where that was done beforehand. */
export interface PreparedContent {
  readonly catalog: Catalog;
  readonly matcher?: MatcherTraining;
  readonly triage?: TrainedClassifier;
}

/** Where the build leaves it, beside the compiled code that made it. Sources that run as they are have none. */
export const PREPARED_FILE = path.join(__dirname, 'prepared.bin');

/** Folders whose code loads the content and learns from it: other code may come to something else. */
const CODE = ['catalog', 'matcher', 'safety', 'text'];

/** What lies in the file. */
interface Kept {
  readonly content: PreparedContent;
  /** Hash of the code that made it. */
  readonly code: string;
}

/**
 * The content below `root`: as it was prepared when the same code built the same texts, else loaded now.
 * Reading what was prepared takes a tenth of a second, loading and learning some three.
 *
 * @throws FaqError CONTENT_UNREADABLE, CONTENT_INVALID.
 */
export function openContent(root: string, file = PREPARED_FILE): PreparedContent {
  const texts = readContent(root);
  const kept = readKept(file);
  return kept?.content.catalog.version === contentHash(texts) && kept.code === codeHash()
    ? kept.content
    : { catalog: catalogOf(texts) };
}

/**
 * Loads the content below `root`, learns from it, and keeps both in a file.
 *
 * @throws FaqError CONTENT_UNREADABLE, CONTENT_INVALID; an error of the file system.
 */
export function prepareContent(root: string, file = PREPARED_FILE): void {
  const catalog = catalogOf(readContent(root));
  const content: PreparedContent = {
    catalog,
    matcher: trainMatcher(matcherEntries(catalog), catalog.lexicon),
    triage: trainTriage(safetyOf(catalog)),
  };
  const kept: Kept = { content, code: codeHash() };
  // A server that starts meanwhile must never read half of it.
  writeFileSync(`${file}.${process.pid}`, serialize(kept));
  renameSync(`${file}.${process.pid}`, file);
}

/** Null where the file is missing, cut off, or of another Node: nothing is lost but time. */
function readKept(file: string): Kept | null {
  try {
    return deserialize(readFileSync(file));
  } catch {
    return null;
  }
}

function codeHash(): string {
  const hash = createHash('sha256');
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
