import { createMessages, type MessageSettings, type Region } from '../../src/safety/messages';
import { UNAVAILABLE } from '../../src/safety/triage-guard';
import type { Triage, TriageLevel } from '../../src/safety/types';
import { readingGrade } from '../../src/text/reading-grade';
import { safetyContent } from './content';

const REGIONS: readonly (Region | null)[] = [null, 'US', 'UK', 'EU', 'CA', 'AU'];
const ROUTES = ['emergency', 'care-line', 'self-harm'] as const;
/** The subject's own word, which the glossary explains. */
const EASY = new Set(['immunotherapy']);
const found = (level: TriageLevel, rule = 'x', language = 'en'): Triage => ({
  level,
  rule,
  soft: false,
  language,
});
const make = (settings: MessageSettings) => createMessages(safetyContent, settings);

describe.each(REGIONS)('in region %s', (region) => {
  const messages = make({ region });
  const routes = ROUTES.flatMap((level) => [
    messages.reply(found(level), false),
    messages.reply(found(level), true),
  ]);
  const all = [...routes, messages.soft, messages.unwell, messages.failure, messages.footer];

  test('a route starts with an action and has no exclamation mark or emoji', () => {
    for (const text of routes) {
      expect(text).toMatch(/^(?:Call|Reach out)/);
      expect(text).not.toMatch(/[!\p{Extended_Pictographic}]/u);
    }
  });

  test('whatever is said of danger reads at grade 6 or below', () => {
    const quiet = ROUTES.map((level) => messages.quiet(level, 'en'));
    const { soft, unwell, failure } = messages;
    for (const text of [...routes, ...quiet, soft, unwell, failure]) {
      expect([text, readingGrade(text, EASY) <= 6]).toEqual([text, true]);
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
    expect([text, readingGrade(text, EASY) <= 6]).toEqual([text, true]);
  }
});

test('the claims are those of the text that is said', () => {
  const messages = make({ region: null });
  for (const { id, level, claims } of safetyContent.messages.topics) {
    const rule = safetyContent.signs.find(({ topic }) => topic === id)?.id ?? 'classifier';
    expect([id, messages.claims(found(level, rule), false)]).toEqual([id, claims]);
    expect(messages.claims(found(level, rule), true)).toEqual([]);
  }
  for (const level of [...ROUTES, 'emotional-support', 'abuse'] as const) {
    expect(messages.claims(found(level), false)).toEqual([]);
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
  expect(footer.split(/\s+/).length).toBeLessThanOrEqual(30);
  expect(footer).not.toMatch(/\d/);
  expect(footer).toMatch(/education/);
  expect(footer).toMatch(/your own care team/);
});

test('the quiet line keeps the route of its level in sight', () => {
  const messages = make({ region: 'UK' });
  expect(messages.quiet('emergency', 'en')).toContain('999');
  expect(messages.quiet('self-harm', 'en')).toContain('116 123');
  expect(messages.quiet('care-line', 'en')).toContain('24-hour number');
});
