/** Reads the public intent sets and draws few-shot samples and typos from them, with fixed seeds. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Park and Miller's generator (1988): the same draw on every machine. */
export function generator(seed) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** `{ train, test: [text, label][], oos_test: text[] }` of one set. */
export function readSet(folder, name) {
  return JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'));
}

/** k phrasings of each label. */
export function fewShot(train, k, seed = 7) {
  const random = generator(seed);
  const byLabel = new Map();
  for (const [text, label] of train) {
    byLabel.set(label, [...(byLabel.get(label) ?? []), text]);
  }
  return [...byLabel].flatMap(([label, texts]) =>
    shuffle(texts, random)
      .slice(0, k)
      .map((text) => [text, label]),
  );
}

function shuffle(items, random) {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j], mixed[i]];
  }
  return mixed;
}

/** At most so many items at a fixed stride, so that all labels stay in. */
export function everyNth(items, most) {
  const stride = Math.max(1, items.length / most);
  return Array.from(
    { length: Math.min(items.length, most) },
    (_, i) => items[Math.floor(i * stride)],
  );
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A text with so many typos, each a swap, drop, doubling or change of a letter in a word of four or more. */
export function withTypos(text, count, random) {
  const words = text.split(' ');
  const long = words.flatMap((word, i) => (/^[a-z]{4,}$/i.test(word) ? [i] : []));
  for (let n = 0; n < count && long.length > 0; n++) {
    const [at] = long.splice(Math.floor(random() * long.length), 1);
    words[at] = typo(words[at], random);
  }
  return words.join(' ');
}

function typo(word, random) {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [head, letter, next, tail] = [
    word.slice(0, at),
    word[at],
    word[at + 1],
    word.slice(at + 2),
  ];
  switch (Math.floor(random() * 4)) {
    case 0:
      return head + next + letter + tail;
    case 1:
      return head + next + tail;
    case 2:
      return head + letter + letter + next + tail;
    default:
      return head + LETTERS[Math.floor(random() * 26)] + next + tail;
  }
}
