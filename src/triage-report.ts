import { oneLine } from './errors.js';
import type { TriageReport } from './safety/triage-guard.js';
import type { Telemetry } from './telemetry.js';

const FAULTS = {
  start: {
    code: 'TRIAGE_OFF',
    said: 'triage is off: every turn gets the failure text, and no question is answered',
  },
  turn: { code: 'TRIAGE', said: 'the triage check failed; the failure text was given' },
} as const;

/** Logs and counts what goes wrong with triage; no line holds what a person typed. */
export function triageReport({ log, metrics }: Telemetry): TriageReport {
  return (error, when) => {
    const { code, said } = FAULTS[when];
    metrics.faults.inc({ code });
    log.error({ err: error }, said);
  };
}

/** What the operator should hear at start, in sentences. */
export function triageNotices(fault: unknown): string[] {
  return fault === null
    ? []
    : [`WARNING: triage is off, so no question is answered: ${oneLine(fault)}`];
}
