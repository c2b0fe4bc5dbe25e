/** What residents type, and whom it leads to first. The directory is made up; the words are those of `data/`. */
import { expect } from '@open-wc/testing';
import { bundledDirectory, replaceBundledDirectory } from '../components/shared/bundled-directory.ts';
import arabic from '../data/search-words.ar.json';
import german from '../data/search-words.de.json';
import english from '../data/search-words.en.json';
import french from '../data/search-words.fr.json';
import dutch from '../data/search-words.nl.json';
import ukrainian from '../data/search-words.uk.json';
import { bundled } from '../src/bundled.ts';
import { type Contact, contactsByNeed, recordOf } from '../src/contacts.ts';
import { type Directory, loadDirectory } from '../src/directory.ts';
import { createMeaning } from '../src/meaning.ts';
import { createSearch, DANGER_TOPICS, EVERYDAY_TOPICS, type SearchWords, type Topic } from '../src/search.ts';
import { fold, MIN_LETTERS_FOR_ERROR } from '../src/text-match.ts';
import { trialWith, useTrial, VILLE } from './fixtures/trial.ts';
import { ARABIC, DUTCH, GERMAN, UKRAINIAN, type Ways } from './typed-in-other-languages.ts';

const line = { kind: 'helpline' as const, sources: ['page-essai'], checked: '2026-11-22' };
replaceBundledDirectory(
  trialWith(({ channels }) => {
    channels.find(({ id }) => id === 'csnp-ville')!.treats = ['general-medicine', 'procedures', 'trauma'];
    channels.push(
      { ...line, id: 'harcelement', name: 'Harcèlement d’essai', role: 'bullying', need: 'violence' },
      { ...line, id: 'grand-age', name: 'Grand âge d’essai', role: 'elder-abuse', need: 'violence' },
      { ...line, id: 'addictions', name: 'Addictions d’essai', role: 'addiction', need: 'mental-health' },
      { ...line, id: 'sainte', name: 'Polyclinique Sainte-Marguerite d’essai', kind: 'csnp', need: 'medical-advice' },
      {
        ...line,
        id: 'dentiste',
        name: 'Dentiste d’essai de garde',
        kind: 'dentist-on-duty',
        need: 'medical-advice',
        access: 'referral-15',
      },
    );
  }),
);
const directory = bundledDirectory();
useTrial();

/** By the names of the trial directory, shortened. */
const LED: Record<string, string> = {
  '15': 'SAMU – service d’accès aux soins (SAS)',
  '114': 'Urgence pour qui n’entend pas ou ne peut pas parler',
  '17': 'Police, gendarmerie',
  '18': 'Pompiers',
  '3114': 'Prévention du suicide',
  '119': 'Enfance en danger',
  '3919': 'Violences faites aux femmes',
  bullying: 'Harcèlement d’essai',
  'old age': 'Grand âge d’essai',
  drugs: 'Addictions d’essai',
  poison: 'Centre antipoison d’essai',
  place: 'Centre d’essai de la Ville, soins non programmés',
  dentist: 'Dentiste d’essai de garde',
  professional: 'Santé.fr',
  pharmacy: 'Pharmacie de garde',
  vaccine: 'Soins d’essai par les pharmaciens, sages-femmes et infirmiers libéraux',
  'SOS Médecins': 'SOS Médecins Ville-d’Essai',
  CPTS: 'CPTS Ville-Essai',
  teleconsultation: 'Téléconsultation assistée de Hameau-d’Essai',
  insurance: 'CPAM de l’Essai, accompagnement santé',
  MSA: 'Assurance agricole d’essai',
  DAC: 'Dispositif d’appui à la coordination de l’Essai (DAC)',
  'emergency department': 'Centre hospitalier de Val-d’Essai, urgences',
};

const text = ({ channel, cpts }: Contact): string =>
  [
    channel?.name,
    channel?.place?.town,
    ...(channel?.phones ?? []).map(({ number }) => number.replace(/ /g, '')),
    cpts?.name,
    cpts?.longName,
  ].join(' ');

