import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadCatalog } from '../src/catalog/load.js';
import { createMatcher } from '../src/matcher/matcher.js';
import {
  matcherEntries,
  openContent,
  openSafety,
  prepareContent,
  safetyOf,
} from '../src/prepared.js';
import { createTriage } from '../src/safety/triage.js';
import { type ContentFolder, copyContent } from './fixtures/content-folder.js';

let content: ContentFolder;
let root: string;
let folder: string;
let file: string;

beforeAll(() => {
  content = copyContent();
  root = content.root;
  folder = mkdtempSync(path.join(tmpdir(), 'faq-prepared-'));
  file = path.join(folder, 'prepared.bin');
  prepareContent(root, file);
});

afterAll(() => {
  content.delete();
  rmSync(folder, { recursive: true, force: true });
});

/** A map of whichever realm: what was read from the file is not of the test's own. */
const isMap = (value: unknown): value is Map<unknown, unknown> =>
  Object.prototype.toString.call(value) === '[object Map]';

/** Plain data as text: comparing so many lines one by one takes long. */
const asText = (data: unknown) =>
  JSON.stringify(data, (_, value) => (isMap(value) ? [...value] : value));

test('what was prepared answers bit for bit as what is learned at start', () => {
  const prepared = openContent(root, file);
  const { catalog } = prepared;
  expect(asText(catalog) === asText(loadCatalog(root))).toBe(true);
  const entries = matcherEntries(catalog);
  const options = { lexicon: catalog.lexicon, confidenceThreshold: 0.4, ambiguityGap: 0.3 };
  const { matcher: training, triage } = prepared;
  if (training === undefined || triage === undefined) {
    throw new Error('nothing was learned');
  }
  const fast = createMatcher(entries, { ...options, training });
  const slow = createMatcher(entries, options);
  const safety = safetyOf(catalog);
  const fastTriage = createTriage(safety, { training: triage });
  const slowTriage = createTriage(safety);
  const texts = [...catalog.intents.values()].flatMap(({ tests }) => tests.slice(0, 3));
  for (const text of [...texts, 'I cant breath and had my infusion monday', 'whats cart celll']) {
    expect(fast.match(text)).toEqual(slow.match(text));
    expect(fastTriage.explain(text)).toEqual(slowTriage.explain(text));
  }
});

test.each([
  ['missing', (spoilt: string) => rmSync(spoilt), /emergency\.yaml: the file is missing/],
  ['no YAML', (spoilt: string) => writeFileSync(spoilt, 'signs: ['), /emergency\.yaml:\d+: error/],
  [
    'unreadable',
    (spoilt: string) => {
      rmSync(spoilt);
      mkdirSync(spoilt);
    },
    /emergency\.yaml cannot be read \(EISDIR\)/,
  ],
])('what was prepared hides no file that is %s since', (name, spoil, said) => {
  const broken = path.join(folder, name);
  for (const part of ['intents', 'content']) {
    cpSync(path.join(root, part), path.join(broken, part), { recursive: true });
  }
  spoil(path.join(broken, 'content/safety/emergency.yaml'));
  const opened = openContent(broken, file);
  expect(opened.triage).toBeUndefined();
  expect(openSafety(opened).content).toMatchObject({ message: expect.stringMatching(said) });
  const before = readFileSync(file);
  expect(() => prepareContent(broken, file)).toThrow(said);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('content that was edited since is loaded as it is', () => {
  const edited = path.join(folder, 'edited');
  for (const part of ['intents', 'content']) {
    cpSync(path.join(root, part), path.join(edited, part), { recursive: true });
  }
  appendFileSync(path.join(edited, 'content/lexicon.yaml'), '\n# A remark.\n');
  const { catalog, matcher } = openContent(edited, file);
  expect(asText(catalog) === asText(loadCatalog(edited))).toBe(true);
  expect(matcher).toBeUndefined();
});

test('a file that is cut off, or none at all, costs time and nothing else', () => {
  const cut = path.join(folder, 'cut.bin');
  writeFileSync(cut, readFileSync(file).subarray(0, 1000));
  for (const name of [cut, path.join(folder, 'none.bin')]) {
    const { catalog, triage } = openContent(root, name);
    expect(catalog.version).toBe(loadCatalog(root).version);
    expect(triage).toBeUndefined();
  }
});
