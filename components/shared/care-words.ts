/** What the widgets say of care, keyed by what the data is. To be called while an element renders. */

import type { Attachment, Directory } from '../../src/directory.ts';
import type {
  CareChannel,
  Closure,
  Cpts,
  LocalHealthContract,
  Phone,
  Role,
  Treat,
} from '../../src/directory-schema.ts';
import { phoneText } from '../../src/format.ts';
import { type ChannelNow, nearestHospitals, type Regime } from '../../src/guidance.ts';
import type { Kind } from '../../src/kinds.ts';
import { DAY, type Instant } from '../../src/time/calendar.ts';
import { SOURCE_LANGUAGE } from './languages.ts';
import { listText, localized, renderingLocale } from './localization.ts';
import { msg, str } from './msg.ts';
import { dayText, untilText, whenText } from './time-words.ts';

/** Beside the day of a directory that is more than a year old. */
export const oldDirectoryText = (): string =>
  msg('Cet annuaire a plus d’un an : vérifiez par téléphone avant de vous déplacer.');

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

/** The regime and its end: `Hors des heures de cabinet, jusqu’à lundi 8 h`. */
export function regimeHeadline({ kind, until }: Regime, now: Instant): string {
  const end = untilText(until, now);
  return kind === 'pdsa'
    ? msg(str`Hors des heures de cabinet, ${end}`)
    : msg(str`En journée, ${end}`, { desc: 'The daytime regime and its end' });
}

/** What the regime means, below its name: `Permanence des soins · dimanche`. */
export const regimeNote = (regime: Regime): string =>
  regime.kind === 'pdsa'
    ? `${msg('Permanence des soins')} · ${reasonText(regime)}`
    : msg('Le médecin traitant d’abord');

/** The need that leads to 15 outside office hours. */
export function needOf15Text(regime: Regime | undefined): string {
  switch (regime?.reason) {
    case 'night':
      return msg('Besoin d’un médecin cette nuit ?');
    case 'saturday':
      return msg('Besoin d’un médecin cet après-midi ?');
    case 'sunday':
      return msg('Besoin d’un médecin ce dimanche ?');
    case 'holiday':
      return msg('Besoin d’un médecin ce jour férié ?');
    default:
      return msg('Besoin d’un médecin ?');
  }
}

/** What holds now at a channel, in two or three words. */
export function availabilityText(
  { channel, availability, until, opens, mayOpen, closure }: ChannelNow,
  now: Instant | undefined,
): string {
  const line = channel.hoursOf === 'line';
  switch (availability) {
    case 'open':
      if (until === undefined || now === undefined) return line ? msg('Répond 24 h/24') : msg('Ouvert 24 h/24');
      return line ? msg(str`Répond jusqu’à ${whenText(until, now)}`) : msg(str`Ouvert jusqu’à ${whenText(until, now)}`);
    case 'referral':
      return msg('Seulement si le 15 vous y envoie');
    case 'emergency':
      return msg('Appelez le 15 d’abord');
    case 'unconfirmed':
      return channel.hours ? msg('Ouverture à confirmer') : msg('Horaires non publiés');
    case 'closed':
      if (closure) return closureText(closure);
      if (opens !== undefined && mayOpen === undefined) return msg(str`Fermé jusqu’à ${whenText(opens, now!)}`);
      return msg('Fermé');
  }
}

/** The days on which a channel is closed whatever its hours are. */
export function closureText({ from, to }: Closure): string {
  const [first, last] = [from, to].map((day) => dayText(Date.parse(day) / DAY));
  return from === to ? msg(str`Fermé le ${first}`) : msg(str`Fermé du ${first} au ${last}`);
}

