import { expect, fixture, html } from '@open-wc/testing';
import '../components/entries/define.ts';
import '../components/locales/languages.ts';
import { replaceBundledContours } from '../components/cpts-finder/bundled-contours.ts';
import type { YonneCptsFinder } from '../components/cpts-finder/cpts-finder.ts';
import { replaceBundledDirectory } from '../components/shared/bundled-directory.ts';
import type { YonneSoinsNow } from '../components/soins-now/soins-now.ts';
import { bundled } from '../src/bundled.ts';
import { hasEnded } from '../src/contacts.ts';
import { type Directory, loadDirectory } from '../src/directory.ts';
import type { Commune } from '../src/directory-schema.ts';
import { phoneText, siteName } from '../src/format.ts';
import { BOURG, CONFINS, HAMEAU, LOINTAIN, RIVES, trial, trialWith, useTrial, VAL, VILLE } from './fixtures/trial.ts';
import { trialContours } from './fixtures/trial-contours.ts';
import { handClock } from './hand-clock.ts';
import { bare, unfold, visibleText, warnings } from './reading.ts';
import { until } from './waiting.ts';

const directory = useTrial();
replaceBundledContours(trialContours);

// An empty commune: a widget that does not follow what another test has chosen.
const show = async (attributes: Record<string, string> = {}): Promise<YonneCptsFinder> => {
  const element = await fixture<YonneCptsFinder>(
    html`<yonne-cpts-finder lang=${attributes.lang ?? 'fr'}></yonne-cpts-finder>`,
  );
  for (const [name, value] of Object.entries({ commune: '', ...attributes })) element.setAttribute(name, value);
  await element.updateComplete;
  return element;
};

const inside = <T extends Element>(element: Element, selector: string) =>
  element.shadowRoot!.querySelector<T>(selector)!;
const field = (element: Element) => inside<HTMLInputElement>(element, '[role="combobox"]');
const options = (element: Element) =>
  [...element.shadowRoot!.querySelectorAll('[role="option"]')].map((option) => bare(option.textContent!));
const status = (element: Element) => bare(inside(element, '.field [role="status"]').textContent!);
/** Typing has paused: what was found is announced. */
const announced = async (element: Element, text: string) => {
  await until(() => status(element).includes(text), `"${text}"`);
};

const type = async (element: YonneCptsFinder | YonneSoinsNow, text: string) => {
  const input = field(element);
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await element.updateComplete;
};
const press = async (element: YonneCptsFinder, key: string, more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more });
  field(element).dispatchEvent(event);
  await element.updateComplete;
  return event;
};

