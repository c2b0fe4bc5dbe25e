import { expect, fixture, html } from '@open-wc/testing';
import '../components/entries/define.ts';
import '../components/locales/languages.ts';
import type { YonneContacts } from '../components/contacts/contacts.ts';
import { replaceBundledDirectory } from '../components/shared/bundled-directory.ts';
import { bundled } from '../src/bundled.ts';
import { distance } from '../src/communes.ts';
import { contactsByNeed, recordOf } from '../src/contacts.ts';
import { loadDirectory } from '../src/directory.ts';
import { NEEDS } from '../src/directory-schema.ts';
import { phoneText, phoneUri, siteName } from '../src/format.ts';
import { inMedia } from './browser.ts';
import { BOURG, CONFINS, HAMEAU, LOINTAIN, trialWith, useTrial, VAL, VILLE } from './fixtures/trial.ts';
import { bare, unfold, visibleText, warnings } from './reading.ts';
import { frames, until } from './waiting.ts';

const directory = useTrial();
/** That of the script, of which tests know nothing but that all of it is shown. */
const real = loadDirectory(bundled);
const SUNDAY = '2026-11-22T14:05';
const TUESDAY = '2026-11-24T10:00';

const show = async (attributes: Record<string, string> = {}): Promise<YonneContacts> => {
  const element = await fixture<YonneContacts>(html`<yonne-contacts lang="fr"></yonne-contacts>`);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  await element.updateComplete;
  return element;
};

/** Reached through 15, on days that a source gives without hours. */
const dentist: ReturnType<typeof trialWith>['channels'][number] = {
  id: 'dentiste-essai',
  name: 'Dentiste d’essai de garde',
  kind: 'dentist-on-duty',
  need: 'medical-advice',
  hours: 'Su,PH unknown',
  access: 'referral-15',
  sources: ['page-essai'],
  checked: '2026-11-22',
};

const headings = (element: Element) =>
  [...element.shadowRoot!.querySelectorAll('.need > .heading')].map(({ textContent }) => bare(textContent!));
const items = (element: Element) => [...element.shadowRoot!.querySelectorAll('[part~="channel"]')];
const item = (element: Element, name: string) => items(element).find(({ textContent }) => textContent!.includes(name));
/** The text of a contact, folded parts too once they were opened. */
const contact = (element: Element, name: string) => bare(item(element, name)?.textContent ?? '');
const names = (element: Element) => items(element).map((item) => bare(item.querySelector('b')!.textContent!));
const filter = async (element: YonneContacts, typed: string) => {
  const input = element.shadowRoot!.querySelector<HTMLInputElement>('#filter')!;
  input.value = typed;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await element.updateComplete;
};

describe('contacts by need', () => {
  for (const [name, whole] of [
    ['made-up', directory],
    ['bundled', real],
  ] as const) {
    it(`has every record of the ${name} directory under exactly one need`, () => {
      const ids = [...contactsByNeed(whole, Date.parse('2026-11-24T10:00Z')).values()]
        .flat()
        .map((c) => recordOf(c).id);
      const records = [...whole.channels, ...whole.cpts.values(), ...whole.localHealthContracts];
      expect(ids.sort()).to.deep.equal(records.map(({ id }) => id).sort());
    });

    it(`leaves no need of the ${name} directory empty`, () => {
      for (const [need, list] of contactsByNeed(whole, undefined)) expect(list.length, need).to.be.above(0);
    });
  }

  for (const code of [VILLE, LOINTAIN, BOURG, HAMEAU, CONFINS]) {
    const commune = directory.commune(code)!;
    it(`${commune.name}: hospitals near first, its own CPTS first`, () => {
      const contacts = contactsByNeed(directory, Date.parse('2026-11-24T10:00Z'), commune);
      const away = contacts.get('hospital')!.map(({ channel }) => {
        const { place } = channel!;
        return distance(commune.point, place!.point ?? directory.commune(place!.commune)!.point);
      });
      expect(away).to.deep.equal([...away].sort((a, b) => a - b));
      const attachment = directory.attachment(commune)!;
      const own = attachment.level === 'undetermined' ? attachment.neighbours : [attachment.cpts];
      expect(contacts.get('family-doctor')!.slice(0, own.length)).to.deep.equal(own.map((cpts) => ({ cpts })));
    });
  }

  for (const [when, at] of [
    ['by day', '2026-11-24T10:00Z'],
    ['at night', '2026-11-25T02:30Z'],
    ['on a Sunday', '2026-11-22T14:05Z'],
  ] as const)
    it(`${when}, what is closed stands after what can be called`, () => {
      const list = contactsByNeed(directory, Date.parse(at), directory.commune(VILLE)).get('medical-advice')!;
      const closed = list.map((one) => one.channel !== undefined && one.now.availability === 'closed');
      expect(closed).to.include(true);
      expect(closed).to.deep.equal([...closed].sort());
    });
});

