/** What `<yonne-contacts>` says of needs, roles and hours, keyed by what the data is. */

import type { Directory } from '../../src/directory.ts';
import type { CareChannel, Need, Role } from '../../src/directory-schema.ts';
import { type Kind, kindOf } from '../../src/kinds.ts';
import { insuranceNumber } from '../shared/care-words.ts';
import { msg, str } from '../shared/msg.ts';

interface NeedWords {
  /** The heading. */
  title: string;
  /** The first thing to know; empty where the contacts say it all. */
  note: string;
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
  }),
  'medical-advice': () => ({
    title: msg('Un avis médical maintenant'),
    note: msg('Le 15 d’abord, jour et nuit : un médecin vous répond et vous dit où aller.'),
  }),
  'family-doctor': (number) => ({
    title: msg('Sans médecin traitant'),
    note: familyDoctorNote(number),
  }),
  professional: () => ({
    title: msg('Trouver un professionnel de santé'),
    note: '',
  }),
  pharmacy: () => ({
    title: msg('Pharmacie de garde'),
    note: '',
  }),
  'mental-health': () => ({
    title: msg('Santé mentale et détresse'),
    note: msg('Si la vie est en danger : le 15.'),
  }),
  violence: () => ({
    title: msg('Enfance et violences'),
    note: msg('En danger immédiat : le 17, ou un SMS au 114.'),
  }),
  poison: () => ({
    title: msg('Intoxication'),
    note: msg('Si la vie est en danger : le 15.'),
  }),
  hospital: () => ({
    title: msg('Hôpitaux et urgences'),
    note: msg('Appelez le 15 d’abord : il dit où aller et prévient l’hôpital.'),
  }),
  procedures: () => ({
    title: msg('Démarches'),
    note: '',
  }),
  prevention: () => ({
    title: msg('Vaccins et bilans de prévention'),
    note: '',
  }),
  'town-hall': () => ({
    title: msg('Pour la mairie'),
    note: '',
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
  vital: () => msg('Urgence médicale ou besoin d’un médecin : un médecin vous répond et vous dit où aller'),
  'european-emergency': () => msg('Toutes les urgences, partout en Europe'),
  'text-emergency': () => msg('Par SMS, pour qui n’entend pas, ou ne peut pas parler sans danger'),
  fire: () => msg('Accident, incendie, secours aux personnes'),
  police: () => msg('Agression, danger, violences'),
  bullying: () => '',
  'elder-abuse': () => '',
  addiction: () => '',
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

export const roleText = ({ kind, role }: CareChannel): string => (role ? ROLE_WORDS[role] : KIND_WORDS[kind])();

/** Whom to ask about a channel that no source says how to reach. */
export function whomToAskText(channel: CareChannel, directory: Directory): string {
  if (kindOf(channel).knownToCpts) return msg('à demander à la CPTS de votre commune');
  const number = insuranceNumber(directory);
  if (channel.role === 'health-check' && number) return msg(str`demandez au ${number}`);
  return msg('nos sources ne donnent pas ses coordonnées');
}