describe('<yonne-cpts-finder>: the answer for a commune', () => {
  /** What is said of each commune of a directory: its badge, and whether a contrat local de santé is. */
  const answers = async ({ communes }: Directory) => {
    const element = await show();
    const said: { commune: Commune; badge: string; answer: string; contract: boolean }[] = [];
    for (const commune of communes) {
      element.commune = commune.code;
      await element.updateComplete;
      said.push({
        commune,
        badge: bare(inside(element, '.badge').textContent!),
        answer: bare(inside(element, '.answer').textContent!),
        contract: visibleText(element).includes('est dans le contrat local de santé'),
      });
    }
    return said;
  };
  const BADGES = {
    documented: () => 'Votre CPTS',
    presumed: () => 'Probablement votre CPTS',
    undetermined: (count: number) => `${{ 2: 'Deux', 3: 'Trois' }[count]} CPTS possibles`,
  };

  for (const [name, raw] of [
    ['made-up', trial],
    ['bundled', bundled],
  ] as const) {
    describe(`of the ${name} directory`, () => {
      const whole = loadDirectory(raw);
      let said: Awaited<ReturnType<typeof answers>>;
      before(async () => {
        replaceBundledDirectory(raw);
        said = await answers(whole);
      });
      after(() => {
        useTrial();
      });

      it('is how sure its attachment is, its CPTS or those around, the health insurance and where to search', () => {
        const [insurance, search] = (['insurance', 'professional-search'] as const).map(
          (role) => whole.channelOf(role)!,
        );
        expect(said).to.have.length(whole.communes.length);
        for (const { commune, badge, answer } of said) {
          const attachment = whole.attachment(commune);
          const around = attachment.level === 'undetermined' ? attachment.neighbours : [attachment.cpts];
          expect(badge, commune.code).to.equal(BADGES[attachment.level](around.length));
          for (const part of [
            commune.name,
            ...around.map((cpts) => cpts.name),
            bare(phoneText(insurance!.phones[0]!.number)),
            siteName(search!.site!),
          ])
            if (!answer.includes(part)) expect.fail(`${commune.code}: ${answer}; expected ${part}`);
        }
      });

      it('names the contrat local de santé in its communes, and only there', () => {
        const running = whole.localHealthContracts.filter((contract) => !hasEnded(contract, Date.now(), whole));
        const signed = new Set(running.flatMap(({ epci }) => epci));
        for (const { commune, contract } of said) expect(contract, commune.code).to.equal(signed.has(commune.epci));
      });
    });
  }

  it('3 documented, 7 presumed, 2 not established, 6 with a contrat local de santé', async () => {
    const said = await answers(directory);
    const counts: Record<string, number> = {};
    for (const { badge } of said) counts[badge] = (counts[badge] ?? 0) + 1;
    expect(counts).to.deep.equal({
      'Votre CPTS': 3,
      'Probablement votre CPTS': 7,
      'Deux CPTS possibles': 2,
    });
    expect(said.filter(({ contract }) => contract)).to.have.length(6);
  });

  const rows: [string, string, RegExp][] = [
    [
      'its own attachment is documented, the site is not published',
      VILLE,
      /^Votre CPTS Ville-d’Essai : CPTS Ville-Essai.*nos sources ne donnent pas ses coordonnées · demandez au 36 46/,
    ],
    ['that of its EPCI is', LOINTAIN, /^Votre CPTS Lointain-d’Essai : CPTS Collines-Essai.*cpts-collines\.example/],
    [
      'same territory',
      BOURG,
      /^Probablement votre CPTS Bourg-d’Essai : CPTS Nord-Essai D’après le pôle d’essai du Bourg.*cpts-nord\.example/,
    ],
    ['same name', HAMEAU, /^Probablement votre CPTS Hameau-d’Essai : CPTS Ville-Essai D’après le nom/],
    ['local use', VAL, /^Probablement votre CPTS Val-d’Essai : CPTS Nord-Essai D’après l’usage local/],
    [
      'two neighbours',
      CONFINS,
      /^Deux CPTS possibles Confins-d’Essai Aucune source ne dit laquelle.*CPTS Ville-Essai.*CPTS Collines-Essai/,
    ],
  ];
  for (const [title, commune, expected] of rows) {
    it(title, async () => expect(bare(inside(await show({ commune }), '.answer').textContent!)).to.match(expected));
  }

  it('resources near, the announced one said to be so', async () => {
    const text = visibleText(await show({ commune: VAL }));
    expect(text).to.match(/Téléconsultation assistée de Val-d’Essai · voir avec la CPTS Nord-Essai \(probablement\)/);
    expect(text).to.match(/Hameau-d’Essai · annoncée · ≈ \d+ km/);
    expect(text).to.include(
      'Soins d’essai par les pharmaciens, sages-femmes et infirmiers libéraux · vaccinations, bilans',
    );
  });

  const contracts: [lang: string, parts: string[]][] = [
    [
      'fr',
      [
        'Val-d’Essai est dans le contrat local de santé 2023–2027',
        'logements d’essai pour les étudiants',
        'Ses signataires : Agence de santé d’essai, CA de la Ville d’Essai, Centre hospitalier de Ville-d’Essai.',
      ],
    ],
    ['en', ['2023–2027', 'trial housing for students', 'Agence de santé d’essai, CA de la Ville d’Essai']],
  ];
  for (const [lang, parts] of contracts)
    it(`what the contrat local de santé plans, and who signed it, in ${lang}`, async () => {
      const element = await show({ commune: VAL, lang });
      await unfold(element);
      for (const part of parts) expect(visibleText(element)).to.include(part);
    });

  describe('of a directory that knows less, or more', () => {
    const TODAY = '2026-11-24T10:00';
    const drawn = async (change: Parameters<typeof trialWith>[0], attributes: Record<string, string>) => {
      replaceBundledDirectory(trialWith(change));
      const element = await show({ now: TODAY, ...attributes });
      await unfold(element);
      return element;
    };
    afterEach(() => {
      useTrial();
    });

    it('a contract of which nothing but its first year is known is one sentence, with nothing to open', async () => {
      const element = await drawn(
        ({ localHealthContracts: [contract] }) =>
          Object.assign(contract!, { from: 2025, to: undefined, signed: undefined, actions: [], signatories: [] }),
        { commune: VAL },
      );
      const text = visibleText(element);
      expect(text).to.include('Val-d’Essai est dans le contrat local de santé 2025');
      expect(text).not.to.match(/prévoit|signataires|undefined/);
    });

    it('a contract whose years are over is said to be so, and nothing of what it planned', async () => {
      const text = visibleText(
        await drawn(({ localHealthContracts: [contract] }) => Object.assign(contract!, { from: 2019, to: 2025 }), {
          commune: VAL,
        }),
      );
      expect(text).to.include('Contrat local de santé 2019–2025 (terminé, renouvellement inconnu)');
      expect(text).not.to.match(/est dans le contrat|logements d’essai/);
    });

    const announced: [lang: string, text: string][] = [
      ['fr', 'site annoncé pour l’été d’essai, non confirmé : cpts.essai-santé.example · demandez au 36 46'],
      ['en', 'site announced for trial summer, not confirmed: cpts.essai-santé.example · ask 36 46'],
    ];
    for (const [lang, text] of announced)
      it(`a site that was announced is no link, in ${lang}`, async () => {
        const element = await drawn(
          ({ cpts }) =>
            Object.assign(cpts.cpts.find(({ id }) => id === 'ville-essai')!, {
              announcedSite: {
                address: 'cpts.essai-santé.example',
                when: { fr: 'l’été d’essai', en: 'trial summer' },
              },
            }),
          { commune: VILLE, lang },
        );
        expect(visibleText(element)).to.include(text);
        expect(visibleText(element)).not.to.include('pas encore publié');
        expect(element.shadowRoot!.querySelector('a[href*="essai-sant"]') === null).to.equal(true);
      });

    const territories: [commune: string, name: string, offered: boolean][] = [
      [VAL, 'Val-d’Essai, presumed', true],
      [BOURG, 'Bourg-d’Essai, presumed', true],
      [VILLE, 'Ville-d’Essai, of another', false],
      [CONFINS, 'Confins-d’Essai, not established', false],
    ];
    for (const [commune, name, offered] of territories)
      it(`what belongs to one territory, in ${name}: ${offered ? 'offered' : 'not offered'}`, async () => {
        const element = await drawn(
          ({ channels }) => Object.assign(channels.find(({ id }) => id === 'telecabines')!, { cpts: 'nord-essai' }),
          { commune },
        );
        const text = visibleText(element);
        expect(text.includes('Télécabines d’essai')).to.equal(offered);
        if (offered) expect(text).to.match(/Télécabines d’essai en pharmacie · voir avec la CPTS Nord-Essai/);
        expect(text).to.include('Centre de santé de Rives-d’Essai');
      });
  });

  it('the steps to a family doctor are there before a commune is, and become one’s own', async () => {
    const element = await show();
    const steps = () => [...element.shadowRoot!.querySelectorAll('.steps > li')].map((step) => bare(step.textContent!));
    const others = steps().slice(1);
    expect(steps()[0]).to.match(/^Contactez votre CPTS Choisissez votre commune, .* créneaux que le 15 peut donner\.$/);
    expect(others.join(' ')).to.match(/36 46 .* sante\.fr/);
    await type(element, 'val');
    await press(element, 'Enter');
    expect(steps()[0]).to.match(/^Contactez la CPTS cpts-nord\.example/);
    expect(steps().slice(1)).to.deep.equal(others);
  });

  it('a CPTS has the numbers and the address that a source gives', async () => {
    replaceBundledDirectory(
      trialWith(({ cpts }) =>
        Object.assign(cpts.cpts[1]!, { phones: [{ number: '03 53 01 00 41' }], email: 'a@b.example' }),
      ),
    );
    try {
      expect(visibleText(await show({ commune: LOINTAIN }))).to.include('03 53 01 00 41 · a@b.example · cpts-collines');
    } finally {
      useTrial();
    }
  });

  it('leads to who can treat you now, for that commune, by its own clock', async () => {
    const element = await show({ commune: BOURG });
    element.clock = handClock('2027-01-04T13:05:00Z');
    const details = [...element.shadowRoot!.querySelectorAll('details')].find((d) =>
      d.textContent!.includes('Sans rendez-vous'),
    )!;
    expect(details.querySelector('yonne-soins-now') === null).to.equal(true);
    details.querySelector('summary')!.click();
    const now = await until(() => details.querySelector<YonneSoinsNow>('yonne-soins-now'));
    await now.updateComplete;
    expect(visibleText(now)).to.include(' Bourg-d’Essai, lundi 4 janvier, 14 h 05 · changer ');
  });
});

