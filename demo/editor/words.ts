/** The names of the fields of each sort of record, what is expected in them, and the names of their choices. */

import type { Cpts, LocalHealthContract, RawChannel, RawNotice, Source } from '../../src/directory-schema.ts';
import { DAY_ERROR, email, id, phones, provenance, site, type WordsOf } from './field-words.ts';

export const CHANNEL = {
  id,
  name: { label: 'Nom', error: 'Donnez un nom.' },
  kind: {
    label: 'Sorte',
    options: {
      'emergency-number': 'numéro d’urgence',
      'sos-medecins': 'SOS Médecins',
      mmg: 'maison médicale de garde',
      csnp: 'centre de soins non programmés',
      'emergency-department': 'service d’urgences',
      'dentist-on-duty': 'dentiste de garde',
      'pharmacy-line': 'numéro des pharmacies de garde',
      'assisted-teleconsultation': 'téléconsultation accompagnée',
      telecabin: 'télécabine',
      'health-centre': 'centre de santé',
      'poison-centre': 'centre antipoison',
      helpline: 'ligne d’écoute',
      'professional-search': 'recherche d’un professionnel',
      'community-care': 'soins de proximité',
      'health-insurance': 'assurance maladie',
      institution: 'institution',
    },
  },
  need: {
    label: 'Répond d’abord à',
    options: {
      'vital-emergency': 'une urgence vitale',
      'medical-advice': 'un avis médical maintenant',
      'family-doctor': 'être sans médecin traitant',
      professional: 'trouver un professionnel de santé',
      pharmacy: 'une pharmacie de garde',
      'mental-health': 'santé mentale et détresse',
      violence: 'enfance et violences',
      poison: 'une intoxication',
      hospital: 'l’hôpital et les urgences',
      procedures: 'les démarches',
      prevention: 'vaccins et bilans de prévention',
      'town-hall': 'la mairie',
    },
  },
  access: {
    label: 'Comment on y accède',
    options: {
      direct: 'sans rendez-vous',
      'online-appointment': 'sur rendez-vous en ligne',
      'referral-15': 'seulement si le 15 y envoie',
      'after-15': 'après un appel au 15',
      phone: 'par téléphone',
    },
  },
  phones,
  place: {
    label: 'Lieu',
    of: {
      commune: { label: 'Commune', error: 'Choisissez une commune de la liste.', input: 'commune' },
      town: { label: 'Ville, comme on l’écrit', error: 'Donnez la ville.' },
      street: { label: 'Rue', error: 'Écrivez la rue, ou rien.' },
      postcode: { label: 'Code postal', error: 'Un code postal a cinq chiffres.' },
      point: { label: 'Latitude et longitude', hidden: true },
    },
  },
  hours: { label: 'Horaires', input: 'hours' },
  closed: {
    label: 'Fermetures exceptionnelles',
    hint: 'Ces jours-là, elle est fermée quels que soient ses horaires. Sans horaires, mettez plutôt une annonce.',
    error: 'Le dernier jour ne peut pas être avant le premier.',
    of: {
      from: { label: 'Du', error: DAY_ERROR, input: 'date' },
      to: { label: 'Au', error: DAY_ERROR, input: 'date' },
    },
  },
  email,
  site,
  note: { label: 'À savoir' },
  treats: {
    label: 'Ce qui y est soigné',
    part: 'more',
    error: 'Cochez au moins une ligne, ou retirez tout.',
    options: {
      'general-medicine': 'médecine générale',
      procedures: 'actes techniques (points de suture…)',
      trauma: 'traumatologie (entorse, fracture…)',
    },
  },
  service: { label: 'Nom du service', part: 'more', error: 'Donnez le nom du service.' },
  cpts: { label: 'Ressource du territoire de', part: 'more', input: 'cpts' },
  text: { label: 'Répond aux SMS', part: 'more' },
  hoursOf: { label: 'Ces horaires sont ceux', part: 'more', options: { line: 'de la ligne téléphonique' } },
  regime: {
    label: 'Ne sert que',
    part: 'more',
    options: { daytime: 'aux heures de cabinet', pdsa: 'hors des heures de cabinet' },
  },
  announced: { label: 'Annoncé, pas encore ouvert', part: 'more' },
  paediatric: { label: 'A des urgences pédiatriques', part: 'more' },
  entrance: { label: 'Entrée', part: 'more', options: { left: 'par la gauche du bâtiment' } },
  adultEntrance: { label: 'Rue de l’entrée des adultes', part: 'more', error: 'Donnez la rue.' },
  role: {
    label: 'Rôle dans les phrases des widgets',
    hint: 'Une seule fiche par rôle.',
    part: 'more',
    options: {
      vital: 'le 15',
      'european-emergency': 'le 112',
      'text-emergency': 'le 114',
      fire: 'les pompiers',
      police: 'la police',
      'suicide-prevention': 'prévention du suicide',
      'child-protection': 'enfance en danger',
      'violence-against-women': 'violences faites aux femmes',
      bullying: 'harcèlement, violences numériques',
      'elder-abuse': 'maltraitance de personnes âgées ou handicapées',
      addiction: 'addictions',
      insurance: 'l’Assurance maladie',
      'agricultural-insurance': 'la MSA',
      'health-check': 'l’examen de santé',
      'professional-search': 'la recherche d’un professionnel',
      'health-agency': 'l’agence régionale de santé',
      'care-coordination': 'la coordination des parcours',
    },
  },
  ...provenance,
} as const satisfies WordsOf<RawChannel>;

