/** A week of opening hours as people write it, and back: "8h-12h, 14h-19h", "fermé", "8h-20h ?". */

import type { OpeningHours } from '../../src/time/opening-hours.ts';

export const DAYS = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche', 'Jours fériés'];

const CODES = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const PH = 7;
const CLOSED = 'fermé';
const ALWAYS = '24h/24';

export interface Week {
  /** Monday to Sunday, then public holidays; these empty where they are as other days. */
  days: string[];
  /** Days on which it is closed also where they are holidays. */
  shut: number[];
  /** Rules for days of the calendar: they stay as they are. */
  dated: string[];
}

const clock = (minutes: number): string => {
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}h${rest ? String(rest).padStart(2, '0') : ''}`;
};

/** The week that opening hours say; `undefined` where a table of days cannot hold it. */
export function weekOf({ text, rules }: OpeningHours): Week | undefined {
  if (text === '24/7') return { days: [...Array(7).fill(ALWAYS), ''], shut: [], dated: [] };
  const parts = text.split(';').map((part) => part.trim());
  if (parts.length !== rules.length) return undefined;
  const days: string[] = [...Array(7).fill(CLOSED), ''];
  const shut: number[] = [];
  const dated: string[] = [];
  let holidays = false;
  for (const [i, { days: bits = 127, dates, spans, state }] of rules.entries()) {
    if (dates) {
      dated.push(parts[i]!);
      continue;
    }
    // After the rule of holidays, only days on which it is closed: any other would open on holidays too.
    if (dated.length || (holidays && state !== 'closed')) return undefined;
    const isAllDay = spans.length === 1 && spans[0]!.from === 0 && spans[0]!.to === 1440;
    const hours = spans.map(({ from, to }) => `${clock(from)}-${clock(to > 1440 ? to - 1440 : to)}`).join(', ');
    const words =
      state === 'closed' ? CLOSED : state === 'unknown' ? (isAllDay ? '?' : `${hours} ?`) : isAllDay ? ALWAYS : hours;
    for (let day = 0; day <= PH; day++) {
      if (!(bits & (1 << day))) continue;
      days[day] = words;
      if (words === CLOSED && day < PH) shut.push(day);
    }
    holidays ||= !!(bits & (1 << PH));
  }
  return { days, shut, dated };
}

const SPAN = /^(\d{1,2}) ?[h:] ?(\d\d)? ?(?:-|–|à) ?(\d{1,2}) ?[h:] ?(\d\d)?$/i;

/** The hours of one day in the notation of OpenStreetMap; `undefined` where they cannot be read. */
export function dayHours(words: string): string | undefined {
  const typed = words.trim().toLowerCase().replace(/\s+/g, ' ');
  if (/^ferm[ée]e?$|^off$|^-$/.test(typed)) return 'off';
  if (/^24 ?h?( ?\/ ?24 ?h?)?$/.test(typed)) return '00:00-24:00';
  if (typed === '?') return 'unknown';
  const unknown = /\?$/.test(typed);
  const spans = typed
    .replace(/ ?\?$/, '')
    .split(/ ?(?:,|;| et ) ?/)
    .map((part) => {
      const [, from, fromRest = '00', to, toRest = '00'] = SPAN.exec(part) ?? [];
      if (from === undefined || Number(from) > 23 || Number(to) > 24) return undefined;
      return `${from.padStart(2, '0')}:${fromRest}-${to!.padStart(2, '0')}:${toRest}`;
    });
  if (spans.some((span) => !span)) return undefined;
  return spans.join(',') + (unknown ? ' unknown' : '');
}

/** `Mo-Fr,Su` for some days of the week. */
function daysCode(days: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const day of days) {
    const last = runs[runs.length - 1];
    if (last && last[1] === day - 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs.map(([from, to]) => (from === to ? CODES[from] : `${CODES[from]}-${CODES[to]}`)).join(',');
}

/** The opening hours of a week; `undefined` where a day cannot be read. */
export function hoursOf({ days, shut, dated }: Week): string | undefined {
  const read = days.map((words, day) => (day === PH && !words.trim() ? '' : dayHours(words)));
  if (read.includes(undefined)) return undefined;
  const [week, holidays] = [read.slice(0, PH) as string[], read[PH]];
  if (week.every((hours) => hours === '00:00-24:00') && !holidays && !dated.length) return '24/7';
  const rules = [...new Set(week)]
    .filter((hours) => hours !== 'off')
    .map((hours) => `${daysCode(week.flatMap((own, day) => (own === hours ? [day] : [])))} ${hours}`);
  if (holidays) rules.push(`PH ${holidays}`);
  // Days without a rule are closed, but on a holiday its hours hold.
  const closed = rules.length ? shut.filter((day) => week[day] === 'off') : [0, 1, 2, 3, 4, 5, 6];
  if (closed.length) rules.push(`${daysCode(closed)} off`);
  return [...rules, ...dated].join('; ');
}
