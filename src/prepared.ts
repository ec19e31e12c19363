import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { catalogOf } from './catalog/load.js';
import { type ContentTexts, readContent } from './catalog/read.js';
import { parseSafetyContent } from './catalog/safety-content.js';
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

/**
 * The content below `root`: as it was prepared when the same texts were built, else loaded now.
 * Reading what was prepared takes a tenth of a second, loading and learning some three.
 *
 * @throws FaqError CONTENT_UNREADABLE, CONTENT_INVALID.
 */
export function openContent(root: string, file = PREPARED_FILE): PreparedContent {
  const texts = readContent(root);
  return readPrepared(file, texts) ?? { catalog: catalogOf(texts) };
}

/**
 * Loads the content below `root`, learns from it, and keeps both in a file.
 *
 * @throws FaqError CONTENT_UNREADABLE, CONTENT_INVALID; an error of the file system.
 */
export function prepareContent(root: string, file = PREPARED_FILE): void {
  const catalog = catalogOf(readContent(root));
  const prepared: PreparedContent = {
    catalog,
    matcher: trainMatcher(matcherEntries(catalog), catalog.lexicon),
    triage: trainTriage(parseSafetyContent(catalog.safetyFiles)),
  };
  // A server that starts meanwhile must never read half of it.
  writeFileSync(`${file}.${process.pid}`, serialize(prepared));
  renameSync(`${file}.${process.pid}`, file);
}

/** Null unless the file was made of exactly these texts. */
function readPrepared(file: string, texts: ContentTexts): PreparedContent | null {
  try {
    const prepared: PreparedContent = deserialize(readFileSync(file));
    return prepared.catalog.version === contentHash(texts) ? prepared : null;
  } catch {
    // Missing, cut off, or of another Node: nothing is lost but time.
    return null;
  }
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
