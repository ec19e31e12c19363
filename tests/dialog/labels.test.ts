import { createLabels } from '../../src/dialog/labels';
import { tinyLoaded } from '../fixtures/tiny-content';

test('a label is what the content says, with the sections in their places', () => {
  const { catalog } = tinyLoaded({
    'content/dialog.yaml': (text) =>
      text
        .replace(/label-helpful: .*/, 'label-helpful: This helped')
        .replace(/label-source: .*/, 'label-source: "Read in {sections}"'),
  });
  const { helpful, source } = createLabels(catalog.dialog);
  expect(helpful).toBe('This helped');
  expect(source(['How it works', 'Types $&'])).toBe('Read in “How it works”, “Types $&”');
});

test.each(['label-looking', 'label-source', 'label-citation'])('%s is missed at once', (id) => {
  const { dialog } = tinyLoaded().catalog;
  const { [id]: _, ...texts } = dialog.texts;
  expect(() => createLabels({ ...dialog, texts })).toThrow(id);
});
