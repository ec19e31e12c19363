import type { z } from 'zod';
import { type ContentFile, parseYaml } from './document.js';
import type { Finding } from './finding.js';

/** A file's value once its shape is checked; null when it has faults, which are then in `findings`. */
export interface Parsed<T> {
  readonly value: T | null;
  readonly findings: readonly Finding[];
}

/** Checks a parsed file against its schema and names the line of each fault. */
export function checkShape<T>(source: ContentFile, schema: z.ZodType<T>): Parsed<T> {
  if (source.faults.length > 0) {
    return { value: null, findings: source.faults };
  }
  const result = schema.safeParse(source.data);
  if (result.success) {
    return { value: result.data, findings: [] };
  }
  return {
    value: null,
    findings: result.error.issues.flatMap((issue) => toFindings(source, issue)),
  };
}

/** Parses YAML text and checks its shape in one step. */
export function parseFile<T>(file: string, text: string, schema: z.ZodType<T>): Parsed<T> {
  return checkShape(parseYaml(file, text), schema);
}

function toFindings(source: ContentFile, issue: z.core.$ZodIssue): Finding[] {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  const { file } = source;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      file,
      line: source.line([...path, key]),
      severity: 'error',
      rule: 'unknown-key',
      message: `The key "${key}" is not known here; check its spelling.`,
    }));
  }
  const where = path.length === 0 ? 'The file' : `"${path.join('.')}"`;
  const line = source.line(path);
  return [{ file, line, severity: 'error', rule: 'shape', message: `${where}: ${issue.message}.` }];
}
