import { expect, fixture, html } from '@open-wc/testing';
import '../components/entries/define.ts';
import '../components/locales/languages.ts';
import type { YonneCptsFinder } from '../components/cpts-finder/cpts-finder.ts';
import type { YonneSoinsNow } from '../components/soins-now/soins-now.ts';
import { bundled } from '../src/bundled.ts';
import { loadDirectory } from '../src/directory.ts';
import { bare, visibleText, warnings } from './reading.ts';
import { until } from './waiting.ts';

const directory = loadDirectory(bundled);

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

describe('<yonne-cpts-finder>: the answer for each of the 423 communes', () => {
  it('172 documented, 246 to be confirmed, 5 not established, each with its CPTS and 36 46', async () => {
    const element = await show();
    const counts: Record<string, number> = {};
    for (const { code, name } of directory.communes) {
      element.commune = code;
      await element.updateComplete;
      const badge = bare(inside(element, '.badge').textContent!);
      counts[badge] = (counts[badge] ?? 0) + 1;
      const answer = bare(inside(element, '[aria-live]').textContent!);
      if (!answer.includes(name) || !answer.includes('36 46') || !answer.includes('sante.fr'))
        expect.fail(`${code} ${answer}`);
    }
    expect(counts).to.deep.equal({
      'Rattachement documenté': 172,
      'Rattachement à confirmer': 246,
      'Rattachement non établi': 5,
    });
  });

  const rows: [string, string, RegExp][] = [
    [
      'Auxerre is named by the ARS',
      '89024',
      /Rattachement documenté Auxerre : CPTS Auxerrois-Armance.*Son site n’est pas encore publié/,
    ],
    ['Avallon', '89025', /Rattachement documenté Avallon : CPTS GIPS89.*gips89\.fr/],
    [
      'Sens: same territory',
      '89387',
      /Rattachement à confirmer Sens : CPTS Nord Yonne D’après le pôle territorial Nord.*cpts-nordyonne\.fr/,
    ],
    [
      'Saint-Florentin: same name',
      '89345',
      /Rattachement à confirmer Saint-Florentin : CPTS Auxerrois-Armance D’après le nom/,
    ],
    [
      'Coulanges-sur-Yonne: three neighbours',
      '89119',
      /Rattachement non établi Coulanges-sur-Yonne Aucune source ne dit laquelle.*Puisaye-Forterre.*Auxerrois-Armance.*GIPS89/,
    ],
  ];
  for (const [title, commune, expected] of rows) {
    it(title, async () => expect(bare(inside(await show({ commune }), '[aria-live]').textContent!)).to.match(expected));
  }

  it('resources near, the announced one said to be so', async () => {
    const text = visibleText(await show({ commune: '89257' }));
    expect(text).to.match(
      /Téléconsultation assistée de Migennes · voir avec la CPTS Centre-Yonne \(rattachement à confirmer\)/,
    );
    expect(text).to.match(/Joigny · annoncée · à \d+ km/);
    expect(text).to.include('Soins par les pharmaciens, sages-femmes et infirmiers libéraux · vaccinations, bilans');
  });

  it('the contrat local de santé in its 78 communes, and only there', async () => {
    const element = await show();
    let count = 0;
    for (const { code } of directory.communes) {
      element.commune = code;
      await element.updateComplete;
      if (visibleText(element).includes('est dans le contrat local de santé 2023–2027')) count++;
    }
    expect(count).to.equal(78);
  });

  it('leads to who can treat you now, for that commune', async () => {
    const element = await show({ commune: '89387' });
    const details = [...element.shadowRoot!.querySelectorAll('details')].find((d) =>
      d.textContent!.includes('Sans rendez-vous'),
    )!;
    expect(details.querySelector('yonne-soins-now')).to.equal(null);
    details.open = true;
    const now = await until(() => details.querySelector<YonneSoinsNow>('yonne-soins-now'));
    await now.updateComplete;
    expect(visibleText(now)).to.include('Sens et alentours');
  });
});

