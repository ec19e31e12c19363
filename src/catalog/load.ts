import path from 'node:path';
import type { FaqError } from '../errors.js';
import { type ContentFile, parseYaml } from './document.js';
import { type Finding, firstFault } from './finding.js';
import { parseSnippet, type SnippetParts } from './markdown.js';
import { checkShape, type parseFile } from './parse.js';
import { type ContentTexts, readContent } from './read.js';
import { isTriageFile } from './safety-content.js';
import {
  dialogSchema,
  frontSchema,
  glossarySchema,
  intentSchema,
  lexiconSchema,
  sourceSchema,
  tuningSchema,
} from './schema.js';
import type { Catalog, Claim, Intent, Snippet } from './types.js';
import { contentHash, matcherHash } from './version.js';

/** What loading came to: the catalog (whatever part of it has the right shape) and every fault found. */
export interface LoadedContent {
  readonly catalog: Catalog;
  readonly findings: readonly Finding[];
  /** Line of a value in a file, for findings of later rules. */
  line(file: string, path: readonly (string | number)[]): number;
}

/**
 * Loads `intents/` and `content/` below `root` and checks every file's shape.
 *
 * @throws FaqError CONTENT_INVALID with the first fault, CONTENT_UNREADABLE when a file cannot be read.
 */
export function loadCatalog(root: string): Catalog {
  return catalogOf(readContent(root));
}

/**
 * The catalog of texts that are read already.
 *
 * @throws FaqError CONTENT_INVALID with the first fault.
 */
export function catalogOf(texts: ContentTexts): Catalog {
  const { catalog, findings } = loadContent(texts);
  throwAny(firstFault(findings));
  return catalog;
}

/**
 * The catalog, although triage's files may have faults.
 *
 * @returns with it the first fault of those files, null without one.
 * @throws FaqError CONTENT_INVALID with the first fault of any other file.
 */
export function catalogSparingTriage(texts: ContentTexts): {
  readonly catalog: Catalog;
  readonly triageFault: FaqError | null;
} {
  const { catalog, findings } = loadContent(texts);
  throwAny(firstFault(findings.filter(({ file }) => !isTriageFile(file))));
  return { catalog, triageFault: firstFault(findings) };
}

function throwAny(fault: FaqError | null): void {
  if (fault !== null) {
    throw fault;
  }
}

/** Pure: texts in, catalog and findings out. */
export function loadContent(texts: ContentTexts): LoadedContent {
  const loader = new Loader(texts);
  const intents = loader.intents();
  const lexicon = loader.one('content/lexicon.yaml', lexiconSchema) ?? [];
  const catalog: Catalog = {
    intents,
    snippets: loader.snippets(),
    claims: loader.claims(),
    lexicon,
    glossary: loader.one('content/glossary.yaml', glossarySchema) ?? [],
    dialog: loader.one('content/dialog.yaml', dialogSchema) ?? EMPTY_DIALOG,
    safetyFiles: loader.safety(),
    tuning: texts.has(TUNING) ? loader.one(TUNING, tuningSchema) : null,
    version: contentHash(texts),
    matcherHash: matcherHash(intents.values(), lexicon),
  };
  return { catalog, findings: loader.findings, line: (file, at) => loader.line(file, at) };
}

const TUNING = 'content/tuning.yaml';
const EMPTY_DIALOG = {
  texts: {},
  commands: {},
  frames: [],
  pointers: [],
  nouns: {},
  menu: [],
  welcomeTopics: [],
  firstVisitTopics: [],
};

/** Walks the files once and gathers faults on the way. */
class Loader {
  readonly findings: Finding[] = [];
  private readonly documents = new Map<string, ContentFile>();

  constructor(private readonly texts: ContentTexts) {}

  line(file: string, at: readonly (string | number)[]): number {
    return this.documents.get(file)?.line(at) ?? 1;
  }

  one<T>(file: string, schema: Parameters<typeof parseFile<T>>[2]): T | null {
    const text = this.texts.get(file);
    if (text === undefined) {
      const message = 'The file is missing.';
      this.findings.push({ file, line: 1, severity: 'error', rule: 'missing-file', message });
      return null;
    }
    return this.shaped(this.remember(parseYaml(file, text)), schema);
  }

  intents(): Map<string, Intent> {
    const intents = new Map<string, Intent>();
    for (const [id, file] of this.filesIn('intents/', '.yaml')) {
      const value = this.one(file, intentSchema);
      if (value !== null) {
        intents.set(id, { ...value, id, answer: value.answer ?? null });
      }
    }
    return intents;
  }

  snippets(): Map<string, Snippet> {
    const snippets = new Map<string, Snippet>();
    for (const [id, file] of this.filesIn('content/snippets/', '.md')) {
      const parts = parseSnippet(file, this.texts.get(file) ?? '');
      const front = this.shaped(this.remember(parts.front), frontSchema);
      this.checkSections(file, parts);
      if (front !== null) {
        const section = (name: string) => parts.sections.get(name)?.text ?? null;
        snippets.set(id, {
          ...front,
          id,
          body: parts.body,
          more: section('more'),
          short: section('short'),
          simple: section('simple'),
        });
      }
    }
    return snippets;
  }

  claims(): Map<string, Claim> {
    const source = this.one('content/source.yaml', sourceSchema);
    return new Map(source?.claims.map((claim) => [claim.id, claim]) ?? []);
  }

  safety(): Map<string, unknown> {
    const files = new Map<string, unknown>();
    for (const [, file] of this.filesIn('content/safety/', '.yaml')) {
      const document = this.remember(parseYaml(file, this.texts.get(file) ?? ''));
      this.findings.push(...document.faults);
      files.set(file.slice('content/safety/'.length), document.data);
    }
    return files;
  }

  private filesIn(prefix: string, ending: string): (readonly [string, string])[] {
    const files = [...this.texts.keys()].filter((f) => f.startsWith(prefix) && f.endsWith(ending));
    return files.map((file) => [path.posix.basename(file, ending), file] as const);
  }

  private remember(document: ContentFile): ContentFile {
    this.documents.set(document.file, document);
    return document;
  }

  private shaped<T>(document: ContentFile, schema: Parameters<typeof checkShape<T>>[1]): T | null {
    const { value, findings } = checkShape(document, schema);
    this.findings.push(...findings);
    return value;
  }

  private checkSections(file: string, parts: SnippetParts): void {
    for (const [name, { line }] of parts.sections) {
      if (!['more', 'short', 'simple'].includes(name)) {
        const message = `The section "${name}" is not known; use More, Short or Simple.`;
        this.findings.push({ file, line, severity: 'error', rule: 'unknown-section', message });
      }
    }
  }
}
