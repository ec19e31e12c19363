import type { ChatStrings } from '../shared/strings.js';

const DAY_MS = 86_400_000;

export interface Times {
  time(at: Date): string;
  /** "Today", "Yesterday", or the date. */
  day(at: Date, now: Date): string;
  full(at: Date): string;
}

/** Day and time in the way of a locale; in the browser's own way where the locale is not known to it. */
export function createTimes(locale: string, strings: ChatStrings): Times {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const known = Intl.DateTimeFormat.supportedLocalesOf([locale]);
    return new Intl.DateTimeFormat(known, options);
  };
  const time = format({ hour: 'numeric', minute: '2-digit' });
  const date = format({ weekday: 'long', day: 'numeric', month: 'long' });
  const full = format({ dateStyle: 'long', timeStyle: 'short' });
  return {
    time: (at) => time.format(at),
    day: (at, now) => {
      const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);
      return days === 0 ? strings.today : days === 1 ? strings.yesterday : date.format(at);
    },
    full: (at) => full.format(at),
  };
}

export function startOfDay(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}
