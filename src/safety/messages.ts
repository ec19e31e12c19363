import type {
  SafetyContent,
  SafetyMessagesContent,
  TopicMessage,
} from '../catalog/safety-types.js';
import { contactsFor, type MessageSettings, withContacts } from './contacts.js';
import { isRoute, type RouteLevel } from './footer.js';
import { createTranslations } from './translations.js';
import { UNAVAILABLE } from './triage-guard.js';
import type { Triage, TriageLevel } from './types.js';

export type { MessageSettings, Region } from './contacts.js';

/** Every safety text with its numbers filled in; none has a placeholder left. */
export interface SafetyMessages {
  /** What to call in an emergency: a number, or "your local emergency number". */
  readonly emergencyNumber: string;
  readonly footer: string;
  /** One line for fallback and clarify: what to do when unwell right now. */
  readonly unwell: string;
  /** One line after the answer to an information question about a danger sign. */
  readonly soft: string;
  /** Said when triage is not available. */
  readonly failure: string;
  /**
   * What keeps help in sight on the turns after a route, in the person's language and in English.
   *
   * @param language BCP 47, as triage found it; one without a translation gets English alone.
   */
  quiet(level: RouteLevel, language: string): string;
  /**
   * The whole body for what triage found; a route in the person's language and in English.
   *
   * @param shared true where others read along: the route or the offer of a private chat, and nothing that
   *   says what was asked.
   */
  reply(triage: Triage, shared: boolean): string;
  /** Claim ids of the article's facts that {@link SafetyMessages.reply} states. */
  claims(triage: Triage, shared: boolean): readonly string[];
}

/** Fills the numbers into every text, once. */
export function createMessages(
  { messages, signs }: Pick<SafetyContent, 'messages' | 'signs'>,
  settings: MessageSettings,
): SafetyMessages {
  const contacts = contactsFor(messages, settings);
  const say = (text: string) => withContacts(text, contacts);
  const routes = createRoutes(messages, settings, say);
  const topicOf = new Map(signs.map(({ id, topic }) => [id, topic]));
  const topicFor = ({ level, rule }: Triage) =>
    findTopic(messages, level, topicOf.get(rule ?? '') ?? null);
  const replyTo = (triage: Triage, shared: boolean) => {
    if (isRoute(triage.level)) {
      return routes.reply(triage.level, triage.language, shared);
    }
    return say(shared ? sharedText(messages, triage) : ownText(messages, triage, topicFor(triage)));
  };
  return {
    emergencyNumber: contacts.emergency,
    footer: messages.footer,
    unwell: say(messages.unwell),
    soft: say(messages.soft),
    failure: say(messages.failure),
    quiet: routes.quiet,
    reply: (triage, shared) =>
      triage.rule === UNAVAILABLE ? say(messages.failure) : replyTo(triage, shared),
    claims: (triage, shared) => (shared ? [] : (topicFor(triage)?.claims ?? [])),
  };
}

/** The routes in the person's language, where there is one, and in English: short under another language. */
function createRoutes(
  messages: SafetyMessagesContent,
  settings: MessageSettings,
  say: (text: string) => string,
) {
  const translations = createTranslations(messages, settings);
  const under = (translated: string | undefined, english: string) =>
    [...(translated === undefined ? [] : [translated]), say(english)].join('\n\n');
  return {
    reply: (level: RouteLevel, language: string, shared: boolean) => {
      const translated = translations.get(language)?.route(level, shared);
      const short = shared || translated !== undefined;
      return under(translated, (short ? messages.shared : messages.levels)[level]);
    },
    quiet: (level: RouteLevel, language: string) =>
      under(translations.get(language)?.quiet(level), messages.quiet[level]),
  };
}

/** The variant the rule names; the level's first where it names none; null for a level without variants. */
function findTopic(
  { topics }: SafetyMessagesContent,
  level: TriageLevel | null,
  topic: string | null,
): TopicMessage | null {
  const ofLevel = topics.filter((entry) => entry.level === level);
  return ofLevel.find(({ id }) => id === topic) ?? ofLevel[0] ?? null;
}

function sharedText({ shared, abuse }: SafetyMessagesContent, { level }: Triage): string {
  switch (level) {
    case 'prognosis':
    case 'personal-advice':
      return shared.personal;
    case 'emotional-support':
      return shared.emotionalSupport;
    default:
      return abuse;
  }
}

function ownText(
  { emotionalSupport, abuse }: SafetyMessagesContent,
  { level }: Triage,
  topic: TopicMessage | null,
): string {
  if (level === 'emotional-support' || level === 'abuse') {
    return level === 'abuse' ? abuse : emotionalSupport;
  }
  if (topic === null) {
    throw new RangeError(
      `there is no safety text for ${level ?? 'an utterance without a finding'}`,
    );
  }
  return topic.text;
}
