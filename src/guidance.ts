/** Who can treat you at an instant: plain data, which the components draw. */
import { distance } from './communes.ts';
import { type Attachment, type Directory, type Notice, servesCommune } from './directory.ts';
import type { CareChannel, Closure, Commune } from './directory-schema.ts';
import { kindOf } from './kinds.ts';
import { isNight } from './pdsa.ts';
import { DAY, type Day, dayAt, dayStart, type Instant, instantOf, MINUTE, wallAt, weekdayOf } from './time/calendar.ts';
import {
  intervals,
  isRoundTheClock,
  nextChange,
  type OpeningHours,
  type OpeningState,
  SEARCH,
  stateAt,
} from './time/opening-hours.ts';

/** `pdsa`: permanence des soins ambulatoires, when a doctor is reached through 15 only. */
export interface Regime {
  kind: 'daytime' | 'pdsa';
  /** What makes it so at that instant; a public holiday also has its id in `holiday`. */
  reason: 'day' | 'night' | 'saturday' | 'sunday' | 'holiday' | 'bridge-day';
  holiday?: string | undefined;
  /** The end, half-open: at this instant the other regime holds. */
  until: Instant;
}

/**
 * `open` now; `referral`: only when 15 sends you; `emergency`: a hospital's emergency department, after a call to 15;
 * `unconfirmed`: no source gives the hours, or those of this day; `closed`.
 */
export type Availability = 'open' | 'referral' | 'emergency' | 'unconfirmed' | 'closed';

/** A channel at an instant. */
export interface ChannelNow {
  channel: CareChannel;
  availability: Availability;
  /** Until when that holds; `undefined` where it never changes or nobody publishes it. */
  until?: Instant | undefined;
  /** For a channel that is closed whatever its hours are: from which day to which. */
  closure?: Closure | undefined;
  /** For a closed channel: when it surely opens. */
  opens?: Instant | undefined;
  /** For a closed channel: when it may open before that, to be confirmed by a call. */
  mayOpen?: Instant | undefined;
  /**
   * A place that is not to be walked into at this hour: only its telephone is known to answer, or one goes there
   * when 15 says so.
   */
  callFirst?: boolean | undefined;
  /** An emergency department of which no source says that it is open at this hour. */
  unsure?: boolean | undefined;
  /** Kilometres as the crow flies, from the commune to the channel's town; `undefined` where either is unknown. */
  distance?: number | undefined;
  /** Today's states in minutes since midnight on the wall clock, 0 to 1440; `undefined` without published hours. */
  today?: { from: number; to: number; state: OpeningState }[] | undefined;
}

/**
 * One thing to do: call 15; `visit` a place that is open and takes people without appointment; `confirm` by a call that
 * it is open, since no source says so for this day; `call` SOS Médecins; `ask` for an assisted teleconsultation.
 */
export interface Step {
  action: 'call-15' | 'visit' | 'confirm' | 'call' | 'ask';
  /** The nearest channel for it; without a commune, all of them. Empty for 15. */
  channels: readonly ChannelNow[];
}

/** What to do who has no family doctor at hand. */
export interface NextStep {
  first: Step;
  /** What to do where that does not help; `undefined`: nothing else is known. */
  after: Step | undefined;
  /** `near`: something within {@link FAR} kilometres helps; `nothing-near`; `out-of-hours`: 15 decides; `unknown-hour`. */
  because: 'near' | 'nothing-near' | 'out-of-hours' | 'unknown-hour';
}

export interface Guidance {
  /** `undefined`: the instant is not known, and only what holds at any hour is given. */
  at: Instant | undefined;
  regime: Regime | undefined;
  next: NextStep;
  /** Near first; those past {@link FAR} kilometres last. */
  channels: Record<Availability, ChannelNow[]>;
  /** Numbers that answer day and night beside 15: poison centre, helplines. */
  helplines: CareChannel[];
  /** Who helps to find a family doctor there. */
  attachment: Attachment | undefined;
  /** The first instant after `at` when the regime or any channel changes. */
  nextChange: Instant | undefined;
}

/** Kilometres past which a channel goes under "farther away". */
export const FAR = 40;

