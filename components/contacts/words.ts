/** What `<yonne-contacts>` says of needs, roles and hours, keyed by what the data is. */

import type { Directory } from '../../src/directory.ts';
import { type CareChannel, type Need, type Role, TREATS, type Treat } from '../../src/directory-schema.ts';
import { type Kind, kindOf } from '../../src/kinds.ts';
import { insuranceNumber } from '../shared/care-words.ts';
import { msg, str } from '../shared/msg.ts';

interface NeedWords {
  /** The heading. */
  title: string;
  /** The first thing to know; empty where the contacts say it all. */
  note: string;
  /** Other words that people type for it; they are never shown. */
  search: string;
}

const familyDoctorNote = (number: string): string =>
  number
    ? msg(str`La CPTS de votre commune aide à en trouver un ; l’Assurance maladie aussi, au ${number}.`)
    : msg('La CPTS de votre commune aide à en trouver un ; l’Assurance maladie aussi.');

/** By need; `number` is that of the health insurance. */
const NEED_WORDS: Record<Need, (number: string) => NeedWords> = {
  'vital-emergency': () => ({
    title: msg('Urgence vitale'),
    note: '',
    search: msg('secours accident malaise ambulance urgences infarctus AVC sourd malentendant', {
      desc: 'Search words',
    }),
  }),
  'medical-advice': () => ({
    title: msg('Un avis médical maintenant'),
    note: msg('Le 15 d’abord, jour et nuit : un médecin régulateur vous oriente vers qui peut vous recevoir.'),
    search: msg(
      'médecin docteur généraliste garde fièvre enfant malade nuit week-end dimanche visite consultation bébé',
      {
        desc: 'Search words',
      },
    ),
  }),
  'family-doctor': (number) => ({
    title: msg('Sans médecin traitant'),
    note: familyDoctorNote(number),
    search: msg('médecin docteur généraliste traitant déclarer CPTS téléconsultation', { desc: 'Search words' }),
  }),
  professional: () => ({
    title: msg('Trouver un professionnel de santé'),
    note: '',
    search: msg(
      'dentiste kiné kinésithérapeute infirmier sage-femme orthophoniste ophtalmologue gynécologue pédiatre dermatologue spécialiste annuaire mal dents',
      { desc: 'Search words' },
    ),
  }),
  pharmacy: () => ({
    title: msg('Pharmacie de garde'),
    note: '',
    search: msg('médicament ordonnance nuit dimanche ouverte', { desc: 'Search words' }),
  }),
  'mental-health': () => ({
    title: msg('Santé mentale et détresse'),
    note: msg('Si la vie est en danger : le 15.'),
    search: msg('suicide dépression mal-être écoute psychologue psychiatre crise', { desc: 'Search words' }),
  }),
  violence: () => ({
    title: msg('Enfance et violences'),
    note: msg('En danger immédiat : le 17, ou un SMS au 114.'),
    search: msg(
      'femme battue viol maltraitance mineur agression écoute police violent conjugale conjoint mari coups frappe',
      { desc: 'Search words' },
    ),
  }),
  poison: () => ({
    title: msg('Intoxication'),
    note: msg('Si la vie est en danger : le 15.'),
    search: msg('poison champignon produit ménager avalé surdose javel médicament', { desc: 'Search words' }),
  }),
  hospital: () => ({
    title: msg('Hôpitaux et urgences'),
    note: msg('Appelez le 15 d’abord : il dit où aller et prévient l’hôpital.'),
    search: msg('hôpital urgences clinique fracture', { desc: 'Search words' }),
  }),
  procedures: () => ({
    title: msg('Démarches'),
    note: '',
    search: msg(
      'carte vitale remboursement droits sécurité sociale ameli CPAM MSA perte d’autonomie personne âgée handicap',
      {
        desc: 'Search words',
      },
    ),
  }),
  prevention: () => ({
    title: msg('Vaccins et bilans de prévention'),
    note: '',
    search: msg('vaccination vaccin dépistage bilan pharmacien infirmier sage-femme grippe covid', {
      desc: 'Search words',
    }),
  }),
  'town-hall': () => ({
    title: msg('Pour la mairie'),
    note: '',
    search: msg('maire élu ARS CLS', { desc: 'Search words' }),
  }),
};

/** What is said of a need. */
export const needWords = (need: Need, directory: Directory): NeedWords => NEED_WORDS[need](insuranceNumber(directory));

