/** What the widgets say, keyed by what the data is. To be called while an element renders: see `localization.ts`. */
import { msg, str } from '@lit/localize';
import type { Attachment, Phone } from '../src/directory.ts';
import type { ChannelNow, Regime } from '../src/guidance.ts';
import { DAY, type Day, dayAt, type Instant, MINUTE, type WallTime, wallAt } from '../src/time/calendar.ts';
import { renderingLocale } from './localization.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** The date of a wall time in words: the format is told that it is UTC, so that no zone shifts it. */
function dateText(wall: WallTime, options: Intl.DateTimeFormatOptions): string {
  const locale = renderingLocale() === 'fr' ? 'fr-FR' : 'en-GB';
  const key = locale + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    formats.set(key, format);
  }
  const text = format.format(wall);
  return locale === 'fr-FR' ? text.replace(/(^|\s)1(?=\s[a-zéû])/, '$11er').replace(/(\d|1er) /, '$1\u00a0') : text;
}

/** `14 h 05`, `8 h`, `minuit`. */
export function clockText(wall: WallTime): string {
  const minutes = Math.floor((wall - dayAt(wall) * DAY) / MINUTE);
  return minutesText(minutes);
}

/** The same for minutes since midnight; 1440 is the midnight that ends the day. */
export function minutesText(minutes: number): string {
  if (minutes % 1440 === 0) return msg('minuit', { desc: 'Time of day, 00:00' });
  const hour = Math.floor(minutes / 60);
  const rest = String(minutes % 60).padStart(2, '0');
  return rest === '00'
    ? msg(str`${hour} h`, { desc: 'Time of day on the hour, such as 8:00, with no-break spaces' })
    : msg(str`${hour} h ${rest}`, { desc: 'Time of day, such as 14:05, with no-break spaces' });
}

/** `dimanche 22 novembre`. */
export const dayText = (day: Day): string => dateText(day * DAY, { weekday: 'long', day: 'numeric', month: 'long' });

/** `lundi` for 0 to `dimanche` for 6. */
export const weekdayText = (weekday: number): string =>
  // The first Monday after the epoch is its fifth day.
  dateText((weekday + 4) * DAY, { weekday: 'long' });

/** `22 novembre 2026`. */
export const isoDayText = (date: string): string =>
  dateText(Date.parse(date), { day: 'numeric', month: 'long', year: 'numeric' });

/** Beside the day of a directory that is more than a year old. */
export const oldDirectoryText = (): string =>
  msg('Cet annuaire a plus d’un an : vérifiez par téléphone avant de vous déplacer.');

/** A date that may lack its day or month, as sources give it. */
export function sourceDateText(date: string): string {
  const parts = date.split('-').length;
  return parts === 3
    ? isoDayText(date)
    : parts === 2
      ? dateText(Date.parse(date), { month: 'long', year: 'numeric' })
      : date;
}

/** `dimanche 22 novembre, 14 h 05`. */
export const momentText = (at: Instant): string => {
  const wall = wallAt(at);
  return `${dayText(dayAt(wall))}, ${clockText(wall)}`;
};

/**
 * An instant as seen from `now`: `20 h` on the same day, `lundi 8 h` within the week, else
 * `lundi 30 novembre, 8 h`. Never "demain", which is ambiguous at two in the morning.
 */
export function whenText(at: Instant, now: Instant): string {
  const wall = wallAt(at);
  // A midnight ends the day before it.
  const midnight = wall % DAY === 0;
  const day = dayAt(wall) - (midnight ? 1 : 0);
  const days = day - dayAt(wallAt(now));
  if (days <= 0) return clockText(wall);
  const weekday = dateText(day * DAY, { weekday: 'long' });
  return days < 7 ? `${weekday} ${clockText(wall)}` : `${dayText(day)}, ${clockText(wall)}`;
}

/** The public holidays of Code du travail L3133-1. */
export function holidayText(id: string): string {
  switch (id) {
    case 'new-year':
      return msg('1er janvier');
    case 'easter-monday':
      return msg('lundi de Pâques');
    case 'labour-day':
      return msg('1er mai');
    case 'victory-1945':
      return msg('8 mai');
    case 'ascension':
      return msg('Ascension');
    case 'whit-monday':
      return msg('lundi de Pentecôte');
    case 'national-day':
      return msg('14 juillet');
    case 'assumption':
      return msg('Assomption');
    case 'all-saints':
      return msg('Toussaint');
    case 'armistice-1918':
      return msg('11 novembre');
    case 'christmas':
      return msg('Noël');
    default:
      return msg('jour férié');
  }
}

export const regimeText = (regime: Regime): string =>
  regime.kind === 'pdsa' ? msg('Permanence des soins') : msg('En journée', { desc: 'Name of the daytime regime' });

/** Why the regime holds, for the words after its name; empty in the day, whose name says it all. */
export function reasonText({ reason, holiday }: Regime): string {
  switch (reason) {
    case 'night':
      return msg('la nuit');
    case 'saturday':
      return msg('samedi après-midi');
    case 'sunday':
      return msg('dimanche');
    case 'holiday':
      return msg(str`jour férié (${holidayText(holiday!)})`);
    case 'bridge-day':
      return msg('jour de pont');
    default:
      return '';
  }
}

