import type { Activity, SuggestedActions } from 'botbuilder';
import type { Reply, Verdict } from '../dialog/reply.js';
import { thumbs } from './tapped.js';

/** A reply with what was decided about it: all a renderer needs. */
export interface Said {
  readonly turnId: string;
  readonly reply: Reply;
  readonly verdict: Verdict;
  readonly contentVersion: string;
}

/** Channels that show the thumbs of a schema.org Message. */
const WITH_THUMBS = new Set(['webchat', 'directline']);

/** One reply as one message activity. Lays the footer out; changes no word. */
export function render(said: Said, channelId: string): Partial<Activity> {
  const { reply, verdict, turnId } = said;
  return {
    type: 'message',
    text: reply.footer === '' ? reply.body : `${reply.body}\n\n${reply.footer}`,
    textFormat: 'markdown',
    inputHint: verdict.decision === 'clarify' ? 'expectingInput' : 'acceptingInput',
    channelData: { faqBot: annotation(said) },
    ...(reply.suggestions.length > 0 && { suggestedActions: suggestedActions(reply) }),
    ...(reply.feedback && WITH_THUMBS.has(channelId) && { entities: [thumbs(turnId)] }),
  };
}

/** What a client of ours reads instead of taking `text` apart; `text` stays complete on its own. */
function annotation({ reply, verdict, contentVersion, turnId }: Said) {
  const { decision, intent, confidence } = verdict;
  const { body, footer, level, source, more } = reply;
  const parts = { body, footer, level, source, more };
  return { decision, intent, confidence, contentVersion, turnId, parts };
}

/** imBack everywhere: the tap sends the text a person could type as well, and every channel knows it. */
function suggestedActions({ suggestions }: Reply): SuggestedActions {
  const actions = suggestions.map(({ title, text }) => ({ type: 'imBack', title, value: text }));
  return { to: [], actions };
}
