/** The rows of an agenda: iCalendar, as calendars export it. */
import ICAL from 'ical.js';
import { type Instant, wallAt } from '../../src/time/calendar.ts';

/** A rule without an end is followed for so many duties. */
const MOST = 1000;

const two = (number: number) => String(number).padStart(2, '0');

/** As the clocks of Paris show it; a whole day has no hour, and a time without a zone is that of Paris. */
function momentText(time: ICAL.Time): string {
  const day = (d: number, m: number, y: number) => `${two(d)}/${two(m)}/${y}`;
  if (time.isDate) return day(time.day, time.month, time.year);
  if (time.zone === ICAL.Timezone.localTimezone)
    return `${day(time.day, time.month, time.year)} ${two(time.hour)}:${two(time.minute)}`;
  const at: Instant = time.toUnixTime() * 1000;
  const wall = new Date(wallAt(at));
  return `${day(wall.getUTCDate(), wall.getUTCMonth() + 1, wall.getUTCFullYear())} ${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}`;
}

/** A row for each event, and for each time that a rule repeats it, below the header. */
export function agendaRows(text: string): string[][] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  const changed = events.filter((event) => event.isRecurrenceException());
  const rows: string[][] = [];
  for (const event of events) {
    if (event.isRecurrenceException() || event.component.getFirstPropertyValue('status') === 'CANCELLED') continue;
    for (const exception of changed) if (exception.uid === event.uid) event.relateException(exception);
    const row = (start: ICAL.Time, end: ICAL.Time, { summary, location }: ICAL.Event) =>
      rows.push([momentText(start), momentText(end), summary ?? '', location ?? '']);
    if (!event.isRecurring()) row(event.startDate, event.endDate, event);
    else {
      const times = event.iterator();
      for (let i = 0, time = times.next(); time && i < MOST; time = times.next(), i++) {
        const { startDate, endDate, item } = event.getOccurrenceDetails(time);
        row(startDate, endDate, item);
      }
    }
  }
  return [['Début', 'Fin', 'Nom', 'Adresse'], ...rows];
}