export const untilText = (at: Instant, now: Instant): string => msg(str`jusqu’à ${whenText(at, now)}`);

/** What holds now at a channel, in two or three words. */
export function availabilityText(
  { channel, availability, until, opens, mayOpen }: ChannelNow,
  now: Instant | undefined,
): string {
  const line = channel.hoursOf === 'line';
  switch (availability) {
    case 'open':
      if (until === undefined || now === undefined) return line ? msg('Répond 24 h/24') : msg('Ouvert 24 h/24');
      return line ? msg(str`Répond jusqu’à ${whenText(until, now)}`) : msg(str`Ouvert jusqu’à ${whenText(until, now)}`);
    case 'referral':
      return msg('Sur orientation du 15');
    case 'emergency':
      return msg('Appelez le 15 d’abord');
    case 'unconfirmed':
      return channel.hours ? msg('Ouverture à confirmer') : msg('Horaires non publiés');
    case 'closed':
      if (opens !== undefined && mayOpen === undefined) return msg(str`Fermé jusqu’à ${whenText(opens, now!)}`);
      return msg('Fermé');
  }
}

/** What else to know before going or calling; empty where the words above say it all. */
export function availabilityNote(
  { channel, availability, opens, mayOpen, callFirst }: ChannelNow,
  now: Instant | undefined,
): string {
  if (channel.kind === 'mmg' && availability === 'closed') {
    return msg('le soir, le week-end et les jours fériés, sur orientation du 15');
  }
  if (availability === 'closed' && mayOpen !== undefined) {
    const perhaps = msg(str`${whenText(mayOpen, now!)} : à confirmer, jour férié`);
    return opens === undefined ? perhaps : `${perhaps} ; ${msg(str`ouvre sûrement ${whenText(opens, now!)}`)}`;
  }
  if (availability === 'unconfirmed' && channel.hours && now !== undefined)
    return msg('jour férié : appelez avant de vous déplacer');
  if (channel.kind === 'mmg' && availability === 'referral') return msg('le 15 vous dit si elle vous reçoit');
  if (channel.kind === 'pharmacy-line') return msg('indique la pharmacie de garde');
  if (callFirst) return msg('appelez avant de vous déplacer');
  return '';
}

/** How one gets in; empty where the availability already says it. */
export function accessText({ channel, callFirst }: ChannelNow): string {
  switch (callFirst ? undefined : channel.access) {
    case 'direct':
      return msg('sans rendez-vous');
    case 'online-appointment':
      return msg('sur rendez-vous en ligne');
    default:
      return '';
  }
}

/** What a call costs, for beside the number; empty for an ordinary one. */
export function priceText({ price }: Phone): string {
  switch (price) {
    case undefined:
      return '';
    case 'free':
      return msg('gratuit');
    case 'call':
      return msg('service gratuit + prix d’un appel');
    case 'paid':
      return msg('numéro payant');
    default: {
      const euros = new Intl.NumberFormat(renderingLocale(), { style: 'currency', currency: 'EUR' }).format(price);
      return msg(str`${euros}/min`, { desc: 'Price of a call per minute' });
    }
  }
}

/** Kilometres from the commune; empty under one. */
export function distanceText(distance: number): string {
  const km = Math.round(distance);
  return km ? msg(str`à ${km} km`, { desc: 'Distance as the crow flies' }) : '';
}

/** What to add to the name of a CPTS: how sure it is. */
export function attachmentLevelText({ level }: Attachment): string {
  if (level === 'documented') return '';
  return ` (${level === 'presumed' ? msg('rattachement à confirmer') : msg('rattachement non établi')})`;
}

/** Why an attachment is presumed. */
export function becauseText(because: NonNullable<Extract<Attachment, { because?: unknown }>['because']>): string {
  const reason =
    because === 'name'
      ? msg('le nom de l’intercommunalité')
      : because === 'petr'
        ? msg('le pôle territorial Nord de l’Yonne')
        : msg('l’usage local');
  return msg(str`D’après ${reason} : à confirmer auprès de la CPTS ou du 36 46.`);
}

/** The actions of the contrat local de santé. */
export function contractActionText(id: string): string {
  switch (id) {
    case 'health-studies':
      return msg('première année d’études en santé à Auxerre');
    case 'student-housing':
      return msg('logements pour les étudiants');
    case 'individual-support':
      return msg('accompagnement des soignants qui s’installent');
    case 'health-houses':
      return msg('maisons de santé');
    case 'mmg-auxerre':
      return msg('maison médicale de garde à Auxerre');
    case 'teleconsultation':
      return msg('téléconsultation assistée et téléexpertise');
    case 'autonomy-information':
      return msg('information en cas de perte d’autonomie');
    case 'health-ambassadors':
      return msg('ambassadeurs santé : dépistages, nutrition, sport');
    case 'mental-health-first-aid':
      return msg('premiers secours en santé mentale');
    case 'tapaj':
      return msg('aide aux 16–25 ans face aux addictions');
    case 'youth-health':
      return msg('santé des jeunes');
    case 'women-heart-bus':
      return msg('santé du cœur des femmes');
    default:
      return '';
  }
}
