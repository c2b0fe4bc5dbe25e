/** Finds communes: by what people type, or by where they are. */
import type { Commune } from './directory-schema.ts';
import { fold, MIN_LETTERS_FOR_ERROR, nearly } from './text-match.ts';

/** Latitude and longitude in degrees. */
export type Point = readonly [lat: number, lon: number];

/** `name`, `former`: by the commune's own name, by that of one that it replaced; `code`: by its INSEE code. */
export interface CommuneMatch {
  commune: Commune;
  /** The former or delegated commune whose name matched, where the commune's own did not. */
  former?: string;
  /** What matched in the name shown (`former`, else the commune's): ranges of UTF-16 code units, in order. */
  marks: [from: number, to: number][];
  by: 'name' | 'former' | 'postcode' | 'code';
}

/** Folded words, joined: people put hyphens and spaces anywhere. */
interface Folded {
  text: string;
  /** Where the words begin. */
  starts: number[];
  /** The letters that occur, a bit for each. */
  letters: number;
}

interface Name extends Folded {
  name: string;
  /** Where it begins without its article. */
  bare: number;
}

/** One way to read what was typed. */
interface Reading extends Folded {
  /** Longest first: a word that begins another must not take its place. */
  words: string[];
  /** An article was left out. */
  bare: boolean;
}

/** How well a name matches, best first; those from `NEARLY` on allow for one typing error. */
const EXACT = 0;
const PREFIX = 1;
const WORD = 2;
const INSIDE = 3;
const NEARLY = 4;
const NEARLY_PREFIX = 5;
const NEARLY_WORDS = 6;

interface Found {
  fit: number;
  /** Ranks after the others of the same fit: the words are not where they were typed, or an article was left out. */
  loose: boolean;
  /** Ranges of `Name.text`; none where a typing error makes them guesswork. */
  ranges: [number, number][];
}

interface Hit {
  commune: Commune;
  /** The name to show. */
  name: Name;
  by: CommuneMatch['by'];
  /** Absent where a number was found. */
  found?: Found;
}

/** What is shorter stands inside too many names. */
const MIN_LETTERS_INSIDE = 3;
const DIGIT = /^\d/;
const ARTICLE = /^(l|la|les?) /;

function join(words: string[]): Folded {
  let text = '';
  const starts: number[] = [];
  for (const word of words) {
    starts.push(text.length);
    text += word;
  }
  let letters = 0;
  for (let i = 0; i < text.length; i++) letters |= 1 << text.charCodeAt(i);
  return { text, starts, letters };
}

function nameOf(name: string): Name {
  const words = fold(name);
  const { text, starts, letters } = join(words);
  // Not `...join(words)`: objects made by a spread are several times slower to read, in a loop over all of them.
  return { name, text, starts, letters, bare: ARTICLE.test(words.join(' ')) ? starts[1]! : 0 };
}

function readingOf(text: string, bare: boolean): Reading {
  const words = text.split(' ');
  return { ...join(words), words: words.sort((a, b) => b.length - a.length), bare };
}

/** "st", "ste", "ss", "s/s" and "s" may be abbreviations ("s" of two words), the article may be too many. */
function readingsOf(typed: string): Reading[] {
  if (!typed) return [];
  const long = ['saint', 'sur']
    .map((s) =>
      typed
        .replace(/\bst/g, 'saint')
        .replace(/\bs ?s\b/g, 'sous')
        .replace(/\bs\b/g, s),
    )
    // A reading that only goes on where the typing stopped finds nothing more.
    .filter((text) => !text.startsWith(typed));
  return [...new Set([typed, ...long])].flatMap((text) => {
    const bare = text.replace(ARTICLE, '');
    return bare === text ? readingOf(text, false) : [readingOf(text, false), readingOf(bare, true)];
  });
}

/** Each word begins another word of the name; with `error`, one of them but for a typing error. */
function matchWords({ words }: Reading, { text, starts, bare }: Name, error: boolean): Found | undefined {
  const free = [...starts];
  const ranges: Found['ranges'] = [];
  let fit = WORD;
  for (const word of words) {
    let i = free.findIndex((start) => text.startsWith(word, start));
    if (i < 0 && error && fit === WORD && word.length >= MIN_LETTERS_FOR_ERROR) {
      i = free.findIndex((start) => nearly(word, text, start));
      fit = NEARLY_WORDS;
    }
    if (i < 0) return undefined;
    const [start] = free.splice(i, 1) as [number];
    ranges.push([start, start + word.length]);
  }
  ranges.sort(([a], [b]) => a - b);
  return { fit, loose: ranges[0]![0] > bare, ranges: fit === WORD ? ranges : [] };
}

/** Matches without typing error. */
function match(reading: Reading, name: Name): Found | undefined {
  if (reading.letters & ~name.letters) return undefined;
  const typed = reading.text;
  const { text, starts, bare } = name;
  const start = starts.find((at) => text.startsWith(typed, at));
  if (start !== undefined) {
    const to = start + typed.length;
    const fit = start && start !== bare ? WORD : to < text.length ? PREFIX : EXACT;
    const loose = reading.bare || reading.starts.some((at) => !starts.includes(start + at));
    return { fit, loose, ranges: [[start, to]] };
  }
  if (reading.words.length > 1) {
    const found = matchWords(reading, name, false);
    if (found) return found;
  }
  if (typed.length < MIN_LETTERS_INSIDE) return undefined;
  for (let at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, at + 1)) {
    const to = at + typed.length;
    // The end of one word with the beginning of the next is nothing that people look for.
    if (!starts.some((start) => start > at && start < to))
      return { fit: INSIDE, loose: reading.bare, ranges: [[at, to]] };
  }
  return undefined;
}