describe('<yonne-cpts-finder>: the field, an APG combobox with a list', () => {
  it('is a combobox with a name, closed and empty at first', async () => {
    const element = await show();
    const input = field(element);
    expect(input.getAttribute('aria-expanded')).to.equal('false');
    expect(input.getAttribute('aria-autocomplete')).to.equal('list');
    expect(inside<HTMLLabelElement>(element, 'label[for="commune"]').textContent).to.include(
      'Votre commune ou code postal',
    );
    expect(options(element)).to.deep.equal([]);
  });

  it('"st ess": Saint-Essai, what matches marked', async () => {
    const element = await show();
    await type(element, 'st ess');
    expect(field(element).getAttribute('aria-expanded')).to.equal('true');
    expect(options(element)).to.deep.equal(['Saint-Essai 00500']);
    expect(inside(element, 'mark').textContent).to.equal('Saint-Ess');
  });

  it('a former commune leads to the one that replaced it', async () => {
    const element = await show();
    await type(element, 'port');
    expect(options(element)[0]).to.equal('Rives-d’Essai (Port-d’Essai) 00500, 00510');
  });

  it('eight options at most, and how many others', async () => {
    const element = await show();
    await type(element, 'essai');
    expect(options(element)).to.have.length(8);
    expect(visibleText(element)).to.include('et 4 de plus : précisez');
  });

  it('arrows go through the options and back to the field; Enter takes one', async () => {
    const element = await show();
    await type(element, '00500');
    const count = options(element).length;
    const selected = () => [...element.shadowRoot!.querySelectorAll('[aria-selected="true"]')].map(({ id }) => id);
    expect(selected()).to.deep.equal([]);
    await press(element, 'ArrowDown');
    await press(element, 'ArrowDown');
    expect(selected()).to.deep.equal(['commune-1']);
    expect(field(element).getAttribute('aria-activedescendant')).to.equal('commune-1');
    await press(element, 'ArrowUp');
    await press(element, 'ArrowUp');
    expect(selected()).to.deep.equal([]);
    expect(field(element).hasAttribute('aria-activedescendant')).to.equal(false);
    await press(element, 'ArrowUp');
    expect(selected()).to.deep.equal([`commune-${count - 1}`]);
    const name = options(element)[count - 1]!.split(' ')[0]!;
    const event = await press(element, 'Enter');
    expect(event.defaultPrevented).to.equal(true);
    expect(field(element).value).to.equal(name);
    expect(field(element).getAttribute('aria-expanded')).to.equal('false');
    expect(bare(inside(element, '.answer').textContent!)).to.include(`${name} : CPTS`);
  });

  it('Enter without arrows takes the first', async () => {
    const element = await show();
    await type(element, 'lointin');
    await press(element, 'Enter');
    expect(bare(inside(element, '.answer').textContent!)).to.include('Lointain-d’Essai : CPTS Collines-Essai');
  });

  it('Home, End and letters stay the field’s; an input method keeps its keys', async () => {
    const element = await show();
    await type(element, 'vil');
    await press(element, 'ArrowDown');
    for (const key of ['Home', 'End', 'x']) expect((await press(element, key)).defaultPrevented, key).to.equal(false);
    expect(field(element).hasAttribute('aria-activedescendant')).to.equal(false);
    expect((await press(element, 'Enter', { isComposing: true })).defaultPrevented).to.equal(false);
    expect(field(element).getAttribute('aria-expanded')).to.equal('true');
  });

  it('Escape closes the list, then clears the field', async () => {
    const element = await show();
    await type(element, 'vil');
    await press(element, 'Escape');
    expect(field(element).getAttribute('aria-expanded')).to.equal('false');
    expect(field(element).value).to.equal('vil');
    await press(element, 'Escape');
    expect(field(element).value).to.equal('');
  });

  it('a press on an option takes it', async () => {
    const element = await show();
    await type(element, 'lointain');
    inside<HTMLElement>(element, '[role="option"]').click();
    await element.updateComplete;
    expect(bare(inside(element, '.answer').textContent!)).to.include('Lointain-d’Essai : CPTS Collines-Essai');
  });

  it('the count is announced after a pause; "no commune" is never premature', async () => {
    const element = await show();
    await type(element, '00500');
    expect(status(element)).to.equal('');
    await announced(element, 'Communes');
    expect(status(element)).to.equal('Communes : 3');
    await type(element, 'zzzzz');
    expect(visibleText(element)).not.to.include('Aucune commune');
    await announced(element, 'Aucune');
    expect(status(element)).to.equal('Aucune commune ne correspond à « zzzzz ».');
    expect(visibleText(element)).to.include('Aucune commune ne correspond à « zzzzz ».');
  });

  it('leaving the field closes the list', async () => {
    const element = await show();
    await type(element, 'vil');
    field(element).blur();
    await element.updateComplete;
    expect(field(element).getAttribute('aria-expanded')).to.equal('false');
  });
});

