import type {
  LevelMessages,
  SafetyContent,
  SafetyMessagesContent,
} from '../catalog/safety-types.js';
import { UNAVAILABLE } from './triage-guard.js';
import type { Triage, TriageLevel } from './types.js';

export type Region = 'US' | 'UK' | 'EU' | 'CA' | 'AU';

/** Whom to call, from configuration. Nothing set: the generic words, which name no number. */
export interface MessageSettings {
  readonly region: Region | null;
  /** Overrides the region's. */
  readonly emergencyNumber?: string | null;
  readonly crisisLine?: string | null;
  /** The clinic's own 24-hour line. */
  readonly careLine?: string | null;
}

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
  /** One line that keeps help in sight on the turns after a route. */
  quiet(level: TriageLevel): string;
  /**
   * The whole body for what triage found; in the person's language and in English.
   *
   * @param shared true where others read along: the route alone, no symptom named.
   */
  reply(triage: Triage, shared: boolean): string;
}

interface Numbers {
  readonly emergency: string;
  readonly crisis: string;
  readonly careLine: string;
}

/** Fills the numbers into every text, once. */
export function createMessages(
  { messages, signs }: Pick<SafetyContent, 'messages' | 'signs'>,
  settings: MessageSettings,
): SafetyMessages {
  const numbers = numbersFor(messages, settings, messages.generic);
  const say = (text: string) => fill(text, numbers);
  const topicOf = new Map(signs.map(({ id, topic }) => [id, topic]));
  const replyIn = (triage: Triage, shared: boolean): string => {
    const level = routeLevel(triage.level);
    if (level === null) {
      return say(otherText(messages, triage, topicOf.get(triage.rule ?? '') ?? null));
    }
    const english = say((shared ? messages.shared : messages.levels)[level]);
    const translated = translate(messages, settings, triage.language, level);
    return translated === null ? english : `${translated}\n\n${english}`;
  };
  return {
    emergencyNumber: numbers.emergency,
    footer: messages.footer,
    unwell: say(messages.unwell),
    soft: say(messages.soft),
    failure: say(messages.failure),
    quiet: (level) => say(messages.quiet[routeLevel(level) ?? 'care-line']),
    reply: (triage, shared) =>
      triage.rule === UNAVAILABLE ? say(messages.failure) : replyIn(triage, shared),
  };
}

function routeLevel(level: TriageLevel | null): keyof LevelMessages | null {
  return level === 'emergency' || level === 'care-line' || level === 'self-harm' ? level : null;
}

function otherText(messages: SafetyMessagesContent, triage: Triage, topic: string | null): string {
  switch (triage.level) {
    case 'emotional-support':
      return messages.emotionalSupport;
    case 'abuse':
      return messages.abuse;
    case 'prognosis':
    case 'personal-advice':
      return topicText(messages, triage.level, topic);
    default:
      throw new RangeError('there is no safety text for an utterance without a finding');
  }
}

/** The variant the rule names; the level's first where it names none. */
function topicText(
  { topics }: SafetyMessagesContent,
  level: 'prognosis' | 'personal-advice',
  topic: string | null,
): string {
  const ofLevel = topics.filter((entry) => entry.level === level);
  const found = ofLevel.find(({ id }) => id === topic) ?? ofLevel[0];
  if (found === undefined) {
    throw new RangeError(`there is no message for ${level}`);
  }
  return found.text;
}

function translate(
  messages: SafetyMessagesContent,
  settings: MessageSettings,
  language: string,
  level: keyof LevelMessages,
): string | null {
  const texts = messages.languages.find((entry) => entry.language === language);
  if (texts === undefined) {
    return null;
  }
  return fill(texts[level], translatedNumbers(messages, settings, texts.generic));
}

/** Only bare numbers cross the language border; English wording around them stays in the English text. */
function translatedNumbers(
  messages: SafetyMessagesContent,
  settings: MessageSettings,
  generic: Numbers,
): Numbers {
  const region = messages.regions.find(({ id }) => id === settings.region);
  const bare = (text: string | null | undefined, otherwise: string) =>
    text != null && /^[\d\s()+-]+$/.test(text) ? text : otherwise;
  return {
    emergency: bare(settings.emergencyNumber ?? region?.emergency, generic.emergency),
    crisis: generic.crisis,
    careLine: bare(settings.careLine, generic.careLine),
  };
}

/** Configuration first, then the region, then the generic words. */
function numbersFor(
  { regions, configured }: SafetyMessagesContent,
  { region, emergencyNumber, crisisLine, careLine }: MessageSettings,
  generic: Numbers,
): Numbers {
  const preset = regions.find(({ id }) => id === region);
  const put = (template: string, value: string) => template.replace('{value}', () => value);
  return {
    emergency: emergencyNumber ?? preset?.emergency ?? generic.emergency,
    crisis:
      crisisLine != null ? put(configured.crisis, crisisLine) : (preset?.crisis ?? generic.crisis),
    careLine: careLine != null ? put(configured.careLine, careLine) : generic.careLine,
  };
}

function fill(text: string, numbers: Numbers): string {
  return text.replace(
    /\{(emergency|crisis|careLine)\}/g,
    (_, name: keyof Numbers) => numbers[name],
  );
}
