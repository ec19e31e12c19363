import type { Catalog } from '../catalog/types.js';
import type { DialogDeps } from './deps.js';
import { type Draft, draft } from './draft.js';
import { say } from './say.js';
import type { ConversationState } from './state.js';
import { suggest } from './topics.js';

/** The list to take to a visit, made from which topics came up: nothing a person typed is kept. */
export function summaryReply(deps: DialogDeps, { asked, open }: ConversationState): Draft {
  const { catalog } = deps;
  const { dialog } = catalog;
  const verdict = { decision: 'dialog', intent: 'summary' } as const;
  if (asked.length + open.intents.length + open.unanswered === 0) {
    const first = list(
      say(dialog, 'summary-questions'),
      questions(catalog, dialog.firstVisitTopics),
    );
    const suggestions = suggest(catalog, dialog.welcomeTopics);
    const body = `${say(dialog, 'summary-empty')}\n\n${first}`;
    return draft(verdict, body, { suggestions, printable: true });
  }
  const sections = [
    say(dialog, 'summary'),
    list(say(dialog, 'summary-asked'), titles(catalog, asked)),
    list(say(dialog, 'summary-open'), titles(catalog, open.intents)),
    list(say(dialog, 'summary-questions'), questions(catalog, [...asked, ...open.intents])),
    open.unanswered > 0 ? say(dialog, 'summary-unanswered') : '',
  ];
  return draft(verdict, sections.filter((text) => text !== '').join('\n\n'), { printable: true });
}

function list(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [`**${heading}**`, '', ...lines.map((l) => `- ${l}`)].join('\n');
}

function titles({ intents }: Catalog, ids: readonly string[]): string[] {
  return ids.flatMap((id) => intents.get(id)?.title ?? []);
}

function questions({ intents, snippets }: Catalog, ids: readonly string[]): string[] {
  return ids.flatMap((id) => snippets.get(intents.get(id)?.answer ?? '')?.ask ?? []);
}
