import type { Finding } from '../finding.js';
import { plainText } from '../markdown.js';
import { type Rule, reporter, snippetFile } from './rule.js';
import { TECHNICAL_TERM } from './technical-terms.js';

/** A technical word an answer uses can be asked about: "what does X mean". */
export const termsDefined: Rule = (loaded) => {
  const report = reporter(loaded, 'undefined-term');
  const { glossary, snippets } = loaded.catalog;
  const defined = glossary
    .flatMap(({ term, forms }) => [term, ...forms])
    .map((t) => t.toLowerCase());
  return [...snippets.values()].flatMap((snippet): Finding[] => {
    const shown = [snippet.body, snippet.more, snippet.short, snippet.simple].join('\n');
    const used = plainText(shown).toLowerCase().match(TECHNICAL_TERM) ?? [];
    const open = [...new Set(used)].filter((word) => !defined.some((term) => covers(term, word)));
    return open.map((word) => {
      const message = `"${word}" is a technical word without an entry in the glossary.`;
      return report.error(snippetFile(snippet.id), [], message);
    });
  });
};

/** "immune system" covers "immune", "antigen" covers "antigens", "progression-free survival" both its words. */
function covers(term: string, word: string): boolean {
  const parts = ` ${term.replace(/[^a-z]+/g, ' ')} `;
  const plain = word.replace(/[^a-z]+/g, ' ');
  return parts.includes(` ${plain} `) || parts.includes(` ${plain.replace(/s$/, '')} `);
}
