import type { Activity } from 'botbuilder';
import { sourceLine } from './choices.js';
import { write, writeBlocks } from './dialects.js';
import { FORMATS } from './formats.js';
import { annotation, type Said, stack } from './said.js';

const { maxBlock } = FORMATS.slack;

/** The action ids of our buttons begin so; Slack wants each to be unique in a message. */
export const CHOICE_ACTION = 'faq-choice-';
export const FEEDBACK_ACTION = 'faq-feedback';

interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
}

interface Mrkdwn {
  readonly type: 'mrkdwn';
  readonly text: string;
}

interface Button {
  readonly type: 'button';
  readonly action_id: string;
  readonly text: PlainText;
  /** JSON; at most 2,000 characters. */
  readonly value: string;
}

interface FeedbackButton {
  readonly text: PlainText;
  readonly value: string;
}

export type SlackBlock =
  | { readonly type: 'section'; readonly text: Mrkdwn }
  | { readonly type: 'divider' }
  | { readonly type: 'context'; readonly elements: readonly Mrkdwn[] }
  | { readonly type: 'actions'; readonly elements: readonly Button[] }
  | {
      readonly type: 'context_actions';
      readonly elements: readonly {
        readonly type: 'feedback_buttons';
        readonly action_id: string;
        readonly positive_button: FeedbackButton;
        readonly negative_button: FeedbackButton;
      }[];
    };

/** What `chat.postMessage` and a response URL take. `text` is for notifications and screen readers, and complete. */
export interface SlackPayload {
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

/** For Slack: Block Kit in `channelData.slack`; the footer in a context block right under the answer. */
export function renderSlack(said: Said): Partial<Activity> {
  const { reply } = said;
  const text = stack(write(reply.body, 'mrkdwn'), write(reply.footer, 'mrkdwn'));
  const slack: SlackPayload = {
    text,
    blocks: [
      ...sections(reply.body),
      ...context(sourceLine(said, 'mrkdwn')),
      ...context(write(reply.footer, 'mrkdwn')),
      ...choices(said),
      ...feedback(said),
    ],
  };
  return { type: 'message', text, channelData: { faqBot: annotation(said), slack } };
}

/** As few sections as hold the text; a rule becomes a divider. */
function sections(body: string): SlackBlock[] {
  const texts: string[] = [];
  for (const text of writeBlocks(body, 'mrkdwn')) {
    const joined = stack(texts.at(-1) ?? '', text);
    const isRule = text === RULE || texts.at(-1) === RULE;
    if (texts.length > 0 && !isRule && joined.length <= maxBlock) {
      texts[texts.length - 1] = joined;
    } else {
      texts.push(text);
    }
  }
  return texts.map((text) =>
    text === RULE ? { type: 'divider' } : { type: 'section', text: { type: 'mrkdwn', text } },
  );
}

const RULE = write('---', 'mrkdwn');

function context(text: string): SlackBlock[] {
  return text === '' ? [] : [{ type: 'context', elements: [{ type: 'mrkdwn', text }] }];
}

function choices({ reply }: Said): SlackBlock[] {
  const elements = reply.suggestions.map(
    ({ title, text, intent }, index): Button => ({
      type: 'button',
      action_id: `${CHOICE_ACTION}${index}`,
      text: { type: 'plain_text', text: title },
      value: JSON.stringify({ intent, text }),
    }),
  );
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

function feedback({ labels, reply, turnId }: Said): SlackBlock[] {
  const button = (text: string, helpful: boolean): FeedbackButton => ({
    text: { type: 'plain_text', text },
    value: JSON.stringify({ turnId, helpful }),
  });
  const buttons = {
    type: 'feedback_buttons',
    action_id: FEEDBACK_ACTION,
    positive_button: button(labels.helpful, true),
    negative_button: button(labels.notHelpful, false),
  } as const;
  return reply.feedback ? [{ type: 'context_actions', elements: [buttons] }] : [];
}
