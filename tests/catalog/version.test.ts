import type { Snippet } from '../../src/catalog/types.js';
import { isReviewed, reviewHash } from '../../src/catalog/version.js';
import { tinyLoaded } from '../fixtures/tiny-content.js';

const [snippet] = [...tinyLoaded().catalog.snippets.values()];
if (snippet === undefined) {
  throw new Error('the tiny content has no snippet');
}
const review = {
  status: 'reviewed',
  role: 'oncology nurse',
  on: '2026-01-01',
  next: '2027-01-01',
  sha256: reviewHash(snippet),
} as const;
const reviewed: Snippet = { ...snippet, review };

test('a review holds for its text, up to and on the day it is due again', () => {
  expect(isReviewed(reviewed, '2026-06-01')).toBe(true);
  expect(isReviewed(reviewed, '2027-01-01')).toBe(true);
});

test.each<[string, Snippet, string]>([
  ['that is overdue', reviewed, '2027-01-02'],
  ['of a text edited since', { ...reviewed, body: `${reviewed.body} More.` }, '2026-06-01'],
  ['whose claims changed', { ...reviewed, claims: [...reviewed.claims, 'C99'] }, '2026-06-01'],
  ['that never was', snippet, '2026-06-01'],
])('a review %s does not', (_name, given, today) => {
  expect(isReviewed(given, today)).toBe(false);
});
