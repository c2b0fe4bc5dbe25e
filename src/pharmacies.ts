/** The list of pharmacies, which completes a roster: a name that lacks "pharmacie", a town that is not written. */
import { fold } from './text-match.ts';

export interface Pharmacy {
  /** Its number in FINESS. */
  finess: string;
  /** As FINESS writes it, in capitals without accents. */
  name: string;
  commune: string;
}

/** Words that many names share, and the forms of companies. */
const COMMON = new Set(
  'pharmacie pharmacies officine pharma de du des d la le les l et en snc sarl selarl selas selurl eurl sel ei'.split(
    ' ',
  ),
);
const SMALL = /^(?:de|du|des|la|le|les|l|d|et|en|entre|sur|sous|au|aux|a|lès|les|près)$/;
const COMPANY = /^(?:snc|sarl|selarl|selas|selurl|eurl|sel)$/i;

/** The words of a name that tell it from others, in any order. */
const essential = (name: string): string => {
  const words = fold(name).filter((word) => !COMMON.has(word));
  // "Pharmacie du Centre" keeps "centre"; a name of common words only stays as it is.
  return (words.length ? words : fold(name)).sort().join(' ');
};

/** A text in capitals as one reads it, `Pharmacie de l’Essai`; another one as it is. No accent is made up. */
export function readable(text: string): string {
  if (/\p{Ll}/u.test(text) || !/\p{Lu}{3}/u.test(text)) return text;
  let first = true;
  return text.toLowerCase().replace(/\p{L}+/gu, (word, at: number, all: string) => {
    const begins = first;
    first = false;
    if (COMPANY.test(word)) return word.toUpperCase();
    const small = SMALL.test(word) && (word.length > 1 || /['’]/.test(all[at + 1] ?? ''));
    return small && !begins ? word : word[0]!.toUpperCase() + word.slice(1);
  });
}

/** A name of FINESS as people know it: without the form of a company and the pharmacist after a dash, with "Pharmacie". */
export function pharmacyName(name: string): string {
  const shown = readable(name.replace(/^(?:selarl|sarl|eurl|selas|snc) | - phie .*/gi, ''));
  return /pharmacie/i.test(shown) ? shown : `Pharmacie ${shown}`;
}

/** A list by what is asked of it. */
export interface Pharmacies {
  /** The commune of that name as it writes itself; `undefined` where the list has none there. */
  town(name: string): string | undefined;
  /** The pharmacy of that name (in that town); `several` where the name alone does not say which. */
  find(name: string, town?: string): Pharmacy | 'several' | undefined;
  byFiness(finess: string): Pharmacy | undefined;
}

const townKey = (town: string): string => fold(town.replace(/\b\d{5}\b|\bcedex\b.*/gi, '')).join(' ');

export function pharmaciesOf(list: readonly Pharmacy[]): Pharmacies {
  const towns = new Map(list.map(({ commune }) => [townKey(commune), commune]));
  const names = new Map<string, Pharmacy[]>();
  for (const one of list) {
    const name = essential(one.name);
    names.set(name, [...(names.get(name) ?? []), one]);
  }
  return {
    town: (name) => towns.get(townKey(name)),
    find(name, town) {
      const found = (names.get(essential(name)) ?? []).filter(
        ({ commune }) => !town || townKey(commune) === townKey(town),
      );
      return found.length > 1 ? 'several' : found[0];
    },
    byFiness: (finess) => list.find((one) => one.finess === finess.replace(/\s/g, '')),
  };
}
