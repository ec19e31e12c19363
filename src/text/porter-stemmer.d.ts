/** The one stemmer that is used, imported alone: the index of all stemmers costs 9 MB of memory. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  export = stemmer;
}
