/**
 * Days and hours as people write them in a roster: `lundi 23/11/26`, `du 21 au 28 novembre`, `19h30-9h`.
 *
 * Nothing is guessed here: what the text leaves open (a month, a year) stays open, and a word that is not understood is
 * given back, since "annulé" beside a date changes what it says.
 */
import { DAY, type Day, dayOf, MINUTE, parseInstant, wallAt, weekdayOf } from './time/calendar.ts';

/** A day as written: what is absent must come from elsewhere in the roster. */
export interface WrittenDay {
  day: number;
  /** 1 to 12. */
  month?: number;
  year?: number;
  /** Monday 0 to Sunday 6. */
  weekday?: number;
}

/** What a text says of when. */
export interface When {
  days: WrittenDay[];
  /** Minutes after midnight, 0 to 1440. */
  times: number[];
  /** A time is the end: `jusqu’à 9h`. */
  until: boolean;
  /** The last day is on duty too: `21 et 22 novembre`. */
  both: boolean;
  /** A day of the week without a date, Monday 0 to Sunday 6: `samedi 28 novembre 12h – lundi 9h`. */
  weekday?: number;
  /** Words and numbers that were not understood. */
  unread: string;
}

/** Lower case without accents, apostrophes and spaces as a keyboard writes them; as many characters as before or fewer. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[’ʼ`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

const MONTHS = ['jan', 'fev', 'mar', 'avr', 'mai', 'juin', 'juil', 'aou', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'];

/** How programs write a day that has no hour. */
const NO_HOUR = /(?<!\d)00?:00:00(?:\.0+)?$/;

const WEEKDAY = /(?:lun|mar|mercre|jeu|vendre|same)di|dimanche/;

const MONTH =
  '(?:janv(?:ier)?|jan|fev(?:r(?:ier)?)?|mars?|avr(?:il)?|mai|juin|juil(?:let)?|aout?|sept(?:embre)?|sep|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?)(?![a-z])\\.?';

const monthOf = (word: string): number => MONTHS.findIndex((month) => word.startsWith(month)) + 1;

/** The parts of a text that say something, the first that fits counting. */
const TOKEN = new RegExp(
  [
    '(?<iso>20\\d\\d-\\d\\d-\\d\\d)(?:[t ](?<isoTime>\\d\\d:\\d\\d)(?::\\d\\d(?:\\.\\d+)?)?(?<zone>z|[+-]\\d\\d:\\d\\d)?)?(?!\\d)',
    `(?<day>\\d{1,2})(?:er)?[ -]?(?<word>${MONTH})(?:[ -]?(?<wordYear>\\d{4}|\\d\\d(?![\\d:]| ?h|[ -]?${MONTH})))?`,
    `(?<![\\d/])(?<dayNumber>\\d{1,2})(?<between>[/.-])(?<month>\\d{1,2})(?:\\k<between>(?<year>\\d{4}|\\d\\d))?(?![\\d/]| ?h|[ -]?${MONTH}|-\\d)`,
    `(?<hour>\\d{1,2}) ?(?:h(?:eures?|rs?)?(?![a-z])(?: ?(?<afterH>[0-5]\\d)(?![\\d/]|[.-]\\d\\d?[.-]| ?${MONTH}))?|:(?<afterColon>[0-5]\\d)(?::[0-5]\\d)?)(?!\\d)`,
    '(?<named>midi|minuit)(?![a-z])',
    '(?<week>(?:semaine|sem\\.?|s) ?(?:n ?°? ?)?\\d{1,2}(?![\\d/h:]))',
    '(?<weekday>(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:lun|mar|mer|jeu|ven|sam|dim)(?![a-z])\\.?)s?(?![a-z])',
    '(?<bare>(?<![\\d/.,:-])\\d{1,2})(?:er)?(?![\\d/.:,]| ?h)',
    '(?<end>jusqu)',
    '(?<and>(?<![a-z])(?:et|&)(?![a-z]))',
    "(?<filler>(?<![a-z])(?:a partir|du|des?|d|la|les?|l|aux?|a|depuis|entre|en|puis|nuits?|jours?|gardes?|week-? ?end|we|feriee?s?|que|qu|inclus|le lendemain|lendemain|suivant|(?:jour de l'|nouvel )an|noel|paques|pentecote|ascension|armistice|victoire|assomption|toussaint|fete(?: nationale| du travail)?)(?![a-z]))",
    '(?<mark>[ ,;.:/|()\'"–>→-]+)',
  ].join('|'),
  'y',
);

