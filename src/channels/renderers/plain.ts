import type { Activity } from 'botbuilder';
import { choiceLines, sourceLine } from './choices.js';
import { write } from './dialects.js';
import { annotation, inputHint, type Said, stack } from './said.js';

/** For every other channel: words alone, choices under each other, and the same to be read aloud. */
export function renderPlain(said: Said): Partial<Activity> {
  const { reply } = said;
  const body = write(reply.body, 'plain');
  const footer = write(reply.footer, 'plain');
  return {
    type: 'message',
    text: stack(body, sourceLine(said, 'plain'), choiceLines(said, 'plain'), footer),
    textFormat: 'plain',
    speak: spoken(said, body, footer),
    inputHint: inputHint(said),
    channelData: { faqBot: annotation(said) },
  };
}

/** What a voice says: sentences, no list marks; the choices come last but for the footer. */
function spoken({ reply }: Said, body: string, footer: string): string {
  const text = body.replace(/^(?:- |———$)/gm, '');
  // A voice pauses at the end of a sentence only.
  const choices = reply.suggestions.map(({ title }) => title.replace(/[^.!?]$/, '$&.')).join(' ');
  return [text, choices, footer].join(' ').replace(/\s+/g, ' ').trim();
}