describe('<yonne-cpts-finder>: "Me localiser"', () => {
  const at = (latitude: number, longitude: number) => (success: PositionCallback) =>
    success({ coords: { latitude, longitude } } as GeolocationPosition);
  const failing = (code: number) => (_: PositionCallback, error?: PositionErrorCallback | null) =>
    error?.({ code } as GeolocationPositionError);
  const rows: [string, Geolocation['getCurrentPosition'], RegExp, string][] = [
    [
      'in a town',
      at(46.6, 3.51),
      /la plus proche de votre position, qui n’a pas quitté cet appareil/,
      'Ville-d’Essai : CPTS',
    ],
    ['in another', at(46.22, 3.5), /la plus proche/, 'Lointain-d’Essai : CPTS Collines-Essai'],
    [
      'in an EPCI, nearer to a commune of the next one',
      at(46.69, 3.52),
      /la plus proche/,
      'Hameau-d’Essai : CPTS Ville',
    ],
    ['a little outside of all shapes', at(47.07, 3.18), /Vous n’êtes pas dans l’Essai\. Tapez/, 'Choisissez'],
    ['far away', at(48.2, 5.04), /Vous n’êtes pas dans l’Essai\. Tapez/, 'Choisissez votre commune'],
    ['refused', failing(1), /n’a pas le droit de donner votre position\. Tapez/, 'Choisissez'],
    ['unavailable', failing(2), /n’est pas disponible\. Tapez/, 'Choisissez'],
    ['timed out', failing(3), /tarde trop\. Tapez/, 'Choisissez'],
  ];
  for (const [title, getCurrentPosition, message, answer] of rows) {
    it(title, async () => {
      const element = await fixture<YonneCptsFinder>(
        html`<yonne-cpts-finder lang="fr" commune="" .geolocation=${{ getCurrentPosition } as Geolocation}></yonne-cpts-finder>`,
      );
      [...element.shadowRoot!.querySelectorAll('button')].find((b) => bare(b.textContent!) === 'Me localiser')!.click();
      await element.updateComplete;
      expect(visibleText(element)).to.match(message);
      expect(bare(inside(element, '.answer').textContent!)).to.include(answer);
    });
  }
});