describe('<yonne-contacts>: what the directory gives is on the page, with a link that works', () => {
  const links: [string, string, string][] = [
    ['15', 'tel:15', '15'],
    ['114, by message', 'sms:114', '114'],
    ['SOS Médecins', 'tel:3624', '36 24'],
    ['the health insurance', 'tel:3646', '36 46'],
    ['a centre de soins non programmés', 'tel:+33353010001', '03 53 01 00 01'],
    ['another', 'tel:+33353010002', '03 53 01 00 02'],
    ['booking', 'https://rendez-vous.example/', 'rendez-vous.example'],
    ['sante.fr', 'https://www.sante.fr/', 'sante.fr'],
    ['the site of the health insurance', 'https://www.assurance.example/', 'assurance.example'],
    ['the site of a helpline', 'https://ecoute.example/', 'ecoute.example'],
    ['the site of pharmacies on duty', 'https://pharmacies.example/', 'pharmacies.example'],
    ['a CPTS', 'https://cpts-nord.example/', 'cpts-nord.example'],
    ['a CPTS with a www', 'https://www.cpts-collines.example/', 'cpts-collines.example'],
    ['the ARS', 'mailto:agence@essai.example', 'agence@essai.example'],
  ];
  const link = (element: Element, href: string) =>
    element.shadowRoot!.querySelector<HTMLAnchorElement>(`a[href="${href}"]`);
  let element: YonneContacts;
  beforeEach(async () => {
    element = await show({ audience: 'mairie', now: TUESDAY });
    await unfold(element);
  });
  for (const [what, href, text] of links) {
    it(`${what}: ${text}`, () => {
      expect(link(element, href), href).to.be.instanceOf(HTMLAnchorElement);
      expect(bare(link(element, href)!.textContent!)).to.include(text);
    });
  }
  const others: [what: string, attributes: Record<string, string>, name: string, href: string, text: string][] = [
    [
      'the SOS Médecins of a town, charged',
      {},
      'SOS Médecins Ville-d’Essai',
      'tel:0820000001',
      'Autre numéro : 0 820 00 00 01 (numéro payant)',
    ],
    [
      'that of another',
      {},
      'SOS Médecins Bourg-d’Essai',
      'tel:0820000002',
      'Autre numéro : 0 820 00 00 02 (numéro payant)',
    ],
    [
      'the same in English',
      { lang: 'en' },
      'SOS Médecins Bourg-d’Essai',
      'tel:0820000002',
      'Other number: 0 820 00 00 02 (surcharged number)',
    ],
  ];
  for (const [what, attributes, name, href, text] of others) {
    it(`beside the one number of a contact, the others in its details: ${what}`, async () => {
      const whole = await show({ now: TUESDAY, need: 'medical-advice', ...attributes });
      const entry = () => item(whole, name)!;
      const numbers = () => [...entry().querySelectorAll('[part~="call"]')].map((call) => call.getAttribute('href'));
      expect(numbers()).to.deep.equal(['tel:3624']);
      await unfold(whole);
      expect(numbers()).to.deep.equal(['tel:3624', href]);
      expect(bare(entry().querySelector('.more')!.textContent!)).to.include(text);
    });
  }
  it('a CPTS whose site is not published', () =>
    expect(contact(element, 'CPTS Ville-Essai')).to.include(
      'nos sources ne donnent pas ses coordonnées · demandez au 36 46',
    ));

  it('all that the bundled directory gives', async () => {
    replaceBundledDirectory(bundled);
    try {
      const whole = await show({ audience: 'mairie', now: TUESDAY });
      await unfold(whole);
      const records = [...real.channels, ...real.cpts.values()];
      const expected = records.flatMap(({ site }) => (site ? [[site, siteName(site)]] : []));
      for (const { access, text, phones, email } of real.channels) {
        if (email) expected.push([`mailto:${email}`, email]);
        for (const { number } of access === 'referral-15' ? real.vital.phones : phones)
          expected.push([text ? `sms:${number}` : phoneUri(number), phoneText(number)]);
      }
      for (const [href, text] of expected) expect(bare(link(whole, href!)!.textContent!), href).to.include(bare(text!));
    } finally {
      useTrial();
    }
  });
});

