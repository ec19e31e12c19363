/**
 * Every word the chat says by itself; what the bot says comes from the bot.
 *
 * To translate: copy the two objects of English, give them to another language in `LANGUAGES`, and keep the tags
 * lower case (`es`, `pt-br`). Right-to-left pages need nothing here: direction comes from the page.
 */
export const LAUNCHER_ENGLISH = {
  launcher: 'Ask a question',
  title: 'Immunotherapy questions',
  open: (title: string) => `Open chat: ${title}`,
  close: 'Close chat',
  shut: 'Close',
  unread: (count: number) => (count === 1 ? '1 new answer' : `${count} new answers`),
  loading: 'Opening the chat …',
  failed: 'The chat could not be opened here.',
  elsewhere: 'Open it on a page of its own',
};

export const CHAT_ENGLISH = {
  title: 'Immunotherapy questions',
  subtitle: 'Automated. Not for emergencies.',
  close: 'Close chat',
  clear: 'Clear chat',
  print: 'Print chat',
  conversation: 'Conversation',
  topics: 'Suggestions',
  you: 'You',
  answer: 'Answer',
  label: 'Your question',
  placeholder: 'Type your question',
  send: 'Send',
  left: (count: number) => (count === 1 ? '1 character left' : `${count} characters left`),
  over: (count: number) => `${count} over the limit`,
  tooLong: (limit: number) =>
    `That is more than I can read at once. Please ask one short question, ${limit} characters or fewer.`,
  typing: 'Looking for the answer',
  more: 'Tell me more',
  moreCommand: 'more',
  helpful: 'Helpful',
  notHelpful: 'Not helpful',
  copyAnswer: 'Copy this answer',
  copied: 'Copied',
  copyFailed: 'Copying is not allowed here. Please select the text instead.',
  printAnswer: 'Print this answer',
  copyList: 'Copy the list',
  printList: 'Print the list',
  printedOn: (when: string) => `Printed on ${when}`,
  source: (sections: readonly string[]) =>
    `From the source article: ${sections.map((section) => `“${section}”`).join(', ')}`,
  footer: 'Please note',
  today: 'Today',
  yesterday: 'Yesterday',
  waiting: 'Not sent yet. It goes out when you are connected again.',
  failed: 'This was not sent.',
  retry: 'Send again',
  offline: 'The connection is lost. Trying to reconnect …',
  online: 'You are connected again.',
  refused: 'This chat is not available here.',
  busy: 'Too many questions at once. Please wait a moment and send it again.',
  tryAgain: 'Try again',
  earlierGone: 'Earlier text of this chat is gone. You can go on asking.',
  replaced: 'A new chat has begun. What was said before is no longer known to the helper.',
  confirmClear: 'Clear this chat? All its text will be gone.',
  confirmYes: 'Clear',
  confirmNo: 'Keep',
  cleared: 'The chat has been cleared.',
  idleSoon: 'Are you still there? To keep it private, this chat is cleared soon.',
  idleKeep: 'Keep this chat',
  idleCleared: 'This chat was cleared after 30 minutes without use, to keep it private.',
  startAgain: 'Start a new chat',
  pinned: 'Help that was named in this chat',
  call: (number: string) => `Call ${number}`,
  showPinned: 'Read again',
  hidePinned: 'Hide',
  levels: {
    emergency: 'Emergency',
    'care-line': 'Call your care team now',
    'self-harm': 'You are not alone',
    prognosis: 'For your own care team to answer',
    'personal-advice': 'For your own care team to answer',
    'emotional-support': 'Support',
  },
};

export type LauncherStrings = typeof LAUNCHER_ENGLISH;
export type ChatStrings = typeof CHAT_ENGLISH;

/** The language whose strings are shown for a locale such as `en-GB`: the whole tag, then its first part, then English. */
export function pickLanguage<T>(
  languages: Readonly<Record<string, T>> & { readonly en: T },
  locale: string,
): { readonly lang: string; readonly strings: T } {
  const tag = locale.toLowerCase();
  const lang = [tag, tag.split('-')[0] ?? ''].find((known) => Object.hasOwn(languages, known));
  return { lang: lang ?? 'en', strings: languages[lang ?? 'en'] ?? languages.en };
}

export const LAUNCHER_LANGUAGES = { en: LAUNCHER_ENGLISH };
export const CHAT_LANGUAGES = { en: CHAT_ENGLISH };
