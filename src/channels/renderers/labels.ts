/** Every word renderers add by themselves; what the bot says comes from its content. */
export const LABELS = {
  helpful: 'Helpful',
  notHelpful: 'Not helpful',
  /** After the bot's name, while an answer is on its way. */
  looking: 'is looking for the answer …',
  /** Before choices that a number picks. */
  byNumber: 'Type a number, or the words:',
  /** Before choices that only their words pick. */
  byWords: 'You can type:',
  source: (sections: readonly string[]) =>
    `From the source article: ${sections.map((section) => `“${section}”`).join(', ')}`,
  /** What Teams shows when a reader points at the mark of a citation; at most 160 characters. */
  citation: (section: string) => `The section “${section}” of the source article.`,
} as const;