/** What else to know before going or calling; empty where the words above say it all. */
export function availabilityNote(
  { channel, availability, opens, mayOpen, callFirst }: ChannelNow,
  now: Instant | undefined,
): string {
  if (channel.kind === 'mmg' && availability === 'closed') {
    return msg('le soir, le week-end et les jours fériés, si le 15 vous y envoie');
  }
  if (availability === 'closed' && mayOpen !== undefined) {
    const perhaps = msg(str`${whenText(mayOpen, now!)} : à confirmer, jour férié`);
    return opens === undefined ? perhaps : `${perhaps} · ${msg(str`sinon, ouvre ${whenText(opens, now!)}`)}`;
  }
  if (availability === 'unconfirmed' && channel.hours && now !== undefined) return msg('jour férié : appelez d’abord');
  if (channel.kind === 'mmg' && availability === 'referral') return msg('le 15 vous dit si elle vous reçoit');
  if (channel.kind === 'pharmacy-line') return msg('indique la pharmacie de garde');
  if (callFirst) return msg('appelez d’abord');
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

/** What is treated, in the order in which the data has it. */
const TREAT_WORDS = {
  'general-medicine': () => msg('médecine générale'),
  procedures: () => msg('actes techniques'),
  trauma: () => msg('blessures (traumatologie)'),
} satisfies Record<Treat, () => string>;

/** `Médecine générale, actes techniques, blessures (traumatologie)`; empty where no source says. */
export function treatsText({ treats = [] }: CareChannel): string {
  const text = listText(treats.map((treat) => TREAT_WORDS[treat]()));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whose territory a channel without a place is for; empty for all others. */
export function territoryText({ cpts, place }: CareChannel, directory: Directory): string {
  const group = cpts && !place && directory.cpts.get(cpts);
  return group ? `${msg('Son territoire :')} ${group.name}` : '';
}

/** What a call costs and whether anyone says when it is answered, for beside the number; empty for an ordinary one. */
export function priceText(phone: Phone): string {
  const price = costText(phone);
  return phone.hours ? listText([price, msg('horaires non publiés')].filter(Boolean)) : price;
}

function costText({ price, plusCall }: Phone): string {
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
      const euros = price.toFixed(2).replace('.', msg(',', { desc: 'Decimal mark' }));
      const minute = msg(str`${euros} €/min`, { desc: 'Price of a call per minute, such as €0.15/min' });
      return plusCall ? `${minute} ${msg('+ prix de l’appel')}` : minute;
    }
  }
}

/** Kilometres from the commune; empty under one. */
export function distanceText(distance: number): string {
  const km = Math.round(distance);
  return km ? msg(str`≈ ${km} km`, { desc: 'Distance as the crow flies, with no-break spaces' }) : '';
}

/** A hospital by its town: `Sens ≈ 25 km`, `Joigny (sur place)`. */
const townText = ({ channel, distance }: ChannelNow): string =>
  `${channel.place!.town} ${distanceText(distance!) || msg('(sur place)', { desc: 'After a town: it is where you are' })}`;

/** The nearest emergency department, and those for a child: `Joigny (sur place). Pour un enfant : Sens ≈ 25 km.` */
export function hospitalsText(emergency: readonly ChannelNow[]): string {
  const { nearest, forChildren } = nearestHospitals(emergency);
  if (!nearest) return '';
  const towns = listText(forChildren.map(townText));
  return `${townText(nearest)}. ${towns && msg(str`Pour un enfant : ${towns}.`)}`;
}

/** Where 15 may send one. */
export function referralText(referral: readonly ChannelNow[]): string {
  const towns = referral.map(({ channel }) => channel.place?.town ?? channel.name).join(', ');
  return referral.length > 1
    ? msg(str`maisons médicales de garde (${towns}).`)
    : msg(str`maison médicale de garde (${towns}).`);
}

/** What to add to the name of a CPTS, or to those around: how sure it is. */
export function attachmentLevelText({ level }: Attachment): string {
  if (level === 'documented') return '';
  return ` (${level === 'presumed' ? msg('probablement', { desc: 'Of a CPTS: probably that of the commune' }) : msg('l’une d’elles', { desc: 'Of some CPTS: one of them is that of the commune' })})`;
}

/** Above the CPTS of a commune, or those around: how sure it is. */
export function attachmentText(attachment: Attachment): string {
  if (attachment.level !== 'undetermined')
    return attachment.level === 'documented' ? msg('Votre CPTS') : msg('Probablement votre CPTS');
  const { length } = attachment.neighbours;
  return length === 2
    ? msg('Deux CPTS possibles')
    : length === 3
      ? msg('Trois CPTS possibles')
      : msg('Plusieurs CPTS possibles');
}