describe('<yonne-cpts-finder>: the map and its legend', () => {
  it('says in words what it shows', async () => {
    expect(bare(inside(await show({ commune: LOINTAIN }), '.map svg').getAttribute('aria-label')!)).to.equal(
      'Carte de l’Essai : Lointain-d’Essai, CPTS Collines-Essai',
    );
  });

  it('three CPTS by number and name; a press on one shows it', async () => {
    const element = await show();
    const buttons = [...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('.legend button')];
    expect(buttons.map((b) => bare(b.textContent!))).to.deep.equal([
      '1 CPTS Nord-Essai',
      '2 CPTS Collines-Essai',
      '3 CPTS Ville-Essai',
    ]);
    buttons[0]!.click();
    await element.updateComplete;
    expect(buttons[0]!.getAttribute('aria-pressed')).to.equal('true');
    const answer = bare(inside(element, '.answer').textContent!);
    expect(answer).to.match(
      /^CPTS Nord-Essai Contactez la CPTS cpts-nord\.example.*Son territoire : CC du Bourg d’Essai \(probablement\)/,
    );
    const shapes = element.shadowRoot!.querySelectorAll('.map g');
    shapes[1]!.querySelector('path')!.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await element.updateComplete;
    expect([...shapes].map((shape) => shape.classList.contains('chosen'))).to.deep.equal([false, true, false]);
    expect(bare(inside(element, '.answer').textContent!)).to.include(
      'CPTS Collines-Essai Groupement d’essai de proximité et de santé',
    );
  });
});

