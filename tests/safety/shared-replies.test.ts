import { createMessages, type MessageSettings } from '../../src/safety/messages';
import { safetyContent } from './content';

/** What is said where others read along, in every language. */

const ROUTES = ['emergency', 'care-line', 'self-harm'] as const;
const LANGUAGES = safetyContent.messages.languages.map(({ language }) => language);

/** What would tell a room how somebody is or what they asked. */
const TELLING = new RegExp(
  `\\b(?:${[
    'symptoms?|sick|ill|pain|ache|fever|breath(?:e|ing)?|bleed(?:ing)?|rash|chest|worn',
    'suicid\\w*|die|dying|death|dead|harm|kill|alive|low|scared|feel|sad',
    'cancer|tumou?rs?|scan|results?|remission|cure[ds]?|gone|come back|responds?',
    'time left|how long|live|outlook|prognosis|weeks|months|advise|options?',
    'dose|stop(?:ped)?|skip|change|treatments?|medicines?|trust|name',
  ].join('|')})\\b`,
  'i',
);
/** The illness in the other languages. */
const CANCER =
  /c[áa]nc(?:er|ro)|onco|krebs|kanker|kanser|kansè|癌|肿瘤|がん|암 |рак\b|онко|ung thư|कैंसर|سرطان|أورام|nowotw|tumor/i;

const PERSONAL = ['prognosis', 'personal-advice', 'emotional-support'] as const;
const inRegion = (settings: MessageSettings) => createMessages(safetyContent, settings);

test('where others read along no reply says how somebody is or what was asked', () => {
  for (const messages of [inRegion({ region: null }), inRegion({ region: 'US' })]) {
    for (const level of [...ROUTES, ...PERSONAL]) {
      const own = safetyContent.signs.filter((sign) => sign.level === level);
      for (const language of ['en', ...LANGUAGES]) {
        const texts = ['x', ...own.map(({ id }) => id)].map((rule) =>
          messages.reply({ level, rule, soft: false, language }, true),
        );
        expect(new Set(texts).size).toBe(1);
        expect(texts[0]?.split('\n\n').at(-1)).not.toMatch(TELLING);
        expect(texts[0]).not.toMatch(CANCER);
      }
    }
  }
});

test('the list notices what is said where nobody reads along', () => {
  const messages = inRegion({ region: null });
  for (const level of ['emergency', 'self-harm', ...PERSONAL] as const) {
    const finding = { level, rule: 'x', soft: false, language: 'en' };
    expect(messages.reply(finding, false)).toMatch(TELLING);
  }
});

test('where others read along a personal question is asked into a private chat or to the care team', () => {
  const messages = createMessages(safetyContent, { region: 'US' });
  for (const level of PERSONAL) {
    const text = messages.reply({ level, rule: 'x', soft: false, language: 'en' }, true);
    expect(text).toMatch(/private chat/);
    expect(text).toMatch(/own care team/);
    expect(text).not.toMatch(/[!{}]/);
  }
  const finding = { level: 'emotional-support', rule: 'x', soft: false, language: 'en' } as const;
  expect(messages.reply(finding, true)).toContain('988');
});
