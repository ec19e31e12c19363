import { readLocale, readOptions } from '../shared/options.js';
import { CHAT_LANGUAGES, pickLanguage } from '../shared/strings.js';
import { Chat } from './chat-page.js';
import { dress } from './theme.js';

/** `/chat`: the chat alone, or in a frame that `widget.js` made. */
const options = readOptions(location.hash || location.search);
const locale = options.locale ?? readLocale(navigator.language) ?? 'en';
const { lang, strings } = pickLanguage(CHAT_LANGUAGES, locale);
dress(options, lang, locale);
new Chat({ options, locale, strings }).start();
