/** What Teams shows about the app before anybody has written to it. */
export const LISTING = {
  short: 'Plain answers to common questions about cancer immunotherapy.',
  full: [
    'Ask a common question about cancer immunotherapy and get a short, plain answer from a fixed set of texts. ' +
      'No text is generated. When the bot has no answer it says so.',
    'General education only. It gives no diagnosis, no dosing and no advice on what you should do, and it is not ' +
      'for emergencies. Every answer points to your own care team.',
    'In a chat of your own, just write. In a channel or a group chat, mention the bot; others can read along ' +
      'there, so please keep what is personal out of it. While you write a message you can also look up an ' +
      'answer and post it.',
  ].join('\n\n'),
  lookUp: {
    title: 'Look up an answer',
    description: 'Find an answer about cancer immunotherapy to post here',
    parameter: 'Question',
    parameterDescription: 'A question, or a word such as biomarkers',
  },
} as const;

interface BotCommand {
  readonly title: string;
  readonly description: string;
}

/** Offered while somebody types to the bot; each is a text the bot knows how to answer. */
const ANYWHERE: readonly BotCommand[] = [
  { title: 'help', description: 'See what you can ask' },
  { title: 'what is immunotherapy', description: 'Begin at the beginning' },
  { title: 'side effects', description: 'What the source says about side effects' },
  { title: 'privacy', description: 'What is kept of what you write' },
];

/** A list for the visit and a new start are a person's own: not for where others read along. */
const ALONE: readonly BotCommand[] = [
  { title: 'summary', description: 'A list of questions to take to your visit' },
  { title: 'start over', description: 'Forget what we talked about' },
];

export const COMMANDS = { shared: ANYWHERE, personal: [...ANYWHERE, ...ALONE] } as const;