describe('<yonne-cpts-finder>: the field, an APG combobox with a list', () => {
  it('is a combobox with a name, closed and empty at first', async () => {
    const element = await show();
    const input = field(element);
    expect(input.getAttribute('aria-expanded')).to.equal('false');
    expect(input.getAttribute('aria-autocomplete')).to.equal('list');
    expect(inside(element, `#${input.getAttribute('aria-controls')}`).getAttribute('role')).to.equal('listbox');
    expect(inside<HTMLLabelElement>(element, 'label[for="commune"]').textContent).to.include(
      'Votre commune ou code postal',
    );
    expect(options(element)).to.deep.equal([]);
  });

  it('"st flor": Saint-Florentin, what matches marked', async () => {
    const element = await show();
    await type(element, 'st flor');
    expect(field(element).getAttribute('aria-expanded')).to.equal('true');
    expect(options(element)).to.deep.equal(['Saint-Florentin 89600']);
    expect(inside(element, 'mark').textContent).to.equal('Saint-Flor');
  });

  it('a former commune leads to the one that replaced it', async () => {
    const element = await show();
    await type(element, 'aillant');
    expect(options(element)[0]).to.equal('Montholon (Aillant-sur-Tholon) 89110, 89710');
  });

  it('eight options at most, and how many others', async () => {
    const element = await show();
    await type(element, 'saint');
    expect(options(element)).to.have.length(8);
    expect(visibleText(element)).to.match(/\d+ autres : précisez/);
  });

  it('arrows go through the options and back to the field; Enter takes one', async () => {
    const element = await show();
    await type(element, '89600');
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
    expect(bare(inside(element, '[aria-live]').textContent!)).to.include(`${name} : CPTS`);
  });

  it('Enter without arrows takes the first', async () => {
    const element = await show();
    await type(element, 'tonerre');
    await press(element, 'Enter');
    expect(bare(inside(element, '[aria-live]').textContent!)).to.include('Tonnerre : CPTS GIPS89');
  });

  it('Home, End and letters stay the field’s; an input method keeps its keys', async () => {
    const element = await show();
    await type(element, 'aux');
    await press(element, 'ArrowDown');
    for (const key of ['Home', 'End', 'x']) expect((await press(element, key)).defaultPrevented, key).to.equal(false);
    expect(field(element).hasAttribute('aria-activedescendant')).to.equal(false);
    expect((await press(element, 'Enter', { isComposing: true })).defaultPrevented).to.equal(false);
    expect(field(element).getAttribute('aria-expanded')).to.equal('true');
  });

  it('Escape closes the list, then clears the field', async () => {
    const element = await show();
    await type(element, 'aux');
    await press(element, 'Escape');
    expect(field(element).getAttribute('aria-expanded')).to.equal('false');
    expect(field(element).value).to.equal('aux');
    await press(element, 'Escape');
    expect(field(element).value).to.equal('');
  });

  it('a press on an option takes it', async () => {
    const element = await show();
    await type(element, 'avallon');
    inside<HTMLElement>(element, '[role="option"]').click();
    await element.updateComplete;
    expect(bare(inside(element, '[aria-live]').textContent!)).to.include('Avallon : CPTS GIPS89');
  });

  it('the count is announced after a pause; "no commune" is never premature', async () => {
    const element = await show();
    await type(element, '89600');
    expect(status(element)).to.equal('');
    await announced(element, 'communes');
    expect(status(element)).to.match(/^\d+ communes$/);
    await type(element, 'zzzzz');
    expect(visibleText(element)).not.to.include('Aucune commune');
    await announced(element, 'Aucune');
    expect(status(element)).to.equal('Aucune commune ne correspond à « zzzzz ».');
    expect(visibleText(element)).to.include('Aucune commune ne correspond à « zzzzz ».');
  });

  it('leaving the field closes the list', async () => {
    const element = await show();
    await type(element, 'aux');
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
      'in Auxerre',
      at(47.798, 3.57),
      /la plus proche de votre position, qui n’a pas quitté cet appareil/,
      'Auxerre : CPTS',
    ],
    ['in Tonnerre', at(47.856, 3.974), /la plus proche/, 'Tonnerre : CPTS GIPS89'],
    ['in Dijon', at(47.32, 5.04), /Vous n’êtes pas dans l’Yonne\. Tapez/, 'Choisissez votre commune'],
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
      expect(bare(inside(element, '[aria-live]').textContent!)).to.include(answer);
    });
  }
});