const contactsAt = (now: string, whole: Directory = directory): Contact[] =>
  [...contactsByNeed(whole, Date.parse(now), whole.commune(VILLE)).values()].flat();
const of = (contacts: Contact[], isDay: boolean) => ({ contacts, textOf: text, names: [], isDay });
const TUESDAY = of(contactsAt('2026-11-24T10:00+01:00'), true);
const SUNDAY = of(contactsAt('2026-11-22T23:10+01:00'), false);

type Everyday = [pharmacy: string, familyDoctor: string, tooth: string, dentist: string];
const TABLE: [lang: string, words: SearchWords, rows: Ways[], everyday: Everyday][] = [
  ['fr', french, FRENCH(), ['pharmacie', 'médecin traitant', 'dent', 'dentiste']],
  ['en', english, ENGLISH(), ['pharmacy', 'family doctor', 'tooth', 'dentist']],
  ['de', german, GERMAN, ['Apotheke', 'Hausarzt', 'Zahn', 'Zahnarzt']],
  ['nl', dutch, DUTCH, ['apotheek', 'huisarts', 'tand', 'tandarts']],
  ['ar', arabic, ARABIC, ['صيدلية', 'طبيب الأسرة', 'ضرس', 'أسنان']],
  ['uk', ukrainian, UKRAINIAN, ['аптека', 'сімейний лікар', 'зуб', 'стоматолог']],
];

for (const [lang, words, rows, everyday] of TABLE)
  describe(`what residents type, ${lang}`, () => {
    const search = createSearch(words);
    const first = (typed: string, searched = TUESDAY) => {
      const [contact] = search(typed, searched);
      return contact && (recordOf(contact) as { name?: string }).name;
    };

    for (const [led, ...all] of rows)
      it(`${led}: ${all.length} ways to say it`, () => {
        for (const typed of all) expect(first(typed), typed).to.equal(LED[led]);
      });

    it('danger comes first, whatever else is said', () => {
      const dangers = rows.filter(([led]) => ['114', '15', '3114', '119', '3919', 'poison'].includes(led));
      // 15 is also that of those who need a doctor at once.
      for (const [led, ...all] of dangers.filter(([led]) => led !== '15'))
        for (const typed of all)
          for (const word of everyday.slice(0, 3))
            expect(first(`${word} ${typed} ${word}`), `${word} ${typed}`).to.equal(LED[led]);
    });

    it('at night 15 says where a place treats what is closed', () => {
      for (const [led, ...all] of rows)
        if (led === 'place') for (const typed of all) expect(first(typed, SUNDAY), typed).to.equal(LED['15']);
    });

    it('toothache: by day who finds a dentist and 15, out of hours the dentist on duty and 15', () => {
      const typed = everyday[3];
      const names = (searched: typeof TUESDAY) =>
        search(typed, searched).map((contact) => (recordOf(contact) as { name: string }).name);
      expect(names(TUESDAY)).to.deep.equal([LED.professional, LED['15'], LED.dentist]);
      expect(names(SUNDAY)).to.deep.equal([LED.dentist, LED['15'], LED.professional]);
    });

    it('what is no word of anything finds nothing', () => expect(search('zzzzz', TUESDAY)).to.deep.equal([]));
  });

it('there are 200 ways in French', () =>
  expect(FRENCH().reduce((sum, [, ...all]) => sum + all.length, 0)).to.be.at.least(200));

