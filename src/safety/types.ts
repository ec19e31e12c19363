/** What triage says of an utterance, before anything else is tried. */

export type TriageLevel =
  | 'self-harm'
  | 'emergency'
  | 'care-line'
  | 'prognosis'
  | 'personal-advice'
  /** Low mood without danger: decision `dialog`, intent `emotional-support`. */
  | 'emotional-support'
  /** One kind line, decision `dialog`. */
  | 'abuse';

export interface Triage {
  /** null: nothing found, matching may run. */
  readonly level: TriageLevel | null;
  /** Rule or hazard id that fired, for logs and `--explain`; never the person's words. */
  readonly rule: string | null;
  /** True for an information question about a danger sign: answer it, then one soft line. */
  readonly soft: boolean;
  /** BCP 47 language the danger was expressed in, `en` unless another was recognised. */
  readonly language: string;
}

/** Runs on every turn, every channel, every dialog state. Deterministic; linear in the text's length. */
export interface TriageCheck {
  check(utterance: string): Triage;
}
