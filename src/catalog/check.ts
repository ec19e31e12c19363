import type { Finding } from './finding.js';
import { sortFindings } from './finding.js';
import type { LoadedContent } from './load.js';
import { claimsUsed, glossaryClaims, snippetsClaim } from './rules/claims.js';
import { dialogTargets, dialogTexts, dialogWording } from './rules/dialog.js';
import { termsDefined } from './rules/glossary.js';
import {
  answersExist,
  enoughPhrasings,
  followUpsLive,
  testIsNoCopy,
  testIsUnseen,
  utteranceOnce,
} from './rules/intents.js';
import { canonicalFinal, variantsClear } from './rules/lexicon.js';
import type { Rule } from './rules/rule.js';
import {
  asksAlong,
  benefitLimited,
  bodyLength,
  firstSentenceAlone,
  gradeLow,
  noDigits,
  reviewHolds,
  snippetUsed,
  wordingKind,
} from './rules/snippets.js';
import { tuningFresh } from './rules/tuning.js';

/** Every rule the content is held to, in the order an editor meets the things. */
export const RULES: readonly Rule[] = [
  utteranceOnce,
  testIsUnseen,
  testIsNoCopy,
  enoughPhrasings,
  followUpsLive,
  answersExist,
  snippetUsed,
  snippetsClaim,
  claimsUsed,
  wordingKind,
  noDigits,
  gradeLow,
  bodyLength,
  firstSentenceAlone,
  benefitLimited,
  asksAlong,
  reviewHolds,
  termsDefined,
  glossaryClaims,
  variantsClear,
  canonicalFinal,
  dialogTexts,
  dialogWording,
  dialogTargets,
  tuningFresh,
];

/**
 * Holds loaded content to every rule.
 *
 * @param today ISO date, for reviews that are due.
 * @returns findings, errors first, then by file and line.
 */
export function checkContent(loaded: LoadedContent, today: string): Finding[] {
  return sortFindings([...loaded.findings, ...RULES.flatMap((rule) => rule(loaded, today))]);
}
