/** Words the bot never says, and why. Each is matched in what a person would be shown. */
export const FORBIDDEN: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  {
    // ASCO's Cancer.Net: cancer is a disease, not a military operation.
    pattern:
      /\b(?:fight(?:s|ing|ers?)?|fought|battl(?:e|es|ed|ing)|wars?|warriors?|brave(?:ly|ry)?|los(?:e|es|ing|t)|combat(?:s|ing)?|weapons?|victims?|sufferers?|enem(?:y|ies))\b/i,
    why: 'no war words; say what happens in plain ones',
  },
  {
    pattern:
      /\b(?:will cure|cures?|cured|guarantee[sd]?|miracles?|breakthroughs?|always works?)\b/i,
    why: 'no promise of an outcome',
  },
  {
    pattern:
      /\b(?:safe to|no need to|you (?:should|must|can) (?:start|stop|take|skip|wait)|do not worry|don['’]t worry)\b/i,
    why: 'the bot does not advise; point to the care team',
  },
  { pattern: /!/, why: 'no exclamation marks' },
  { pattern: /\p{Extended_Pictographic}/u, why: 'no emoji' },
];

/** Words that keep a statement of benefit honest. */
export const LIMITING =
  /\b(?:may|might|can|could|some|not everyone|not everybody|not all|in some cases|less likely|does not work for|chance)\b/i;

/** Words of the subject itself, counted as two syllables in the reading grade, as glossary terms are. */
export const EXTRA_EASY_WORDS = ['immunotherapy', 'chemotherapy', 'radiation'];