describe('<yonne-contacts>: what a person sees', () => {
  it('habitants: eleven needs in order, without that of the town hall', async () => {
    expect(headings(await show({ now: TUESDAY }))).to.deep.equal([
      'Urgence vitale',
      'Un avis médical maintenant',
      'Sans médecin traitant',
      'Trouver un professionnel de santé',
      'Pharmacie de garde',
      'Santé mentale et détresse',
      'Enfance et violences',
      'Intoxication',
      'Hôpitaux et urgences',
      'Démarches',
      'Vaccins et bilans de prévention',
    ]);
  });

  it('mairie: what to relay to whom, the ARS, the contrat local de santé', async () => {
    const element = await show({ now: TUESDAY, audience: 'mairie', commune: VILLE });
    await unfold(element, 'Pour la mairie');
    const text = visibleText(element);
    expect(text).to.include('Un habitant sans médecin traitant : Assurance maladie 36 46');
    expect(text).to.include('CPTS Ville-Essai');
    expect(text).to.include('Contrat local de santé 2023–2027');
    expect(text).to.include('Agence de santé d’essai');
  });

  const entries: [title: string, attributes: Record<string, string>, name: string, parts: string[], absent?: string][] =
    [
      [
        '15: free, around the clock, vital',
        {},
        'SAMU',
        ['15', 'Répond 24 h/24', 'un médecin vous répond et vous dit où aller', 'Appel gratuit'],
      ],
      [
        'SOS Médecins by day: address, prices',
        { now: TUESDAY },
        'SOS Médecins Ville-d’Essai',
        ['48 bis boulevard d’essai, 00100 Ville-d’Essai', 'sans rendez-vous', 'numéro payant', '0,15 €/min'],
      ],
      [
        'SOS Médecins that sees those who have booked',
        { now: SUNDAY },
        'SOS Médecins Bourg-d’Essai',
        ['sur rendez-vous en ligne', '36 rue d’essai, 00200 Faubourg-d’Essai', 'rendez-vous.example'],
        'sans rendez-vous',
      ],
      [
        'SOS Médecins on Sunday: call first, no address',
        { now: SUNDAY },
        'SOS Médecins Ville-d’Essai',
        ['appelez d’abord'],
        'boulevard',
      ],
      [
        'maison médicale de garde: through 15 only',
        { now: SUNDAY },
        'Maison médicale de garde de Ville-d’Essai',
        ['Seulement si le 15 vous y envoie', '15'],
      ],
      [
        'a centre de soins non programmés on Tuesday: open, hours, entrance',
        { now: TUESDAY },
        'Centre d’essai de la Ville',
        [
          'Ouvert jusqu’à 20 h',
          'du lundi au samedi, 8 h à 20 h',
          'jours fériés, à confirmer',
          'dimanche, fermé',
          'entrée par la gauche',
        ],
      ],
      ['the same on Sunday: closed', { now: SUNDAY }, 'Centre d’essai de la Ville', ['Fermé jusqu’à lundi 8 h']],
      [
        'one that may open at Christmas: call first',
        { now: '2026-12-25T10:00' },
        'Clinique d’essai du Bourg',
        ['Ouverture à confirmer', 'jour férié : appelez d’abord'],
      ],
      [
        'an emergency department: 15 first',
        { now: TUESDAY, commune: VILLE },
        'Centre hospitalier de Ville-d’Essai',
        ['Appelez le 15 d’abord', '2 boulevard d’essai', 'urgences pédiatriques'],
      ],
      [
        'sources and the day of the check',
        {},
        'SOS Médecins Bourg-d’Essai',
        ['Source : Agence d’essai, 5 août 2025', 'Vérifié le 22 novembre 2026.'],
      ],
      [
        'sources of a year and of a month',
        {},
        'Centre hospitalier de Bourg-d’Essai',
        ['Sources : Service d’essai, 2023 ; Association d’essai (nouvelle fenêtre), décembre 2023. Vérifié'],
      ],
      [
        'what is announced only',
        { now: TUESDAY },
        'Téléconsultation assistée de Hameau-d’Essai',
        ['annoncée'],
        'Horaires non publiés',
      ],
      [
        'what no source says how to reach',
        {},
        'Assurance agricole d’essai',
        ['nos sources ne donnent pas ses coordonnées'],
      ],
      ['whom to ask instead', { commune: VILLE }, 'Télécabines', ['à demander : CPTS Ville-Essai']],
      ['whom to ask without a commune', { commune: '' }, 'Télécabines', ['à demander à la CPTS de votre commune']],
      [
        'the CPTS of the commune, and how sure that is',
        { commune: HAMEAU },
        'CPTS Ville-Essai',
        ['CPTS de votre commune (probablement)'],
      ],
    ];
  for (const [title, attributes, name, parts, absent] of entries) {
    it(title, async () => {
      const element = await show(attributes);
      await unfold(element);
      const text = contact(element, name);
      for (const part of parts) expect(text).to.include(part);
      if (absent) expect(text).not.to.include(absent);
    });
  }

  describe('of a directory that knows more', () => {
    type Raw = ReturnType<typeof trialWith>;
    const of = ({ channels }: Raw, id: string) => channels.find((channel) => channel.id === id)!;
    afterEach(() => {
      useTrial();
    });

    const facts: [
      title: string,
      change: (raw: Raw) => void,
      attributes: Record<string, string>,
      name: string,
      parts: string[],
      absent?: string,
    ][] = [
      [
        'the service, what is treated, what the sources leave open',
        (raw) =>
          Object.assign(of(raw, 'csnp-ville'), {
            service: 'Service d’essai',
            treats: ['general-medicine', 'procedures', 'trauma'],
            note: { fr: 'note d’essai', en: 'trial note' },
          }),
        { now: TUESDAY },
        'Centre d’essai de la Ville',
        ['Service d’essai', 'Médecine générale, actes techniques, blessures (traumatologie)', 'note d’essai'],
      ],
      [
        'the same in English',
        (raw) =>
          Object.assign(of(raw, 'csnp-ville'), {
            treats: ['trauma', 'procedures'],
            note: { fr: 'note d’essai', en: 'trial note' },
          }),
        { now: TUESDAY, lang: 'en' },
        'Centre d’essai de la Ville',
        ['Injuries, procedures', 'trial note'],
        'note d’essai',
      ],
      [
        'the price of the call beside that of the minute, a number without hours',
        (raw) => {
          of(raw, 'sos-ville').phones = [
            { number: '3624', price: 0.15, plusCall: true },
            { number: '0 820 00 00 01', price: 'paid', hours: 'unpublished' },
          ];
        },
        { now: TUESDAY },
        'SOS Médecins Ville-d’Essai',
        ['0,15 €/min + prix de l’appel', 'numéro payant, horaires non publiés'],
      ],
      [
        'an emergency department of which no source gives hours',
        (raw) => Reflect.deleteProperty(of(raw, 'urgences-ville'), 'hours'),
        { now: SUNDAY },
        'Centre hospitalier de Ville-d’Essai',
        ['Appelez le 15 d’abord'],
        '24 h/24',
      ],
      [
        'one that is known by day only, at night: 15 first, neither open nor closed',
        (raw) =>
          Object.assign(of(raw, 'urgences-ville'), { hours: 'Mo-Su,PH 08:00-19:00', note: { fr: 'nuit inconnue' } }),
        { now: '2026-11-24T23:00' },
        'Centre hospitalier de Ville-d’Essai',
        ['Appelez le 15 d’abord', 'tous les jours, jours fériés, 8 h à 19 h', 'nuit inconnue'],
        'Fermé',
      ],
      ...[SUNDAY, TUESDAY].map(
        (now): [string, (raw: Raw) => void, Record<string, string>, string, string[], string] => [
          `the dentist on duty, ${now}: through 15, never open`,
          ({ channels }) => channels.push(dentist),
          { now },
          'Dentiste d’essai de garde',
          ['Seulement si le 15 vous y envoie', 'dimanche, jours fériés, à confirmer'],
          'uvert',
        ],
      ),
      [
        'whose territory it is, without a commune',
        (raw) => Object.assign(of(raw, 'telecabines'), { cpts: 'nord-essai' }),
        { commune: '' },
        'Télécabines',
        ['Son territoire : CPTS Nord-Essai'],
      ],
      [
        'whom to ask in that territory',
        (raw) => Object.assign(of(raw, 'telecabines'), { cpts: 'nord-essai' }),
        { commune: VAL },
        'Télécabines',
        ['à demander : CPTS Nord-Essai'],
        'Son territoire',
      ],
      [
        'a site that was announced: no link',
        ({ cpts }) =>
          Object.assign(cpts.cpts.find(({ id }) => id === 'ville-essai')!, {
            announcedSite: { address: 'cpts.essai-santé.example', when: { fr: 'l’été d’essai' } },
          }),
        {},
        'CPTS Ville-Essai',
        ['site annoncé pour l’été d’essai, non confirmé : cpts.essai-santé.example'],
        'pas encore',
      ],
      [
        'a contract of which only its first year is known',
        ({ localHealthContracts: [contract] }) =>
          Object.assign(contract!, { name: 'Pôle d’essai', to: undefined, actions: [], signatories: [] }),
        { audience: 'mairie', now: TUESDAY },
        'Contrat local de santé 2023',
        ['Pôle d’essai : CA de la Ville d’Essai', 'Source : Agence d’essai'],
        'prévoit',
      ],
      [
        'a contract whose years are over',
        ({ localHealthContracts: [contract] }) => Object.assign(contract!, { to: 2025 }),
        { audience: 'mairie', now: TUESDAY },
        'Contrat local de santé 2023–2025',
        ['terminé, renouvellement inconnu'],
      ],
      [
        'the press after the others',
        (raw) => {
          raw.sources.unshift({ id: 'journal-essai', publisher: 'Journal d’essai', press: true });
          of(raw, 'antipoison').sources = ['journal-essai', 'diaporama-essai'];
        },
        {},
        'Centre antipoison d’essai',
        ['Sources : Agence d’essai, 5 août 2025 ; Journal d’essai.'],
      ],
    ];
    for (const [title, change, attributes, name, parts, absent] of facts)
      it(title, async () => {
        replaceBundledDirectory(trialWith(change));
        const element = await show(attributes);
        await unfold(element);
        const text = contact(element, name);
        for (const part of parts) expect(text).to.include(part);
        if (absent) expect(text).not.to.include(absent);
      });

    it('what belongs to another territory is not there', async () => {
      replaceBundledDirectory(trialWith((raw) => Object.assign(of(raw, 'telecabines'), { cpts: 'nord-essai' })));
      const element = await show({ commune: VILLE });
      expect(item(element, 'Télécabines')).to.equal(undefined);
    });
  });

  it('one or several needs: the emergency numbers stay', async () => {
    const element = await show({ need: 'poison pharmacy' });
    expect(headings(element)).to.deep.equal(['Pharmacie de garde', 'Intoxication']);
    expect(visibleText(element)).to.include('Urgence vitale 15 112 SMS 114 ');
  });

  it('speaks English', async () => {
    const text = visibleText(await show({ lang: 'en', now: TUESDAY }));
    expect(text).to.include('Whom to call, for what?');
    expect(text).to.include('Life-threatening emergency');
    expect(text).to.include('Without a family doctor');
  });

  it('a wrong clock: nothing is said to be open but what always is', async () => {
    const element = await show();
    element.clock = { now: () => 0, subscribe: () => () => undefined };
    await element.updateComplete;
    await unfold(element);
    const text = visibleText(element);
    expect(text).to.include('L’horloge de cet appareil est fausse');
    expect(text).not.to.include('Ouvert jusqu’à');
    expect(contact(element, 'SAMU')).to.include('Répond 24 h/24');
    expect(contact(element, 'Clinique d’essai du Bourg')).not.to.include('jour férié :');
  });

  const mistakes: [Record<string, string>, string][] = [
    [{ need: 'poison dentist' }, 'need="dentist"; expected some of vital-emergency'],
    [{ audience: 'all' }, 'audience="all"; expected habitants or mairie'],
    [{ commune: '75056' }, 'commune="75056"; expected the INSEE code'],
    [{ now: 'demain' }, 'now="demain"; expected an ISO 8601 date'],
  ];
  for (const [attributes, message] of mistakes) {
    it(`${JSON.stringify(attributes)}: says so once and works`, async () => {
      let element!: YonneContacts;
      const said = await warnings(async () => {
        element = await show(attributes);
        element.requestUpdate();
        await element.updateComplete;
      });
      expect(said).to.have.length(1);
      expect(bare(said[0]!)).to.include(message);
      expect(visibleText(element)).to.include('15');
    });
  }
});

