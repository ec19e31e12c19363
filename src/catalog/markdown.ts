import { type ContentFile, parseYaml } from './document.js';

/** A snippet file taken apart: front matter, body, and the optional sections. */
export interface SnippetParts {
  readonly front: ContentFile;
  readonly body: string;
  readonly sections: ReadonlyMap<string, { readonly text: string; readonly line: number }>;
  /** Line the body starts on. */
  readonly bodyLine: number;
}

const FENCE = /^---[ \t]*$/;
const SECTION = /^## +(.+?) *$/;

/** Splits `---` front matter from markdown, and the markdown at its `## Headings`. */
export function parseSnippet(file: string, text: string): SnippetParts {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const end = FENCE.test(lines[0] ?? '') ? lines.findIndex((l, i) => i > 0 && FENCE.test(l)) : -1;
  const front = parseYaml(file, end > 0 ? lines.slice(1, end).join('\n') : '', 1);
  const start = end > 0 ? end + 1 : 0;
  const headings = lines.flatMap((line, i) => (i >= start && SECTION.test(line) ? [i] : []));
  const stretch = (from: number, to: number) => lines.slice(from, to).join('\n').trim();
  const sections = headings.map((at, i) => {
    const name = SECTION.exec(lines[at] ?? '')?.[1]?.toLowerCase() ?? '';
    return [
      name,
      { text: stretch(at + 1, headings[i + 1] ?? lines.length), line: at + 1 },
    ] as const;
  });
  return {
    front,
    body: stretch(start, headings[0] ?? lines.length),
    sections: new Map(sections),
    bodyLine: start + 1 + (lines.slice(start).findIndex((line) => line.trim() !== '') || 0),
  };
}

/** Markdown as a person hears it: no emphasis marks, no list markers. For counting and comparing. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^[ \t]*(?:[-*+]|\d+[.)])[ \t]+/gm, '')
    .replace(/[*_`]+/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
}
