import { createTriage } from '../../src/safety/triage';
import { guardTriage, UNAVAILABLE } from '../../src/safety/triage-guard';
import { safetyContent } from './content';

const FAILED = { level: 'emergency', rule: UNAVAILABLE };

test('a check that cannot be made leads to the failure text, on every turn', () => {
  const faults: unknown[] = [];
  const noFrames = { ...safetyContent, frames: null as never };
  const guarded = guardTriage(
    () => createTriage(noFrames),
    (error) => faults.push(error),
  );
  expect(guarded.check('what is immunotherapy')).toMatchObject(FAILED);
  expect(guarded.check('hello')).toMatchObject(FAILED);
  expect(faults).toHaveLength(1);
});

test('a check that throws leads to the failure text, and the next turn is tried again', () => {
  let broken = true;
  const guarded = guardTriage(() => ({
    check: () => {
      if (broken) {
        throw new Error('broken');
      }
      return { level: null, rule: null, soft: false, language: 'en' };
    },
  }));
  expect(guarded.check('hello')).toMatchObject(FAILED);
  broken = false;
  expect(guarded.check('hello').level).toBeNull();
});

test('a check that works is passed on', () => {
  const guarded = guardTriage(() => createTriage(safetyContent, { classifier: false }));
  expect(guarded.check('my chest hurts').level).toBe('emergency');
});
