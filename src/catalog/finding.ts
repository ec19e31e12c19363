import { FaqError } from '../errors.js';

/** One thing `check` has to say about one place in the content. */
export interface Finding {
  /** Relative to the content root. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly severity: 'error' | 'warning';
  /** The rule's name, to search for in the docs. */
  readonly rule: string;
  /** What is wrong and what to do, in one sentence. */
  readonly message: string;
}

/** `file:line: severity: message (rule)`, the form editors make clickable. */
export function formatFinding(finding: Finding): string {
  const { file, line, severity, message, rule } = finding;
  return `${file}:${line}: ${severity}: ${message} (${rule})`;
}

/** Errors first, then by file and line. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      a.severity.localeCompare(b.severity) || a.file.localeCompare(b.file) || a.line - b.line,
  );
}

/** The first error among findings as a fault, null without one. */
export function firstFault(findings: readonly Finding[]): FaqError | null {
  const first = findings.find((finding) => finding.severity === 'error');
  const hint = `Run "npx faq-bot check" to see all ${findings.length} finding(s).`;
  return first === undefined ? null : new FaqError('CONTENT_INVALID', formatFinding(first), hint);
}
