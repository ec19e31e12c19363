import path from 'node:path';
import { loadCatalog } from './catalog/load.js';
import type { Catalog, Tuning } from './catalog/types.js';
import { isReviewed } from './catalog/version.js';
import type { DialogDeps, DialogSettings } from './dialog/deps.js';
import { draft } from './dialog/draft.js';
import { toReply } from './dialog/finish.js';
import { createGlossaryIndex } from './dialog/glossary.js';
import { createLabels } from './dialog/labels.js';
import { createPhrasebook } from './dialog/phrasebook.js';
import type { Bot } from './dialog/request.js';
import { say } from './dialog/say.js';
import { EMPTY_STATE } from './dialog/state.js';
import { suggest } from './dialog/topics.js';
import { takeTurn } from './dialog/turn.js';
import { createMatcher } from './matcher/matcher.js';
import { tuneThresholds } from './matcher/tune.js';
import type { Explanation, Matcher } from './matcher/types.js';
import { matcherEntries, openContent, safetyOf } from './prepared.js';
import { createMessages, type MessageSettings } from './safety/messages.js';
import { createTriage } from './safety/triage.js';
import { guardTriage } from './safety/triage-guard.js';
import type { Triage } from './safety/types.js';

export type { Reply, Verdict } from './dialog/reply.js';
export type { Bot, Turn, TurnRequest } from './dialog/request.js';

/** The repository's root, from `src/` and from `dist/` alike. */
export const PROJECT_ROOT = path.join(__dirname, '..');

/** The settings that change what the bot says, named as in the environment. */
export interface BotSettings {
  /** Folder that holds `intents/` and `content/`; the project's own without one. */
  readonly CONTENT_DIR: string | null;
  readonly REGION: MessageSettings['region'];
  readonly EMERGENCY_NUMBER: string | null;
  readonly CRISIS_LINE: string | null;
  readonly CARE_LINE: string | null;
  readonly HANDOFF_CONTACT: string | null;
  readonly PRIVACY_URL: string | null;
  readonly KEEP_UNANSWERED: boolean;
}

/** Why a question was decided as it was. */
export interface BotExplanation {
  readonly triage: Triage;
  readonly match: Explanation;
}

/** A bot and the parts it was made of, for the tools that look inside. */
export interface LoadedBot {
  readonly bot: Bot;
  readonly catalog: Catalog;
  readonly matcher: Matcher;
  explain(text: string): BotExplanation;
  /** How many answers have no review that holds on a day such as `2026-01-31`. */
  unreviewed(today: string): number;
}

/** Thresholds for a catalog that was never tuned: careful ones. */
const UNTUNED = { confidenceThreshold: 0.5, ambiguityGap: 0.1 } as const;

/**
 * Puts the bot together from the content; learns from it unless the build did.
 *
 * @throws FaqError CONTENT_UNREADABLE, CONTENT_INVALID.
 */
export function loadBot(settings: BotSettings): LoadedBot {
  const { catalog, ...learned } = openContent(settings.CONTENT_DIR ?? PROJECT_ROOT);
  const matcher = createMatcher(matcherEntries(catalog), {
    lexicon: catalog.lexicon,
    ...(catalog.tuning ?? UNTUNED),
    ...(learned.matcher && { training: learned.matcher }),
  });
  const safety = safetyOf(catalog);
  // Without a working check nothing is answered: every turn then gets the emergency text.
  const triage = guardTriage(() =>
    createTriage(safety, learned.triage && { training: learned.triage }),
  );
  const deps: DialogDeps = {
    catalog,
    matcher,
    triage,
    messages: createMessages(safety, numbersOf(settings)),
    phrasebook: createPhrasebook(catalog.dialog, catalog.intents.values()),
    glossary: createGlossaryIndex(catalog.glossary),
    settings: dialogSettings(settings),
    isKnownWord: () => false,
  };
  return {
    bot: createBot(deps),
    catalog,
    matcher,
    unreviewed: (today) =>
      [...catalog.snippets.values()].filter((snippet) => !isReviewed(snippet, today)).length,
    explain: (text) => ({ triage: triage.check(text), match: matcher.match(text).explanation }),
  };
}

function numbersOf(settings: BotSettings): MessageSettings {
  return {
    region: settings.REGION,
    emergencyNumber: settings.EMERGENCY_NUMBER,
    crisisLine: settings.CRISIS_LINE,
    careLine: settings.CARE_LINE,
  };
}

function dialogSettings(settings: BotSettings): DialogSettings {
  return {
    handoffContact: settings.HANDOFF_CONTACT,
    privacyUrl: settings.PRIVACY_URL,
    keepUnanswered: settings.KEEP_UNANSWERED,
  };
}

/** Thresholds for the content below `root`, and the figures they were chosen by. Takes some seconds. */
export function loadTuning(root: string): {
  readonly tuning: Tuning;
  readonly evidence: readonly string[];
} {
  const catalog = loadCatalog(root);
  const { evidence, confidenceThreshold, ambiguityGap } = tuneThresholds(
    matcherEntries(catalog),
    catalog.lexicon,
  );
  const tuning = { catalog: catalog.matcherHash, confidenceThreshold, ambiguityGap };
  return { tuning, evidence };
}

function createBot(deps: DialogDeps): Bot {
  const { dialog, version } = deps.catalog;
  const emergency = deps.messages.emergencyNumber;
  return {
    contentVersion: version,
    labels: createLabels(dialog),
    newConversation: () => EMPTY_STATE,
    takeTurn: (request, state) => takeTurn(request, state, deps),
    welcome: () => toReply(deps, welcomeDraft(deps)),
    fault: (turnId) =>
      toReply(
        deps,
        draft({ decision: 'fallback', intent: null }, say(dialog, 'fault', { turnId, emergency })),
      ),
  };
}

function welcomeDraft({ catalog, messages, settings }: DialogDeps) {
  const { dialog } = catalog;
  const { privacyUrl } = settings;
  const link = privacyUrl === null ? [] : [say(dialog, 'privacy-link', { privacyUrl })];
  const text = [say(dialog, 'welcome', { emergency: messages.emergencyNumber }), ...link];
  const suggestions = suggest(catalog, dialog.welcomeTopics);
  return draft({ decision: 'dialog', intent: 'greeting' }, text.join('\n\n'), { suggestions });
}
