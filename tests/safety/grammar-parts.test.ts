import fc from 'fast-check';
import { lex } from '../../src/safety/lexer';
import { inRange, readFigure, readRange } from '../../src/safety/numbers';
import { compilePattern, Symbols } from '../../src/safety/pattern';
import { readClauses } from '../../src/safety/reading';
import { createSpeller } from '../../src/safety/spelling';
import { editDistance } from '../../src/text/edit-distance';

const aliases = new Map([
  ['cant', 'cannot'],
  ['can not', 'cannot'],
  ['ive', 'i have'],
  ['f', 'fahrenheit'],
]);
const wordsOf = (text: string) => lex(text, aliases).map(({ text: word }) => word);

describe('lexer', () => {
  test('contractions are written out and possessives fall away', () => {
    expect(wordsOf("I wasn't, he's, dad's and I'll")).toEqual(
      'i was not he is dad and i will'.split(' '),
    );
  });

  test('"can not" and "cant" read the same', () => {
    expect(wordsOf('I can not')).toEqual(wordsOf('I cant'));
  });

  test('numbers keep their decimals, pairs and lose their unit', () => {
    expect(wordsOf('102f, 38,5 and 70/40')).toEqual(['102', 'fahrenheit', '38,5', 'and', '70/40']);
  });

  test('a script without spaces is read character by character', () => {
    expect(wordsOf('我想死')).toEqual(['我', '想', '死']);
  });

  test('marks say what stands before a word', () => {
    const marks = lex('one, two. three', aliases).map(({ before }) => before);
    expect(marks).toEqual(['none', 'comma', 'stop']);
  });
});

describe('clauses', () => {
  const clauseWords = { contrast: new Set(['but']), subjectStart: new Set(['my']) };
  const breaks = (text: string) =>
    readClauses(lex(text, aliases), clauseWords).clauses.map((clause) => clause.break);

  test('part at marks, contrasts and conjunctions with a subject after them', () => {
    expect(breaks('no fever but chills, sweats and my head. so')).toEqual([
      'stop',
      'contrast',
      'comma',
      'and',
      'stop',
    ]);
    expect(breaks('arm and leg')).toEqual(['stop']);
  });
});

describe('patterns', () => {
  const steps = (text: string) => compilePattern(text, 0, new Symbols()).map((p) => p.steps.length);

  test('an optional step makes two ways', () => {
    expect(steps('my left? arm')).toEqual([3, 2]);
  });

  test('either order makes two ways', () => {
    expect(steps('chest ~3 pain')).toEqual([2, 2]);
  });

  test('a left-out step hands on its gap', () => {
    const [, without] = compilePattern('a ..4 b? c', 0, new Symbols());
    expect(without?.steps[1]?.gap).toBe(4);
  });

  test('clause ends and tails are read', () => {
    const [pattern] = compilePattern('^ end it $', 0, new Symbols());
    expect(pattern).toMatchObject({ atStart: true, atEnd: true });
    expect(compilePattern('cream for ..3', 0, new Symbols())[0]?.tail).toBe(3);
  });
});

describe('numbers', () => {
  test.each([
    ['38.5', '#37-42', true],
    ['38.5', '#.37-42', true],
    ['38', '#.37-42', false],
    ['70/40', '#40-89/', true],
    ['70/40', '#40-89', false],
    ['1,000', '#900-1100', true],
  ])('%s in %s: %s', (number, range, expected) => {
    const figure = readFigure(number);
    const limits = readRange(range);
    expect(figure !== null && limits !== null && inRange(figure, limits)).toBe(expected);
  });
});

describe('spelling', () => {
  const vocabulary = ['breathe', 'chest', 'diarrhoea', 'cannot'];
  const speller = createSpeller(
    (word) => vocabulary.includes(word) || word === 'chess',
    vocabulary,
    new Set(['cannot', 'breathe', 'i']),
  );

  test('one fault is mended in short words, two in long ones', () => {
    expect(speller.mend('chets')).toEqual(['chest']);
    expect(speller.mend('diarea')).toEqual(['diarea']);
    expect(speller.mend('diarrhae')).toEqual(['diarrhoea']);
  });

  test('an ordinary word near a danger word stays', () => {
    expect(speller.mend('chess')).toEqual(['chess']);
  });

  test('words run together are taken apart, disguises taken off', () => {
    expect(speller.mend('icannotbreathe')).toEqual(['i', 'cannot', 'breathe']);
    expect(speller.mend('br3athe')).toEqual(['breathe']);
  });

  test('a dropped g comes back, where the word is none without it', () => {
    expect(speller.mend('lookin')).toEqual(['looking']);
    expect(speller.mend('ruin')).toEqual(['ruin']);
  });

  test('the distance is symmetric and bounded', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcd'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 3)).toBe(editDistance(b, a, 3));
        expect(editDistance(a, b, 3)).toBeLessThanOrEqual(4);
        expect(editDistance(a, a, 3)).toBe(0);
      }),
    );
  });
});
