import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { Finding } from './finding.js';

/** A path into a parsed document: keys and indexes from the root. */
export type ContentPath = readonly (string | number)[];

/** One content file: its text, its data, and where each value stands. */
export interface ContentFile {
  /** Relative to the content root, with forward slashes. */
  readonly file: string;
  readonly text: string;
  readonly data: unknown;
  /** Line of the value at `path`, or of its nearest parent that exists. */
  line(path: ContentPath): number;
  /** Faults found while parsing; the data may be partial when there are any. */
  readonly faults: readonly Finding[];
}

/** Alias expansion is a memory bomb in hostile YAML, and content has no use for it. */
const MAX_ALIASES = 0;

/**
 * Parses YAML and remembers where everything stands.
 *
 * @param lineOffset lines that come before `text` in the file (front matter starts on line 2).
 */
export function parseYaml(file: string, text: string, lineOffset = 0): ContentFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, merge: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + lineOffset;
  const faults = document.errors.map((error): Finding => {
    const message = firstLine(error.message);
    return { file, line: lineAt(error.pos[0]), severity: 'error', rule: 'yaml', message };
  });
  const data = faults.length > 0 ? null : toData(document, file, faults);
  return { file, text, data, line: (path) => lineOf(document, path, lineAt), faults };
}

function toData(document: Document, file: string, faults: Finding[]): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch {
    const message = 'Aliases are not used in content; write the value out.';
    faults.push({ file, line: 1, severity: 'error', rule: 'yaml', message });
    return null;
  }
}

function lineOf(document: Document, path: ContentPath, lineAt: (offset: number) => number): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) {
      return lineAt(node.range[0]);
    }
  }
  return 1;
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? text).replace(/ at line \d+, column \d+:?$/, '.');
}