describe('<yonne-cpts-finder>: on the site of a CPTS', () => {
  it('shows that CPTS first', async () => {
    expect(bare(inside(await show({ cpts: 'nord-essai' }), '.answer').textContent!)).to.match(/^CPTS Nord-Essai/);
  });

  it('says politely when a commune is another’s', async () => {
    const text = visibleText(await show({ cpts: 'nord-essai', commune: LOINTAIN }));
    expect(text).to.include('Lointain-d’Essai relève d’une autre communauté que la CPTS Nord-Essai : voici la sienne.');
    expect(text).to.include('Lointain-d’Essai : CPTS Collines-Essai');
  });

  it('is no surer that it is another’s than the directory is', async () =>
    expect(visibleText(await show({ cpts: 'collines-essai', commune: BOURG }))).to.include(
      'Bourg-d’Essai relève probablement d’une autre communauté que la CPTS Collines-Essai : voici laquelle.',
    ));

  describe('that says what its territory is', () => {
    const given = { cpts: 'collines-essai', territory: `000000004  ${CONFINS}` };
    const rows: [commune: string, title: string, expected: RegExp][] = [
      [
        VAL,
        'of an EPCI of its territory',
        /^Votre CPTS Val-d’Essai : CPTS Collines-Essai Source : CPTS Collines-Essai\./,
      ],
      [
        CONFINS,
        'of its territory, of which no source said whose it is',
        /^Votre CPTS Confins-d’Essai : CPTS Collines-Essai/,
      ],
      [LOINTAIN, 'documented before', /^Votre CPTS Lointain-d’Essai : CPTS Collines-Essai Contactez/],
      [VILLE, 'documented as another’s', /Votre CPTS Ville-d’Essai : CPTS Ville-Essai/],
      [BOURG, 'of no territory that is given', /Probablement votre CPTS Bourg-d’Essai : CPTS Nord-Essai/],
    ];
    for (const [commune, title, expected] of rows)
      it(`a commune ${title}`, async () =>
        expect(bare(inside(await show({ ...given, commune }), '.answer').textContent!)).to.match(expected));

    it('is its territory in words, and its area on the map', async () => {
      const element = await show(given);
      expect(bare(inside(element, '.answer').textContent!)).to.match(
        /Son territoire : CC des Collines d’Essai, CC du Val d’Essai, Confins-d’Essai$/,
      );
      const [nord, collines] = [...element.shadowRoot!.querySelectorAll('.map g path:first-child')].map((path) =>
        path.getAttribute('d')!.split('z').filter(Boolean),
      );
      expect([nord!.length, collines!.length]).to.deep.equal([1, 2]);
    });

    it('what the reader chooses is told as that CPTS’s', async () => {
      const element = await show(given);
      const told: unknown[] = [];
      element.addEventListener('yonne-commune-change', ({ detail }) => told.push(detail));
      await type(element, 'val');
      await press(element, 'Enter');
      expect(told).to.deep.equal([{ code: VAL, name: 'Val-d’Essai', cpts: 'collines-essai', level: 'documented' }]);
    });

    it('codes that are none are named, each once; the others count', async () => {
      let element!: YonneCptsFinder;
      const said = await warnings(async () => {
        element = await show({ ...given, territory: '99999 000000004 rien', commune: VAL });
      });
      const expected = 'codes of EPCI and communes of the Essai, such as 000000001';
      expect(said).to.deep.equal(
        ['99999', 'rien'].map((code) => `<yonne-cpts-finder> territory: ${code}; expected ${expected}`),
      );
      expect(visibleText(element)).to.include('Val-d’Essai : CPTS Collines-Essai');
    });

    it('without a CPTS, it is nobody’s: that is named', async () => {
      let element!: YonneCptsFinder;
      const said = await warnings(async () => {
        element = await show({ territory: '000000004', commune: VAL });
      });
      expect(said).to.deep.equal([
        '<yonne-cpts-finder> territory and contact; expected cpts beside them: nord-essai, collines-essai, ville-essai',
      ]);
      expect(visibleText(element)).to.include('Val-d’Essai : CPTS Nord-Essai');
    });

    it('has the CSV that confirms it for all, at its foot, for as long as the directory does not', async () => {
      const element = await show(given);
      expect(visibleText(element)).to.include('Pour la CPTS').and.not.to.include('.csv');
      await unfold(element, 'Pour la CPTS');
      expect(visibleText(element)).to.match(
        /pas encore dans l’annuaire commun : 4\. .* Enregistrer collines-essai\.csv/,
      );
      const without: Record<string, string>[] = [
        {},
        { cpts: 'collines-essai' },
        { cpts: 'collines-essai', territory: '000000003' },
      ];
      for (const attributes of without)
        expect(visibleText(await show(attributes)), JSON.stringify(attributes)).not.to.include('Pour la CPTS');
    });

    it('the CSV is in the form that npm run data:cpts takes', async () => {
      const element = await show({ ...given, now: '' });
      // Half past midnight in Paris is still the day before elsewhere.
      element.clock = { now: () => Date.parse('2037-06-30T22:30Z'), subscribe: () => () => {} };
      await unfold(element, 'Pour la CPTS');
      const { createObjectURL } = URL;
      const { click } = HTMLAnchorElement.prototype;
      const files: Blob[] = [];
      const names: string[] = [];
      URL.createObjectURL = (file: Blob) => {
        files.push(file);
        return createObjectURL.call(URL, file);
      };
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        names.push(this.download);
      };
      try {
        inside<HTMLElement>(element, 'details button').click();
      } finally {
        URL.createObjectURL = createObjectURL;
        HTMLAnchorElement.prototype.click = click;
      }
      expect(names).to.deep.equal(['collines-essai.csv']);
      const [header, ...lines] = (await files[0]!.text()).trim().split('\r\n');
      expect(header).to.equal('code insee;cpts;source;date');
      expect(lines.map((line) => line.split(';').slice(0, 3).join(';'))).to.deep.equal(
        [VAL, RIVES, CONFINS, '00012'].map((code) => `${code};collines-essai;"CPTS Collines-Essai (localhost)"`),
      );
      for (const line of lines) expect(line).to.match(/;2037-07-01$/);
    });
  });

  describe('that says how it is reached', () => {
    const links = (element: Element) =>
      [...element.shadowRoot!.querySelectorAll('.steps > li:first-child a')].map((link) => link.getAttribute('href'));
    const rows: [contact: string, expected: string[], wrong?: string][] = [
      ['03 53 01 00 40', ['tel:+33353010040']],
      ['+33 3 53 01 00 40, cpts@collines.example', ['tel:+33353010040', 'mailto:cpts@collines.example']],
      ['cpts@collines.example; 0353010040', ['tel:+33353010040', 'mailto:cpts@collines.example']],
      ['3624', [], '3624'],
      ['javascript:alert(1)', [], 'javascript:alert(1)'],
      ['a@b.example?bcc=c@d.example, 03 53 01 00 40', ['tel:+33353010040'], 'a@b.example?bcc=c@d.example'],
    ];
    for (const [contact, expected, wrong] of rows)
      it(`${contact}: ${expected.join(', ') || 'nothing'}`, async () => {
        let element!: YonneCptsFinder;
        const said = await warnings(async () => {
          element = await show({ cpts: 'collines-essai', contact, commune: LOINTAIN });
        });
        expect(links(element)).to.deep.equal([...expected, 'https://www.cpts-collines.example/']);
        const hint = 'a French number such as 03 86 00 00 00, or an e-mail address';
        expect(said).to.deep.equal(wrong ? [`<yonne-cpts-finder> contact: ${wrong}; expected ${hint}`] : []);
      });

    it('is the contact of that CPTS alone', async () => {
      const element = await show({ cpts: 'collines-essai', contact: '03 53 01 00 40', commune: VAL });
      expect(links(element)).to.deep.equal(['https://cpts-nord.example/']);
    });

    it('a number that was pressed is told', async () => {
      const element = await show({ cpts: 'collines-essai', contact: '03 53 01 00 40' });
      const told: unknown[] = [];
      element.addEventListener('yonne-call', ({ detail }) => told.push(detail));
      const link = inside<HTMLElement>(element, '.steps a[href^="tel:"]');
      link.addEventListener('click', (event) => event.preventDefault());
      link.click();
      expect(told).to.deep.equal([{ channel: 'collines-essai', number: '03 53 01 00 40' }]);
    });
  });

  it('an id that is none is named once', async () => {
    const said = await warnings(async () => void (await show({ cpts: 'nord' })));
    expect(said).to.deep.equal(['<yonne-cpts-finder> cpts="nord"; expected nord-essai, collines-essai, ville-essai']);
  });
});