describe('names, towns and numbers', () => {
  const search = createSearch(french);
  const rows: [typed: string, led: string][] = [
    ['ville', 'SOS Médecins Ville-d’Essai'],
    ['centre rives', 'Centre de santé de Rives-d’Essai'],
    ['sainte marguerite', 'Polyclinique Sainte-Marguerite d’essai'],
    ['sainte margerite', 'Polyclinique Sainte-Marguerite d’essai'],
    ['3646', 'CPAM de l’Essai, accompagnement santé'],
    ['36 46', 'CPAM de l’Essai, accompagnement santé'],
    ['٣٦٤٦', 'CPAM de l’Essai, accompagnement santé'],
    ['03.53.01.00.02', 'Clinique d’essai du Bourg, soins non programmés'],
    ['antipoison', 'Centre antipoison d’essai'],
    ['lointin', 'Centre hospitalier de Lointain-d’Essai, urgences'],
    ['clinique du bourg', 'Clinique d’essai du Bourg, soins non programmés'],
    ['urgences lointain', 'Centre hospitalier de Lointain-d’Essai, urgences'],
    ['cpts collines', 'CPTS Collines-Essai'],
    ['DENTISTE DE GARDE', 'Dentiste d’essai de garde'],
  ];
  for (const [typed, led] of rows)
    it(`"${typed}": ${led}`, () => {
      const [contact] = search(typed, TUESDAY);
      expect((recordOf(contact!) as { name: string }).name).to.equal(led);
    });

  it('urgences: 15, then the departments, the nearest first', () => {
    const names = search('urgences', TUESDAY).map((contact) => (recordOf(contact) as { name: string }).name);
    expect(names.slice(0, 3)).to.deep.equal([
      LED['15'],
      'Centre hospitalier de Ville-d’Essai, urgences',
      LED['emergency department'],
    ]);
  });

  it('a child that is ill: 15, then where there are paediatric emergencies', () => {
    const [first, second] = search('mon bébé a 39', TUESDAY);
    expect(first!.channel!.role).to.equal('vital');
    expect(second!.channel!.paediatric).to.equal(true);
  });
});

/** All that one wrong letter makes of a word: missing, wrong, too many, or changed places with the next. */
function errors(word: string): Set<string> {
  const all = new Set<string>();
  for (let i = 0; i <= word.length; i++) {
    const [before, after] = [word.slice(0, i), word.slice(i)];
    all.add(before + after.slice(1));
    if (after.length > 1) all.add(before + after[1] + after[0] + after.slice(2));
    for (const letter of 'abcdefghijklmnopqrstuvwxyz')
      all.add(before + letter + after).add(before + letter + after.slice(1));
  }
  all.delete(word);
  return all;
}

/** Endings that leave a word the same. */
const ENDINGS = ['', 'e', 's', 'es', 'x'];

