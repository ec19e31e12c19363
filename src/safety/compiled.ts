import type { SafetyContent, SafetyLanguage, Sign } from '../catalog/safety-types.js';
import { normalise } from '../text/normalise.js';
import { indexPatterns, type PatternIndex } from './chart.js';
import { type CompiledPattern, compilePattern, Symbols } from './pattern.js';

/** What a pattern is evidence of. */
export type Owner =
  | { readonly kind: 'sign'; readonly sign: Sign; readonly language: string }
  | { readonly kind: 'frame'; readonly name: string; readonly language: string }
  | { readonly kind: 'lookalike'; readonly name: string };

/** Every pattern of `content/safety/`, ready to be looked for. */
export interface Compiled {
  readonly symbols: Symbols;
  /** Phrases of concepts; their owner is the concept's symbol. */
  readonly phrases: PatternIndex;
  readonly patterns: PatternIndex;
  readonly owners: readonly Owner[];
  /** English words of the patterns: what misspelt words are mended to. */
  readonly vocabulary: ReadonlySet<string>;
}

export function compileContent(content: SafetyContent): Compiled {
  const symbols = new Symbols();
  const phrases = Object.keys(content.concepts).flatMap((name) =>
    membersOf(content.concepts, name).flatMap((text) =>
      compilePattern(fold(text), symbols.id(`{${name}}`), symbols),
    ),
  );
  const owners: Owner[] = [];
  const patterns: CompiledPattern[] = [];
  const add = (owned: readonly OwnedPatterns[], read: (text: string) => string) => {
    for (const [owner, texts] of owned) {
      owners.push(owner);
      for (const text of texts) {
        patterns.push(...compilePattern(read(text), owners.length - 1, symbols));
      }
    }
  };
  add(englishPatterns(content), fold);
  const vocabulary = new Set(symbols.words.keys());
  add(content.languages.flatMap(ofLanguage), (text) => written(fold(text), content.words.aliases));
  for (const { text, id } of symbols.phrases) {
    phrases.push(...compilePattern(text, id, symbols));
  }
  const index = { phrases: indexPatterns(phrases), patterns: indexPatterns(patterns) };
  return { symbols, owners, vocabulary, ...index };
}

/** Patterns are written as people write, and read as their texts are read. */
const fold = (text: string) => normalise(text).replaceAll("'", '');

/** English text-speak is written out in every text: Dutch "beter" is read as "better". */
const written = (text: string, aliases: SafetyContent['words']['aliases']): string =>
  text.replace(/\p{L}+(?![\p{L}*])/gu, (word) => aliases[word]?.replaceAll(' ', '_') ?? word);

type OwnedPatterns = readonly [Owner, readonly string[]];

function englishPatterns({ signs, frames, lookalikes }: SafetyContent): OwnedPatterns[] {
  return [
    ...signs.map((sign) => [{ kind: 'sign', sign, language: 'en' }, sign.patterns] as const),
    ...Object.entries(frames).map(
      ([name, texts]) => [{ kind: 'frame', name, language: 'en' }, texts] as const,
    ),
    ...lookalikes.map(({ id, patterns }) => [{ kind: 'lookalike', name: id }, patterns] as const),
  ];
}

function ofLanguage(entry: SafetyLanguage): OwnedPatterns[] {
  const { language, information, negation, emergency, careLine, selfHarm } = entry;
  const sign = (level: Sign['level'], checks: Sign['checks'], patterns: readonly string[]) => {
    const id = `${language}-${level}`;
    const rest = { hazard: 'H11', source: [], topic: null, unless: [] };
    const made: Sign = { id, level, checks, patterns, ...rest };
    return [{ kind: 'sign', sign: made, language }, patterns] as const;
  };
  return [
    [{ kind: 'frame', name: 'words', language }, entry.words],
    [{ kind: 'frame', name: 'information', language }, information],
    [{ kind: 'frame', name: 'negation', language }, negation],
    [{ kind: 'frame', name: 'past', language }, entry.past],
    [{ kind: 'frame', name: 'present', language }, entry.present],
    [{ kind: 'frame', name: 'over-now', language }, entry.over],
    [{ kind: 'frame', name: 'person', language }, entry.person],
    [{ kind: 'lookalike', name: 'biology' }, entry.biology],
    [{ kind: 'lookalike', name: 'denied' }, entry.denied],
    sign('emergency', 'all', emergency),
    sign('care-line', 'all', careLine),
    sign('self-harm', 'negation', selfHarm),
    sign('prognosis', 'none', entry.prognosis),
    sign('personal-advice', 'none', entry.personalAdvice),
  ];
}

/** A concept's phrases, with those of the concepts it names written out in their place. */
function membersOf(concepts: SafetyContent['concepts'], name: string, depth = 0): string[] {
  return (concepts[name] ?? []).flatMap((text) => {
    const other = /^\{([a-z0-9-]+)\}$/.exec(text)?.[1];
    return other !== undefined && depth < 4 ? membersOf(concepts, other, depth + 1) : [text];
  });
}
