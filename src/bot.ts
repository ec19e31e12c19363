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
import { triageReply } from './dialog/triage-reply.js';
import { takeTurn } from './dialog/turn.js';
import { FaqError, oneLine } from './errors.js';
import { createMatcher } from './matcher/matcher.js';
import { tuneThresholds } from './matcher/tune.js';
import type { Explanation, Matcher } from './matcher/types.js';
import {
  matcherEntries,
  type OpenedSafety,
  openContent,
  openSafety,
  type PreparedContent,
} from './prepared.js';
import { createMessages, type MessageSettings } from './safety/messages.js';
import { createTriage, type ExplainingTriage, type TriageExplanation } from './safety/triage.js';
import { guardTriage, type TriageReport, UNCHECKED } from './safety/triage-guard.js';
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
  /** Without the nets where they could not be asked. */
  readonly triage: TriageExplanation | Triage;
  /** What the matcher makes of it, whether or not it was asked. */
  readonly match: Explanation;
}

/** A bot and the parts it was made of, for the tools that look inside. */
export interface LoadedBot {
  readonly bot: Bot;
  readonly catalog: Catalog;
  readonly matcher: Matcher;
  /** Why there is no triage, so that every turn gets the failure text; null where there is. */
  readonly triageFault: unknown;
  explain(text: string): BotExplanation;
  /** How many answers have no review that holds on a day such as `2026-01-31`. */
  unreviewed(today: string): number;
}

/** Thresholds for a catalog that was never tuned: careful ones. */
const UNTUNED = { confidenceThreshold: 0.5, ambiguityGap: 0.1 } as const;

/**
 * Puts the bot together from the content; learns from it unless the build did. Where only what triage is made of
 * has a fault there is a bot nevertheless, which answers nothing.
 *
 * @param report told why triage is off, and of each turn whose check throws.
 * @throws FaqError CONTENT_UNREADABLE, CONTENT_INVALID.
 */
export function loadBot(settings: BotSettings, report?: TriageReport): LoadedBot {
  const content = openContent(settings.CONTENT_DIR ?? PROJECT_ROOT);
  const { catalog, ...learned } = content;
  const matcher = createMatcher(matcherEntries(catalog), {
    lexicon: catalog.lexicon,
    ...(catalog.tuning ?? UNTUNED),
    ...(learned.matcher && { training: learned.matcher }),
  });
  const safety = openSafety(content);
  // Without a working check nothing is answered: every turn then gets the emergency text.
  const triage = guardTriage(() => makeTriage(safety, learned.triage), report);
  const deps: DialogDeps = {
    catalog,
    matcher,
    triage,
    messages: createMessages(safety.texts, numbersOf(settings)),
    phrasebook: createPhrasebook(catalog.dialog, catalog.intents.values()),
    glossary: createGlossaryIndex(catalog.glossary),
    settings: dialogSettings(settings),
    isKnownWord: () => false,
  };
  return {
    bot: createBot(deps, triage.fault === null),
    catalog,
    matcher,
    triageFault: triage.fault,
    unreviewed: (today) =>
      [...catalog.snippets.values()].filter((snippet) => !isReviewed(snippet, today)).length,
    explain: (text) => ({ triage: triage.explain(text), match: matcher.match(text).explanation }),
  };
}

/** @throws FaqError naming the file, or saying what is wrong with what the files hold together. */
function makeTriage(
  { content }: OpenedSafety,
  training: PreparedContent['triage'],
): ExplainingTriage {
  if (content instanceof FaqError) {
    throw content;
  }
  try {
    return createTriage(content, training && { training });
  } catch (error) {
    // Made of content alone, so its message quotes no person and may be logged.
    const message = `content/safety: triage cannot be made of it: ${oneLine(error)}.`;
    throw new FaqError('CONTENT_INVALID', message, '', { cause: error });
  }
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

/** @param isSafe false where triage is off: nobody is then invited to ask. */
function createBot(deps: DialogDeps, isSafe: boolean): Bot {
  const { dialog, version } = deps.catalog;
  const emergency = deps.messages.emergencyNumber;
  return {
    contentVersion: version,
    labels: createLabels(dialog),
    newConversation: () => EMPTY_STATE,
    takeTurn: (request, state) => takeTurn(request, state, deps),
    welcome: () =>
      toReply(deps, (isSafe ? null : triageReply(deps, UNCHECKED, false)) ?? welcomeDraft(deps)),
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