// The errors that it makes are of Latin letters.
for (const [lang, words] of TABLE.filter(([lang]) => !['ar', 'uk'].includes(lang)))
  describe(`one typing error, ${lang}`, () => {
    const meaning = createMeaning(words, DANGER_TOPICS, EVERYDAY_TOPICS);
    const none = new Set<string>();
    const topicsOf = (typed: readonly string[]) => meaning(typed, none).map(({ topic }) => topic);
    const isDanger = (topic: Topic) => DANGER_TOPICS.includes(topic);
    const ways = [...DANGER_TOPICS, ...EVERYDAY_TOPICS].flatMap((topic) =>
      words[topic]
        .split(' ')
        .filter(Boolean)
        .map((way) => ({
          topic,
          parts: way
            .split('+')
            .map((part) => part.split('|').map((word) => ({ letters: fold(word)[0]!, begins: word.endsWith('*') }))),
        })),
    );

    const whole = new Set<string>();
    const beginnings: string[] = [];
    for (const { letters, begins } of ways.flatMap(({ parts }) => parts.flat()))
      if (begins) beginnings.push(letters);
      else for (const ending of ENDINGS) whole.add(letters + ending);
    const isListed = (word: string) => whole.has(word) || beginnings.some((letters) => word.startsWith(letters));

    /** By what is one error from a word that means something by itself, what it means. */
    const one = { whole: new Map<string, Set<Topic>>(), begins: new Map<string, Set<Topic>>() };
    for (const { topic, parts } of ways) {
      if (parts.length > 1 || topic === 'other') continue;
      for (const { letters, begins } of parts[0]!)
        if (letters.length >= MIN_LETTERS_FOR_ERROR)
          for (const error of errors(letters))
            for (const ending of begins ? [''] : ENDINGS) {
              const map = begins ? one.begins : one.whole;
              map.set(error + ending, (map.get(error + ending) ?? new Set()).add(topic));
            }
    }
    const oneErrorFrom = (word: string): Topic[] => [
      ...new Set([
        ...(one.whole.get(word) ?? []),
        ...Array.from(word, (_, i) => [...(one.begins.get(word.slice(0, i + 1)) ?? [])]).flat(),
      ]),
    ];

    it('words that are shortened keep enough letters to be told from others', () =>
      expect(
        ways.flatMap(({ parts }) => parts.flat()).filter((word) => word.begins && word.letters.length < 6),
      ).to.deep.equal([]));

    for (const topic of [...DANGER_TOPICS, ...EVERYDAY_TOPICS].filter((name) => name !== 'other'))
      it(topic, () => {
        const wrong: string[] = [];
        const done = new Set<string>();
        for (const { parts } of ways.filter((way) => way.topic === topic))
          for (const [i, part] of parts.entries())
            for (const { letters } of part) {
              if (done.has(letters)) continue;
              done.add(letters);
              const key = parts.map((other, j) => (i === j ? letters : other[0]!.letters));
              const meant = [...topicsOf(key), ...topicsOf(key.filter((_, j) => j !== i))];
              for (const error of errors(letters)) {
                if (isListed(error)) continue;
                const found = topicsOf(key.map((word, j) => (i === j ? error : word)));
                const near = oneErrorFrom(error);
                const dangers = near.filter(isDanger);
                const fits =
                  // It never becomes what it is not one error from.
                  found.every(
                    (other) => [...meant, ...near].includes(other) || (dangers.length > 0 && isDanger(other)),
                  ) &&
                  // What is short is not forgiven.
                  (letters.length < MIN_LETTERS_FOR_ERROR ||
                    (isDanger(topic)
                      ? // A danger is not missed.
                        isDanger(found[0]!) && found.includes(topic)
                      : // What may be a danger is one; what may be one of several is none; the others are forgiven.
                        dangers.length
                        ? isDanger(found[0]!)
                        : parts.length > 1 || near.length === 1
                          ? found.includes(topic)
                          : !found.length));
                if (!fits) wrong.push(`${key} ${error}: ${found}; may be ${near}`);
              }
            }
        expect(wrong).to.deep.equal([]);
      });
  });

describe('what is no word of danger is none', () => {
  const meaning = createMeaning<Topic>(french, DANGER_TOPICS, EVERYDAY_TOPICS);
  const real = loadDirectory(bundled);
  const names = new Set(real.communes.flatMap(({ name }) => fold(name)));
  const isDanger = (typed: string, known: ReadonlySet<string>) =>
    meaning(fold(typed), known).some(({ topic }) => DANGER_TOPICS.includes(topic));

  it('names of communes', () =>
    expect(real.communes.map(({ name }) => name).filter((name) => isDanger(name, names))).to.deep.equal([]));

  it('but one that is one letter from a danger is only what it is', () => {
    expect(isDanger('villena', new Set(['villena']))).to.equal(false);
  });

  for (const typed of HARMLESS()) it(typed, () => expect(isDanger(typed, names)).to.equal(false));
});

/** Sentences of true words that are one letter from words of danger. */
function HARMLESS(): string[] {
  return [
    'ma sœur est malade',
    'prendre rendez-vous',
    'je veux vendre ma voiture',
    'mal au genou après courir',
    'mon enfant ne veut pas manger',
    'mon père ne peut plus prendre sa douche',
    'j’ai le bras rouge',
    'boutons sur le corps de mon enfant',
    'parce que je ne dors plus',
    'cours de natation',
    'je cherche une source fiable',
    'pas de réponse du médecin',
    'où habite le médecin en ville',
    'chaque jour',
    'changer d’adresse',
    'mes parents en salle d’attente',
    'j’en ai fini avec mon traitement',
    'médecin qui prend sans rendez-vous',
    'le voisin de ma grand-mère est médecin',
    'mon mari a mal au dos',
    'ma femme a de la fièvre',
    'mon conjoint tousse',
    'mon fils a des poux',
    'poisson cru',
  ];
}

