/** The whole directory by need. */
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
import { type Instant, wallAt } from './time/calendar.ts';

/** A record of the directory: a care channel at the instant, a CPTS, or a contrat local de santé. */
export type Contact =
  | { channel: CareChannel; now: ChannelNow; cpts?: undefined; contract?: undefined }
  | { cpts: Cpts; channel?: undefined; contract?: undefined }
  | { contract: LocalHealthContract; channel?: undefined; cpts?: undefined };

const closedLast = (a: ChannelNow, b: ChannelNow): number =>
  Number(a.availability === 'closed') - Number(b.availability === 'closed');

/** The record of a contact. */
export const recordOf = ({ channel, cpts, contract }: Contact): CareChannel | Cpts | LocalHealthContract =>
  (channel ?? cpts ?? contract)!;

/**
 * Each record that serves the commune once, under its main need; within one, near first, what is closed after the rest, the
 * commune's own CPTS before the others.
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
    .sort((a, b) => closedLast(a, b) || nearFirst(a, b))
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
