import type { Activity, Entity } from 'botbuilder';
import { choiceCard } from './adaptive-card.js';
import { write } from './dialects.js';
import { TEAMS_SUGGESTED } from './formats.js';
import { annotation, inputHint, type Said, type Scene, stack } from './said.js';
import { suggestedActions } from './web.js';

/** Most citations a message may have. */
const MAX_CITATIONS = 10;
const MAX_NAME = 80;
const MAX_ABSTRACT = 160;

/**
 * For Teams: the words as the message's text. Choices are suggested actions where those are sure to show,
 * otherwise buttons on a card; helpful or not is Teams' own feedback loop; sections of the article are citations.
 */
export function renderTeams(said: Said, { shared }: Scene): Partial<Activity> {
  const { reply } = said;
  const sections = reply.source.slice(0, MAX_CITATIONS);
  return {
    type: 'message',
    text: stack(cited(write(reply.body, 'teams'), sections), write(reply.footer, 'teams')),
    textFormat: 'markdown',
    inputHint: inputHint(said),
    channelData: {
      faqBot: annotation(said),
      ...(reply.feedback && { feedbackLoop: { type: 'default' } }),
    },
    ...choices(said, shared),
    ...(sections.length > 0 && { entities: [citations(said, sections)] }),
  };
}

function choices(said: Said, shared: boolean): Partial<Activity> {
  const count = said.reply.suggestions.length;
  if (count === 0) {
    return {};
  }
  return count <= TEAMS_SUGGESTED && !shared
    ? { suggestedActions: suggestedActions(said) }
    : { attachments: [choiceCard(said)] };
}

/** Teams shows a citation where its mark stands. */
function cited(text: string, sections: readonly string[]): string {
  const marks = sections.map((_, index) => `[${index + 1}]`).join(' ');
  return marks === '' ? text : `${text} ${marks}`;
}

/** One Message entity, as Teams wants it; nothing here is generated, so no label says so. */
function citations({ labels }: Said, sections: readonly string[]): Entity {
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    citation: sections.map((section, index) => ({
      '@type': 'Claim',
      position: index + 1,
      appearance: {
        '@type': 'DigitalDocument',
        name: section.slice(0, MAX_NAME),
        abstract: labels.citation(section).slice(0, MAX_ABSTRACT),
      },
    })),
  };
}
