import type { Contacts, SafetyMessagesContent } from '../catalog/safety-types.js';

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

/** Whom to call, in English: configuration first, then the region, then the generic words. */
export function contactsFor(
  { regions, configured, generic }: SafetyMessagesContent,
  { region, emergencyNumber, crisisLine, careLine }: MessageSettings,
): Contacts {
  const preset = regions.find(({ id }) => id === region);
  const put = (template: string, value: string) => template.replace('{value}', () => value);
  return {
    emergency: emergencyNumber ?? preset?.emergency ?? generic.emergency,
    crisis:
      crisisLine != null ? put(configured.crisis, crisisLine) : (preset?.crisis ?? generic.crisis),
    careLine: careLine == null ? generic.careLine : namedLine(configured.careLine, careLine, put),
  };
}

/** A bare number says whose it is; words do that themselves. */
function namedLine(
  template: string,
  careLine: string,
  put: (template: string, value: string) => string,
): string {
  return /\p{L}/u.test(careLine) ? careLine : put(template, careLine);
}

/**
 * Whom to call, in another language. Only numbers cross the language border: English words around them stay
 * in the English text, and where there is no number the generic words of that language are said.
 */
export function translatedContacts(
  { regions }: SafetyMessagesContent,
  { region, emergencyNumber, crisisLine, careLine }: MessageSettings,
  generic: Contacts,
): Contacts {
  const preset = regions.find(({ id }) => id === region);
  return {
    emergency: numberIn(emergencyNumber ?? preset?.emergency) ?? generic.emergency,
    crisis: numberIn(crisisLine ?? preset?.crisis) ?? generic.crisis,
    careLine: numberIn(careLine) ?? generic.careLine,
  };
}

/**
 * 3 to 15 digits (E.164) with what stands between them in print; not "24/7", "24 hours", an address on the web,
 * nor the first half of "1-800-CANCER".
 */
const PHONE_NUMBER =
  /(?<![\p{L}\p{N}.@/-])\+?\(?\d(?:[ ().-]{0,2}\d){2,14}(?![\p{L}\p{N}/]|[.-]\p{L}| ?(?:h|hrs?|hours?)\b|(?:[ ().-]{0,2}\d)* \p{Lu}{3})/u;

/** The first number to call in a label; the whole label where its number is spelt in letters; null for words alone. */
function numberIn(label: string | null | undefined): string | null {
  if (label == null || !/\p{L}/u.test(label)) {
    return label ?? null;
  }
  return PHONE_NUMBER.exec(label)?.[0] ?? (/\d{3}/.test(label) ? label : null);
}

/** Puts the contacts in the place of `{emergency}`, `{crisis}` and `{careLine}`. */
export function withContacts(text: string, contacts: Contacts): string {
  return text.replace(
    /\{(emergency|crisis|careLine)\}/g,
    (_, name: keyof Contacts) => contacts[name],
  );
}