/** What a text says of days and times. Times are where `h` or `:` stand; see {@link asHours} for bare numbers. */
export function readWhen(text: string): When {
  const content = plain(text);
  const when: When = { days: [], times: [], until: false, both: false, unread: '' };
  let weekday: number | undefined;
  /** A time stands after it: `lundi 9h`. */
  let timed = false;
  /** One that no date follows is that of the date before, unless that has its own. */
  const settle = () => {
    const before = when.days[when.days.length - 1];
    if (weekday === undefined || !before || before.weekday !== undefined) return;
    before.weekday = weekday;
    weekday = undefined;
  };
  const time = (minutes: number) => {
    if (!when.times.length) settle();
    timed = weekday !== undefined;
    when.times.push(minutes);
  };
  const found = (day: Omit<WrittenDay, 'weekday'>) => {
    when.days.push(weekday === undefined ? day : { ...day, weekday });
    weekday = undefined;
    timed = false;
  };
  for (let at = 0; at < content.length; ) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(content);
    const hour = match?.groups?.hour;
    if (!match || Number(hour ?? 0) > 24) {
      const [word] = /^(?:\p{L}+|\d+|[\s\S])/u.exec(content.slice(at))!;
      when.unread += `${when.unread && ' '}${word}`;
      at += word.length;
      continue;
    }
    at = TOKEN.lastIndex;
    const { iso, isoTime, zone, day, word, wordYear, dayNumber, month, year, bare, ...other } = match.groups!;
    if (iso) {
      const [y, m, d] = iso.split('-').map(Number) as [number, number, number];
      if (zone) {
        // An instant: Paris shows it as a day and a time.
        const instant = parseInstant(match[0].toUpperCase().replace(' ', 'T'));
        const shown = instant === undefined ? undefined : new Date(wallAt(instant));
        if (shown) found({ day: shown.getUTCDate(), month: shown.getUTCMonth() + 1, year: shown.getUTCFullYear() });
        else found({ day: d, month: m, year: y });
        if (shown) when.times.push((shown.getTime() % DAY) / MINUTE);
      } else {
        found({ day: d, month: m, year: y });
        if (isoTime && !NO_HOUR.test(match[0])) when.times.push(minutesOf(isoTime.slice(0, 2), isoTime.slice(3)));
      }
    } else if (word)
      found({ day: Number(day), month: monthOf(word), ...(wordYear ? { year: fullYear(wordYear) } : {}) });
    else if (month) found({ day: Number(dayNumber), month: Number(month), ...(year ? { year: fullYear(year) } : {}) });
    else if (bare) found({ day: Number(bare) });
    else if (other.hour && !NO_HOUR.test(match[0]))
      time(minutesOf(other.hour, other.afterH ?? other.afterColon ?? '0'));
    else if (other.named) time(other.named === 'midi' ? 720 : 0);
    else if (other.weekday) {
      if (!when.times.length) settle();
      weekday = WEEKDAYS.findIndex((name) => other.weekday!.startsWith(name));
    } else if (other.end) when.until = true;
    else if (other.and) when.both ||= when.days.length === 1;
  }
  if (!timed) settle();
  // After a date and its hours, it says again what the date says.
  if (weekday === undefined || (!timed && when.times.length && when.days.length)) return when;
  return { ...when, weekday };
}

const minutesOf = (hour: string, minutes: string): number => Number(hour) * 60 + Number(minutes);
const fullYear = (year: string): number => Number(year.length === 2 ? `20${year}` : year);

/** `9`, `20.30` and `9-12` of a column of hours as `9h`, `20h30` and `9h-12h`; a text with anything else stays as it is. */
export const asHours = (text: string): string =>
  /\d{4}|[^\dh .,:aàdejusqt'’&–—-]|\d-\d{1,2}-\d/i.test(text)
    ? text
    : text.replace(/(?<![\d:.,]|[hH] ?)(\d{1,2})(?:[.,]([0-5]\d))?(?!\d| ?[hH:]|[.,]\d)/g, '$1h$2');

/** What a title says of all lines below. Hours are the usual ones only where it speaks of duty: `Tour de garde de novembre 2026, de 19h30 à 9h`. */
export interface TitleWhen {
  month?: number;
  years: number[];
  hours?: { from: number; to: number };
}

export function readTitle(text: string): TitleWhen {
  const content = plain(text);
  const years = (content.match(/(?<!\d)20\d\d(?!\d)/g) ?? []).map(Number);
  const months = content.match(new RegExp(`(?<![a-z\\d])(?<!\\d(?:er)? )${MONTH}`, 'g')) ?? [];
  const { times, days } = readWhen(text);
  const [from, to] = times;
  return {
    years,
    ...(months.length === 1 ? { month: monthOf(months[0]!) } : {}),
    ...(times.length === 2 &&
    !days.length &&
    /garde|nuit/.test(content) &&
    !/ouvert/.test(content) &&
    !WEEKDAY.test(content)
      ? { hours: { from: from!, to: to! } }
      : {}),
  };
}

/** The day, if it exists. */
export function existing(year: number, month: number, day: number): Day | undefined {
  if (year < 2000 || year > 2099 || month < 1 || month > 12 || day < 1) return undefined;
  const found = dayOf(year, month, day);
  return new Date(found * DAY).getUTCDate() === day && new Date(found * DAY).getUTCMonth() === month - 1
    ? found
    : undefined;
}

/** A day that was meant, or why there is none: `wrong` is the day that exists, but on another day of the week. */
export type Resolved = { day: Day; supposed: boolean } | { wrong: Day | undefined };

/**
 * The day that was meant: with what is open taken from the month and the years of a title, and among the years that are
 * left the one nearest to `near`.
 *
 * @returns `supposed`: neither the line nor a title says which year.
 */
export function resolveDay({ day, month, year, weekday }: WrittenDay, title: TitleWhen, near: Day): Resolved {
  const thisYear = new Date(near * DAY).getUTCFullYear();
  const daysIn = (years: readonly number[]) =>
    years
      .map((y) => existing(y, month ?? title.month ?? 0, day))
      .filter((found): found is Day => found !== undefined)
      .sort((a, b) => Math.abs(a - near) - Math.abs(b - near));
  const around = [thisYear - 1, thisYear, thisYear + 1];
  const possible = year ? daysIn([year]) : [...daysIn(title.years), ...daysIn(title.years.length ? [] : around)];
  // A weekday tells the year where a title does not, as one that says when the roster was printed.
  if (!year && weekday !== undefined) possible.push(...daysIn(around));
  const right = possible.find((found) => weekday === undefined || weekdayOf(found) === weekday);
  return right === undefined
    ? { wrong: possible[0] }
    : { day: right, supposed: !year && weekday === undefined && !title.years.length };
}