describe('the chosen commune', () => {
  it('is told, and shared with the widgets that have none of their own', async () => {
    const page = await fixture(html`<div lang="fr">
      <yonne-cpts-finder></yonne-cpts-finder>
      <yonne-soins-now id="follows" now="2026-11-22T14:05"></yonne-soins-now>
      <yonne-soins-now id="own" commune=${VILLE} now="2026-11-22T14:05"></yonne-soins-now>
    </div>`);
    const finder = page.querySelector<YonneCptsFinder>('yonne-cpts-finder')!;
    const told: unknown[] = [];
    document.addEventListener('yonne-commune-change', (event) => told.push((event as CustomEvent).detail), {
      once: true,
    });
    await type(finder, 'hamau');
    await press(finder, 'Enter');
    expect(told).to.deep.equal([{ code: HAMEAU, name: 'Hameau-d’Essai', cpts: 'ville-essai', level: 'presumed' }]);
    const [follows, own] = [...page.querySelectorAll<YonneSoinsNow>('yonne-soins-now')];
    await Promise.all([follows!.updateComplete, own!.updateComplete]);
    expect(visibleText(follows!)).to.include('114 Hameau-d’Essai, dimanche 22 novembre, 14 h 05 · changer');
    expect(visibleText(own!)).to.include('114 Ville-d’Essai, dimanche 22 novembre, 14 h 05 · changer');
  });

  it('changes in <yonne-soins-now> too', async () => {
    const element = await fixture<YonneSoinsNow>(
      html`<yonne-soins-now lang="fr" commune=${VILLE} now="2026-11-22T14:05"></yonne-soins-now>`,
    );
    [...element.shadowRoot!.querySelectorAll('button')].find((b) => bare(b.textContent!) === 'changer')!.click();
    await element.updateComplete;
    await type(element, 'bourg');
    inside<HTMLElement>(element, '[role="option"]').click();
    await element.updateComplete;
    expect(visibleText(element)).to.include('114 Bourg-d’Essai, dimanche 22 novembre, 14 h 05 · changer');
    expect(element.shadowRoot!.querySelector('[role="combobox"]') === null).to.equal(true);
  });
});