describe('<yonne-contacts>: changing the commune by keyboard', () => {
  it('leads back to the head, which names it', async () => {
    const element = await show({ commune: VILLE, now: TUESDAY });
    const root = element.shadowRoot!;
    root.querySelector<HTMLElement>('button.link')!.click();
    await element.updateComplete;
    const input = root.querySelector<HTMLInputElement>('#commune')!;
    input.focus();
    input.value = 'bourg';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await element.updateComplete;
    await Promise.resolve();
    expect(visibleText(element)).to.include('Bourg-d’Essai et alentours');
    expect(bare(root.activeElement!.textContent!)).to.equal('Qui appeler, pour quoi ?');
  });
});

describe('<yonne-contacts>: what needs are open', () => {
  const open = (element: Element) =>
    [...element.shadowRoot!.querySelectorAll('.fold[aria-expanded="true"]')].map(({ textContent }) =>
      bare(textContent!),
    );
  const rows: [now: string, open: string[]][] = [
    [TUESDAY, ['Un avis médical maintenant', 'Sans médecin traitant']],
    [SUNDAY, ['Un avis médical maintenant', 'Pharmacie de garde']],
    ['2026-11-24T02:00', ['Un avis médical maintenant', 'Pharmacie de garde']],
  ];
  for (const [now, needs] of rows)
    it(`${now}: ${needs.join(', ')}`, async () => expect(open(await show({ now }))).to.deep.equal(needs));

  it('one that is closed is drawn when it is opened, and closed again by the same button', async () => {
    const element = await show({ now: TUESDAY });
    const fold = () => element.shadowRoot!.querySelector<HTMLElement>('#poison .fold')!;
    expect(item(element, 'Centre antipoison')).to.equal(undefined);
    fold().click();
    await element.updateComplete;
    expect(contact(element, 'Centre antipoison')).to.include('01 99 00 00 20');
    expect(fold().getAttribute('aria-controls')).to.equal(item(element, 'Centre antipoison')!.closest('.panel')!.id);
    fold().click();
    await element.updateComplete;
    expect(item(element, 'Centre antipoison')).to.equal(undefined);
  });

  it('the list of needs leads to one, opens it, and the focus is on its heading', async () => {
    const element = await show({ now: TUESDAY });
    await unfold(element, 'Aller à un besoin');
    const root = element.shadowRoot!;
    const link = [...root.querySelectorAll<HTMLElement>('.jump button')].find(
      ({ textContent }) => bare(textContent!) === 'Intoxication',
    )!;
    link.click();
    await until(() => root.activeElement === root.querySelector('#poison .fold'), 'the focus');
    expect(root.activeElement!.getAttribute('aria-expanded')).to.equal('true');
  });

  it('those that the host asks for are all open, and so is what is farther away', async () => {
    const element = await show({ now: TUESDAY, need: 'hospital', commune: VILLE });
    expect(names(element)).to.have.length(7);
  });

  it('what is farther away names its need', async () => {
    const element = await show({ now: TUESDAY, commune: VILLE });
    await unfold(element, 'Hôpitaux');
    const summary = element.shadowRoot!.querySelector('#hospital summary')!;
    expect(bare(summary.textContent!)).to.equal('Plus loin (4), Hôpitaux et urgences');
  });

  const allContacts = () =>
    [...contactsByNeed(directory, Date.parse('2026-11-24T09:00Z'), directory.commune(VILLE))]
      .filter(([need]) => need !== 'town-hall')
      .flatMap(([, list]) => list);

  it('paper has them all, as it is laid out', async () => {
    const element = await show({ now: TUESDAY, commune: VILLE });
    await inMedia({ media: 'print' }, async () => {
      await frames();
      await element.updateComplete;
      expect(names(element)).to.have.length(allContacts().length);
      expect(visibleText(element)).to.include('01 99 00 00 20');
    });
  });

  it('paper has them all, also where nothing is heard but that it prints', async () => {
    const element = await show({ now: TUESDAY, commune: VILLE });
    window.dispatchEvent(new Event('beforeprint'));
    await element.updateComplete;
    expect(names(element)).to.have.length(allContacts().length);
    window.dispatchEvent(new Event('afterprint'));
    await element.updateComplete;
    expect(names(element).length).to.be.below(allContacts().length);
  });
});

