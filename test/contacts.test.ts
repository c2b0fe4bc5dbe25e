import { expect, fixture, html } from '@open-wc/testing';
import '../components/entries/define.ts';
import '../components/locales/languages.ts';
import type { YonneContacts } from '../components/contacts/contacts.ts';
import { bundled } from '../src/bundled.ts';
import { distance } from '../src/communes.ts';
import { contactsByNeed, createFilter, recordOf } from '../src/contacts.ts';
import { loadDirectory } from '../src/directory.ts';
import { NEEDS } from '../src/directory-schema.ts';
import { bare, visibleText, warnings } from './reading.ts';
import { until } from './waiting.ts';

const directory = loadDirectory(bundled);
const SUNDAY = '2026-11-22T14:05';
const TUESDAY = '2026-11-24T10:00';

const show = async (attributes: Record<string, string> = {}): Promise<YonneContacts> => {
  const element = await fixture<YonneContacts>(html`<yonne-contacts lang="fr"></yonne-contacts>`);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  await element.updateComplete;
  return element;
};

const headings = (element: Element) =>
  [...element.shadowRoot!.querySelectorAll('.need > .heading')].map(({ textContent }) => bare(textContent!));
const items = (element: Element) => [...element.shadowRoot!.querySelectorAll('[part~="channel"]')];
/** The text of a contact, folded parts too. */
const contact = (element: Element, name: string) =>
  bare(items(element).find((item) => item.textContent!.includes(name))?.textContent ?? '');
const names = (element: Element) => items(element).map((item) => bare(item.querySelector('strong')!.textContent!));
const filter = async (element: YonneContacts, typed: string) => {
  const input = element.shadowRoot!.querySelector<HTMLInputElement>('#filter')!;
  input.value = typed;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await element.updateComplete;
};

describe('contacts by need', () => {
  it('has every record of the directory under exactly one need', () => {
    const ids = [...contactsByNeed(directory, Date.parse('2026-11-24T10:00Z')).values()]
      .flat()
      .map((c) => recordOf(c).id);
    const records = [...directory.channels, ...directory.cpts.values(), ...directory.localHealthContracts];
    expect(ids.sort()).to.deep.equal(records.map(({ id }) => id).sort());
  });

  it('leaves no need empty', () => {
    for (const [need, list] of contactsByNeed(directory, undefined)) expect(list.length, need).to.be.above(0);
  });

  for (const code of ['89024', '89025', '89387', '89206']) {
    const commune = directory.commune(code)!;
    it(`${commune.name}: hospitals near first, its own CPTS first`, () => {
      const contacts = contactsByNeed(directory, Date.parse('2026-11-24T10:00Z'), commune);
      const away = contacts.get('hospital')!.map(({ channel }) => {
        const { place } = channel!;
        return distance(commune.point, place!.point ?? directory.commune(place!.commune)!.point);
      });
      expect(away).to.deep.equal([...away].sort((a, b) => a - b));
      const attachment = directory.attachment(commune)!;
      if (attachment.level !== 'undetermined')
        expect(contacts.get('family-doctor')![0]!.cpts).to.equal(attachment.cpts);
    });
  }
});

describe('the filter', () => {
  const text = 'Santé.fr www.sante.fr Trouver un professionnel dentiste kinésithérapeute 3646 0386659182';
  const rows: [string, boolean][] = [
    ['', true],
    ['dentiste', true],
    ['DENT', true],
    ['sante', true],
    ['santé fr', true],
    ['kinesitherapeute', true],
    ['kinésitérapeute', true],
    ['dantiste', true],
    ['dentiste professionnel', true],
    ['3646', true],
    ['36 46', true],
    ['36', true],
    ['03 86 65', true],
    ['03.86.65.91.82', true],
    ['65 91', true],
    ['91', false],
    ['boulanger', false],
    ['dentiste boulanger', false],
    ['tiste', false],
  ];
  for (const [typed, found] of rows)
    it(`"${typed}" ${found ? 'finds it' : 'does not'}`, () => expect(createFilter(typed)(text) === 1).to.equal(found));
});

