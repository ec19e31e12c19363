/**
 * What the dialog says by id and which placeholders it fills: the contract between code and
 * `content/dialog.yaml`, so that an editor learns of a misspelt text before a person does.
 */
export const TEXT_PLACEHOLDERS: Readonly<Record<string, readonly string[]>> = {
  welcome: ['emergency'],
  'privacy-link': ['privacyUrl'],
  greeting: ['emergency'],
  thanks: [],
  goodbye: [],
  help: [],
  'who-are-you': [],
  privacy: ['unanswered'],
  'privacy-unanswered-off': [],
  'privacy-unanswered-on': [],
  'human-handoff': ['handoff', 'emergency'],
  'handoff-contact': ['contact'],
  'handoff-generic': [],
  fallback: [],
  'fallback-menu': [],
  'fallback-handoff': ['handoff'],
  'fallback-english': [],
  'fallback-empty': [],
  'fallback-too-long': [],
  clarify: [],
  'none-of-these': [],
  'none-of-these-reply': [],
  'boundary-ask': ['ask'],
  withdrawn: ['title'],
  'more-none': [],
  'more-what': [],
  'repeat-none': [],
  'start-over': [],
  sure: [],
  'feedback-helpful': [],
  'feedback-not-helpful': [],
  summary: [],
  'summary-asked': [],
  'summary-open': [],
  'summary-unanswered': [],
  'summary-questions': [],
  'summary-empty': [],
  comfort: [],
  fault: ['turnId', 'emergency'],
};

/** What a person can ask to be done with the last answer. */
export const COMMANDS = [
  'more',
  'shorter',
  'simpler',
  'repeat',
  'start-over',
  'summary',
  'none-of-these',
  'helpful',
  'not-helpful',
  'menu',
  'sure',
] as const;

export type Command = (typeof COMMANDS)[number];