describe('<yonne-cpts-finder>: the map and its legend', () => {
  it('says in words what it shows', async () => {
    expect(bare(inside(await show({ commune: '89025' }), '.map svg').getAttribute('aria-label')!)).to.equal(
      'Carte de l’Yonne : Avallon, CPTS GIPS89',
    );
  });

  it('five CPTS by number and name; a press on one shows it', async () => {
    const element = await show();
    const buttons = [...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('.legend button')];
    expect(buttons.map((b) => bare(b.textContent!))).to.deep.equal([
      '1 CPTS Nord Yonne',
      '2 CPTS Centre-Yonne',
      '3 CPTS Puisaye-Forterre',
      '4 CPTS GIPS89',
      '5 CPTS Auxerrois-Armance',
    ]);
    buttons[1]!.click();
    await element.updateComplete;
    expect(buttons[1]!.getAttribute('aria-pressed')).to.equal('true');
    const answer = bare(inside(element, '[aria-live]').textContent!);
    expect(answer).to.match(/CPTS Centre-Yonne cpts-centre-yonne\.fr.*CC du Jovinien \(à confirmer\)/);
    inside<SVGElement>(element, 'g.c3').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await element.updateComplete;
    expect(bare(inside(element, '[aria-live]').textContent!)).to.include('CPTS GIPS89 Groupement interprofessionnel');
  });
});

describe('<yonne-cpts-finder>: on the site of a CPTS', () => {
  it('shows that CPTS first', async () => {
    expect(bare(inside(await show({ cpts: 'centre-yonne' }), '[aria-live]').textContent!)).to.match(
      /^CPTS Centre-Yonne/,
    );
  });

  it('says politely when a commune is another’s', async () => {
    const text = visibleText(await show({ cpts: 'centre-yonne', commune: '89025' }));
    expect(text).to.include('Avallon relève d’une autre communauté que la CPTS Centre-Yonne : voici la sienne.');
    expect(text).to.include('Avallon : CPTS GIPS89');
  });

  it('an id that is none is named once', async () => {
    const said = await warnings(async () => void (await show({ cpts: 'centre' })));
    expect(said).to.deep.equal([
      '<yonne-cpts-finder> cpts="centre"; expected nord-yonne, centre-yonne, puisaye-forterre, gips89, auxerrois-armance',
    ]);
  });
});

describe('the chosen commune', () => {
  it('is told, and shared with the widgets that have none of their own', async () => {
    const page = await fixture(html`<div lang="fr">
      <yonne-cpts-finder></yonne-cpts-finder>
      <yonne-soins-now id="follows" now="2026-11-22T14:05"></yonne-soins-now>
      <yonne-soins-now id="own" commune="89024" now="2026-11-22T14:05"></yonne-soins-now>
    </div>`);
    const finder = page.querySelector<YonneCptsFinder>('yonne-cpts-finder')!;
    const told: unknown[] = [];
    document.addEventListener('yonne-commune-change', (event) => told.push((event as CustomEvent).detail), {
      once: true,
    });
    await type(finder, 'migenes');
    await press(finder, 'Enter');
    expect(told).to.deep.equal([{ code: '89257', name: 'Migennes', cpts: 'centre-yonne', level: 'presumed' }]);
    const [follows, own] = [...page.querySelectorAll<YonneSoinsNow>('yonne-soins-now')];
    await follows!.updateComplete;
    expect(visibleText(follows!)).to.include('Migennes et alentours');
    expect(visibleText(own!)).to.include('Auxerre et alentours');
  });

  it('changes in <yonne-soins-now> too', async () => {
    const element = await fixture<YonneSoinsNow>(
      html`<yonne-soins-now lang="fr" commune="89024" now="2026-11-22T14:05"></yonne-soins-now>`,
    );
    [...element.shadowRoot!.querySelectorAll('button')]
      .find((b) => bare(b.textContent!) === 'Changer de commune')!
      .click();
    await element.updateComplete;
    await type(element, 'sens');
    inside<HTMLElement>(element, '[role="option"]').click();
    await element.updateComplete;
    expect(visibleText(element)).to.include('Sens et alentours');
    expect(element.shadowRoot!.querySelector('[role="combobox"]')).to.equal(null);
  });
});

describe('<yonne-cpts-finder>: access for all', () => {
  const states: [string, Record<string, string>, ((element: YonneCptsFinder) => Promise<unknown>)?][] = [
    ['empty', {}],
    ['with a result', { commune: '89024' }],
    ['not established', { commune: '89119' }],
    ['dark', { commune: '89025', theme: 'dark' }],
    ['in English', { commune: '89387', lang: 'en' }],
    ['open', {}, (element) => type(element, 'saint')],
    [
      'an option reached',
      {},
      async (element) => {
        await type(element, 'saint');
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
    const element = await show({ commune: '89024', lang: 'en' });
    for (const details of element.shadowRoot!.querySelectorAll('details')) details.open = true;
    await element.updateComplete;
    const text = visibleText(element);
    expect(text).to.include('Find my CPTS and a family doctor');
    expect(text).to.include('Attachment documented');
    expect(text).not.to.match(/Rattachement|Appelez|Cherchez|Contactez|prévoit/);
  });
});
