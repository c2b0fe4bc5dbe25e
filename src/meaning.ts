/** What people mean by what they type: their words against a list of everyday words by topic. */
import { fold, MIN_LETTERS_FOR_ERROR, nearly } from './text-match.ts';

/**
 * By topic, words separated by spaces: `suicid*` begins a word; `mal+tête|ventre` are words that stand in one sentence, in
 * any order, one of those between the bars. Case and accents do not count. Those of the topic `other` mean nothing: they are
 * true words that are one letter from another.
 */
export type WordsByTopic<Topic extends string> = Readonly<Record<Topic, string>>;

export interface Meaning<Topic extends string> {
  topic: Topic;
  /** Those of the words that were typed which say so. */
  said: ReadonlySet<string>;
}

/** Words that say something together: of each part one. */
interface Way {
  topic: string;
  parts: readonly (readonly Listed[])[];
}

/** A word of the list. */
interface Listed {
  letters: string;
  /** Longer words that begin with it are the same. */
  begins: boolean;
  /** What it means by itself; `undefined` where it only means something beside other words. */
  topic?: string;
  /** Those that it is part of. */
  ways: Way[];
}

/** The beginning of words is too like others where it is shorter. */
const MIN_LETTERS_OF_BEGINNING = 6;

/** What follows a whole word that is still the same: `sourde`, `bébés`, `eaux`. */
const ENDING = /^(e?s?|x)$/;

/** Whether a word that was typed is one of the list. */
const is = (word: string, { letters, begins }: Listed): boolean =>
  word.startsWith(letters) && (begins || ENDING.test(word.slice(letters.length)));

/** The word, and what it is without an ending. */
const formsOf = (word: string): string[] => [...new Set([word, word.replace(/[sx]$/, ''), word.replace(/es?$/, '')])];

/** Whether a word, of which these are the forms, is one of the list but for one typing error. */
function isNearly(forms: readonly string[], { letters, begins, topic }: Listed): boolean {
  const [word] = forms as [string];
  if (letters.length < (begins ? MIN_LETTERS_OF_BEGINNING : MIN_LETTERS_FOR_ERROR) || topic === 'other') return false;
  // Whatever the error is, one of the first two letters is there: most words are passed by at once.
  const [a, b] = [letters[0], letters[1]];
  if (word[0] !== a && word[0] !== b && word[1] !== a && word[1] !== b) return false;
  if (begins) return !!nearly(letters, word, 0);
  return forms.some((form) => Math.abs(form.length - letters.length) < 2 && nearly(letters, form, 0) === 'whole');
}

/**
 * Makes the reader of one list.
 *
 * @param dangers - The topics that are not to be missed, those that come first where a sentence has several.
 * @param everyday - The others, after them.
 * @returns Gives what folded words mean, in that order. One that is in `names` is never taken for another with an error.
 */
export function createMeaning<Topic extends string>(
  words: WordsByTopic<Topic>,
  dangers: readonly Topic[],
  everyday: readonly Topic[],
): (typed: readonly string[], names: ReadonlySet<string>) => Meaning<Topic>[] {
  const list = new Map<string, Listed>();
  const listedFor = (written: string): Listed => {
    const begins = written.endsWith('*');
    const [letters] = fold(written) as [string];
    const listed = list.get(letters + begins) ?? { letters, begins, ways: [] };
    list.set(letters + begins, listed);
    return listed;
  };
  const order = [...dangers, ...everyday];
  for (const topic of order)
    for (const written of (words[topic] ?? '').split(' ').filter(Boolean)) {
      const parts = written.split('+').map((part) => part.split('|').map(listedFor));
      for (const listed of parts.flat()) {
        listed.ways.push({ topic, parts });
        if (!parts[1]) listed.topic ??= topic;
      }
    }
  const all = [...list.values()];

  /** The words of the list that one may be, and those that it is sure to be. */
  const read = (word: string, names: ReadonlySet<string>): [maybe: Listed[], sure: Listed[]] => {
    const exact = all.filter((listed) => is(word, listed));
    if (exact.length || names.has(word)) return [exact, exact];
    const forms = formsOf(word);
    const near = all.filter((listed) => isNearly(forms, listed));
    const dangerous = near.filter(({ topic }) => dangers.includes(topic as Topic));
    const alone = near.filter(({ topic }) => topic);
    // A danger is not missed; what may be one of several everyday words is none.
    return [near, dangerous[0] ? dangerous : alone.every(({ topic }) => topic === alone[0]!.topic) ? alone : []];
  };

  return (typed, names) => {
    const maybe = new Map<Listed, string[]>();
    const sure = new Set<Listed>();
    for (const word of typed) {
      const [may, must] = read(word, names);
      for (const listed of may) maybe.set(listed, [...(maybe.get(listed) ?? []), word]);
      for (const listed of must) sure.add(listed);
    }
    const meant = new Map<string, Set<string>>();
    for (const { topic, parts } of [...maybe.keys()].flatMap(({ ways }) => ways)) {
      // Words that stand together say what each of them may be.
      const known = parts[1] ? maybe : sure;
      if (topic === 'other' || !parts.every((part) => part.some((listed) => known.has(listed)))) continue;
      const said = parts.flat().flatMap((listed) => maybe.get(listed) ?? []);
      meant.set(topic, new Set([...(meant.get(topic) ?? []), ...said]));
    }
    return order.flatMap((topic) => (meant.has(topic) ? [{ topic, said: meant.get(topic)! }] : []));
  };
}