/** Matches with one typing error: the whole name, or (with `parts`) the beginning of the name or of its words. */
function matchNearly(reading: Reading, name: Name, parts: boolean): Found | undefined {
  if (reading.text.length < MIN_LETTERS_FOR_ERROR) return undefined;
  // A typing error brings at most one letter that the name does not have.
  const foreign = reading.letters & ~name.letters;
  if (foreign & (foreign - 1)) return undefined;
  const atStart = nearly(reading.text, name.text, 0);
  const afterArticle = name.bare ? nearly(reading.text, name.text, name.bare) : undefined;
  const loose = reading.bare;
  if (atStart === 'whole' || afterArticle === 'whole') return { fit: NEARLY, loose, ranges: [] };
  if (!parts) return undefined;
  if (atStart || afterArticle) return { fit: NEARLY_PREFIX, loose, ranges: [] };
  if (reading.words.length > 1) return matchWords(reading, name, true);
  // The common case, over all names of a country: no copies.
  return name.starts.some((start) => nearly(reading.text, name.text, start))
    ? { fit: NEARLY_WORDS, loose: true, ranges: [] }
    : undefined;
}

/** Ranges of folded text as ranges of the name that was folded. */
function marksIn(name: string, ranges: Found['ranges']): CommuneMatch['marks'] {
  const letters: [number, number][] = [];
  name.replace(/[\p{L}\p{N}]\p{M}*/gu, (letter, index: number) => {
    for (let i = fold(letter).join('').length; i > 0; i--) letters.push([index, index + letter.length]);
    return letter;
  });
  return ranges.map(([from, to]) => [letters[from]![0], letters[to - 1]![1]]);
}

/**
 * Makes the search over `communes`; the names are folded once, here.
 *
 * The search takes what was typed: a name or the beginning of one, a former commune's name, a postcode or its
 * beginning (two digits or more), an INSEE code, or a name with a postcode. It returns the best `limit` matches,
 * and in `total` how many there are.
 */
export function createCommuneSearch(communes: readonly Commune[]) {
  const index = [...communes]
    .sort((a, b) => b.population - a.population || a.name.localeCompare(b.name, 'fr'))
    .map((commune) => ({
      commune,
      names: [commune.name, ...commune.former].map(nameOf),
      postcodes: ` ${commune.postcodes.join(' ')}`,
    }));

  return (query: string, limit = 10): { matches: CommuneMatch[]; total: number } => {
    const typed = fold(query);
    const number = typed
      .filter((word) => DIGIT.test(word))
      .join('')
      .toUpperCase();
    const readings = readingsOf(typed.filter((word) => !DIGIT.test(word)).join(' '));
    /** By rank; within one, by population and name as in `index`. */
    const ranks: Hit[][] = [];
    const add = (rank: number, hit: Hit) => {
      ranks[rank] ??= [];
      ranks[rank].push(hit);
    };

    /** Adds the hits of `pool` and returns the rest. */
    const collect = (pool: typeof index, find: (reading: Reading, name: Name) => Found | undefined) =>
      pool.filter(({ commune, names }) => {
        let best = Number.POSITIVE_INFINITY;
        let hit: Hit | undefined;
        for (const name of names) {
          const by = name === names[0] ? 'name' : 'former';
          for (const reading of readings) {
            const found = find(reading, name);
            if (!found) continue;
            const rank = 4 * found.fit + (found.loose ? 2 : 0) + (by === 'name' ? 0 : 1);
            if (rank >= best) continue;
            best = rank;
            // An own name that shows what was typed needs no former name beside it.
            if (by === 'name' || hit?.by !== 'name' || hit.found!.fit > WORD) hit = { commune, name, by, found };
          }
        }
        if (hit) add(best, hit);
        return !hit;
      });

    // A single digit beside a name ("Rogny-les-7-Écluses") is no postcode.
    const pool = number.length > 1 ? index.filter(({ postcodes }) => postcodes.includes(` ${number}`)) : index;
    if (readings[0]) {
      const rest = collect(pool, match);
      const parts = !ranks.some((_, rank) => rank < 4 * INSIDE);
      if (readings[0].text.length >= MIN_LETTERS_FOR_ERROR)
        collect(rest, (reading, name) => matchNearly(reading, name, parts));
    } else if (number.length > 1) {
      for (const { commune, names } of pool) add(0, { commune, name: names[0]!, by: 'postcode' });
      const found = index.find(({ commune }) => commune.code === number);
      if (found && !pool.includes(found)) add(1, { commune: found.commune, name: found.names[0]!, by: 'code' });
    }
    const hits = ranks.flat();
    const matches = hits.slice(0, limit).map(({ commune, name, by, found }): CommuneMatch => {
      const marks = found ? marksIn(name.name, found.ranges) : [];
      return by === 'former' ? { commune, former: name.name, marks, by } : { commune, marks, by };
    });
    return { matches, total: hits.length };
  };
}

const EARTH_RADIUS = 6371;

/** The distance as the crow flies, in kilometres. */
export function distance(a: Point, b: Point): number {
  const haversine = (degrees: number) => Math.sin((degrees * Math.PI) / 360) ** 2;
  const cos = (degrees: number) => Math.cos((degrees * Math.PI) / 180);
  const h = haversine(b[0] - a[0]) + cos(a[0]) * cos(b[0]) * haversine(b[1] - a[1]);
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(h));
}

/** The commune whose point is nearest, and its distance in kilometres. */
export function nearestCommune(communes: readonly Commune[], point: Point) {
  return communes
    .map((commune) => ({ commune, distance: distance(commune.point, point) }))
    .reduce((nearest, other) => (other.distance < nearest.distance ? other : nearest));
}
