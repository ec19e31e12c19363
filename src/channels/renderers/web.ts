import type { Activity, SuggestedActions } from 'botbuilder';
import { thumbs } from '../tapped.js';
import { annotation, inputHint, type Said, type Scene, stack } from './said.js';

/** Channels that show the thumbs of a schema.org Message. */
const WITH_THUMBS = new Set(['webchat', 'directline']);

/** For the website chat, Microsoft's Web Chat and the Emulator: markdown, every choice a suggested action. */
export function renderWeb(said: Said, { channelId }: Scene): Partial<Activity> {
  const { reply, turnId } = said;
  return {
    type: 'message',
    text: stack(reply.body, reply.footer),
    textFormat: 'markdown',
    inputHint: inputHint(said),
    channelData: { faqBot: annotation(said) },
    ...(reply.suggestions.length > 0 && { suggestedActions: suggestedActions(said) }),
    ...(reply.feedback && WITH_THUMBS.has(channelId) && { entities: [thumbs(turnId)] }),
  };
}

/** imBack everywhere: the tap sends the text a person could type as well, and every channel knows it. */
export function suggestedActions({ reply }: Said): SuggestedActions {
  const actions = reply.suggestions.map(({ title, text }) => ({
    type: 'imBack',
    title,
    value: text,
  }));
  return { to: [], actions };
}