describe('<yonne-contacts>: the search', () => {
  const rows: [typed: string, found: string[], absent: string[]][] = [
    ['dentiste', ['Santé.fr', 'SAMU'], ['Pompiers']],
    ['mal de dents', ['Santé.fr', 'SAMU'], ['Pompiers']],
    ['violence conjugale', ['Violences faites aux femmes'], ['SAMU']],
    ['pharmacie ouverte dimanche', ['Pharmacie de garde'], ['Centre antipoison']],
    ['urgence enfant', ['SAMU', 'Centre hospitalier de Ville-d’Essai'], ['Centre antipoison']],
    ['3646', ['CPAM de l’Essai'], ['SAMU']],
    ['pharmacie de garde', ['Pharmacie de garde'], ['Prévention du suicide']],
    ['suicide', ['Prévention du suicide'], ['Enfance en danger']],
    ['champignons', ['Centre antipoison d’essai'], ['Pharmacie de garde']],
    ['bourg', ['SOS Médecins Bourg-d’Essai', 'Centre hospitalier de Bourg-d’Essai'], ['SOS Médecins Ville-d’Essai']],
    ['collines', ['CPTS Collines-Essai'], ['CPTS Nord-Essai']],
    ['grande ville', ['CPTS Ville-Essai'], ['CPTS Nord-Essai']],
    ['mon mari est violent', ['Violences faites aux femmes'], ['SAMU']],
    ['j’ai avalé de la javel', ['Centre antipoison d’essai', 'SAMU'], ['Pompiers']],
    ['vaccin grippe', ['Soins d’essai par les pharmaciens'], ['Pompiers']],
    ['lointin', ['Centre hospitalier de Lointain-d’Essai'], ['Centre hospitalier de Bourg-d’Essai']],
    ['je suis sourd', ['Urgence pour qui n’entend pas'], ['SAMU']],
  ];
  for (const [typed, found, absent] of rows) {
    it(`"${typed}": ${found.join(', ')}`, async () => {
      const element = await show({ now: TUESDAY, commune: '' });
      await filter(element, typed);
      const all = names(element);
      expect(all[0]).to.include(found[0]);
      for (const name of found) expect(all.join()).to.include(name);
      for (const name of absent) expect(all.join()).not.to.include(name);
      expect(visibleText(element)).to.include('Urgence vitale 15 112 SMS 114 ');
    });
  }

  it('finds whom to call in danger, whatever the host shows', async () => {
    const element = await show({ now: TUESDAY, need: 'pharmacy' });
    await filter(element, 'suicide');
    expect(names(element)[0]).to.equal('Prévention du suicide');
  });

  it('urgences: 15, the five nearest departments, the others folded', async () => {
    const element = await show({ now: TUESDAY, commune: VILLE });
    await filter(element, 'urgences');
    expect(names(element)).to.have.length(6);
    expect(names(element)[0]).to.include('SAMU');
    expect(contact(element, 'Centre hospitalier de Ville')).to.include('Appelez le 15 d’abord');
    await unfold(element, 'Autres contacts');
    expect(names(element)).to.have.length(8);
  });

  describe('what is treated, and where', () => {
    before(() =>
      replaceBundledDirectory(
        trialWith(({ channels }) => {
          const of = (id: string) => channels.find((channel) => channel.id === id)!;
          of('csnp-ville').treats = ['general-medicine', 'procedures', 'trauma'];
          of('csnp-bourg').treats = ['general-medicine'];
          channels.push(dentist);
        }),
      ),
    );
    after(() => {
      useTrial();
    });

    const TRAUMA = 'Centre d’essai de la Ville';
    const GENERAL = 'Clinique d’essai du Bourg';
    const DENTIST = 'Dentiste d’essai de garde';
    const treated: [lang: string, typed: string, first: string, absent: string[]][] = [
      ['fr', 'entorse', TRAUMA, [GENERAL, DENTIST]],
      ['fr', 'Entorse de la cheville', TRAUMA, [GENERAL]],
      ['fr', 'chute', TRAUMA, [GENERAL]],
      ['fr', 'plaie', TRAUMA, [GENERAL]],
      ['fr', 'fièvre', TRAUMA, ['Pompiers']],
      ['fr', 'fievre', TRAUMA, []],
      ['fr', 'dent', 'Santé.fr', [TRAUMA]],
      ['fr', 'dents', 'Santé.fr', [TRAUMA]],
      ['fr', 'traumatologie', TRAUMA, [GENERAL]],
      ['en', 'sprain', TRAUMA, [GENERAL]],
      ['en', 'fall', TRAUMA, [GENERAL]],
      ['en', 'wound', TRAUMA, [GENERAL]],
      ['en', 'fever', TRAUMA, []],
      ['en', 'tooth', 'Santé.fr', [TRAUMA]],
    ];
    for (const [lang, typed, first, absent] of treated)
      it(`"${typed}" in ${lang}: ${first}`, async () => {
        const element = await show({ now: TUESDAY, lang, commune: '' });
        await filter(element, typed);
        const all = names(element);
        expect(all[0]).to.include(first);
        for (const name of absent) expect(all.join()).not.to.include(name);
      });

    const outOfHours: [typed: string, found: string[]][] = [
      ['entorse', ['SAMU', TRAUMA]],
      ['fièvre', ['SAMU', GENERAL]],
      ['dentiste', [DENTIST, 'SAMU', 'Santé.fr']],
    ];
    for (const [typed, found] of outOfHours)
      it(`"${typed}" on Sunday: ${found.join(', ')}`, async () => {
        const element = await show({ now: SUNDAY, commune: '' });
        await filter(element, typed);
        for (const [i, name] of found.entries()) expect(names(element)[i]).to.include(name);
      });
  });

  it('announces the count once typing has paused', async () => {
    const element = await show();
    await filter(element, 'suicide');
    const status = element.shadowRoot!.querySelector('[role="status"]')!;
    expect(bare(status.textContent!)).to.equal('');
    await until(() => bare(status.textContent!), 'the count');
    expect(bare(status.textContent!)).to.equal('Contacts : 1');
  });

  it('nothing found: says so, with 15', async () => {
    const element = await show();
    await filter(element, 'zzzzz');
    expect(visibleText(element)).to.include(
      'Aucun contact ne correspond à « zzzzz ». En cas de doute, le 15 répond jour et nuit.',
    );
    expect(names(element)).to.deep.equal([]);
  });
});

