/** What the officer reads of a field, and what several sorts of records have. */

import type { RawChannel, Words } from '../../src/directory-schema.ts';

export interface FieldWords {
  /** As a person calls it. */
  label: string;
  hint?: string;
  /** What is expected, where the value is wrong. */
  error?: string;
  /** Which part of the form it stands in: `more` is folded, `proof` is where the record comes from. */
  part?: 'more' | 'proof';
  /** How it is typed, where its schema does not say so. */
  input?:
    | 'hours'
    | 'date'
    | 'datetime-local'
    | 'email'
    | 'url'
    | 'tel'
    | 'number'
    | 'commune'
    | 'cpts'
    | 'source'
    | 'epci'
    | 'channel';
  /** No field of the form: it stands elsewhere, or is given once. */
  hidden?: boolean;
  options?: Readonly<Record<string, string>>;
  of?: Readonly<Record<string, FieldWords>>;
}

type Choices<V> = Extract<V, string>;

/** The words that a field must have by its type: a name for each choice, words for each field within it. */
type WordsFor<V> = FieldWords &
  ([Choices<V>] extends [never]
    ? unknown
    : string extends Choices<V>
      ? unknown
      : { options: Record<Choices<V>, string> }) &
  (V extends Words
    ? unknown
    : V extends readonly (infer Item)[]
      ? WordsFor<Item> | (Item extends string | number ? WordsFor<Item> : never)
      : V extends object
        ? { of: WordsOf<V> }
        : unknown);

/** Words for each field of a record: the compiler names the one that is forgotten. */
export type WordsOf<Record> = { readonly [Key in keyof Record]-?: WordsFor<NonNullable<Record[Key]>> };

export const DAY_ERROR = 'Choisissez un jour qui existe.';

export const provenance = {
  sources: {
    label: 'Sources',
    hint: 'D’où vient la fiche.',
    error: 'Gardez au moins une source.',
    part: 'proof',
    input: 'source',
  },
  checked: {
    label: 'Comparée à ses sources le',
    hint: 'Aujourd’hui dès que vous changez la fiche ; un autre jour, si vous l’écrivez ensuite.',
    error: DAY_ERROR,
    part: 'proof',
    input: 'date',
  },
  confirmed: {
    label: 'Confirmée par l’établissement',
    hidden: true,
    of: {
      on: { label: 'Le', error: DAY_ERROR, input: 'date' },
      by: { label: 'Par qui, et comment', error: 'Dites qui a confirmé.' },
    },
  },
} as const satisfies WordsOf<Pick<RawChannel, 'sources' | 'checked' | 'confirmed'>>;

export const id = { label: 'Identifiant', hidden: true } as const;

export const phones = {
  label: 'Numéros de téléphone',
  of: {
    number: {
      label: 'Numéro',
      error: 'Écrivez un numéro comme 03 86 65 91 82, 0 820 80 02 01, 3624 ou 15.',
      input: 'tel',
    },
    price: {
      label: 'Prix',
      hint: 'Rien pour un numéro ordinaire.',
      error: 'Écrivez le prix d’une minute en euros, comme 0,15.',
      options: {
        free: 'gratuit',
        call: 'service gratuit, prix d’un appel',
        paid: 'payant, tarif inconnu',
      },
    },
    plusCall: { label: 'Le prix de l’appel s’y ajoute' },
    hours: {
      label: 'Horaires de ce numéro',
      options: { unpublished: 'aucune source ne les donne' },
    },
  },
} as const satisfies WordsFor<NonNullable<RawChannel['phones']>>;

export const email = {
  label: 'Adresse électronique',
  error: 'Écrivez une adresse comme accueil@exemple.fr.',
  input: 'email',
} as const;

export const site = {
  label: 'Site',
  error: 'Écrivez une adresse qui commence par https://',
  input: 'url',
} as const;
