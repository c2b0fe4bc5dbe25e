/** Every single typing error in the names of communes, and what the search makes of it: for a test and for a bench. */
import type { CommuneMatch } from '../src/communes.ts';
import type { Commune } from '../src/directory-schema.ts';

/** Accented letters are read as these, a space as a hyphen: they would be the same queries again. */
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz-'];
const MIN_LETTERS = 5;

export const KINDS = ['missing', 'added', 'wrong', 'swapped'] as const;
export type Kind = (typeof KINDS)[number];

/** A name as people type it without accents: words between hyphens. */
const typedName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ '’]/g, '-');

const joined = (typed: string): string => typed.replace(/-/g, '');

/** What `name` becomes by one error of each kind; some of it is there twice, or is the name itself. */
function edits(name: string): Record<Kind, string[]> {
  const places = [...name, ''].map((letter, i) => ({ before: name.slice(0, i), letter, after: name.slice(i + 1) }));
  const within = places.slice(0, -1);
  return {
    missing: within.map(({ before, after }) => before + after),
    added: places.flatMap(({ before, letter, after }) => LETTERS.map((other) => before + other + letter + after)),
    wrong: within.flatMap(({ before, after }) => LETTERS.map((other) => before + other + after)),
    swapped: within.map(({ before, letter, after }) => before + after.slice(0, 1) + letter + after.slice(1)),
  };
}

export interface Figures {
  typed: number;
  /** The commune came first, and among the first ten. */
  first: number;
  ten: number;
  /**
   * Another one came first that has as good a claim: its name, or a former commune's, contains what was typed as it
   * stands ("lugny" in Vault-de-Lugny) or becomes it by one error, too ("chaumt" of Chaumot and Chaumont).
   */
  tied: number;
  /** What is neither first nor tied, and what came first. */
  lost: string[];
}

/** Each query once a commune, by the kind of error that gives it first. */
export function figuresOf(
  communes: readonly Commune[],
  search: (typed: string, limit: number) => { matches: CommuneMatch[] },
): Record<Kind, Figures> {
  const names = communes.flatMap((commune) => [commune.name, ...commune.former].map((name) => ({ commune, name })));
  const texts = names.map(({ commune, name }) => ({ commune, text: joined(typedName(name)) }));
  const nearOf = new Map<Commune, Set<string>>();
  /** What the names of a commune become by one error, made for the few that came first in place of another. */
  const near = (commune: Commune): Set<string> => {
    const made =
      nearOf.get(commune) ??
      new Set(
        texts.filter((other) => other.commune === commune).flatMap(({ text }) => Object.values(edits(text)).flat()),
      );
    nearOf.set(commune, made);
    return made;
  };
  const hasClaim = (commune: Commune, typed: string): boolean =>
    near(commune).has(joined(typed)) ||
    texts.some((other) => other.commune === commune && other.text.includes(joined(typed)));

  const figures = Object.fromEntries(
    KINDS.map((kind) => [kind, { typed: 0, first: 0, ten: 0, tied: 0, lost: [] as string[] }]),
  ) as Record<Kind, Figures>;
  for (const commune of communes) {
    const name = typedName(commune.name);
    if (joined(name).length < MIN_LETTERS) continue;
    const seen = new Set([name]);
    for (const [kind, list] of Object.entries(edits(name)) as [Kind, string[]][])
      for (const written of list) {
        const typed = written.replace(/-+/g, '-').replace(/^-|-$/g, '');
        if (seen.has(typed)) continue;
        seen.add(typed);
        const { matches } = search(typed, 10);
        const place = matches.findIndex((match) => match.commune === commune);
        const figure = figures[kind];
        figure.typed++;
        if (place >= 0) figure.ten++;
        if (place === 0) figure.first++;
        else if (matches[0] && hasClaim(matches[0].commune, typed)) figure.tied++;
        else figure.lost.push(`${commune.name}: "${typed}" → ${matches[0]?.commune.name ?? 'nothing'}`);
      }
  }
  return figures;
}
