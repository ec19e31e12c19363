import { FaqError } from '../errors.js';
import type { SafetyContent, SafetyMessagesContent } from './safety-types.js';

const REFERENCE = /\{([a-z][a-z0-9-]*)\}/g;
const PLACEHOLDERS = new Set(['emergency', 'crisis', 'careLine', 'value']);

/** Lists of frames that the triage code refers to by name. */
export const FRAME_NAMES = [
  'negation',
  'not-negating',
  'bridge',
  'resolved',
  'over-now',
  'is-back',
  'past',
  'present',
  'comes-back',
  'returning',
  'what-if',
  'told-to-ring',
  'condition',
  'whether',
  'information',
  'generic-person',
  'cause',
  'report',
  'modal',
  'own',
  'this-one',
  'reporting',
  'thing',
  'body',
  'relative',
  'past-verb',
  'dated-before',
  'long-past',
  'subject',
  'now',
  'treatment',
  'subject-start',
  'contrast',
  'it-is-me',
  'planning',
  'figures-in-general',
  'at-this-moment',
  'asks-in-general',
  'cells',
  'disease',
  'cells-term',
  'cells-before',
  'cells-after',
  'person',
  'who-leaves',
  'not-person',
  'question',
] as const;

/**
 * Holds safety content to what no schema can say: every name that is used is there, once.
 *
 * @throws FaqError CONTENT_INVALID naming the first fault.
 */
export function checkSafety(content: SafetyContent): void {
  throwFirst([
    ...unknownConcepts(content),
    ...missingFrames(content),
    ...signFaults(content),
    ...missingExamples(content),
  ]);
}

/**
 * The same for the messages alone.
 *
 * @throws FaqError CONTENT_INVALID naming the first fault.
 */
export function checkMessages(messages: SafetyMessagesContent): void {
  throwFirst(placeholderFaults(messages));
}

function throwFirst([first]: readonly string[]): void {
  if (first !== undefined) {
    throw new FaqError('CONTENT_INVALID', `content/safety: ${first}.`);
  }
}

function unknownConcepts({ concepts, frames, signs, lookalikes }: SafetyContent): string[] {
  const groups: [string, readonly string[]][] = [
    ...Object.entries(concepts),
    ...Object.entries(frames),
    ...signs.map(({ id, patterns }): [string, readonly string[]] => [id, patterns]),
    ...lookalikes.map(({ id, patterns }): [string, readonly string[]] => [id, patterns]),
  ];
  return groups.flatMap(([group, patterns]) =>
    patterns.flatMap((pattern) =>
      [...pattern.matchAll(REFERENCE)]
        .filter(([, name]) => !Object.hasOwn(concepts, name ?? ''))
        .map(([, name]) => `"${group}" refers to the concept "${name}", which is not there`),
    ),
  );
}

function missingFrames({ frames }: SafetyContent): string[] {
  return FRAME_NAMES.filter((name) => !Object.hasOwn(frames, name)).map(
    (name) => `frames.yaml: the list "${name}" is missing`,
  );
}

function signFaults({ signs, combinations, messages }: SafetyContent): string[] {
  const ids = [...signs, ...combinations].map(({ id }) => id);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `"${id}" is there twice`);
  const known = new Set(ids);
  const unknown = combinations.flatMap(({ id, all }) =>
    all
      .flat()
      .filter((part) => !known.has(part))
      .map((part) => `"${id}" combines "${part}", which is not there`),
  );
  const unlike = signs.flatMap(({ id, unless }) =>
    unless
      .filter((part) => !known.has(part))
      .map((part) => `"${id}" is taken back by "${part}", which is not there`),
  );
  const topics = new Set(messages.topics.map(({ id }) => id));
  const noText = signs
    .filter(({ topic }) => topic !== null && !topics.has(topic))
    .map(({ id, topic }) => `"${id}" has the topic "${topic}", which has no message`);
  return [...twice, ...unknown, ...unlike, ...noText];
}

/** Without lines of a level the classifier never finds it, and nobody would notice. */
function missingExamples({ thresholds, examples }: SafetyContent): string[] {
  const labels = new Set<string>(examples.map(({ label }) => label));
  return Object.keys(thresholds)
    .filter((level) => !labels.has(level))
    .map((level) => `examples: there is no line of "${level}"`);
}

function placeholderFaults(messages: SafetyMessagesContent): string[] {
  const text = JSON.stringify(messages, (key, value) =>
    key === 'quiet' && typeof value === 'string' ? value.replace('{help}', '') : value,
  );
  return [...text.matchAll(/\{([A-Za-z]+)\}/g)]
    .filter(([, name]) => !PLACEHOLDERS.has(name ?? ''))
    .map(([, name]) => `messages.yaml: the placeholder {${name}} is not known`);
}
