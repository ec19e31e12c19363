import { parseSafetyContent } from '../../src/catalog/safety-content';
import { safetyContent, safetyFiles } from './content';

function broken(file: string, change: (data: Record<string, unknown>) => void) {
  const files = safetyFiles();
  const data = structuredClone(files.get(file)) as Record<string, unknown>;
  change(data);
  files.set(file, data);
  return () => parseSafetyContent(files);
}

test('a missing file is named', () => {
  const files = safetyFiles();
  files.delete('emergency.yaml');
  expect(() => parseSafetyContent(files)).toThrow(/content\/safety\/emergency\.yaml: the file is/);
});

test('a misspelt key is named with its file', () => {
  const parse = broken('messages.yaml', (data) => {
    data.fotter = 'x';
  });
  expect(parse).toThrow(/messages\.yaml.*fotter/);
});

test('a fault is a content fault', () => {
  const parse = broken('thresholds.yaml', (data) => {
    data.emergency = { bare: 0, alone: 2, above: 1, doubted: 1 };
  });
  expect(parse).toThrow(expect.objectContaining({ code: 'CONTENT_INVALID' }));
});

test('a concept that is not there is named', () => {
  const parse = broken('frames.yaml', (data) => {
    data.past = ['{yesteryear}'];
  });
  expect(parse).toThrow(/"past" refers to the concept "yesteryear"/);
});

test('a list of frames that the code needs may not be missing', () => {
  const parse = broken('frames.yaml', (data) => {
    delete data.negation;
  });
  expect(parse).toThrow(/"negation" is missing/);
});

test('a combination of a sign that is not there is named', () => {
  const parse = broken('care-line.yaml', (data) => {
    data.combinations = [{ id: 'odd', all: [['fever'], ['moonlight']] }];
  });
  expect(parse).toThrow(/"odd" combines "moonlight"/);
});

test('a level with thresholds and no example lines is named', () => {
  const files = safetyFiles();
  for (const file of [...files.keys()].filter((name) => name.startsWith('examples/'))) {
    files.delete(file);
  }
  expect(() => parseSafetyContent(files)).toThrow(/examples: there is no line of "/);
});

test('an unknown placeholder is named', () => {
  const parse = broken('messages.yaml', (data) => {
    data.soft = 'Call {someone}.';
  });
  expect(parse).toThrow(/placeholder \{someone\}/);
});

test('a quiet line that names nobody to call is refused', () => {
  const parse = broken('messages.yaml', (data) => {
    const languages = data.languages as { quiet: string }[];
    data.languages = languages.map((texts) => ({ ...texts, quiet: 'Siempre hay ayuda.' }));
  });
  expect(parse).toThrow(/"languages\.0\.quiet": names \{help\}/);
});

test('every sign and combination has a hazard, and there are lines enough to learn from', () => {
  for (const { hazard } of [...safetyContent.signs, ...safetyContent.combinations]) {
    expect(hazard).toMatch(/^H\d\d$/);
  }
  const lines = (label: string) => safetyContent.examples.filter((e) => e.label === label).length;
  for (const label of ['emergency', 'care-line', 'self-harm', 'personal-advice', 'prognosis']) {
    expect(lines(label)).toBeGreaterThanOrEqual(150);
  }
  expect(lines('none')).toBeGreaterThanOrEqual(600);
});