/** Why an attachment is presumed, and who confirms it. */
export function becauseText(
  because: NonNullable<Extract<Attachment, { because?: unknown }>['because']>,
  directory: Directory,
): string {
  const reason =
    because === 'name'
      ? msg('le nom de l’intercommunalité')
      : because === 'local-use'
        ? msg('l’usage local')
        : localized(because);
  const number = insuranceNumber(directory);
  return number
    ? msg(str`D’après ${reason} : à confirmer auprès de la CPTS ou du ${number}.`)
    : msg(str`D’après ${reason} : à confirmer auprès de la CPTS.`);
}

/** The number of the health insurance as people read it; empty where the directory has none. */
export function insuranceNumber({ channelOf }: Directory): string {
  const [phone] = channelOf('insurance')?.phones ?? [];
  return phone ? phoneText(phone.number) : '';
}

/** What is known of the site of a CPTS that has none to link to, and whom to ask instead. */
export function noSiteText({ announcedSite }: Cpts, directory: Directory): string {
  const number = insuranceNumber(directory);
  const known = announcedSite
    ? msg(str`site annoncé pour ${localized(announcedSite.when)}, non confirmé : ${announcedSite.address}`)
    : msg('nos sources ne donnent pas ses coordonnées');
  return number ? `${known} · ${msg(str`demandez au ${number}`)}` : known;
}

/** The years of a contrat local de santé: `2023–2027`, or its first one where no source says the last. */
export const yearsText = ({ from, to }: LocalHealthContract): string => (to ? `${from}–${to}` : `${from}`);

/** What is said of a contrat local de santé whose years are over. */
export const endedText = (): string => msg('terminé, renouvellement inconnu');

/** The département in a sentence: `l’Yonne`, `la Nièvre`. */
export const departmentText = ({ department: { name, article } }: Directory): string =>
  renderingLocale() === SOURCE_LANGUAGE ? `${article}${name}` : name;

/** The same after "de": `de l’Yonne`, `de la Nièvre`, `du Loiret`, `des Ardennes`. */
export function ofDepartmentText({ department: { name, article } }: Directory): string {
  const of = { 'le ': 'du ', 'les ': 'des ', 'l’': 'de l’', 'la ': 'de la ' }[article];
  return renderingLocale() === SOURCE_LANGUAGE
    ? `${of}${name}`
    : msg(str`de ${name}`, { desc: 'Of the département, such as of the Nièvre' });
}

const GLOSSES: Record<Kind, () => string> = {
  'emergency-number': () => msg('numéro d’urgence'),
  'sos-medecins': () => msg('médecins, jour et nuit'),
  mmg: () => msg('maison médicale de garde'),
  csnp: () => msg('soins sans rendez-vous'),
  'emergency-department': () => msg('urgences de l’hôpital'),
  'dentist-on-duty': () => msg('dentiste de garde'),
  // The note beside it says what it is.
  'pharmacy-line': () => '',
  'assisted-teleconsultation': () => msg('consultation à distance'),
  telecabin: () => msg('consultation à distance'),
  'health-centre': () => msg('centre de santé'),
  'poison-centre': () => msg('centre antipoison'),
  helpline: () => msg('écoute'),
  'professional-search': () => msg('recherche de professionnels'),
  'community-care': () => msg('soins de proximité'),
  'health-insurance': () => msg('assurance maladie'),
  institution: () => msg('institution'),
};

const HELPLINE_GLOSSES: Partial<Record<Role, () => string>> = {
  'suicide-prevention': () => msg('prévention du suicide'),
  'child-protection': () => msg('enfance en danger'),
  'violence-against-women': () => msg('violences faites aux femmes'),
};

/** What a channel is, before its French name; empty in French, where the name says it. */
export function glossText({ kind, role }: CareChannel): string {
  if (renderingLocale() === SOURCE_LANGUAGE) return '';
  return ((role && HELPLINE_GLOSSES[role]) ?? GLOSSES[kind])();
}