/** What a channel does, in one line; empty where its name says it. */
const KIND_WORDS: Record<Kind, () => string> = {
  'emergency-number': () => '',
  'sos-medecins': () => msg('Médecins généralistes, jour et nuit'),
  mmg: () => msg('Un médecin de garde, si le 15 vous y envoie'),
  csnp: () => msg('Accès direct pour qui n’a pas de médecin traitant'),
  'emergency-department': () => '',
  'dentist-on-duty': () => '',
  'pharmacy-line': () => '',
  'assisted-teleconsultation': () => msg('Consultation à distance, avec une aide sur place'),
  telecabin: () => msg('Consultation à distance depuis une pharmacie'),
  'health-centre': () => msg('Consultations de premier recours'),
  'poison-centre': () => msg('Que faire après avoir avalé, respiré ou touché un produit dangereux'),
  helpline: () => '',
  'professional-search': () => '',
  'community-care': () => msg('Vaccinations, bilans de prévention et autres soins près de chez vous'),
  'health-insurance': () => '',
  institution: () => '',
};

/** The same for a channel that has a role, which says more than its kind. */
const ROLE_WORDS: Record<Role, () => string> = {
  vital: () => msg('Urgence médicale ou besoin d’un médecin : un médecin régulateur vous oriente'),
  'european-emergency': () => msg('Toutes les urgences, partout en Europe'),
  'text-emergency': () => msg('Par SMS, pour qui n’entend pas, ou ne peut pas parler sans danger'),
  fire: () => msg('Accident, incendie, secours aux personnes'),
  police: () => msg('Agression, danger, violences'),
  'suicide-prevention': () => msg('Idées suicidaires, pour soi ou pour un proche'),
  'child-protection': () => msg('Un enfant en danger ou qui risque de l’être'),
  // It is no emergency number, which must be seen where the note of its need is not.
  'violence-against-women': () =>
    `${msg('Femmes victimes de violences : écoute et orientation')}. ${msg('En danger immédiat : le 17, ou un SMS au 114.')}`,
  insurance: () =>
    msg('Droits et remboursements ; aide à trouver un médecin traitant. Aussi au guichet et par le compte ameli'),
  'agricultural-insurance': () => msg('L’assurance maladie du monde agricole, qui a aussi son examen de santé'),
  'health-check': () => msg('Examen de santé des assurés'),
  'professional-search': () => msg('Les professionnels près de chez vous, leurs horaires, leurs services'),
  'health-agency': () => msg('L’agence régionale de santé dans le département'),
  'care-coordination': () => msg('Perte d’autonomie, situation complexe : information et accompagnement'),
};

/** What people type for what is treated; it is never shown. */
const TREAT_SEARCH: Record<Treat, () => string> = {
  'general-medicine': () => msg('fièvre toux', { desc: 'Search words' }),
  procedures: () => msg('plaie coupure suture', { desc: 'Search words' }),
  trauma: () => msg('entorse foulure chute cheville', { desc: 'Search words' }),
};

/** What people type for a kind that answers less than its need does, in place of the words of that need. */
const KIND_SEARCH: Partial<Record<Kind, () => string>> = {
  'dentist-on-duty': () => msg('dentiste dents mal', { desc: 'Search words' }),
};

export const roleText = ({ kind, role }: CareChannel): string => (role ? ROLE_WORDS[role] : KIND_WORDS[kind])();

/** What the filter looks through beside the names. */
export function searchWords(need: Need, directory: Directory, channel?: CareChannel): string {
  const own = channel && KIND_SEARCH[channel.kind];
  const words = own ? [own()] : [needWords(need, directory).title, needWords(need, directory).search];
  if (channel?.paediatric) words.push(msg('enfant bébé pédiatrie', { desc: 'Search words' }));
  // 15 says where to go for all that any place treats, also when that place is closed; on Sundays it finds a dentist.
  const { treats = [], role } = channel ?? {};
  for (const treat of role === 'vital' ? TREATS : treats) words.push(TREAT_SEARCH[treat]());
  if (role === 'vital') words.push(needWords('medical-advice', directory).search, KIND_SEARCH['dentist-on-duty']!());
  return words.join(' ');
}

/** Whom to ask about a channel that no source says how to reach. */
export function whomToAskText(channel: CareChannel, directory: Directory): string {
  if (kindOf(channel).knownToCpts) return msg('à demander à la CPTS de votre commune');
  const number = insuranceNumber(directory);
  if (channel.role === 'health-check' && number) return msg(str`demandez au ${number}`);
  return msg('nos sources ne donnent pas ses coordonnées');
}
