import type { Activity } from 'botbuilder';
import { choiceLines, sourceLine } from './choices.js';
import { annotation, inputHint, type Said, stack } from './said.js';

/** For Mattermost and Rocket.Chat: markdown; choices as lines, since buttons there need an account of the bot's own. */
export function renderMattermost(said: Said): Partial<Activity> {
  const { body, footer } = said.reply;
  return {
    type: 'message',
    text: stack(body, sourceLine(said, 'markdown'), choiceLines(said, 'markdown'), footer),
    textFormat: 'markdown',
    inputHint: inputHint(said),
    channelData: { faqBot: annotation(said) },
  };
}
