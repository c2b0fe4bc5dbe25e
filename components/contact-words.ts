/** What `<yonne-contacts>` says of needs, roles and hours, keyed by what the data is. */
import { msg, str } from '@lit/localize';
import type { CareChannel, Need } from '../src/directory.ts';
import { DAY } from '../src/time/calendar.ts';
import type { OpeningHours } from '../src/time/opening-hours.ts';
import { isoDayText, minutesText, weekdayText } from './words.ts';

/** The heading of a need. */
export function needText(need: Need): string {
  switch (need) {
    case 'vital-emergency':
      return msg('Urgence vitale');
    case 'medical-advice':
      return msg('Un avis médical maintenant');
    case 'family-doctor':
      return msg('Sans médecin traitant');
    case 'professional':
      return msg('Trouver un professionnel de santé');
    case 'pharmacy':
      return msg('Pharmacie de garde');
    case 'mental-health':
      return msg('Santé mentale et détresse');
    case 'violence':
      return msg('Enfance et violences');
    case 'poison':
      return msg('Intoxication');
    case 'hospital':
      return msg('Hôpitaux et urgences');
    case 'procedures':
      return msg('Démarches');
    case 'prevention':
      return msg('Vaccins et bilans de prévention');
    case 'town-hall':
      return msg('Pour la mairie');
  }
}

/** The first thing to know of a need; empty where its contacts say it all. */
export function needNote(need: Need): string {
  switch (need) {
    case 'medical-advice':
      return msg('Le 15 d’abord, jour et nuit : un médecin régulateur vous oriente vers qui peut vous recevoir.');
    case 'family-doctor':
      return msg('La CPTS de votre commune aide à en trouver un ; l’Assurance maladie aussi, au 36 46.');
    case 'hospital':
      return msg('Appelez le 15 d’abord : il dit où aller et prévient l’hôpital.');
    case 'violence':
      return msg('En danger immédiat : le 17, ou un SMS au 114.');
    case 'mental-health':
    case 'poison':
      return msg('Si la vie est en danger : le 15.');
    default:
      return '';
  }
}

/** Other words that people type for a need; they are never shown. */
function needSearchWords(need: Need): string {
  switch (need) {
    case 'vital-emergency':
      return msg('secours accident malaise ambulance urgences infarctus AVC sourd malentendant', {
        desc: 'Search words',
      });
    case 'medical-advice':
      return msg(
        'médecin docteur généraliste garde fièvre enfant malade nuit week-end dimanche visite consultation bébé',
        {
          desc: 'Search words',
        },
      );
    case 'family-doctor':
      return msg('médecin docteur généraliste traitant déclarer CPTS téléconsultation', { desc: 'Search words' });
    case 'professional':
      return msg(
        'dentiste kiné kinésithérapeute infirmier sage-femme orthophoniste ophtalmologue gynécologue pédiatre dermatologue spécialiste annuaire mal dents',
        { desc: 'Search words' },
      );
    case 'pharmacy':
      return msg('médicament ordonnance nuit dimanche ouverte', { desc: 'Search words' });
    case 'mental-health':
      return msg('suicide dépression mal-être écoute psychologue psychiatre crise', { desc: 'Search words' });
    case 'violence':
      return msg(
        'femme battue viol maltraitance mineur agression écoute police violent conjugale conjoint mari coups frappe',
        { desc: 'Search words' },
      );
    case 'poison':
      return msg('poison champignon produit ménager avalé surdose javel médicament', { desc: 'Search words' });
    case 'hospital':
      return msg('hôpital urgences clinique fracture', { desc: 'Search words' });
    case 'procedures':
      return msg(
        'carte vitale remboursement droits sécurité sociale ameli CPAM MSA perte d’autonomie personne âgée handicap',
        {
          desc: 'Search words',
        },
      );
    case 'prevention':
      return msg('vaccination vaccin dépistage bilan pharmacien infirmier sage-femme grippe covid', {
        desc: 'Search words',
      });
    case 'town-hall':
      return msg('maire élu ARS CLS', { desc: 'Search words' });
  }
}