/** The regime at `at`, why, and until when. */
export function regimeAt(directory: Directory, at: Instant): Regime {
  const { calendar, pdsa, pdsaHours } = directory;
  const wall = wallAt(at);
  const day = dayAt(wall);
  const isPdsa = stateAt(pdsa, at, calendar) === 'open';
  const holiday = calendar.holidayOn(day);
  const reason = !isPdsa
    ? 'day'
    : holiday
      ? 'holiday'
      : weekdayOf(day) === 6
        ? 'sunday'
        : isNight(pdsaHours, wall)
          ? 'night'
          : weekdayOf(day) === 5 && (wall % DAY) / MINUTE >= pdsaHours.saturdayFrom
            ? 'saturday'
            : 'bridge-day';
  return {
    kind: isPdsa ? 'pdsa' : 'daytime',
    reason,
    holiday: reason === 'holiday' ? holiday : undefined,
    until: nextChange(pdsa, at, calendar) ?? Number.POSITIVE_INFINITY,
  };
}

/** The first instant after `at` when `hours` pass to `state`. */
function nextTime(state: OpeningState, hours: OpeningHours, at: Instant, directory: Directory): Instant | undefined {
  let next: Instant | undefined = at;
  // A closed place opens after a few changes at most: a closure, a public holiday to be confirmed.
  for (let i = 0; i < 8; i++) {
    next = nextChange(hours, next, directory.calendar, at + SEARCH);
    if (next === undefined || stateAt(hours, next, directory.calendar) === state) return next;
  }
  return undefined;
}

/** The states of the day of `at`, on the wall clock. */
function today(hours: OpeningHours, at: Instant, directory: Directory): ChannelNow['today'] {
  const day = dayAt(wallAt(at));
  const minute = (instant: Instant) => (wallAt(instant) - day * DAY) / MINUTE;
  return intervals(hours, instantOf(day * DAY), instantOf((day + 1) * DAY), directory.calendar).map(
    ({ from, to, state }) => ({
      from: minute(from),
      to: minute(to),
      state,
    }),
  );
}

/** Until when hours that are closed at `at` stay so. */
function closedAt(hours: OpeningHours, at: Instant, directory: Directory) {
  const until = nextChange(hours, at, directory.calendar);
  const opens = until && nextTime('open', hours, at, directory);
  const mayOpen = until && nextTime('unknown', hours, at, directory);
  const earlier = mayOpen !== undefined && (opens === undefined || mayOpen < opens);
  return {
    until,
    opens,
    mayOpen: earlier ? mayOpen : undefined,
    today: today(hours, at, directory),
  };
}

/** The closure that holds at `at`. */
const closureAt = ({ closed = [] }: CareChannel, at: Instant): Closure | undefined =>
  closed.find(({ from, to }) => dayStart(from) <= at && at < dayStart(to, 1));

function availabilityAt(
  directory: Directory,
  channel: CareChannel,
  at: Instant | undefined,
  regime: Regime | undefined,
): ChannelNow {
  const { hours, access } = channel;
  const closure = at === undefined ? undefined : closureAt(channel, at);
  if (closure)
    return {
      channel,
      availability: 'closed',
      closure,
      ...(hours ? closedAt(hours, at!, directory) : { until: dayStart(closure.to, 1) }),
    };
  if (access === 'after-15') {
    const unsure =
      hours && (at === undefined ? hours.text !== '24/7' : stateAt(hours, at, directory.calendar) !== 'open');
    return { channel, availability: 'emergency', unsure };
  }
  if (channel.regime && regime && channel.regime !== regime.kind) {
    return { channel, availability: 'closed', until: regime.until };
  }
  if (access === 'referral-15') return { channel, availability: 'referral', until: regime?.until };
  if (!hours || channel.announced) return { channel, availability: 'unconfirmed' };
  if (at === undefined) return { channel, availability: hours.text === '24/7' ? 'open' : 'unconfirmed' };
  const state = stateAt(hours, at, directory.calendar);
  if (state === 'closed') return { channel, availability: state, ...closedAt(hours, at, directory) };
  const until = nextChange(hours, at, directory.calendar);
  return { channel, availability: state === 'open' ? state : 'unconfirmed', until, today: today(hours, at, directory) };
}