describe('<yonne-contacts>: what the seed documents give is on the page, with a link that works', () => {
  const links: [string, string, string][] = [
    ['15', 'tel:15', '15'],
    ['114, by message', 'sms:114', '114'],
    ['SOS Médecins', 'tel:3624', '36 24'],
    ['CPAM', 'tel:3646', '36 46'],
    ['Clinique Paul-Picquet', 'tel:+33386659182', '03 86 65 91 82'],
    ['Polyclinique Sainte-Marguerite', 'tel:+33386944933', '03 86 94 49 33'],
    ['SOS Médecins Auxerre', 'tel:0820890000', '0 820 89 00 00'],
    ['SOS Médecins Sens', 'tel:0820800201', '0 820 80 02 01'],
    ['booking', 'https://rdvasos.fr/', 'Prendre rendez-vous sur rdvasos.fr'],
    ['sante.fr', 'https://www.sante.fr/', 'sante.fr'],
    ['ameli', 'https://www.ameli.fr/', 'ameli.fr'],
    ['CPTS Nord Yonne', 'https://cpts-nordyonne.fr/', 'cpts-nordyonne.fr'],
    ['CPTS Centre-Yonne', 'https://www.cpts-centre-yonne.fr/', 'cpts-centre-yonne.fr'],
    ['CPTS Puisaye-Forterre', 'https://cptspf.fr/', 'cptspf.fr'],
    ['CPTS GIPS89', 'https://www.gips89.fr/', 'gips89.fr'],
    ['ARS', 'mailto:ars-bfc-dcpt-dd89@ars.sante.fr', 'ars-bfc-dcpt-dd89@ars.sante.fr'],
  ];
  let element: YonneContacts;
  beforeEach(async () => {
    element = await show({ audience: 'mairie', now: TUESDAY });
  });
  for (const [what, href, text] of links) {
    it(`${what}: ${text}`, () => {
      const link = element.shadowRoot!.querySelector<HTMLAnchorElement>(`a[href="${href}"]`);
      expect(link, href).to.be.instanceOf(HTMLAnchorElement);
      expect(bare(link!.textContent!)).to.include(text);
    });
  }
  it('CPTS Auxerrois-Armance, whose site is not published', () =>
    expect(contact(element, 'CPTS Auxerrois-Armance')).to.include('Son site n’est pas encore publié'));
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
    const text = visibleText(await show({ now: TUESDAY, audience: 'mairie', commune: '89024' }));
    expect(text).to.include('Un habitant sans médecin traitant : Assurance maladie 36 46');
    expect(text).to.include('CPTS Auxerrois-Armance');
    expect(text).to.include('Contrat local de santé 2023–2027');
    expect(text).to.include('ARS Bourgogne-Franche-Comté');
  });

  const entries: [title: string, attributes: Record<string, string>, name: string, parts: string[], absent?: string][] =
    [
      [
        '15: free, around the clock, vital',
        {},
        'SAMU',
        ['15', 'Répond 24 h/24', 'un médecin régulateur vous oriente', 'Appel gratuit'],
      ],
      [
        'SOS Médecins by day: address, prices',
        { now: TUESDAY },
        'SOS Médecins Auxerre',
        ['48 bis boulevard Lyautey, 89000 Auxerre', 'sans rendez-vous', 'numéro payant', '0,15 €/min'],
      ],
      [
        'SOS Médecins on Sunday: call first, no address',
        { now: SUNDAY },
        'SOS Médecins Auxerre',
        ['appelez avant de vous déplacer'],
        'Lyautey',
      ],
      [
        'maison médicale de garde: through 15 only',
        { now: SUNDAY },
        'Maison médicale de garde d’Auxerre',
        ['Sur orientation du 15', '15'],
      ],
      [
        'Sainte-Marguerite on Tuesday: open, hours, entrance',
        { now: TUESDAY },
        'Polyclinique Sainte-Marguerite',
        [
          'Ouvert jusqu’à 20 h',
          'du lundi au samedi, 8 h à 20 h',
          'jours fériés, à confirmer',
          'dimanche, fermé',
          'Entrée par la gauche',
        ],
      ],
      [
        'Sainte-Marguerite on Sunday: closed',
        { now: SUNDAY },
        'Polyclinique Sainte-Marguerite',
        ['Fermé jusqu’à lundi 8 h'],
      ],
      [
        'Paul-Picquet at Christmas: call first',
        { now: '2026-12-25T10:00' },
        'Clinique Paul-Picquet',
        ['Ouverture à confirmer', 'jour férié : appelez avant de vous déplacer'],
      ],
      [
        'an emergency department: 15 first',
        { now: TUESDAY, commune: '89024' },
        'Centre hospitalier d’Auxerre',
        ['Appelez le 15 d’abord', '2 boulevard de Verdun', 'urgences pédiatriques'],
      ],
      [
        'sources and the day of the check',
        {},
        'SOS Médecins Sens',
        [
          'Sources : Direction du cabinet, du pilotage et des territoires (ARS Bourgogne-Franche-Comté), 5 août 2025',
          'Vérifié le 22 novembre 2026.',
        ],
      ],
      [
        'what is announced only',
        { now: TUESDAY },
        'Téléconsultation assistée de Joigny',
        ['annoncée'],
        'Horaires non publiés',
      ],
      ['what no source says how to reach', {}, 'MSA', ['nos sources ne donnent pas ses coordonnées']],
      ['whom to ask instead', { commune: '89024' }, 'Télécabines', ['À demander : CPTS Auxerrois-Armance']],
      ['whom to ask without a commune', { commune: '' }, 'Télécabines', ['à demander à la CPTS de votre commune']],
      [
        'the CPTS of the commune, and how sure that is',
        { commune: '89346' },
        'CPTS Auxerrois-Armance',
        ['CPTS de Saint-Georges-sur-Baulche (rattachement à confirmer)'],
      ],
    ];
  for (const [title, attributes, name, parts, absent] of entries) {
    it(title, async () => {
      const text = contact(await show(attributes), name);
      for (const part of parts) expect(text).to.include(part);
      if (absent) expect(text).not.to.include(absent);
    });
  }

  it('one or several needs: the emergency numbers stay', async () => {
    const element = await show({ need: 'poison pharmacy' });
    expect(headings(element)).to.deep.equal(['Pharmacie de garde', 'Intoxication']);
    expect(visibleText(element)).to.match(/15 SAMU.*112/);
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
    const text = visibleText(element);
    expect(text).to.include('L’horloge de cet appareil est fausse');
    expect(text).not.to.include('Ouvert jusqu’à');
    expect(contact(element, 'SAMU')).to.include('Répond 24 h/24');
    expect(contact(element, 'Clinique Paul-Picquet')).not.to.include('jour férié :');
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
    const element = await show({ commune: '89024', now: TUESDAY });
    const root = element.shadowRoot!;
    root.querySelector<HTMLElement>('button.link')!.click();
    await element.updateComplete;
    const input = root.querySelector<HTMLInputElement>('#commune')!;
    input.focus();
    input.value = 'joigny';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await element.updateComplete;
    await Promise.resolve();
    expect(visibleText(element)).to.include('Joigny et alentours');
    expect(bare(root.activeElement!.textContent!)).to.equal('Qui appeler, pour quoi ?');
  });
});