/** What the filter looks through beside the names. */
export function searchWords(need: Need, channel?: CareChannel): string {
  // At night and on Sundays 15 also finds a dentist on duty.
  const children = channel?.paediatric ? msg('enfant bébé pédiatrie', { desc: 'Search words' }) : '';
  return `${needSearchWords(need)} ${children} ${channel?.id === '15' ? `${needSearchWords('medical-advice')} ${msg('dentiste dents', { desc: 'Search words' })}` : ''}`;
}

/** What a channel does, in one line; empty where its name says it. */
export function roleText({ id, kind }: CareChannel): string {
  switch (kind) {
    case 'emergency-number':
      switch (id) {
        case '15':
          return msg('Urgence médicale ou besoin d’un médecin : un médecin régulateur vous oriente');
        case '112':
          return msg('Toutes les urgences, partout en Europe');
        case '114':
          return msg('Par SMS, pour qui n’entend pas, ou ne peut pas parler sans danger');
        case '18':
          return msg('Accident, incendie, secours aux personnes');
        case '17':
          return msg('Agression, danger, violences');
        default:
          return '';
      }
    case 'sos-medecins':
      return msg('Médecins généralistes, jour et nuit');
    case 'mmg':
      return msg('Un médecin de garde, si le 15 vous y envoie');
    case 'csnp':
      return msg('Accès direct pour qui n’a pas de médecin traitant');
    case 'assisted-teleconsultation':
      return msg('Consultation à distance, avec une aide sur place');
    case 'telecabin':
      return msg('Consultation à distance depuis une pharmacie');
    case 'health-centre':
      return msg('Consultations de premier recours');
    case 'poison-centre':
      return msg('Que faire après avoir avalé, respiré ou touché un produit dangereux');
    case 'helpline':
      switch (id) {
        case '3114':
          return msg('Idées suicidaires, pour soi ou pour un proche');
        case '119':
          return msg('Un enfant en danger ou qui risque de l’être');
        case '3919':
          return msg('Femmes victimes de violences : écoute et orientation');
        default:
          return '';
      }
    case 'professional-search':
      return msg('Les professionnels près de chez vous, leurs horaires, leurs services');
    case 'community-care':
      return msg('Vaccinations, bilans de prévention et autres soins près de chez vous');
    case 'health-insurance':
      switch (id) {
        case 'cpam-89':
          return msg(
            'Droits et remboursements ; aide à trouver un médecin traitant. Aussi au guichet et par le compte ameli',
          );
        case 'centre-examens-sante':
          return msg('Examen de santé des assurés');
        default:
          return msg('L’assurance maladie du monde agricole, qui a aussi son examen de santé');
      }
    case 'institution':
      return id.startsWith('ars')
        ? msg('L’agence régionale de santé dans le département')
        : msg('Perte d’autonomie, situation complexe : information et accompagnement');
    default:
      return '';
  }
}

/** The kinds whose CPTS knows where and when, where no source says. */
export const KNOWN_TO_CPTS = ['assisted-teleconsultation', 'telecabin', 'health-centre', 'community-care'];

/** Whom to ask about a channel that no source says how to reach. */
export function whomToAskText({ kind, need }: CareChannel): string {
  if (KNOWN_TO_CPTS.includes(kind)) return msg('à demander à la CPTS de votre commune');
  if (kind === 'health-insurance' && need === 'prevention') return msg('demandez au 36 46');
  return msg('nos sources ne donnent pas ses coordonnées');
}

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
  return names.join(', ');
}

/** Opening hours in words, a line for each rule: `du lundi au samedi, 8 h à 20 h`. */
export function hoursText({ text, rules }: OpeningHours): string[] {
  if (text === '24/7') return [msg('24 h/24, 7 jours sur 7')];
  return rules.map(({ days, dates, spans, state }) => {
    const when = dates
      ? [...new Set(dates)].map((day) => isoDayText(new Date(day * DAY).toISOString().slice(0, 10))).join(' – ')
      : daysText(days ?? 127);
    const hours = spans
      .map(({ from, to }) => msg(str`${minutesText(from)} à ${minutesText(to)}`, { desc: 'From one time to another' }))
      .join(', ');
    const what = state === 'unknown' ? msg('à confirmer') : hours || msg('fermé');
    return `${when}, ${what}`;
  });
}