/**
 * What holds at a channel.
 *
 * @param at - The instant; `undefined` where the clock cannot be believed.
 * @param commune - Where you are.
 */
export function channelAt(
  directory: Directory,
  channel: CareChannel,
  at: Instant | undefined,
  commune?: Commune,
  regime: Regime | undefined = at === undefined ? undefined : regimeAt(directory, at),
): ChannelNow {
  const now = availabilityAt(directory, channel, at, regime);
  // Outside the day the sources give such a place by its telephone alone.
  now.callFirst =
    channel.access === 'referral-15' ||
    (channel.access === 'direct' && channel.hoursOf === 'line' && regime?.kind !== 'daytime');
  // Those with hours have it in them.
  if (at !== undefined && !now.today)
    for (const { from } of channel.closed ?? [])
      if (dayStart(from) > at && dayStart(from) < (now.until ?? Number.POSITIVE_INFINITY)) now.until = dayStart(from);
  const kilometres = distanceOf(channel, commune, directory);
  if (kilometres !== undefined) now.distance = kilometres;
  return now;
}

/** Kilometres as the crow flies; `undefined` where either place is unknown. */
function distanceOf({ place }: CareChannel, commune: Commune | undefined, directory: Directory): number | undefined {
  const point = place && (place.point ?? directory.commune(place.commune)?.point);
  return commune && point && distance(commune.point, point);
}

/** Whether what is to be known of a channel concerns those of a commune: it serves them, nearby. */
const concerns = (channel: CareChannel, commune: Commune | undefined, directory: Directory): boolean =>
  servesCommune(channel, commune, directory) && (distanceOf(channel, commune, directory) ?? 0) <= FAR;

/**
 * The notices that hold at some time from `from` up to `to`, for whom they are: one about channels is for those whom one
 * of them serves nearby.
 *
 * @param commune - Where you are; `undefined`: all of the département.
 */
export const noticesIn = (directory: Directory, from: Instant, to: Instant, commune?: Commune): Notice[] =>
  directory.notices.filter(
    (notice) =>
      notice.from < to &&
      from < notice.to &&
      (!notice.channels || notice.channels.some((channel) => concerns(channel, commune, directory))),
  );

/** The closures on some day from `from` up to `to`, the first one first, of the channels that serve a commune nearby. */
export const closuresIn = (directory: Directory, from: Instant, to: Instant, commune?: Commune) =>
  directory.channels
    .filter((channel) => concerns(channel, commune, directory))
    .flatMap((channel) => (channel.closed ?? []).map((closure) => ({ channel, closure })))
    .filter(({ closure }) => dayStart(closure.from) < to && from < dayStart(closure.to, 1))
    .sort((a, b) => dayStart(a.closure.from) - dayStart(b.closure.from));

/** A number without a place serves everywhere: after what is near, before what is far. */
export const nearFirst = (a: ChannelNow, b: ChannelNow): number => (a.distance ?? FAR) - (b.distance ?? FAR);

/** The nearest emergency department that is known to be open, and the two nearest where children are taken. */
export function nearestHospitals(emergency: readonly ChannelNow[]) {
  const known = emergency.filter(({ distance }) => distance !== undefined);
  return {
    nearest: known.find(({ unsure }) => !unsure),
    forChildren: known.filter(({ channel, distance }) => channel.paediatric && distance! <= 2 * FAR).slice(0, 2),
  };
}

/**
 * The one thing to do, and the one after it. In the day: the nearest open place that takes people without appointment,
 * else SOS Médecins, else an assisted teleconsultation, else 15. Outside office hours: 15, always.
 */
