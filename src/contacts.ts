/** The whole directory by need, and the filter that finds in it what people type. */
import { type Directory, possibleCpts, servesCommune } from './directory.ts';
import {
  type CareChannel,
  type Commune,
  type Cpts,
  type LocalHealthContract,
  NEEDS,
  type Need,
} from './directory-schema.ts';
import { type ChannelNow, channelAt, nearFirst, regimeAt } from './guidance.ts';
import { fold, MIN_LETTERS_FOR_ERROR, nearly } from './text-match.ts';
import { type Instant, wallAt } from './time/calendar.ts';

/** A record of the directory: a care channel at the instant, a CPTS, or a contrat local de santé. */
export type Contact =
  | { channel: CareChannel; now: ChannelNow; cpts?: undefined; contract?: undefined }
  | { cpts: Cpts; channel?: undefined; contract?: undefined }
  | { contract: LocalHealthContract; channel?: undefined; cpts?: undefined };

/** The record of a contact. */
export const recordOf = ({ channel, cpts, contract }: Contact): CareChannel | Cpts | LocalHealthContract =>
  (channel ?? cpts ?? contract)!;

/**
 * Each record that serves the commune once, under its main need; within one, near first, the commune's own CPTS before
 * the others.
 *
 * @param at - The instant; `undefined` where the clock cannot be believed.
 * @param commune - Where you are.
 */
export function contactsByNeed(
  directory: Directory,
  at: Instant | undefined,
  commune?: Commune,
): Map<Need, readonly Contact[]> {
  const regime = at === undefined ? undefined : regimeAt(directory, at);
  const channels = directory.channels
    .filter((channel) => servesCommune(channel, commune, directory))
    .map((channel) => channelAt(directory, channel, at, commune, regime))
    .sort(nearFirst)
    .map((now): Contact => ({ channel: now.channel, now }));
  const attachment = commune && directory.attachment(commune);
  const near = attachment ? possibleCpts(attachment) : [];
  const cpts = [...new Set([...near, ...directory.cpts.values()])].map((group): Contact => ({ cpts: group }));
  return new Map(
    NEEDS.map((need) => [
      need,
      [
        ...(need === 'family-doctor' ? cpts : []),
        ...channels.filter(({ channel }) => channel!.need === need),
        ...(need === 'town-hall' ? directory.localHealthContracts.map((contract): Contact => ({ contract })) : []),
      ],
    ]),
  );
}

/**
 * Whether the last year of a contrat local de santé is over.
 *
 * @param at - The instant; `undefined` where the clock cannot be believed: the day of the directory.
 */
export const hasEnded = ({ to }: LocalHealthContract, at: Instant | undefined, { date }: Directory): boolean =>
  to !== undefined && to < (at === undefined ? Number(date.slice(0, 4)) : new Date(wallAt(at)).getUTCFullYear());

/** Fewer figures stand inside too many numbers. */
const MIN_FIGURES_INSIDE = 4;

/** Shorter words say nothing: "de", "la", "j’ai". */
const MIN_LETTERS = 3;

/**
 * Makes the test of what was typed: which share of its words a text has, 1 where it has all. A word begins a word of the
 * text, but for case, accents and, in words of five letters or more, one typing error; figures begin one of its numbers,
 * or stand in it where they are four or more. The text has its numbers without spaces; those typed may have them.
 */
export function createFilter(typed: string): (text: string) => number {
  const all = fold(typed.replace(/(\d)[\s.-]+(?=\d)/g, '$1'));
  const long = all.filter((word) => word.length >= MIN_LETTERS || /^\d+$/.test(word));
  const words = long.length ? long : all;
  return (text) => {
    const inText = fold(text);
    const found = words.filter((word) =>
      inText.some(
        (other) =>
          other.startsWith(word) ||
          (/^\d+$/.test(word)
            ? word.length >= MIN_FIGURES_INSIDE && other.includes(word)
            : word.length >= MIN_LETTERS_FOR_ERROR && nearly(word, other, 0) !== undefined),
      ),
    );
    return words.length ? found.length / words.length : 1;
  };
}