describe('<yonne-cpts-finder>: access for all', () => {
  const states: [string, Record<string, string>, ((element: YonneCptsFinder) => Promise<unknown>)?][] = [
    ['empty', {}],
    ['with a result', { commune: VILLE }],
    ['unfolded', { commune: VILLE }, unfold],
    ['not established', { commune: CONFINS }],
    ['dark', { commune: LOINTAIN, theme: 'dark' }],
    [
      'on the site of a CPTS, unfolded',
      { cpts: 'collines-essai', territory: '000000004', contact: '03 53 01 00 40, cpts@collines.example' },
      unfold,
    ],
    ['in English', { commune: BOURG, lang: 'en' }],
    ['open', {}, (element) => type(element, 'essai')],
    [
      'an option reached',
      {},
      async (element) => {
        await type(element, 'essai');
        await press(element, 'ArrowDown');
      },
    ],
    [
      'without match',
      {},
      async (element) => {
        await type(element, 'zzzzz');
        await announced(element, 'Aucune');
      },
    ],
  ];
  for (const [title, attributes, act] of states) {
    it(`axe finds nothing: ${title}`, async () => {
      const element = await show(attributes);
      await act?.(element);
      await expect(element).to.be.accessible();
    });

    for (const [width, size] of [
      [320, 16],
      [280, 16],
      [640, 32],
    ] as const) {
      it(`nothing is cut at ${width} px, text ${size} px: ${title}`, async () => {
        const element = await show(attributes);
        element.parentElement!.style.cssText = `width: ${width}px; font-size: ${size}px`;
        await act?.(element);
        const right = element.getBoundingClientRect().right;
        const seen = [...element.shadowRoot!.querySelectorAll('.card *:not(.visually-hidden)')].filter(
          (node) => !node.closest('svg'),
        );
        const cut = seen.filter((node) => node.getBoundingClientRect().right > right + 0.5);
        expect(cut.map((node) => `${node.localName} ${node.textContent!.trim().slice(0, 40)}`)).to.deep.equal([]);
      });
    }
  }

  it('English, complete', async () => {
    const element = await show({ commune: VILLE, lang: 'en' });
    await unfold(element);
    const text = visibleText(element);
    expect(text).to.include('Find my CPTS and a family doctor');
    expect(text).to.include('Your CPTS Ville-d’Essai : CPTS Ville-Essai');
    expect(text).to.include('trial housing for students');
    expect(text).not.to.match(/Votre CPTS|Appelez|Cherchez|Contactez|prévoit/);
  });
});
