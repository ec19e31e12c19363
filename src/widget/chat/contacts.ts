/** A telephone number or web address that stands in a text as plain words. */
export interface Contact {
  readonly kind: 'number' | 'site';
  readonly text: string;
  readonly href: string;
  /** Where it starts in the text. */
  readonly at: number;
}

/** Numbers are written in many ways: 911, 116 123, 13 11 14, 1-800-555-0100, (0)20 7946 0000, +44 20 7946 0000. */
const NUMBER = /(?<![\p{L}\p{N}+.,/-])\+?\(?\d[\d() .-]{1,20}\d(?![\p{L}\p{N}%°]|[.,:/-]\p{N})/gu;
const SITE =
  /(?<![\w@./-])(?:[a-z0-9-]{1,63}\.){1,3}(?:org|gov|com|net|info|eu|uk|ca|au|ie|nz)(?:\/[\w/-]{1,100})?(?![\w@-])/gi;
/** Two digits are an amount and four a year; three are an emergency or crisis number. */
const LENGTHS = new Set([3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);

/**
 * Telephone numbers and web addresses in a text, in order. The bot's texts hold digits only where they name
 * whom to call, so a run of digits of the right length is a number.
 */
export function findContacts(text: string): Contact[] {
  const numbers = [...text.matchAll(NUMBER)].flatMap((match) => numberOf(match[0], match.index));
  const sites = [...text.matchAll(SITE)].map(
    ({ 0: site, index: at }): Contact => ({
      kind: 'site',
      text: site,
      href: `https://${site}`,
      at,
    }),
  );
  return [...numbers, ...sites].sort((a, b) => a.at - b.at);
}

function numberOf(found: string, from: number): Contact[] {
  // A bracket that does not close in the number belongs to the sentence around it.
  const text = found.includes(')') ? found : found.replace('(', '');
  const at = from + found.length - text.length;
  // The zero in brackets is for calls from within the country only.
  const dialled = text.replace(/^(\+.*)\(0\)/, '$1').replace(/[^\d+]/g, '');
  const digits = dialled.replace('+', '').length;
  const isDecimal = /^\d+\.\d+$/.test(text);
  return LENGTHS.has(digits) && !isDecimal
    ? [{ kind: 'number', text, href: `tel:${dialled}`, at }]
    : [];
}
