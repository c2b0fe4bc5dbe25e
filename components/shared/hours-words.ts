/** Opening hours in words. To be called while an element renders. */

import { DAY } from '../../src/time/calendar.ts';
import type { OpeningHours } from '../../src/time/opening-hours.ts';
import { listText } from './localization.ts';
import { msg, str } from './msg.ts';
import { isoDayText, minutesText, weekdayText } from './time-words.ts';

/** `du lundi au samedi`: bits of week days and, last, public holidays. */
function daysText(days: number): string {
  const names: string[] = [];
  for (let day = 0; day < 7; day++) {
    let last = day;
    while (days & (2 << last) && last < 6) last++;
    if (!(days & (1 << day))) continue;
    names.push(last > day + 1 ? msg(str`du ${weekdayText(day)} au ${weekdayText(last)}`) : weekdayText(day));
    if (last > day + 1) day = last;
  }
  if ((days & 127) === 127) names.splice(0, names.length, msg('tous les jours'));
  if (days & 128) names.push(msg('jours fériés'));
  return listText(names);
}

/** Opening hours in words, a line for each rule: `du lundi au samedi, 8 h à 20 h`. */
export function hoursText({ text, rules }: OpeningHours): string[] {
  if (text === '24/7') return [msg('24 h/24, 7 jours sur 7')];
  return rules.map(({ days, dates, spans, state }) => {
    const when = dates
      ? [...new Set(dates)].map((day) => isoDayText(new Date(day * DAY).toISOString().slice(0, 10))).join(' – ')
      : daysText(days ?? 127);
    const hours = listText(
      spans.map(({ from, to }) =>
        msg(str`${minutesText(from)} à ${minutesText(to)}`, { desc: 'From one time to another' }),
      ),
    );
    const what = state === 'unknown' ? msg('à confirmer') : hours || msg('fermé');
    return listText([when, what]);
  });
}
