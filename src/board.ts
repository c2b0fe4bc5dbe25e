/** What an unattended screen lists at an instant, and what changes next on it: plain data. */
import type { Directory } from './directory.ts';
import type { CareChannel } from './directory-schema.ts';
import { type ChannelNow, channelAt, FAR, type Guidance } from './guidance.ts';
import { type Duty, dutiesAt, nextDuties, type Roster } from './roster.ts';
import { DAY, type Instant } from './time/calendar.ts';
import { parseOpeningHours } from './time/opening-hours.ts';

/**
 * A list under one heading. `step`: what to do in the day who has no family doctor; `beyond`: the same, where nothing
 * is near; `open`: what is open or answers besides; `confirm`: places that no source says to be open that day.
 */
export interface BoardGroup {
  of: 'step' | 'beyond' | 'open' | 'confirm';
  channels: readonly ChannelNow[];
}

/** What is near; what is far only where nothing is. The line for pharmacies has its own place. */
function shownOf(list: readonly ChannelNow[]): ChannelNow[] {
  const all = list.filter(({ channel }) => channel.kind !== 'pharmacy-line');
  const near = all.filter(({ distance = 0 }) => distance <= FAR);
  return near.length ? near : all;
}

/** The groups of a screen, none empty, in the order in which they help. */
export function boardOf({ next: { first, after, because }, channels }: Guidance): BoardGroup[] {
  const beyond = because === 'nothing-near' ? (after?.channels ?? []) : [];
  const stepped = [...first.channels, ...beyond];
  const groups: BoardGroup[] = [
    { of: 'step', channels: first.channels },
    { of: 'beyond', channels: beyond },
    { of: 'open', channels: shownOf(channels.open).filter((now) => !stepped.includes(now)) },
    { of: 'confirm', channels: after?.action === 'confirm' ? after.channels : [] },
  ];
  return groups.filter((group) => group.channels.length);
}

/** A change that passers-by see: the regime, a place that opens or closes, a pharmacy whose duty begins or is over. */
export type BoardChange = { at: Instant } & (
  | { what: 'begins' | 'ends'; duty: Duty }
  | { what: 'opens' | 'closes'; channel: CareChannel }
  | { what: 'daytime' | 'pdsa' }
);

/** The next change of what a screen shows; of several at one instant the one that helps most: what then can be used. */
export function nextBoardChange({ at, regime, channels }: Guidance, roster?: Roster): BoardChange | undefined {
  if (at === undefined || !regime) return undefined;
  const shown = shownOf(channels.open);
  const reach = shown.every(({ distance = 0 }) => distance <= FAR) ? FAR : Number.POSITIVE_INFINITY;
  const changes: BoardChange[] = [
    ...(roster ? nextDuties(roster, at) : []).map((duty) => ({ at: duty.from, what: 'begins' as const, duty })),
    ...channels.closed.flatMap(({ channel, opens, distance = 0 }) =>
      opens === undefined || distance > reach ? [] : { at: opens, what: 'opens' as const, channel },
    ),
    { at: regime.until, what: regime.kind === 'pdsa' ? 'daytime' : 'pdsa' },
    ...shown.flatMap(({ channel, until }) =>
      until === undefined ? [] : { at: until, what: 'closes' as const, channel },
    ),
    ...(roster ? dutiesAt(roster, at) : []).map((duty) => ({ at: duty.to, what: 'ends' as const, duty })),
  ];
  const soonest = Math.min(...changes.map((change) => change.at));
  return changes.find((change) => change.at === soonest && soonest < Number.POSITIVE_INFINITY);
}

/** The pharmacies of a roster for a screen. */
export interface BoardDuties {
  /** On duty now. */
  now: readonly Duty[];
  /** Where there are none: those whose duty is the next to begin, within a day. */
  coming: readonly Duty[];
}

export function boardDuties(roster: Roster | undefined, at: Instant | undefined): BoardDuties {
  const now = roster && at !== undefined ? dutiesAt(roster, at) : [];
  const next = roster && at !== undefined && !now.length ? nextDuties(roster, at) : [];
  return { now, coming: next.filter(({ from }) => from - at! < DAY) };
}

/**
 * What holds at the place where the screen is. Without a rule for public holidays (`PH`) nobody says whether it opens
 * on one.
 *
 * @param hours - Its hours, as OpenStreetMap writes them.
 * @throws {OpeningHoursError} Where they are written otherwise.
 */
export function hereAt(directory: Directory, hours: string, at: Instant): ChannelNow {
  const parsed = parseOpeningHours(/PH|24\/7/.test(hours) ? hours : `${hours}; PH unknown`);
  const place: CareChannel = {
    id: 'here',
    name: '',
    kind: 'institution',
    need: 'pharmacy',
    phones: [],
    hours: parsed,
    sources: [],
    checked: directory.date,
  };
  return channelAt(directory, place, at);
}