describe('<yonne-contacts>: into the phone', () => {
  /** The file that the button gives. */
  async function saved(press: () => void): Promise<{ name: string; text: string }> {
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    let blob!: Blob;
    let name = '';
    URL.createObjectURL = (object) => {
      blob = object as Blob;
      return 'blob:test';
    };
    HTMLAnchorElement.prototype.click = function () {
      name = this.download;
    };
    try {
      press();
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
    return { name, text: (await blob.text()).replace(/\r\n /g, '') };
  }

  it('one contact', async () => {
    const element = await show({ now: TUESDAY });
    await unfold(element);
    const button = item(element, 'Centre d’essai de la Ville')!.querySelector<HTMLElement>('.more button')!;
    const { name, text } = await saved(() => button.click());
    expect(name).to.equal('csnp-ville.vcf');
    expect(text).to.include('TEL;VALUE=uri;TYPE=voice:tel:+33353010001');
    expect(bare(text)).to.include('du lundi au samedi\\, 8 h à 20 h');
  });

  it('a maison médicale de garde has the number 15', async () => {
    const element = await show({ now: TUESDAY });
    await unfold(element);
    const button = item(element, 'Maison médicale de garde de Ville-d’Essai')!.querySelector<HTMLElement>(
      '.more button',
    )!;
    expect((await saved(() => button.click())).text).to.include(':tel:15\r\n');
  });

  it('all that are shown', async () => {
    const element = await show({ need: 'violence' });
    const button = element.shadowRoot!.querySelector<HTMLElement>('.foot button')!;
    expect(bare(button.textContent!)).to.equal('Enregistrer ces contacts dans mon téléphone (2)');
    const { name, text } = await saved(() => button.click());
    expect(name).to.equal('contacts.vcf');
    expect(text.match(/BEGIN:VCARD/g)).to.have.length(2);
  });
});

describe('<yonne-contacts>: for machines', () => {
  const script = (element: Element) => element.querySelector('script[type="application/ld+json"]');

  it('off by default', async () => expect(script(await show()) === null).to.equal(true));

  it('adds JSON-LD, once, and takes it away again', async () => {
    const element = await show({ 'structured-data': '' });
    const data = JSON.parse(script(element)!.textContent!);
    expect(data['@context']).to.equal('https://schema.org');
    expect(data['@graph']).to.have.length(31);
    element.requestUpdate();
    await element.updateComplete;
    expect(element.querySelectorAll('script')).to.have.length(1);
    element.removeAttribute('structured-data');
    await element.updateComplete;
    expect(script(element) === null).to.equal(true);
  });
});

describe('<yonne-contacts>: accessible in every form', () => {
  const forms: Record<string, string>[] = [
    { commune: VILLE, now: SUNDAY },
    { audience: 'mairie', now: TUESDAY, theme: 'dark' },
    { need: 'hospital poison' },
    { lang: 'en', now: TUESDAY },
  ];
  for (const attributes of forms)
    it(JSON.stringify(attributes), async () => expect(await show(attributes)).to.be.accessible());

  it('all of it unfolded', async () => {
    const element = await show({ commune: VAL, audience: 'mairie', now: TUESDAY });
    await unfold(element);
    await expect(element).to.be.accessible();
  });

  for (const width of [280, 320, 640, 1280]) {
    it(`nothing sticks out at ${width} px`, async () => {
      const element = await show({ commune: BOURG, audience: 'mairie' });
      element.style.width = `${width}px`;
      await unfold(element);
      for (const node of element.shadowRoot!.querySelectorAll('.needs *')) {
        if (node.closest('.visually-hidden, svg')) continue;
        const { right, width: shown } = node.getBoundingClientRect();
        if (shown) expect(right, bare(node.textContent!)).to.be.at.most(element.getBoundingClientRect().right + 0.5);
      }
    });
  }

  for (const [width, size] of [
    [320, 16],
    [304, 32],
    [264, 32],
  ] as const) {
    it(`the icon of the search stands within its field at ${width} px, text ${size} px`, async () => {
      const element = await show();
      element.style.cssText = `width: ${width}px; font-size: ${size}px`;
      const box = element.shadowRoot!.querySelector('.box')!;
      const [icon, input] = [...box.children].map((part) => part.getBoundingClientRect()) as [DOMRect, DOMRect];
      expect(icon.top).to.be.above(input.top);
      expect(icon.bottom).to.be.below(input.bottom);
      // Nor is what is typed written over it.
      const { paddingLeft } = getComputedStyle(box.querySelector('input')!);
      expect(icon.right).to.be.below(input.left + Number.parseFloat(paddingLeft));
      expect(input.right).to.be.below(box.getBoundingClientRect().right);
    });
  }

  it('all needs are told', () => expect(new Set(NEEDS).size).to.equal(12));
});
