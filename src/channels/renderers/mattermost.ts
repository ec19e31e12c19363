import type { Activity } from 'botbuilder';
import { choiceLines, sourceLine } from './choices.js';
import { write } from './dialects.js';
import { FORMATS, formatOf } from './formats.js';
import { annotation, inputHint, type Said, type Scene, stack } from './said.js';

/** For Mattermost and Rocket.Chat: choices as lines, since buttons there need an account of the bot's own. */
export function renderMattermost(said: Said, { channelId }: Scene): Partial<Activity> {
  const { dialect } = FORMATS[formatOf(channelId)];
  const { body, footer } = said.reply;
  const text = stack(
    write(body, dialect),
    sourceLine(said, dialect),
    choiceLines(said, dialect),
    write(footer, dialect),
  );
  return {
    type: 'message',
    text,
    textFormat: 'markdown',
    inputHint: inputHint(said),
    channelData: { faqBot: annotation(said) },
  };
}
