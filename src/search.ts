/** The contacts that what people type leads to: by everyday words first, then by names, towns and numbers. */
import type { Contact } from './contacts.ts';
import type { Need, Role, Treat } from './directory-schema.ts';
import { FAR } from './guidance.ts';
import type { Kind } from './kinds.ts';
import { createMeaning, type WordsByTopic } from './meaning.ts';
import { fold, MIN_LETTERS_FOR_ERROR, nearly } from './text-match.ts';

/** Whether a contact is one to call for it, in the hours of surgeries or out of them. */
type Target = (contact: Contact, isDay: boolean) => boolean;

const role =
  (name: Role): Target =>
  ({ channel }) =>
    channel?.role === name;
const kind =
  (...names: Kind[]): Target =>
  ({ channel }) =>
    !!channel && names.includes(channel.kind);
const need =
  (name: Need): Target =>
  ({ channel, cpts, contract }) =>
    name === (cpts ? 'family-doctor' : contract ? 'town-hall' : channel!.need);
const treats =
  (treat: Treat): Target =>
  ({ channel }) =>
    !!channel?.treats?.includes(treat);
/** Of places: where one can go now. Out of hours 15 says where. */
const openNear =
  (target: Target): Target =>
  (contact, isDay) =>
    isDay &&
    target(contact, isDay) &&
    !!contact.channel &&
    contact.now.availability === 'open' &&
    !contact.now.callFirst &&
    (contact.now.distance ?? 0) <= FAR;

const vital = role('vital');
const advice = need('medical-advice');
const dentists = role('professional-search');
const dentistOnDuty = kind('dentist-on-duty');
const outOfHours =
  (target: Target): Target =>
  (contact, isDay) =>
    !isDay && target(contact, isDay);

/**
 * What people may mean, and whom to call for it, first to last. What endangers comes before all else, in this order: who
 * cannot call by voice, who may die now, then the lines of their own.
 */
const DANGERS = {
  deaf: [role('text-emergency')],
  vital: [vital],
  'elder-abuse': [role('elder-abuse'), need('violence')],
  bullying: [role('bullying'), need('violence')],
  'child-danger': [role('child-protection'), need('violence')],
  violence: [role('violence-against-women'), role('police'), need('violence')],
  distress: [role('suicide-prevention'), need('mental-health')],
  poison: [kind('poison-centre'), vital],
  addiction: [role('addiction'), need('mental-health')],
  fire: [role('fire')],
  police: [role('police')],
};

/** The more precise comes first. Where a place that treats it is open near by, one goes there; else 15 says where. */
const EVERYDAY = {
  other: [],
  prevention: [need('prevention')],
  baby: [vital, ({ channel }: Contact) => !!channel?.paediatric, advice],
  'dentist-on-duty': [dentistOnDuty, vital, dentists],
  tooth: [outOfHours(dentistOnDuty), outOfHours(vital), dentists, vital, dentistOnDuty],
  trauma: [openNear(treats('trauma')), vital, treats('trauma')],
  wound: [openNear(treats('procedures')), vital, treats('procedures')],
  illness: [openNear(treats('general-medicine')), openNear(kind('csnp')), vital, treats('general-medicine'), advice],
  pharmacy: [kind('pharmacy-line')],
  sos: [kind('sos-medecins'), vital],
  mmg: [kind('mmg'), vital],
  duty: [vital, advice],
  teleconsultation: [kind('telecabin', 'assisted-teleconsultation')],
  family: [need('family-doctor'), role('insurance')],
  care: [role('care-coordination'), role('insurance')],
  farming: [role('agricultural-insurance'), role('insurance')],
  insurance: [role('insurance')],
  professional: [role('professional-search')],
  emergency: [vital, kind('emergency-department')],
  doctor: [openNear(kind('csnp')), vital, advice, need('family-doctor')],
  'town-hall': [need('town-hall')],
};

export type Topic = keyof typeof DANGERS | keyof typeof EVERYDAY;

/** What people type, by what they mean, in one language. */
export type SearchWords = WordsByTopic<Topic>;

const targetsOf = (topic: Topic): readonly Target[] => ({ ...DANGERS, ...EVERYDAY })[topic];

/** Those that are not to be missed, first to last. */
export const DANGER_TOPICS = Object.keys(DANGERS) as Topic[];

/** The others, first to last. */
export const EVERYDAY_TOPICS = Object.keys(EVERYDAY) as Topic[];

/** Fewer figures stand inside too many numbers. */
const MIN_FIGURES_INSIDE = 4;

/** Shorter words say nothing: "de", "la", "j’ai". */
const MIN_LETTERS = 3;

const isNumber = (word: string): boolean => /^\d+$/.test(word);

/** Whether a word that was typed is one of a text: it begins it, but for one typing error; figures may stand within. */
const stands = (word: string, inText: readonly string[]): boolean =>
  inText.some(
    (other) =>
      other.startsWith(word) ||
      (isNumber(word)
        ? word.length >= MIN_FIGURES_INSIDE && other.includes(word)
        : word.length >= MIN_LETTERS_FOR_ERROR && nearly(word, other, 0) !== undefined),
  );

/** What is searched, and when. */
export interface Searched {
  contacts: readonly Contact[];
  /** The names, the town and the numbers (without spaces) of a contact. */
  textOf(contact: Contact): string;
  /** Names that are no errors in other words: those of communes. */
  names: readonly string[];
  /** In the hours of surgeries. */
  isDay: boolean;
}

/** Makes the search of one language, which gives the contacts for what was typed, the first to call first. */
export function createSearch(words: SearchWords): (typed: string, searched: Searched) => Contact[] {
  const meaning = createMeaning(words, DANGER_TOPICS, EVERYDAY_TOPICS);

  return (typed, { contacts, textOf, names, isDay }) => {
    const all = fold(typed.replace(/(\d)[\s.-]+(?=\d)/g, '$1'));
    const long = all.filter((word) => word.length >= MIN_LETTERS || isNumber(word));
    const asked = long.length ? long : all;
    const texts = new Map(contacts.map((contact) => [contact, fold(textOf(contact))]));
    const found = meaning(all, new Set([...[...texts.values()].flat(), ...fold(names.join(' '))]));
    const led = (danger: boolean) =>
      found
        .filter(({ topic }) => topic in DANGERS === danger)
        .flatMap(({ topic }) =>
          targetsOf(topic).flatMap((target) => contacts.filter((contact) => target(contact, isDay))),
        );
    const everyday = led(false);

    // Words of no topic are those of a name, a town, a number.
    const others = asked.filter((word) => !found.some(({ said }) => said.has(word)));
    if (!others.length) return [...new Set([...led(true), ...everyday])];
    const share = (contact: Contact) => asked.filter((word) => stands(word, texts.get(contact)!)).length;
    // Beside a topic, what is named with all that was typed; else what has most of it.
    const most = found.length ? asked.length : Math.max(1, ...contacts.map(share));
    const inTown = ({ channel, cpts }: Contact) =>
      others.some((word) => word.length > MIN_LETTERS && fold(channel?.place?.town ?? cpts?.name ?? '').includes(word));
    return [
      ...new Set([
        ...led(true),
        ...contacts.filter((contact) => share(contact) === most),
        ...everyday.filter(inTown),
        ...everyday,
      ]),
    ];
  };
}
