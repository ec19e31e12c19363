import type { DialogContent } from '../catalog/types.js';
import { say } from './say.js';

/** The words that channels put around a reply. */
export interface Labels {
  readonly helpful: string;
  readonly notHelpful: string;
  /** After the bot's name, while an answer is on its way. */
  readonly looking: string;
  /** Before choices that a number picks. */
  readonly byNumber: string;
  /** Before choices that only their words pick. */
  readonly byWords: string;
  /** Where an answer comes from. */
  source(sections: readonly string[]): string;
  /** What Teams shows when a reader points at the mark of a citation. */
  citation(section: string): string;
}

/** @throws Error when a text is missing: now, and not when an answer is to leave. */
export function createLabels(dialog: DialogContent): Labels {
  const labels: Labels = {
    helpful: say(dialog, 'label-helpful'),
    notHelpful: say(dialog, 'label-not-helpful'),
    looking: say(dialog, 'label-looking'),
    byNumber: say(dialog, 'label-by-number'),
    byWords: say(dialog, 'label-by-words'),
    source: (sections) => {
      const names = sections.map((section) => `“${section}”`).join(', ');
      return say(dialog, 'label-source', { sections: names });
    },
    citation: (section) => say(dialog, 'label-citation', { section }),
  };
  labels.source([]);
  labels.citation('');
  return labels;
}
