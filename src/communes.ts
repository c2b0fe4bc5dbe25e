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
  commune: Commune;
  /** It is that of a former or delegated commune. */
  former: boolean;
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
  /** The name to show. */
  name: Name;
  by: CommuneMatch['by'];
  /** The best is the lowest. */
  rank: number;
  /** Absent where a number was found. */
  found?: Found;
}

/** What is shorter stands inside too many names. */
const MIN_LETTERS_INSIDE = 3;
/** No name is as long: of a text that was pasted, no more is read. */
export const MAX_TYPED = 100;
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

function nameOf(name: string, commune: Commune): Name {
  const words = fold(name);
  const { text, starts, letters } = join(words);
  const bare = ARTICLE.test(words.join(' ')) ? starts[1]! : 0;
  // Not `...join(words)`: objects made by a spread are several times slower to read, in a loop over all of them.
  return { name, commune, former: name !== commune.name, text, starts, letters, bare };
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
  // Four letters are those of a name of five that lost one, where nothing begins so; or of no name.
  const isShort = reading.text.length < MIN_LETTERS_FOR_ERROR;
  if (isShort && !(parts && name.text.length - name.bare === MIN_LETTERS_FOR_ERROR)) return undefined;
  // A typing error brings at most one letter that the name does not have.
  const foreign = reading.letters & ~name.letters;
  if (foreign & (foreign - 1)) return undefined;
  const atStart = nearly(reading.text, name.text, 0);
  const afterArticle = name.bare ? nearly(reading.text, name.text, name.bare) : undefined;
  const loose = reading.bare;
  if (atStart === 'whole' || afterArticle === 'whole') return { fit: NEARLY, loose, ranges: [] };
  if (!parts || isShort) return undefined;
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
  /** Those of larger communes first. */
  const names = [...communes]
    .sort((a, b) => b.population - a.population || a.name.localeCompare(b.name, 'fr'))
    .flatMap((commune) => [commune.name, ...commune.former].map((name) => nameOf(name, commune)));

  return (query: string, limit = 10): { matches: CommuneMatch[]; total: number } => {
    const typed = fold(query.trim().slice(0, MAX_TYPED));
    const number = typed
      .filter((word) => DIGIT.test(word))
      .join('')
      .toUpperCase();
    // A single digit beside a name ("Rogny-les-7-Écluses") is no postcode.
    const hasNumber = number.length > 1;
    const isThere = ({ postcodes }: Commune) => postcodes.some((postcode) => postcode.startsWith(number));
    const readings = readingsOf(typed.filter((word) => !DIGIT.test(word)).join(' '));
    /** In the order of `names`. */
    const hits = new Map<Commune, Hit>();

    /** Adds what `find` finds, where it is better than what was found before. */
    const collect = (find: (reading: Reading, name: Name) => Found | undefined) => {
      for (const name of names)
        for (const reading of readings) {
          const found = find(reading, name);
          const { commune, former } = name;
          if (!found || (hasNumber && !isThere(commune))) continue;
          const hit = hits.get(commune);
          const rank = 4 * found.fit + (found.loose ? 2 : 0) + (former ? 1 : 0);
          if (hit && rank >= hit.rank) continue;
          // An own name that shows what was typed needs no former name beside it.
          if (hit?.by === 'name' && former && hit.found!.fit <= WORD) hit.rank = rank;
          else hits.set(commune, { name, by: former ? 'former' : 'name', rank, found });
        }
    };

    if (readings[0]) {
      collect(match);
      const parts = ![...hits.values()].some(({ rank }) => rank < 4 * INSIDE);
      collect((reading, name) => matchNearly(reading, name, parts));
    } else if (hasNumber) {
      for (const name of names) {
        const { commune, former } = name;
        if (former) continue;
        if (isThere(commune)) hits.set(commune, { name, by: 'postcode', rank: 0 });
        else if (commune.code === number) hits.set(commune, { name, by: 'code', rank: 1 });
      }
    }
    const matches = [...hits]
      .sort(([, a], [, b]) => a.rank - b.rank)
      .slice(0, limit)
      .map(([commune, { name, by, found }]): CommuneMatch => {
        const marks = found ? marksIn(name.name, found.ranges) : [];
        return by === 'former' ? { commune, former: name.name, marks, by } : { commune, marks, by };
      });
    return { matches, total: hits.size };
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
