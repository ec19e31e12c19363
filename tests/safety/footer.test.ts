import { finishReply } from '../../src/safety/footer';
import type { TriageLevel } from '../../src/safety/types';

const FOOTER = 'Ask your own care team.';

test.each<TriageLevel>(['emergency', 'care-line', 'self-harm'])(
  'the route of %s stands in the footer’s place',
  (level) => {
    expect(finishReply({ body: 'Call now.', level }, FOOTER).footer).toBe('');
  },
);

test.each<TriageLevel | null>([null, 'prognosis', 'personal-advice', 'emotional-support', 'abuse'])(
  'a reply of level %s carries the footer, beside its body',
  (level) => {
    expect(finishReply({ body: 'Text.', level, more: true }, FOOTER)).toEqual({
      body: 'Text.',
      level,
      more: true,
      footer: FOOTER,
    });
  },
);

test('a reply never leaves with an empty footer by mistake', () => {
  expect(() => finishReply({ body: 'Text.', level: null }, ' ')).toThrow(RangeError);
});
