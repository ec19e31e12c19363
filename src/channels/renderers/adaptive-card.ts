import type { Attachment } from 'botbuilder';
import { sourceLine } from './choices.js';
import { write, writeBlocks } from './dialects.js';
import { type Said, stack } from './said.js';

/** The highest version Teams shows on every client. */
const VERSION = '1.5';
/** Buttons in one set; a client hides those beyond. (Adaptive Cards host configuration, "maxActions") */
const MAX_IN_SET = 5;
const CONTENT_TYPE = 'application/vnd.microsoft.card.adaptive';
/** The verb of our buttons, as the `adaptiveCard/action` invoke names it. */
export const CHOOSE = 'choose';

/** The choices of a reply as buttons, where suggested actions cannot show them. The words stand in the message. */
export function choiceCard(said: Said): Attachment {
  const { suggestions } = said.reply;
  return card([], actionsOf(said), suggestions.map(({ title }) => title).join('\n'));
}

/** A whole reply as a card, for a message that a person posts and not the bot. */
export function answerCard(said: Said): Attachment {
  const { reply } = said;
  const texts = writeBlocks(reply.body, 'teams').map((text) => ({
    type: 'TextBlock',
    text,
    wrap: true,
  }));
  const notes = [sourceLine(said, 'teams'), write(reply.footer, 'teams')]
    .filter((text) => text !== '')
    .map((text) => ({ type: 'TextBlock', text, wrap: true, isSubtle: true, size: 'Small' }));
  const plain = stack(write(reply.body, 'plain'), write(reply.footer, 'plain'));
  return card([...texts, ...notes], [], plain);
}

function card(body: object[], actions: object[], fallbackText: string): Attachment {
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: VERSION,
    fallbackText,
    // A card without a body is not drawn by older clients; a set of actions is a body.
    body: [...body, ...actionSets(actions)],
  };
  return { contentType: CONTENT_TYPE, content };
}

function actionSets(actions: readonly object[]): object[] {
  const starts = actions.map((_, index) => index).filter((index) => index % MAX_IN_SET === 0);
  return starts.map((start) => ({
    type: 'ActionSet',
    actions: actions.slice(start, start + MAX_IN_SET),
  }));
}

/** Universal actions, and for clients without them a submit that shows what was chosen. */
function actionsOf({ reply }: Said): object[] {
  return reply.suggestions.map(({ title, text, intent }) => {
    const faqBot = { intent, text };
    const messageBack = { type: 'messageBack', displayText: title, text, value: { faqBot } };
    const fallback = { type: 'Action.Submit', title, data: { faqBot, msteams: messageBack } };
    return { type: 'Action.Execute', title, verb: CHOOSE, data: { faqBot }, fallback };
  });
}