function FRENCH(): Ways[] {
  return [
    [
      '114',
      'je suis sourd',
      'je suis sourde et j’ai besoin d’un médecin',
      'malentendante',
      'je n’entends pas, comment appeler',
      'mon père est sourd et il est tombé',
      'muet',
      'je ne peux pas parler, il est dans la pièce',
      'appeler sans parler',
      'urgence par sms',
      'langue des signes',
      'malentendant',
      'sourde muette',
    ],
    [
      '15',
      'mal à la poitrine',
      'douleur dans la poitrine et le bras gauche',
      'j’ai mal au coeur et au bras',
      'je n’arrive plus à respirer',
      'il respire mal',
      'mon fils s’étouffe',
      'il est inconscient',
      'elle a perdu connaissance',
      'évanouie',
      'crise cardiaque',
      'infarctus',
      'avc',
      'bouche de travers',
      'il n’arrive plus à parler',
      'son bras est paralysé',
      'il saigne beaucoup',
      'hémorragie',
      'elle perd beaucoup de sang',
      'convulsions',
      'crise d’épilepsie',
      'crise d’asthme',
      'malaise',
      'elle va accoucher',
      'j’ai perdu les eaux',
      'électrocuté',
      'noyade',
      'overdose',
      'urgence vitale',
      'samu',
      'ambulance',
      'mordu par une vipère',
      'gonflement du visage',
      'réaction allergique grave',
      'bébé secoué',
      'il est tombé sur la tête',
      'mon bébé a 39',
      'mon bébé a de la fièvre',
      'enfant malade',
      'ma fille a 40 de fièvre',
      'médecin de garde',
      'médecin dimanche',
      'docteur cette nuit',
      'un médecin ce soir',
      'urgences',
      'hôpital',
      'mon enfant vomit',
      'médicament pour bébé fièvre',
      'numéro d’urgence',
      'appeler le samu',
      'arrêt cardiaque',
      'il ne respire plus',
      'il est tout bleu',
      'elle ne se réveille pas',
      'elle fait un avc',
      'visage paralysé',
      'il ne bouge plus le bras',
      'perte de connaissance',
      'étouffement',
      'il a avalé de travers',
      'j’étouffe',
      'j’ai du mal à respirer',
      'palpitations',
      'mal au coeur',
      'douleur thoracique',
      'elle a des contractions',
      'fausse couche',
      'choc allergique',
      'hypoglycémie',
      'méningite',
      'mon mari ne répond plus',
      'il est en train de mourir',
      'je vais mourir',
      'plaie qui saigne',
      'saigne du nez',
      'électrocution',
      'intoxication au monoxyde',
      'hopital le plus proche',
      'urgences pédiatriques',
    ],
    [
      '3114',
      'suicide',
      'je veux mourir',
      'j’ai envie de mourir',
      'je veux me tuer',
      'mon fils a des idées noires',
      'idées suicidaires',
      'je suis à bout',
      'je n’ai plus envie de vivre',
      'dépression',
      'je déprime',
      'je me sens seul',
      'parler à quelqu’un',
      'besoin de parler',
      'crise d’angoisse',
      'burn-out',
      'mal-être',
      'psychologue',
      'psychiatre',
      'il entend des voix',
      'ma fille se scarifie',
      'se suicider',
      'tentative de suicide',
      'j’en peux plus',
      'je veux en finir',
      'j’ai envie de disparaître',
      'je suis désespéré',
      'ma fille ne va pas bien elle parle de mourir',
      'mon ami veut se tuer',
      'je veux plus vivre',
      'crise de panique',
      'détresse',
      'pas le moral',
      'envie de rien',
      'je pleure tout le temps',
      'besoin d’écoute',
      'anorexie',
      'burn out au travail',
    ],
    [
      '3919',
      'mon mari me frappe',
      'mon mari est violent',
      'violence conjugale',
      'femme battue',
      'viol',
      'j’ai été violée',
      'j’ai peur de mon mari',
      'mon ex me harcèle',
      'il veut me tuer',
      'mon copain me tape',
      'agression sexuelle',
      'mon conjoint me menace',
      'il me bat',
      'il me frappe',
      'violences faites aux femmes',
      'je me fais battre',
      'coups de mon mari',
      'on m’a violée',
      'violences sexuelles',
      'mon compagnon est violent',
      'homme violent',
      'mari violent',
    ],
    [
      '119',
      'un enfant en danger',
      'enfant battu',
      'mon père me frappe',
      'maltraitance',
      'le voisin tape ses enfants',
      'inceste',
      'attouchements',
      'maltraitance enfant',
      'un adulte frappe un enfant',
      'ma mère me bat',
      'mon beau-père me touche',
      'mon enfant est battu',
      'fugue',
      'signaler un enfant en danger',
    ],
    [
      'bullying',
      'harcèlement à l’école',
      'cyberharcèlement',
      'mon fils est harcelé au collège',
      'on m’embête à l’école',
      'revenge porn',
      'harcèlement scolaire',
      'harcèlement sur internet',
      'photos de moi sur internet',
    ],
    ['old age', 'maltraitance en ehpad', 'maltraitance d’une personne âgée', 'ma mamie est maltraitée'],
    [
      'poison',
      'il a avalé de la javel',
      'mon fils a avalé un produit ménager',
      'j’ai mangé des champignons',
      'intoxication',
      'empoisonnement',
      'elle a pris trop de médicaments',
      'avalé une pile',
      'lessive dans la bouche',
      'mon bébé a bu du produit vaisselle',
      'il a bu de l’eau de javel',
      'ma fille a mangé du muguet',
      'le petit a mangé des baies',
      'produit toxique dans les yeux',
      'elle a avalé des comprimés',
      'surdose de doliprane',
      'poison',
      'intoxiqué',
    ],
    [
      'drugs',
      'alcoolique',
      'mon fils se drogue',
      'arrêter de boire',
      'cannabis',
      'mon mari boit trop',
      'problème d’alcool',
      'drogue',
      'addiction',
      'arrêter l’alcool',
    ],
    [
      '18',
      'incendie',
      'au feu',
      'pompiers',
      'accident de voiture',
      'odeur de gaz',
      'numéro des pompiers',
      'ma maison brûle',
      'il y a le feu',
      'fuite de gaz',
      'accident de la route',
      'quelqu’un est coincé dans sa voiture',
    ],
    [
      '17',
      'police',
      'gendarmerie',
      'cambriolage',
      'je me fais agresser',
      'numéro de la police',
      'on m’a volé',
      'un homme armé',
      'on me suit',
      'vol',
    ],
    [
      'place',
      'je me suis tordu la cheville',
      'entorse',
      'chute',
      'je suis tombé dans l’escalier',
      'je me suis cassé le poignet',
      'fracture',
      'foulure',
      'plaie',
      'je me suis coupé le doigt',
      'points de suture',
      'brûlure',
      'morsure de chien',
      'fièvre',
      'j’ai 40 de fièvre',
      'mal à la gorge',
      'angine',
      'grippe',
      'otite',
      'mal au ventre',
      'mal au dos',
      'mal à la tête',
      'infection urinaire',
      'gastro',
      'je suis malade',
      'voir un médecin',
      'je parle mal français',
      'piqûre de guêpe',
      'allergie',
      'ma grand-mère est tombée',
      'mon fils est tombé du vélo',
      'ma fille s’est coincé le doigt',
      'coup de couteau dans la cuisine je me suis coupée',
      'j’ai mal aux oreilles',
      'je tousse depuis trois jours',
      'j’ai vomi toute la nuit',
      'ça brûle quand je fais pipi',
      'tique',
      'j’ai mal partout',
      'certificat médical',
      'arrêt de travail',
      'vomissements et diarrhée',
      'boutons sur le corps',
      'mal de gorge',
      'médecin',
      'docteur',
    ],
    ['dentist', 'rage de dents dimanche', 'dentiste de garde', 'dentiste d’urgence', 'mal aux dents la nuit'],
    [
      'professional',
      'trouver un dentiste',
      'dent',
      'mal aux dents',
      'abcès dentaire',
      'mal de dents',
      'dentiste',
      'kiné',
      'infirmière à domicile',
      'prise de sang',
      'je suis enceinte',
      'sage-femme',
      'ophtalmo',
      'gynécologue',
      'pédiatre',
      'radio',
      'besoin d’une infirmière',
      'prise de sang à jeun',
      'laboratoire',
      'appareil auditif',
    ],
    [
      'pharmacy',
      'pharmacie de garde',
      'pharmacie ouverte dimanche',
      'plus de médicaments',
      'ordonnance',
      'pilule du lendemain',
      'doliprane',
      'renouveler mon traitement',
      'j’ai plus mes médicaments',
      'pharmacie',
      'ordonnance périmée',
      'antibiotiques',
      'préservatifs',
      'poux',
      'pharmacie auxerre',
    ],
    [
      'vaccine',
      'vaccin grippe',
      'vaccin covid',
      'vacciner mon bébé',
      'rappel tétanos',
      'bilan de prévention',
      'dépistage',
      'où vacciner mon enfant',
      'vaccination',
      'vaccin tétanos',
      'examen de santé',
    ],
    ['SOS Médecins', 'sos médecins', 'médecin à domicile'],
    [
      'CPTS',
      'médecin traitant',
      'je cherche un médecin traitant',
      'mon médecin part à la retraite',
      'je n’ai pas de médecin',
      'cpts',
      'trouver un médecin',
      'plus de médecin traitant',
      'aucun médecin ne prend de nouveaux patients',
      'généraliste',
      'médecin généraliste',
      'changer de médecin traitant',
      'pas de docteur',
    ],
    ['teleconsultation', 'téléconsultation', 'téléconsultation assistée', 'consultation à distance'],
    [
      'insurance',
      'carte vitale',
      'remboursement',
      'ameli',
      'sécurité sociale',
      'arrêt maladie',
      'mutuelle',
      'remboursement soins',
      'carte vitale perdue',
    ],
    ['MSA', 'msa', 'agriculteur'],
    [
      'DAC',
      'perte d’autonomie',
      'aide à domicile',
      'handicap',
      'alzheimer',
      'maison de retraite',
      'ma mère âgée vit seule',
      'personne âgée dépendante',
    ],
  ];
}

