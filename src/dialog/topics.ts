import type { Catalog, Intent, Snippet } from '../catalog/types.js';
import type { DialogDeps } from './deps.js';
import { type Draft, draft } from './draft.js';
import type { Suggestion, Verdict } from './reply.js';
import { say } from './say.js';

/** Most suggestions a reply carries: what fits a phone without scrolling. */
const MAX_SUGGESTIONS = 4;

export type SnippetPart = 'body' | 'more' | 'short' | 'simple';

/** Buttons for intents: tapping sends the title, which typing does as well. */
export function suggest(catalog: Catalog, ids: readonly string[]): Suggestion[] {
  return ids.flatMap((id) => {
    const title = catalog.intents.get(id)?.title;
    return title === undefined ? [] : [{ title, text: title, intent: id }];
  });
}

/** The reply that gives a topic's answer, or one part of it. Null when the intent has no snippet. */
export function topicReply(
  deps: DialogDeps,
  id: string,
  part: SnippetPart = 'body',
  confidence: Partial<Pick<Verdict, 'confidence' | 'candidates'>> = {},
): Draft | null {
  const intent = deps.catalog.intents.get(id);
  const snippet = deps.catalog.snippets.get(intent?.answer ?? '');
  if (intent === undefined || snippet === undefined) {
    return null;
  }
  const suggestions = suggest(deps.catalog, intent.followUps).slice(0, MAX_SUGGESTIONS);
  const chosen = { confidence: 1, candidates: [{ intent: id, confidence: 1 }] };
  const verdict = { decision: decisionOf(intent, snippet), intent: id, ...chosen, ...confidence };
  if (snippet.withdrawn) {
    return draft(verdict, say(deps.catalog.dialog, 'withdrawn', { title: intent.title }), {
      suggestions,
    });
  }
  return draft(verdict, bodyOf(deps, intent, snippet, part), {
    suggestions,
    source: sectionsOf(deps.catalog, snippet.claims),
    more: part !== 'more' && snippet.more !== null,
    offers: offersOf(intent),
    part,
  });
}

function decisionOf(intent: Intent, snippet: Snippet): 'answer' | 'boundary' {
  return intent.kind === 'boundary' || snippet.withdrawn ? 'boundary' : 'answer';
}

function bodyOf(deps: DialogDeps, intent: Intent, snippet: Snippet, part: SnippetPart): string {
  const text = snippet[part] ?? snippet.body;
  return intent.kind === 'boundary' && part === 'body'
    ? `${text}\n\n${say(deps.catalog.dialog, 'boundary-ask', { ask: snippet.ask })}`
    : text;
}

function offersOf({ lists, followUps }: Intent): Draft['offers'] {
  return lists.length > 0
    ? { kind: 'list', intents: lists }
    : { kind: 'suggestions', intents: followUps.slice(0, MAX_SUGGESTIONS) };
}

/** The article's sections that claims come from, each once. */
export function sectionsOf(catalog: Catalog, claims: readonly string[]): string[] {
  return [...new Set(claims.flatMap((id) => catalog.claims.get(id)?.section ?? []))];
}

/** The topics to choose from, with the text that leads up to them. */
export function menuReply(
  deps: DialogDeps,
  verdict: Pick<Verdict, 'decision' | 'intent'>,
  body: string,
): Draft {
  const { menu } = deps.catalog.dialog;
  const suggestions = suggest(deps.catalog, menu);
  return draft(verdict, body, { suggestions, offers: { kind: 'menu', intents: menu } });
}