function nextStep({ at, regime, channels }: Pick<Guidance, 'at' | 'regime' | 'channels'>): NextStep {
  const near = ({ distance = 0 }: ChannelNow) => distance <= FAR;
  /** What there is for an action, as a step; `undefined` where nothing is. */
  const step = (action: Step['action'], found: readonly ChannelNow[]): Step | undefined => {
    const [nearest] = found;
    if (!nearest) return undefined;
    return {
      action,
      channels: found.filter(({ distance }) => distance === undefined || distance === nearest.distance),
    };
  };
  const direct =
    (action: 'visit' | 'call') =>
    ({ channel }: ChannelNow) =>
      kindOf(channel).step === action && channel.access === 'direct';
  const visits = channels.open.filter(direct('visit'));
  const first15: Step = { action: 'call-15', channels: [] };

  if (regime?.kind === 'daytime') {
    const first =
      step('visit', visits.filter(near)) ??
      step('call', channels.open.filter(direct('call')).filter(near)) ??
      step(
        'ask',
        channels.unconfirmed.filter((now) => kindOf(now.channel).step === 'ask' && near(now)),
      );
    return first
      ? { first, after: first15, because: 'near' }
      : { first: first15, after: step('visit', visits), because: 'nothing-near' };
  }
  const toConfirm = channels.unconfirmed.filter((now) => direct('visit')(now) && now.channel.hours);
  const lines = channels.open.filter(({ channel }) => kindOf(channel).step === 'call');
  return {
    first: first15,
    after: step('visit', visits.filter(near)) ?? step('confirm', toConfirm.filter(near)) ?? step('call', lines),
    because: at === undefined ? 'unknown-hour' : 'out-of-hours',
  };
}

/**
 * Says who can treat you.
 *
 * @param at - The instant; `undefined` where the clock cannot be believed: only what holds at any hour is given.
 * @param commune - Where you are: channels come near first.
 */
export function guide(directory: Directory, at: Instant | undefined, commune?: Commune): Guidance {
  const regime = at === undefined ? undefined : regimeAt(directory, at);
  const channels: Guidance['channels'] = { open: [], referral: [], emergency: [], unconfirmed: [], closed: [] };
  for (const channel of directory.channels) {
    if (!kindOf(channel).treats || !servesCommune(channel, commune, directory)) continue;
    // Without published hours it is worth a call in the day only; nor do its hours count without a clock.
    const sure = channel.hours ? at !== undefined || channel.hours.text === '24/7' : regime?.kind === 'daytime';
    if (channel.announced || !(sure || channel.access === 'referral-15' || channel.access === 'after-15')) continue;
    const now = channelAt(directory, channel, at, commune, regime);
    channels[now.availability].push(now);
  }
  for (const list of Object.values(channels)) list.sort(nearFirst);

  const changes = Object.values(channels).flatMap((list) => list.map((now) => now.until));
  const upcoming = [regime?.until, ...changes].filter((instant) => instant !== undefined);
  return {
    at,
    regime,
    next: nextStep({ at, regime, channels }),
    channels,
    helplines: directory.channels.filter(
      (channel) =>
        kindOf(channel).helpline &&
        channel.hours &&
        isRoundTheClock(channel.hours) &&
        (at === undefined ? !channel.closed : !closureAt(channel, at)),
    ),
    attachment: commune && directory.attachment(commune),
    nextChange: upcoming.length ? Math.min(...upcoming) : undefined,
  };
}

/** A moment worth looking at ahead of time. */
export interface Moment {
  id: 'evening' | 'saturday' | 'sunday' | 'holiday';
  at: Instant;
  /** Id of the public holiday. */
  holiday?: string | undefined;
}

/** The next evening, Saturday afternoon, Sunday and public holiday after `now`: well within the hours that they name. */
export function upcomingMoments({ calendar, pdsaHours }: Directory, now: Instant): Moment[] {
  const { nightFrom, nightTo, saturdayFrom } = pdsaHours;
  const today = dayAt(wallAt(now));
  const next = (minute: number, is: (day: Day) => boolean): Instant => {
    for (let day = today; ; day++) {
      const at = instantOf(day * DAY + minute * MINUTE);
      if (at > now && is(day)) return at;
    }
  };
  const holidayAt = next(nightTo + 120, (day) => calendar.holidayOn(day) !== undefined);
  return [
    { id: 'evening', at: next(nightFrom + 60, () => true) },
    { id: 'saturday', at: next(saturdayFrom + 180, (day) => weekdayOf(day) === 5) },
    { id: 'sunday', at: next(nightTo + 120, (day) => weekdayOf(day) === 6) },
    { id: 'holiday', at: holidayAt, holiday: calendar.holidayOn(dayAt(wallAt(holidayAt))) },
  ];
}
