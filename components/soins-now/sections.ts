import { type ChannelNow, FAR, type Guidance } from '../../src/guidance.ts';

/** What stands where, so that the answer is short: what helps most is shown, the rest is folded. */
export interface Sections {
  /** The nearest places to walk in, where none is near. */
  beyond: readonly ChannelNow[];
  /** What else is open or answers: of each kind the nearest one. */
  open: readonly ChannelNow[];
  /** A place that no source says to be open that day. */
  toConfirm: readonly ChannelNow[];
  /** What is open, answers or may be open besides: folded. */
  others: readonly ChannelNow[];
  /** Places of which nobody publishes the hours: folded. */
  unpublished: readonly ChannelNow[];
}

/** The nearest channel of each kind that is not shown yet: the list comes near first. */
function nearestOfKind(list: readonly ChannelNow[], shown: ReadonlySet<ChannelNow>): ChannelNow[] {
  const kinds = new Set([...shown].map(({ channel }) => channel.kind));
  return list.filter(({ channel: { kind } }) => !kinds.has(kind) && kinds.add(kind));
}

/** @param placed - A commune is known: what is near it is. */
export function sectionsOf({ next, channels, regime }: Guidance, placed: boolean): Sections {
  const shown = new Set(next.first.channels);
  const show = (list: readonly ChannelNow[]) => {
    for (const now of list) shown.add(now);
    return list;
  };
  const beyond = show(next.because === 'nothing-near' ? (next.after?.channels ?? []) : []);
  const toConfirm = show(placed && next.after?.action === 'confirm' ? next.after.channels : []);
  const near = channels.open.filter((now) => (now.distance ?? 0) <= FAR && !shown.has(now));
  const after = show(near.filter((now) => next.after?.channels.includes(now)));
  // Without a commune the places to walk in are what is shown in the day.
  const open = placed || regime?.kind !== 'daytime' ? [...after, ...show(nearestOfKind(near, shown))] : [];
  const hidden = (now: ChannelNow) => !shown.has(now);
  return {
    beyond,
    open,
    toConfirm,
    others: [...channels.open, ...channels.unconfirmed.filter(({ channel }) => channel.hours)].filter(hidden),
    unpublished: channels.unconfirmed.filter((now) => !now.channel.hours && hidden(now)),
  };
}
