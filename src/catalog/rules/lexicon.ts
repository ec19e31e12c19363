import { normalise } from '../../text/normalise.js';
import { tokenise } from '../../text/tokens.js';
import type { Finding } from '../finding.js';
import { LEXICON_FILE, type Rule, reporter } from './rule.js';

/** A variant stands for one canonical form, and is written as the matcher sees it. */
export const variantsClear: Rule = (loaded) => {
  const report = reporter(loaded, 'lexicon-variant');
  const owner = new Map<string, string>();
  return loaded.catalog.lexicon.flatMap((entry, i) =>
    entry.variants.flatMap((variant, j): Finding[] => {
      const path = [i, 'variants', j];
      const other = owner.get(variant);
      owner.set(variant, entry.canonical);
      if (other !== undefined) {
        return [report.error(LEXICON_FILE, path, `"${variant}" stands for "${other}" already.`)];
      }
      const seen = tokenise(normalise(variant)).join(' ');
      const message = `"${variant}" never occurs: the matcher sees "${seen}". Write that.`;
      return seen === variant ? [] : [report.error(LEXICON_FILE, path, message)];
    }),
  );
};

/** A canonical form that is itself replaced would depend on the order of entries. */
export const canonicalFinal: Rule = (loaded) => {
  const report = reporter(loaded, 'lexicon-chain');
  const { lexicon } = loaded.catalog;
  const variants = new Map(
    lexicon.flatMap((e) => e.variants.map((v) => [v, e.canonical] as const)),
  );
  return lexicon.flatMap(({ canonical }, i): Finding[] => {
    const other = variants.get(canonical);
    const message = `"${canonical}" is replaced by "${other}" in its turn; point its variants there.`;
    return other === undefined ? [] : [report.error(LEXICON_FILE, [i, 'canonical'], message)];
  });
};
