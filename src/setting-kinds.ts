import { z } from 'zod';

/** The kinds of values settings have. A message completes a sentence that begins with the setting's name. */

export const text = z
  .string()
  .optional()
  .transform((value) => value ?? null);

/** A number or a few words said to people. */
export const phrase = text.refine((value) => (value ?? '').length <= 200, {
  error: 'must be 200 characters or fewer',
});

const PHONE_NUMBER = /\+?\(?\d[\d().-]*(?: [\d().-]+)*/g;
const words = (value: string) => value.split(/\s+/).filter(Boolean).length;

/**
 * A phrase said in danger messages, which have room for so much.
 *
 * @param most words, with a phone number as one of them.
 * @param room words, with each group of digits as one.
 */
export const contact = (most: number, room: number) =>
  phrase.refine(
    (value) =>
      words((value ?? '').replace(PHONE_NUMBER, '0')) <= most && words(value ?? '') <= room,
    {
      error: `must be ${most} words or fewer with a phone number as one, and ${room} or fewer with each group of digits as one`,
    },
  );

export const whole = (least: number, most: number, fallback: number) =>
  z
    .string()
    .default(String(fallback))
    .refine((value) => /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most, {
      error: `must be a whole number from ${least} to ${most}`,
    })
    .transform(Number);

/** One of a list, in any case. */
export const oneOf = <T extends string>(values: readonly T[]) =>
  z
    .string()
    .transform((given) => values.find((value) => value.toLowerCase() === given.toLowerCase()))
    .refine((value) => value !== undefined, { error: `must be one of ${values.join(', ')}` })
    .transform((value) => value as T);

export const optionally = <T extends z.ZodType>(kind: T) =>
  kind.optional().transform((value) => value ?? null);

export const yesNo = z
  .string()
  .default('no')
  .pipe(oneOf(['yes', 'no']))
  .transform((value) => value === 'yes');

export const secret = (least: number) =>
  text.refine((value) => value === null || (value.length >= least && !/\s/.test(value)), {
    error: `must be at least ${least} characters long, without blanks`,
  });

/** Values between commas or blanks. */
const list = z
  .string()
  .default('')
  .transform((value) => value.split(/[\s,]+/).filter(Boolean));

export const ids = list.refine((all) => all.every((value) => /^[\w.-]{1,100}$/.test(value)), {
  error: 'must be a list of ids such as 11111111-2222-3333-4444-555555555555',
});

export const secrets = list.refine((all) => all.every((value) => value.length >= 8), {
  error: 'must be a list of tokens, each at least 8 characters long',
});

const isHttp = (value: string) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
const isOrigin = (value: string) =>
  isHttp(value) && new URL(value).pathname === '/' && !/[?#@]/.test(value);

export const webAddress = text.refine((value) => value === null || isHttp(value), {
  error: 'must be a web address such as https://www.example.org/privacy',
});

export const origin = text.refine((value) => value === null || isOrigin(value), {
  error: 'must be an address such as https://bot.example.org, without a path',
});

export const origins = list
  .refine((all) => all.every(isOrigin), {
    error: 'must be a list of addresses such as https://www.example.org, without a path',
  })
  .transform((all) => all.map((value) => new URL(value).origin));

export const hosts = list.refine(
  (all) => all.every((host) => /^\.?[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(host)),
  {
    error: 'must be a list of host names such as bot.example.org, or .example.org for all below it',
  },
);