describe('<yonne-contacts>: the filter', () => {
  const rows: [typed: string, found: string[], absent: string[]][] = [
    ['dentiste', ['SAMU', 'Santé.fr'], ['Pompiers']],
    ['3646', ['CPAM de l’Yonne'], ['SAMU']],
    ['garde', ['Maison médicale de garde d’Auxerre', 'Pharmacie de garde'], ['Prévention du suicide']],
    ['suicide', ['Prévention du suicide'], ['Enfance en danger']],
    ['champignons', ['Centre antipoison de Nancy'], ['Pharmacie de garde']],
    ['sens', ['SOS Médecins Sens', 'Centre hospitalier de Sens'], ['SOS Médecins Auxerre']],
    ['gips', ['CPTS GIPS89'], ['CPTS Nord Yonne']],
    ['mal de dents', ['SAMU', 'Santé.fr'], ['Pompiers']],
    ['violence conjugale', ['Violences faites aux femmes'], ['SAMU']],
    ['mon mari est violent', ['Violences faites aux femmes'], ['SAMU']],
    ['j’ai avalé de la javel', ['Centre antipoison de Nancy'], ['SAMU']],
    ['pharmacie ouverte dimanche', ['Pharmacie de garde'], ['SAMU']],
    ['vaccin grippe', ['Soins par les pharmaciens'], ['SAMU']],
    ['urgence enfant', ['Centre hospitalier d’Auxerre'], ['Centre antipoison']],
    ['avalon', ['Centre hospitalier d’Avallon'], ['Centre hospitalier de Sens']],
  ];
  for (const [typed, found, absent] of rows) {
    it(`"${typed}": ${found.join(', ')}`, async () => {
      const element = await show({ now: TUESDAY });
      await filter(element, typed);
      const all = names(element).join('\n');
      for (const name of found) expect(all).to.include(name);
      for (const name of absent) expect(all).not.to.include(name);
      expect(visibleText(element)).to.include('15 SAMU');
    });
  }

  it('announces the count once typing has paused', async () => {
    const element = await show();
    await filter(element, 'suicide');
    const status = element.shadowRoot!.querySelector('[role="status"]')!;
    expect(bare(status.textContent!)).to.equal('');
    await until(() => bare(status.textContent!), 'the count');
    expect(bare(status.textContent!)).to.equal('1 contact');
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
    const item = items(element).find((node) => node.textContent!.includes('Polyclinique Sainte-Marguerite'))!;
    const { name, text } = await saved(() => item.querySelector('button')!.click());
    expect(name).to.equal('csnp-sainte-marguerite.vcf');
    expect(text).to.include('TEL;VALUE=uri;TYPE=voice:tel:+33386944933');
    expect(text).to.include('8 h à 20 h'.replace(/ /g, '\u00a0').slice(0, 3));
  });

  it('a maison médicale de garde has the number 15', async () => {
    const element = await show({ now: TUESDAY });
    const item = items(element).find((node) => node.textContent!.includes('Maison médicale de garde d’Auxerre'))!;
    expect((await saved(() => item.querySelector('button')!.click())).text).to.include(':tel:15\r\n');
  });

  it('all that are shown', async () => {
    const element = await show({ need: 'violence' });
    const button = element.shadowRoot!.querySelector<HTMLElement>('.foot button')!;
    expect(bare(button.textContent!)).to.equal('Enregistrer ces 2 contacts dans mon téléphone');
    const { name, text } = await saved(() => button.click());
    expect(name).to.equal('contacts.vcf');
    expect(text.match(/BEGIN:VCARD/g)).to.have.length(2);
  });
});

