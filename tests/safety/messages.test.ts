import { createMessages, type MessageSettings, type Region } from '../../src/safety/messages';
import { UNAVAILABLE } from '../../src/safety/triage-guard';
import type { Triage, TriageLevel } from '../../src/safety/types';
import { readingGrade } from '../../src/text/reading-grade';
import { safetyContent } from './content';

const REGIONS: readonly (Region | null)[] = [null, 'US', 'UK', 'EU', 'CA', 'AU'];
const ROUTES = ['emergency', 'care-line', 'self-harm'] as const;
const found = (level: TriageLevel, rule = 'x', language = 'en'): Triage => ({
  level,
  rule,
  soft: false,
  language,
});
const words = (text: string) => text.split(/\s+/).length;
const make = (settings: MessageSettings) => createMessages(safetyContent, settings);

describe.each(REGIONS)('in region %s', (region) => {
  const messages = make({ region });
  const routes = ROUTES.flatMap((level) => [
    messages.reply(found(level), false),
    messages.reply(found(level), true),
  ]);
  const all = [...routes, messages.soft, messages.unwell, messages.failure, messages.footer];

  test('a route has at most 60 words, starts with an action and has no exclamation mark or emoji', () => {
    for (const text of routes) {
      expect(words(text)).toBeLessThanOrEqual(60);
      expect(text).toMatch(/^(?:Call|Reach out)/);
      expect(text).not.toMatch(/[!\p{Extended_Pictographic}]/u);
    }
  });

  test('a route reads at grade 6 or below', () => {
    for (const text of routes) {
      expect(readingGrade(text, new Set(['immunotherapy', 'emergency']))).toBeLessThanOrEqual(6);
    }
  });

  test('no placeholder is left', () => {
    expect(all.join(' ')).not.toMatch(/[{}]|undefined|null/);
  });
});

test('routes say what treatment it is, and that one may ask again', () => {
  for (const level of ['emergency', 'care-line'] as const) {
    const text = make({ region: null }).reply(found(level), false);
    expect(text).toMatch(/on immunotherapy/);
    expect(text).toMatch(/If I got this wrong, ask again/);
  }
});

test('without a region no number is named', () => {
  const messages = make({ region: null });
  for (const level of ROUTES) {
    expect(messages.reply(found(level), false).replace('24-hour', '')).not.toMatch(/\d/);
  }
  expect(messages.emergencyNumber).toBe('your local emergency number');
});

test('a region names its own numbers and no other region’s', () => {
  expect(make({ region: 'UK' }).reply(found('emergency'), false)).toContain('999');
  expect(make({ region: 'UK' }).reply(found('self-harm'), false)).toContain('116 123');
  expect(make({ region: 'UK' }).reply(found('self-harm'), false)).not.toContain('988');
  expect(make({ region: 'US' }).reply(found('self-harm'), false)).toContain('988');
});

test('configured lines go before the region’s', () => {
  const messages = make({
    region: 'US',
    emergencyNumber: '000',
    crisisLine: '13 11 14',
    careLine: '$& 555 0100',
  });
  expect(messages.reply(found('emergency'), false)).toContain('Call 000 now');
  expect(messages.reply(found('self-harm'), false)).toContain('call 13 11 14');
  expect(messages.reply(found('care-line'), false)).toContain('24-hour line ($& 555 0100)');
});

test('in a shared channel nothing names a symptom or a crisis', () => {
  for (const level of ROUTES) {
    const text = make({ region: null }).reply(found(level), true);
    expect(text).not.toMatch(/symptom|suicid|die|harm|fever|pain/i);
  }
});

test('the route is said in the person’s language and in English', () => {
  const text = make({ region: 'EU' }).reply(found('emergency', 'es-emergency', 'es'), false);
  expect(text).toMatch(/^Llame ahora 112/);
  expect(text).toContain('Call 112 now');
  expect(make({ region: null }).reply(found('emergency', 'x', 'tlh'), false)).toMatch(/^Call/);
});

test('each language of the signs has its routes', () => {
  const routed = safetyContent.messages.languages.map(({ language }) => language);
  expect(routed).toEqual(
    expect.arrayContaining(safetyContent.languages.map(({ language }) => language)),
  );
});

test('advice and prognosis fit the topic, give a claim and a question to take along', () => {
  const messages = make({ region: null });
  const stop = messages.reply(found('personal-advice', 'stop-skip'), false);
  const other = messages.reply(found('personal-advice', 'classifier-personal-advice'), false);
  expect(stop).not.toBe(other);
  for (const { text, claims } of safetyContent.messages.topics) {
    expect(text).toMatch(/can't/);
    expect(text).toMatch(/\?"/);
    expect(text).not.toMatch(/\d|you should/);
    expect(claims.length).toBeGreaterThan(0);
    expect(readingGrade(text, new Set(['immunotherapy']))).toBeLessThanOrEqual(8);
  }
});

test('low mood is pointed to somebody to talk to', () => {
  const text = make({ region: 'US' }).reply(found('emotional-support'), false);
  expect(text).toContain('988');
});

test('when triage is not available the reply says whom to call and why it cannot help', () => {
  const text = make({ region: 'UK' }).reply(found('emergency', UNAVAILABLE), false);
  expect(text).toMatch(/^Call 999/);
  expect(text).toMatch(/cannot answer/);
});

test('the footer is one short line without digits that points to the own care team', () => {
  const { footer } = make({ region: 'US' });
  expect(words(footer)).toBeLessThanOrEqual(30);
  expect(footer).not.toMatch(/\d/);
  expect(footer).toMatch(/education/);
  expect(footer).toMatch(/your own care team/);
});

test('the quiet line keeps the route of its level in sight', () => {
  const messages = make({ region: 'UK' });
  expect(messages.quiet('emergency')).toContain('999');
  expect(messages.quiet('self-harm')).toContain('116 123');
  expect(messages.quiet('personal-advice')).toBe(messages.quiet('care-line'));
});
