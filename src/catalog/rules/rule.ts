import type { ContentPath } from '../document.js';
import type { Finding } from '../finding.js';
import type { LoadedContent } from '../load.js';

/** One rule, one function, one actionable message a fault. `today` is an ISO date. */
export type Rule = (loaded: LoadedContent, today: string) => Finding[];

/** Makes findings of one rule, each at the line its value stands on. */
export function reporter(loaded: LoadedContent, rule: string) {
  const at =
    (severity: Finding['severity']) => (file: string, path: ContentPath, message: string) => ({
      file,
      line: loaded.line(file, path),
      severity,
      rule,
      message,
    });
  return { error: at('error'), warning: at('warning') };
}

export const intentFile = (id: string) => `intents/${id}.yaml`;
export const snippetFile = (id: string) => `content/snippets/${id}.md`;
export const SOURCE_FILE = 'content/source.yaml';
export const LEXICON_FILE = 'content/lexicon.yaml';
export const GLOSSARY_FILE = 'content/glossary.yaml';
export const DIALOG_FILE = 'content/dialog.yaml';