describe('<yonne-contacts>: for machines', () => {
  const script = (element: Element) => element.querySelector('script[type="application/ld+json"]');

  it('off by default', async () => expect(script(await show())).to.equal(null));

  it('adds JSON-LD, once, and takes it away again', async () => {
    const element = await show({ 'structured-data': '' });
    const data = JSON.parse(script(element)!.textContent!);
    expect(data['@context']).to.equal('https://schema.org');
    expect(data['@graph'].length).to.be.above(30);
    element.requestUpdate();
    await element.updateComplete;
    expect(element.querySelectorAll('script')).to.have.length(1);
    element.removeAttribute('structured-data');
    await element.updateComplete;
    expect(script(element)).to.equal(null);
  });
});

describe('<yonne-contacts>: accessible in every form', () => {
  const forms: Record<string, string>[] = [
    { commune: '89024', now: SUNDAY },
    { audience: 'mairie', now: TUESDAY, theme: 'dark' },
    { need: 'hospital poison' },
    { lang: 'en', now: TUESDAY },
  ];
  for (const attributes of forms)
    it(JSON.stringify(attributes), async () => expect(await show(attributes)).to.be.accessible());

  for (const width of [280, 320, 640, 1280]) {
    it(`nothing sticks out at ${width} px`, async () => {
      const element = await show({ commune: '89387', audience: 'mairie' });
      element.style.width = `${width}px`;
      for (const node of element.shadowRoot!.querySelectorAll('.needs *')) {
        if (node.closest('.visually-hidden, svg')) continue;
        const { right, width: shown } = node.getBoundingClientRect();
        if (shown) expect(right, bare(node.textContent!)).to.be.at.most(element.getBoundingClientRect().right + 0.5);
      }
    });
  }

  it('all needs are told', () => expect(new Set(NEEDS).size).to.equal(12));
});
