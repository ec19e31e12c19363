import { checkProvenance, readArticle } from '../../src/catalog/provenance';
import { ARTICLE, tinyLoaded } from '../fixtures/tiny-content';

test('an unchanged article has no finding', () => {
  expect(checkProvenance(tinyLoaded(), ARTICLE)).toEqual([]);
});

test('white space and line ends do not count as a change', () => {
  const spaced = ARTICLE.replace('help the body', 'help   the\u00a0body').replaceAll('\n', '\r\n');
  expect(checkProvenance(tinyLoaded(), spaced)).toEqual([]);
});

test('a changed sentence names its claim, its line and the snippets it voids', () => {
  const [finding, ...more] = checkProvenance(
    tinyLoaded(),
    ARTICLE.replace('with care', 'at times'),
  );
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ file: 'content/source.yaml', line: 4, severity: 'error' });
  expect(finding?.message).toMatch(
    /C02: sentence 2 of "Introduction" was changed.*voids: cell-care/,
  );
});

test('a sentence that is gone is said to be gone', () => {
  const [finding] = checkProvenance(
    tinyLoaded(),
    ARTICLE.replace('Some people get better for a time.', ''),
  );
  expect(finding?.message).toMatch(/C03: .* is not in the article/);
});

test('sentences are counted within their section', () => {
  const sections = readArticle(ARTICLE, new Set(['How it helps']));
  expect([...sections.keys()]).toEqual(['Introduction', 'How it helps']);
  expect(sections.get('Introduction')).toHaveLength(2);
});