export const CPTS = {
  id,
  name: { label: 'Nom', error: 'Donnez un nom.' },
  longName: { label: 'Nom complet', error: 'Donnez le nom complet.' },
  aliases: { label: 'Autres noms', hint: 'Un par ligne.' },
  phones,
  email,
  site,
  announcedSite: {
    label: 'Site annoncé, pas encore vu',
    part: 'more',
    of: {
      address: { label: 'Adresse annoncée', error: 'Donnez l’adresse.' },
      when: { label: 'Annoncé pour' },
    },
  },
  territory: {
    label: 'Territoire',
    hidden: true,
    of: {
      epci: { label: 'Intercommunalité', input: 'epci' },
      commune: { label: 'Commune', input: 'commune' },
      level: { label: 'Certitude', options: { documented: 'confirmé', presumed: 'présumé' } },
      because: { label: 'Présumé d’après', options: { name: 'le nom', 'local-use': 'l’usage local' } },
      source: { label: 'Confirmé par' },
      checked: { label: 'Le', input: 'date' },
    },
  },
  ...provenance,
} as const satisfies WordsOf<Cpts>;

export const CONTRACT = {
  id,
  name: { label: 'Nom', hint: 'Là où ses intercommunalités ne suffisent pas.', error: 'Donnez un nom.' },
  from: { label: 'Première année', error: 'Écrivez une année.', input: 'number' },
  to: {
    label: 'Dernière année',
    hint: 'Rien si aucune source ne la dit.',
    error: 'Écrivez une année.',
    input: 'number',
  },
  signed: { label: 'Signé le', error: DAY_ERROR, input: 'date' },
  epci: { label: 'Intercommunalités', input: 'epci' },
  signatories: { label: 'Signataires', hint: 'Un par ligne.' },
  actions: { label: 'Ce qu’il prévoit' },
  ...provenance,
} as const satisfies WordsOf<LocalHealthContract>;

export const NOTICE = {
  id,
  text: { label: 'Ce que les gens doivent savoir', error: 'Écrivez l’annonce en français.' },
  from: { label: 'Affichée à partir du', error: 'Choisissez un jour et une heure.', input: 'datetime-local' },
  to: {
    label: 'Jusqu’au',
    hint: 'À cette minute, elle a disparu.',
    error: 'Choisissez une fin après le début.',
    input: 'datetime-local',
  },
  records: {
    label: 'Seulement pour ces fiches',
    hint: 'Rien : pour tout le monde.',
    input: 'channel',
  },
  sources: { label: 'Sources', input: 'source' },
} as const satisfies WordsOf<RawNotice>;

export const SOURCE = {
  id,
  title: { label: 'Titre', error: 'Donnez un titre.' },
  publisher: { label: 'Qui l’a publiée', error: 'Dites qui l’a publiée.' },
  date: {
    label: 'Date',
    hint: 'Un jour (2026-11-24), un mois (2026-11) ou une année.',
    error: 'Écrivez 2026-11-24, 2026-11 ou 2026.',
  },
  url: { ...site, label: 'Adresse' },
  press: { label: 'C’est de la presse' },
} as const satisfies WordsOf<Source>;

/** The lists of the directory that have records. */
export const LISTS = {
  channels: { title: 'Fiches', added: 'nouvelle fiche', removed: 'fiche retirée', words: CHANNEL },
  cpts: { title: 'CPTS', added: 'nouvelle CPTS', removed: 'CPTS retirée', words: CPTS },
  localHealthContracts: {
    title: 'Contrats locaux de santé',
    added: 'nouveau contrat',
    removed: 'contrat retiré',
    words: CONTRACT,
  },
  notices: { title: 'Annonces', added: 'nouvelle annonce', removed: 'annonce retirée', words: NOTICE },
  sources: { title: 'Sources', added: 'nouvelle source', removed: 'source retirée', words: SOURCE },
} as const;

export type ListName = keyof typeof LISTS;