function ENGLISH(): Ways[] {
  return [
    ['114', 'i am deaf', 'i can’t hear'],
    [
      '15',
      'chest pain',
      'i can’t breathe',
      'he is unconscious',
      'stroke',
      'heavy bleeding',
      'heart attack',
      'seizure',
      'she is giving birth',
      'my baby has a fever',
      'doctor on sunday',
      'hospital',
      'emergency room',
      'emergency number',
    ],
    [
      '3114',
      'suicide',
      'i want to die',
      'i want to kill myself',
      'depression',
      'i need to talk to someone',
      'panic attack',
    ],
    ['3919', 'my husband hits me', 'domestic violence', 'rape'],
    ['119', 'child abuse', 'my father beats me'],
    ['bullying', 'bullying at school'],
    ['old age', 'elder abuse'],
    ['poison', 'he swallowed bleach', 'poisoning', 'mushrooms'],
    ['drugs', 'drugs', 'alcohol'],
    ['18', 'fire'],
    ['17', 'police'],
    [
      'place',
      'i sprained my ankle',
      'i fell',
      'broken wrist',
      'i cut my finger',
      'stitches',
      'fever',
      'sore throat',
      'wound',
      'sprain',
    ],
    ['dentist', 'emergency dentist', 'dentist on sunday'],
    ['professional', 'find a dentist', 'toothache', 'tooth', 'nurse', 'pregnant'],
    ['pharmacy', 'pharmacy', 'prescription', 'out of medicine'],
    ['vaccine', 'flu vaccine'],
    ['CPTS', 'family doctor', 'find a doctor', 'gp'],
    ['insurance', 'health insurance'],
    ['DAC', 'wheelchair disabled'],
    ['MSA', 'farmer'],
    ['teleconsultation', 'video consultation'],
  ];
}
