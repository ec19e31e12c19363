import { createMessages, type MessageSettings, type Region } from '../../src/safety/messages';
import { UNAVAILABLE } from '../../src/safety/triage-guard';
import { safetyContent } from './content';

/** Every route in every language, with whatever an operator may have set. */

const MOST_WORDS = 60;
const ROUTES = ['emergency', 'care-line', 'self-harm'] as const;
const REGIONS: readonly (Region | null)[] = [null, 'US', 'UK', 'EU', 'CA', 'AU'];
const LANGUAGES = safetyContent.messages.languages.map(({ language }) => language);
/** As long as a configured label may be: 8 words and 10 groups, 4 and 5 for the emergency number. */
const LONG_LINE = 'the cancer hotline of Saint Mary Hospital, 020 7946 0000';
const CARE_LINES = [null, '020 7946 0000', LONG_LINE, 'the ward of Saint Ann, 01 23 45 67 89'];
const CRISIS_LINES = [null, '0800 111 222', 'the good night line of Saint Ann, 0800 111 222'];
const EMERGENCY_NUMBERS = [null, '112', '01 23 45 67 89', 'the ambulance on 999'];

const SETTINGS: readonly MessageSettings[] = REGIONS.flatMap((region) =>
  CARE_LINES.flatMap((careLine) =>
    CRISIS_LINES.flatMap((crisisLine) =>
      EMERGENCY_NUMBERS.map((emergencyNumber) => ({
        region,
        careLine,
        crisisLine,
        emergencyNumber,
      })),
    ),
  ),
);

/** Words as a reader counts them; a language written without blanks is cut by Unicode's own rules. */
function countWords(text: string): number {
  const cut = new Intl.Segmenter('zh', { granularity: 'word' });
  const isWritten = (piece: string) => /[\p{L}\p{N}]/u.test(piece);
  return text
    .split(/\s+/)
    .filter(isWritten)
    .map((piece) =>
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(piece)
        ? [...cut.segment(piece)].filter(({ isWordLike }) => isWordLike).length
        : 1,
    )
    .reduce((sum, count) => sum + count, 0);
}

/** What is said for each setting, level and language, alone and where others read along. */
function said(languages: readonly string[]) {
  return SETTINGS.flatMap((settings) => {
    const messages = createMessages(safetyContent, settings);
    return ROUTES.flatMap((level) =>
      languages.flatMap((language) =>
        [false, true].map((shared) => ({
          settings,
          level,
          language,
          text: messages.reply({ level, rule: 'x', soft: false, language }, shared),
        })),
      ),
    );
  });
}

const routes = said(['en', ...LANGUAGES]);

test('no route is longer than 60 words, in whatever languages and with whatever lines', () => {
  const long = routes.filter(({ text }) => countWords(text) > MOST_WORDS);
  expect(long.map(({ language, text }) => [language, countWords(text), text])).toEqual([]);
});

test('nor is what is said when the check does not work', () => {
  const finding = { level: 'emergency', rule: UNAVAILABLE, soft: false, language: 'en' } as const;
  for (const settings of SETTINGS) {
    const text = createMessages(safetyContent, settings).reply(finding, false);
    expect([text, countWords(text) <= MOST_WORDS]).toEqual([text, true]);
  }
});

test('a word is counted as one, with blanks and without', () => {
  expect(countWords('Call 020 7946 0000 : now')).toBe(5);
  expect(countWords('请立即拨打：112。')).toBeGreaterThan(2);
});

test('each language of the signs has its routes', () => {
  expect(LANGUAGES).toEqual(
    expect.arrayContaining(safetyContent.languages.map(({ language }) => language)),
  );
});

test('the route is said in the person’s language first, then in English', () => {
  const openings = { emergency: /^Call /, 'care-line': /^Call /, 'self-harm': /^Reach out now/ };
  const wrong = routes.filter(({ level, language, text }) => {
    const parts = text.split('\n\n');
    const english = parts.at(-1) ?? '';
    return (
      parts.length !== (language === 'en' ? 1 : 2) ||
      !openings[level].test(english) ||
      !/wrong, ask again\.$/.test(english) ||
      /[!{}]/.test(text)
    );
  });
  expect(wrong.map(({ text }) => text)).toEqual([]);
});

/** A text with its numbers closed up: "020 7946 0000" is "02079460000". */
const closedUp = (text: string) => text.replace(/(?<=\d)[ ().-]+(?=\d)/g, '');
const numberOf = (label: string | null | undefined) =>
  /(?<!\p{L})\d+(?!\p{L})/u.exec(closedUp(label ?? ''))?.[0] ?? null;

/** The numbers a route must name: those configured, else the region's. */
function numbersFor({ region, ...own }: MessageSettings, level: (typeof ROUTES)[number]) {
  const preset = safetyContent.messages.regions.find(({ id }) => id === region);
  const numbers = {
    emergency: null,
    'care-line': numberOf(own.careLine),
    'self-harm': numberOf(own.crisisLine ?? preset?.crisis),
  };
  return [numberOf(own.emergencyNumber ?? preset?.emergency), numbers[level]];
}

test('both languages name the same number: the one configured, else the one of the region', () => {
  const wrong = routes.filter(({ settings, level, text }) =>
    text
      .split('\n\n')
      .some((part) =>
        numbersFor(settings, level).some(
          (digits) => digits !== null && !closedUp(part).includes(digits),
        ),
      ),
  );
  expect(wrong.map(({ text }) => text)).toEqual([]);
  expect(numbersFor({ region: 'US' }, 'self-harm')).toEqual(['911', '988']);
  expect(numbersFor({ region: null, careLine: LONG_LINE }, 'care-line')).toEqual([
    null,
    '02079460000',
  ]);
});

test('where a line is configured or known, no language says only that there is one', () => {
  for (const { language, generic } of safetyContent.messages.languages) {
    const messages = createMessages(safetyContent, { region: 'US', careLine: '555 0100' });
    for (const level of ROUTES) {
      const text = messages.reply({ level, rule: 'x', soft: false, language }, false);
      expect(Object.values(generic).filter((words) => text.includes(words))).toEqual([]);
    }
  }
});

test('under a translation the person is still told to name the treatment, and alone only there', () => {
  const messages = createMessages(safetyContent, { region: 'US' });
  for (const { language, personal } of safetyContent.messages.languages) {
    for (const level of ROUTES) {
      const finding = { level, rule: 'x', soft: false, language };
      expect(messages.reply(finding, false)).toContain(personal[level]);
      expect(messages.reply(finding, true)).not.toContain(personal[level]);
    }
  }
});

test('a language without routes gets the English ones', () => {
  const messages = createMessages(safetyContent, { region: null });
  const finding = { level: 'emergency', rule: 'x', soft: false, language: 'tlh' } as const;
  expect(messages.reply(finding, false)).toMatch(/^Call your local emergency number now\. .*card/);
  expect(messages.quiet('emergency', 'tlh')).toMatch(/^Help is still there/);
});

test('the quiet line is said in the person’s language and in English, with its number', () => {
  const messages = createMessages(safetyContent, { region: 'UK', careLine: '020 7946 0000' });
  const numbers = { emergency: '999', 'care-line': '020 7946 0000', 'self-harm': '116 123' };
  for (const language of LANGUAGES) {
    for (const level of ROUTES) {
      const [translated, english, ...more] = messages.quiet(level, language).split('\n\n');
      expect(more).toEqual([]);
      expect(translated).toContain(numbers[level]);
      expect(english).toContain(numbers[level]);
      expect(translated).not.toMatch(/[{}]/);
    }
  }
});
