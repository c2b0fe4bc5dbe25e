/** The site's embedding page, as `node build/site.mjs` wrote it: choices → code → that very code in a blank page → the right answer. */
import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { bundled } from '../src/bundled.ts';
import { loadDirectory } from '../src/directory.ts';
import { phoneText, phoneUri } from '../src/format.ts';
import type { Kind } from '../src/kinds.ts';
import { bare, visibleText } from './reading.ts';
import { until } from './waiting.ts';

const demo = new URL('../dist/site/integrer/index.html', import.meta.url).href;
const dist = new URL('../dist/', import.meta.url).href;

/** The directory of today: what the codes must say is read there. */
const directory = loadDirectory(bundled);
const ofKind = (...kinds: Kind[]) => directory.channels.filter(({ kind }) => kinds.includes(kind));
const [cpts] = [...directory.cpts.values()];

type Page = { window: Window & typeof globalThis; document: Document };

async function load(source: { src: string } | { srcdoc: string }): Promise<Page> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 1000px; height: 800px';
  Object.assign(frame, source);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return { window: frame.contentWindow as Page['window'], document: frame.contentDocument! };
}

/** The configurator with the choices made by hand. */
async function configurator(choices: Record<string, string>, query = ''): Promise<Page> {
  const page = await load({ src: demo + query });
  await until(() => page.document.querySelector('#preview [commune]'), 'the first code');
  for (const [id, value] of Object.entries({ base: dist, ...choices })) {
    const field = page.document.querySelector<HTMLInputElement>(`#${id}`)!;
    if (field.type === 'checkbox') field.checked = true;
    else field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return page;
}

/** The code in a form, with what stands once on the whole site. */
function code({ document: page }: Page, forme: string): string {
  const field = page.querySelector<HTMLSelectElement>('#forme')!;
  field.value = forme;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return ['#once', '#code'].map((id) => page.querySelector(id)!.textContent!).join('\n');
}

/** The code in a blank page, at an instant. */
async function pasted(html: string, now = '2026-11-22T14:05'): Promise<Page> {
  const page = await load({
    srcdoc: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Commune</title><body>${html
      .replace(/(<yonne-[\w-]+)/, `$1 now="${now}"`)
      .replace(/(data-yonne="[\w-]+")/, `$1 data-now="${now}"`)}</body></html>`,
  });
  return page;
}

/** The widget in a page, once all of it is drawn. */
async function widgetIn({ document: page }: Page, tag: string): Promise<LitElement> {
  const widget = await until(() => {
    const element = page.querySelector(tag) ?? page.querySelector('[data-yonne]')?.shadowRoot?.querySelector(tag);
    return element?.shadowRoot?.querySelector('[part~="card"]') ? (element as LitElement) : undefined;
  });
  await widget.updateComplete;
  return widget;
}

describe('the configurator', () => {
  afterEach(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });

  const rows: [title: string, choices: Record<string, string>, tag: string, expected: string[]][] = [
    [
      'Se soigner maintenant, Auxerre by name',
      { commune: 'Auxerre (89024)' },
      'yonne-soins-now',
      [
        'Auxerre, dimanche 22 novembre, 14 h 05 · changer',
        'Hors des heures de cabinet, jusqu’à lundi 8 h Permanence des soins · dimanche',
      ],
    ],
    [
      'a commune without its code, in English',
      { commune: 'sens', lang: 'en' },
      'yonne-soins-now',
      ['Sens, Sunday 22 November, 14:05 · change', 'Out-of-hours care · Sunday'],
    ],
    [
      'the finder on the site of a CPTS',
      { widget: 'cpts-finder', cpts: cpts!.id },
      'yonne-cpts-finder',
      [bare(cpts!.name)],
    ],
    [
      'contacts for a town hall',
      { widget: 'contacts', commune: '89025', audience: 'mairie' },
      'yonne-contacts',
      ['Avallon et alentours', 'Pour la mairie'],
    ],
  ];
  for (const [title, choices, tag, expected] of rows) {
    for (const form of ['script', 'div']) {
      it(`${title}: ${form === 'div' ? '<div data-yonne>' : 'the script and its tag'}`, async () => {
        const page = await configurator(choices);
        const text = visibleText(await widgetIn(await pasted(code(page, form)), tag));
        for (const part of expected) expect(text).to.include(part);
      });
    }
    it(`${title}: the preview shows the same widget`, async () => {
      const page = await configurator(choices);
      const shown = await widgetIn(page, `#preview ${tag}`);
      if (choices.audience) expect(shown.getAttribute('audience')).to.equal(choices.audience);
    });
  }

  it('an address of files that a link brings is in no code before the reader says that it is theirs', async () => {
    const { document: page } = await load({ src: `${demo}?length=1&base=https://files.example/&widget=contacts` });
    const written = () => page.querySelector('#code')!.textContent!;
    await until(() => page.querySelector('#preview yonne-contacts'), 'the first code');
    expect(written()).to.include('yonne-contacts').and.not.to.include('files.example');
    const question = page.querySelector<HTMLElement>('#base-proposed')!;
    expect(question.innerText).to.include('https://files.example/');
    question.querySelector('button')!.click();
    expect(written()).to.include('https://files.example/yonne-soins.js');
    expect(page.querySelector('#base-proposed')).to.equal(null);
  });

  it('the code works without the script: the numbers stand in it', async () => {
    const page = await configurator({ commune: '89024', base: 'https://example.invalid/' });
    const text = bare(
      (await pasted(code(page, 'script').replace(/<script.*?<\/script>/g, ''))).document.body.innerText,
    );
    const roles = (['vital', 'european-emergency', 'text-emergency', 'insurance'] as const).map(
      (role) => directory.channelOf(role)!.phones[0]!,
    );
    const national = ofKind('sos-medecins')[0]!.phones.find(({ number }) => number.length === 4)!;
    for (const { number } of [...roles, national]) expect(text).to.include(bare(phoneText(number)));
    // Whoever copies the code knows what the call costs.
    const { price, plusCall } = national;
    if (typeof price === 'number')
      expect(text).to.include(`(${price.toLocaleString('fr')} €/min${plusCall ? ' + prix de l’appel' : ''})`);
  });

  it('plain HTML: the numbers of the directory', async () => {
    const { document: page } = await pasted(code(await configurator({}), 'html'));
    const links = [...page.querySelectorAll('a')].map(({ href }) => href);
    const given = ofKind('sos-medecins', 'csnp', 'pharmacy-line', 'helpline', 'poison-centre');
    for (const { id, kind, hours, phones } of [directory.vital, directory.channelOf('insurance')!, ...given]) {
      // The text has no hours: a helpline stands there where it answers day and night.
      const stands = kind !== 'helpline' || hours?.text === '24/7';
      expect(links.includes(phoneUri(phones[0]!.number)), id).to.equal(stands);
    }
  });

  it('plain HTML: no hours, which may change while it stays, and the day of the directory', async () => {
    const text = bare((await pasted(code(await configurator({}), 'html'))).document.body.innerText);
    expect(text).not.to.match(/\d h/);
    for (const { name } of ofKind('csnp'))
      expect(text).to.match(new RegExp(`${bare(name)}, à [^,]+, en journée, appelez avant`));
    const day = new Date(directory.date).toLocaleDateString('fr', { dateStyle: 'long', timeZone: 'UTC' });
    expect(text).to.include(`Annuaire du ${bare(day)}`);
  });

  it('the iframe shows the choice', async () => {
    const html = code(await configurator({ commune: '89387', lang: 'en' }), 'iframe');
    expect(html).to.match(/title="Se soigner maintenant"/);
    const { document: page } = await load({ srcdoc: `<!doctype html>${html}` });
    const frame = page.querySelector('iframe')!;
    frame.loading = 'eager';
    const inner = await until(() => frame.contentDocument?.querySelector('[data-yonne]') && frame.contentDocument);
    expect(
      visibleText(await widgetIn({ document: inner, window: frame.contentWindow as never }, 'yonne-soins-now')),
    ).to.match(/Text 114 Sens, .* · change /);
  });

  it('keeps the choices in its address, which can be sent', async () => {
    const page = await configurator({ widget: 'contacts', commune: 'Joigny (89206)', theme: 'dark' });
    const { search } = page.window.location;
    const again = await configurator({}, search);
    expect(code(again, 'script')).to.equal(code(page, 'script'));
    expect(code(again, 'script')).to.include('commune="89206"').and.to.include('theme="dark"');
  });

  const colours: [string, RegExp][] = [
    ['#883311', /Contraste 8,\d avec le fond, 8,\d sur les boutons : conforme/],
    ['#ee8866', /Contraste 2,5 avec le fond, 8,3 sur les boutons : insuffisant \(4,5 demandé/],
    ['#777777', /Contraste 4,4 avec le fond/],
  ];
  for (const [accent, said] of colours) {
    it(`${accent}: ${said}`, async () =>
      expect(bare((await configurator({ accent })).document.querySelector('#contrast')!.textContent!)).to.match(said));
  }

  it('for readers with dark devices too, the worse contrast counts', async () => {
    const page = await configurator({ theme: 'auto', accent: '#003366' });
    expect(bare(page.document.querySelector('#contrast')!.textContent!)).to.match(/^Contraste 1,4 .* insuffisant/);
  });

  const folders: [typed: string, src: string, said: string][] = [
    ['https://mairie.example/soins', 'https://mairie.example/soins/yonne-soins-now.js', ''],
    ['www.mairie.example', 'https://www.mairie.example/yonne-soins-now.js', ''],
    ['', '', '« » n’est pas une adresse'],
    ['la mairie', '', '« la mairie » n’est pas une adresse'],
  ];
  for (const [base, src, said] of folders) {
    it(`folder "${base}": ${src || said}`, async () => {
      const page = await configurator({ base });
      if (src) expect(code(page, 'script')).to.include(`src="${src}"`);
      expect(bare(page.document.querySelector('#base-state')!.textContent!)).to.include(said);
    });
  }

  it('a commune that is none is named', async () =>
    expect(
      bare((await configurator({ commune: 'Paris' })).document.querySelector('#commune-aide')!.textContent!),
    ).to.equal('« Paris » n’est pas une commune de l’Yonne : choisissez-la dans la liste.'));

  it('what is typed cannot break out of the code', async () => {
    const page = await configurator({ base: 'https://x.example/"><script>alert(1)</' + 'script>/' });
    expect(code(page, 'script')).not.to.match(/alert\(1\)<\/script>/);
  });
});
