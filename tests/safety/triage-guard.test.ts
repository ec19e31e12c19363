import { createTriage } from '../../src/safety/triage';
import { guardTriage, UNAVAILABLE, UNCHECKED } from '../../src/safety/triage-guard';
import { safetyContent } from './content';

const FAILED = { level: 'emergency', rule: UNAVAILABLE };

test('a check that cannot be made leads to the failure text, on every turn', () => {
  const faults: unknown[] = [];
  const noFrames = { ...safetyContent, frames: null as never };
  const guarded = guardTriage(
    () => createTriage(noFrames),
    (error, when) => faults.push([error, when]),
  );
  expect(guarded.fault).toBeInstanceOf(Error);
  expect(guarded.explain('hello')).toEqual(UNCHECKED);
  expect(guarded.check('what is immunotherapy')).toMatchObject(FAILED);
  expect(guarded.check('hello')).toMatchObject(FAILED);
  expect(faults).toEqual([[guarded.fault, 'start']]);
});

test('a check that throws leads to the failure text, and the next turn is tried again', () => {
  let broken = true;
  const faults: string[] = [];
  const triage = createTriage(safetyContent, { classifier: false });
  const failing = () => {
    throw new Error('broken');
  };
  const guarded = guardTriage(
    () => ({ check: (text) => (broken ? failing() : triage.check(text)), explain: failing }),
    (_, when) => faults.push(when),
  );
  expect(guarded.fault).toBeNull();
  expect(guarded.check('hello')).toMatchObject(FAILED);
  expect(guarded.explain('hello')).toMatchObject(FAILED);
  expect(faults).toEqual(['turn', 'turn']);
  broken = false;
  expect(guarded.check('hello').level).toBeNull();
});

test('a check that works is passed on', () => {
  const guarded = guardTriage(() => createTriage(safetyContent, { classifier: false }));
  expect(guarded.check('my chest hurts').level).toBe('emergency');
});
