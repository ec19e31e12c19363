import type { Contacts, SafetyMessagesContent, TranslatedRoutes } from '../catalog/safety-types.js';
import { type MessageSettings, translatedContacts, withContacts } from './contacts.js';
import type { RouteLevel } from './footer.js';

/** What is said before the English text to somebody who wrote in another language. */
export interface Translation {
  /** @param shared true where others read along: the route alone. */
  route(level: RouteLevel, shared: boolean): string;
  quiet(level: RouteLevel): string;
}

const HELP: Readonly<Record<RouteLevel, keyof Contacts>> = {
  emergency: 'emergency',
  'care-line': 'careLine',
  'self-harm': 'crisis',
};

/** Every language the routes are written in, by its code, with the contacts filled in. */
export function createTranslations(
  messages: SafetyMessagesContent,
  settings: MessageSettings,
): ReadonlyMap<string, Translation> {
  return new Map(
    messages.languages.map((texts) => {
      const contacts = translatedContacts(messages, settings, texts.generic);
      return [texts.language, translation(texts, contacts)];
    }),
  );
}

function translation(
  { routes, personal, quiet }: TranslatedRoutes,
  contacts: Contacts,
): Translation {
  return {
    route: (level, shared) =>
      withContacts(shared ? routes[level] : `${routes[level]} ${personal[level]}`, contacts),
    quiet: (level) => quiet.replace('{help}', () => contacts[HELP[level]]),
  };
}
