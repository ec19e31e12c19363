import crypto from 'node:crypto';
import { isToken } from '../../../src/channels/webhook/credentials';

const KNOWN = ['zmigewsanbbsdf59xnmduzypjc', 'hawos4dqtby53pd64o4a4cmeoo'];

test.each([
  [KNOWN[0] ?? '', true],
  [KNOWN[1] ?? '', true],
  ['', false],
  ['zmigewsanbbsdf59xnmduzypj', false],
  ['zmigewsanbbsdf59xnmduzypjcc', false],
  ['ZMIGEWSANBBSDF59XNMDUZYPJC', false],
  ['zmigewsanbbsdf59xnmduzypjc\0', false],
  ['x'.repeat(100_000), false],
])('the token %#: %s is known: %s', (given, known) => {
  expect(isToken(given, KNOWN)).toBe(known);
});

test('with no token set, none is right', () => {
  expect(isToken('', [])).toBe(false);
});

test.each([KNOWN[0] ?? '', KNOWN[1] ?? '', 'wrong', ''])(
  'whatever is given, all tokens are compared, over the same length and in constant time',
  (given) => {
    const compare = jest.spyOn(crypto, 'timingSafeEqual');
    isToken(given, KNOWN);
    const lengths = compare.mock.calls.map(([a, b]) => [a.byteLength, b.byteLength]);
    compare.mockRestore();
    expect(lengths).toEqual([
      [32, 32],
      [32, 32],
    ]);
  },
);
