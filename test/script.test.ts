/** The scripts as hosts load them: `npm test` builds them first. */
import { expect } from '@open-wc/testing';
import { version } from '../package.json';
import { bundled } from '../src/bundled.ts';
import { loadDirectory } from '../src/directory.ts';
import { FAR, guide, regimeAt } from '../src/guidance.ts';
import { parseInstant } from '../src/time/calendar.ts';
import { bare, visibleText } from './reading.ts';
import { frames, turn, until } from './waiting.ts';

type Page = Window & typeof globalThis & { said: string[]; yonneSoins: { version?: string } };

const SUNDAY = '2026-11-22T14:05';
const today = loadDirectory(bundled);
const at = parseInstant(SUNDAY)!;

/** Keeps what goes wrong in a page, and what is said in its console. */
const listen = `<script>
  window.said = [];
  addEventListener('error', ({ message }) => said.push(message));
  addEventListener('unhandledrejection', ({ reason }) => said.push(String(reason)));
  console.warn = console.error = (...parts) => said.push(parts.join(' '));
</script>`;

/** Waits for all that widgets draw, in one step or two. */
async function allDrawn(root: ParentNode): Promise<void> {
  for (const element of root.querySelectorAll<Element & { updateComplete?: Promise<boolean> }>('*'))
    await element.updateComplete;
}

/** A blank page of the same origin, with `head` and `body` written into it. */
async function page(head: string, body: string): Promise<HTMLIFrameElement & { contentWindow: Page }> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 640px; height: 800px';
  frame.srcdoc = `<!doctype html><html lang="fr"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  await allDrawn(frame.contentDocument!);
  return frame as never;
}

const address = (file: string) => new URL(`../dist/${file}`, import.meta.url).href;
const tag = (...files: string[]) => files.map((file) => `<script src="${address(file)}"></script>`).join('');

const MAIN = 'yonne-soins.js';
const NOW = 'yonne-soins-now.js';
const POSTER = 'yonne-affiche.js';
const ENGLISH = 'langues/en.js';
const script = tag(MAIN);
const widget = `<yonne-soins-now commune="89024" now="${SUNDAY}">15</yonne-soins-now>`;

const find = ({ contentDocument }: HTMLIFrameElement, name: string) => contentDocument!.querySelector(name)!;

/** All that a widget says, what it folds away too. */
async function unfolded(element: Element): Promise<string> {
  const root = element.shadowRoot!;
  for (const details of root.querySelectorAll('details')) details.open = true;
  await frames();
  return bare(root.querySelector('[part~="card"]')!.textContent!);
}

afterEach(() => {
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
});

describe('the script of one widget', () => {
  const states: [string, string, string][] = [
    ['a Sunday in Auxerre', SUNDAY, '89024'],
    ['a weekday in Avallon', '2026-11-24T11:00', '89025'],
    ['a public holiday in Sens', '2026-11-11T10:00', '89387'],
    ['a night, no commune', '2026-11-25T02:30', ''],
  ];
  for (const [title, now, commune] of states) {
    for (const lang of ['fr', 'en'])
      it(`${title}, ${lang}: it carries all that its widget says in the large one`, async () => {
        const tags = `<yonne-soins-now lang="${lang}" commune="${commune}" now="${now}"></yonne-soins-now>`;
        const texts = await Promise.all(
          [MAIN, NOW].map(async (file) => {
            const frame = await page(tag(file, ENGLISH), tags);
            const text = await unfolded(find(frame, 'yonne-soins-now'));
            frame.remove();
            return text;
          }),
        );
        expect(texts[0]).to.include(lang === 'en' ? 'Getting care now' : 'Se soigner maintenant');
        expect(texts[1]).to.equal(texts[0]);
      });
  }
});

describe('dist/yonne-soins.js', () => {
  it('shows the answer on a blank page, without request, cookie or storage', async () => {
    const frame = await page(script, widget);
    const { contentDocument, contentWindow } = frame;
    const text = visibleText(find(frame, 'yonne-soins-now'));
    const auxerre = today.commune('89024')!;
    expect(text).to.include(`${auxerre.name}, dimanche 22 novembre, 14 h 05 · changer`);
    expect(regimeAt(today, at).reason).to.equal('sunday');
    expect(text).to.include('Hors des heures de cabinet, jusqu’à lundi 8 h Permanence des soins · dimanche');
    for (const { channel, distance } of guide(today, at, auxerre).channels.open)
      if ((distance ?? 0) <= FAR) expect(text).to.include(bare(channel.name));
    const requests = contentWindow.performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
    expect(requests).to.deep.equal(['/dist/yonne-soins.js']);
    expect(contentDocument!.cookie).to.equal(document.cookie);
    expect(contentWindow.localStorage.length).to.equal(0);
  });

  it('loads twice without harm', async () => {
    const frame = await page(listen + script + script, widget);
    expect(frame.contentWindow.said).to.deep.equal([]);
    expect(visibleText(find(frame, 'yonne-soins-now'))).to.include('Urgence vitale 15 112 SMS 114 ');
  });

  it('works under a strict policy: this script, no style, Trusted Types', async () => {
    const policy = `default-src 'none'; script-src ${address(MAIN)}; require-trusted-types-for 'script'`;
    const { contentDocument } = await page(
      `<meta http-equiv="Content-Security-Policy" content="${policy}">${script}`,
      widget,
    );
    const element = contentDocument!.querySelector('yonne-soins-now')!;
    expect(visibleText(element)).to.include('Permanence des soins');
    expect(getComputedStyle(element).display).to.equal('block');
  });

  it('adds its data for search engines under the same policy, without violation', async () => {
    const policy = `default-src 'none'; script-src ${address(MAIN)}; require-trusted-types-for 'script'`;
    const { contentDocument, contentWindow } = await page(
      `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
      '<yonne-contacts structured-data>15</yonne-contacts>',
    );
    const violations: string[] = [];
    contentDocument!.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      violations.push(violatedDirective),
    );
    const late = contentDocument!.createElement('script');
    const trusted = (
      contentWindow as unknown as {
        trustedTypes: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } };
      }
    ).trustedTypes.createPolicy('test', { createScriptURL: (url: string) => url });
    late.src = trusted.createScriptURL(address(MAIN));
    const loaded = new Promise((resolve) => late.addEventListener('load', resolve));
    contentDocument!.head.append(late);
    await loaded;
    const data = contentDocument!.querySelector('yonne-contacts script[type="application/ld+json"]')!;
    expect(JSON.parse(data.textContent!)['@graph'][0].name).to.include('SAMU');
    expect(violations).to.deep.equal([]);
  });
});

describe('dist/langues/en.js', () => {
  const english = `<div lang="en">${widget}</div>`;
  const orders: [title: string, head: string, body: string][] = [
    ['before the script', tag(ENGLISH, MAIN), english],
    ['after it', tag(MAIN, ENGLISH), english],
    ['after the widget is drawn', tag(MAIN), english + tag(ENGLISH)],
    ['twice, before and after', tag(ENGLISH, MAIN, ENGLISH), english],
    ['with the small script', tag(NOW, ENGLISH), english],
    ['between two scripts', tag(NOW, ENGLISH, MAIN), english],
  ];
  for (const [title, head, body] of orders) {
    it(`${title}: the widget speaks English`, async () => {
      const frame = await page(listen + head, body);
      await turn();
      const text = visibleText(find(frame, 'yonne-soins-now'));
      expect(text).to.include('Getting care now');
      expect(text).to.include('Outside office hours, until Monday 8:00 Out-of-hours care · Sunday');
      expect(frame.contentWindow.said).to.deep.equal([]);
    });
  }

  it('once the page is loaded, too: until then French, and the console says which languages there are', async () => {
    const frame = await page(listen + script, english);
    expect(visibleText(find(frame, 'yonne-soins-now'))).to.include('Se soigner maintenant');
    await until(() => frame.contentWindow.said.length, 'a warning');
    expect(frame.contentWindow.said).to.have.length(1);
    expect(frame.contentWindow.said[0]).to.include('lang="en"; expected fr');
    const late = frame.contentDocument!.createElement('script');
    late.src = address(ENGLISH);
    frame.contentDocument!.head.append(late);
    await until(() => visibleText(find(frame, 'yonne-soins-now')).includes('Getting care now'), 'English');
    expect(frame.contentWindow.said).to.have.length(1);
  });

  it('leaves a French widget as it is', async () => {
    const frame = await page(tag(MAIN, ENGLISH), widget + english);
    const [french, other] = frame.contentDocument!.querySelectorAll('yonne-soins-now');
    expect(visibleText(french!)).to.include('Se soigner maintenant');
    expect(visibleText(other!)).to.include('Getting care now');
  });

  it('alone: nothing is drawn, nothing is said', async () => {
    const frame = await page(listen + tag(ENGLISH), english);
    expect(bare(frame.contentDocument!.body.innerText)).to.equal('15');
    expect(frame.contentWindow.said).to.deep.equal([]);
  });
});

/** A tag and a div for each widget, with a fallback. */
const WIDGETS = ['soins-now', 'cpts-finder', 'contacts', 'affiche'];
const allWidgets = WIDGETS.map(
  (name) =>
    `<yonne-${name} commune="89024" now="${SUNDAY}">Appelez le 15.</yonne-${name}>
    <div data-yonne="${name}" data-commune="89024" data-now="${SUNDAY}">Appelez le 15.</div>`,
).join('');

/** The widget of a tag or of a div, drawn. */
function drawn(place: Element): Element | undefined {
  const element = place.hasAttribute('data-yonne') ? place.shadowRoot?.firstElementChild : place;
  return element?.shadowRoot?.querySelector('[part~="card"]') ? element : undefined;
}

describe('each script draws its own widgets', () => {
  const rows: [file: string, names: string[]][] = [
    [NOW, ['soins-now']],
    [POSTER, ['affiche']],
    [MAIN, ['soins-now', 'cpts-finder', 'contacts']],
  ];
  for (const [file, names] of rows) {
    it(`${file} alone: ${names.join(', ')}; the other tags stay as they are`, async () => {
      const frame = await page(listen + tag(file), allWidgets);
      await turn();
      for (const name of WIDGETS) {
        for (const selector of [`yonne-${name}`, `[data-yonne="${name}"]`]) {
          const place = find(frame, selector) as HTMLElement;
          expect(!!drawn(place), selector).to.equal(names.includes(name));
          if (names.includes(name)) continue;
          expect(place.shadowRoot, selector).to.equal(null);
          expect(bare(place.innerText), selector).to.equal('Appelez le 15.');
        }
        expect(!!frame.contentWindow.customElements.get(`yonne-${name}`), name).to.equal(names.includes(name));
      }
      // A div that no script of the page fills is named, once.
      const unknown = WIDGETS.filter((name) => !names.includes(name));
      await until(() => frame.contentWindow.said.length >= unknown.length, 'the warnings');
      expect(frame.contentWindow.said).to.have.length(unknown.length);
      unknown.forEach((name, i) => {
        expect(frame.contentWindow.said[i]).to.include(`data-yonne="${name}"; expected ${names.join(' or ')}`);
      });
    });
  }

  const orders = [
    [NOW, POSTER, MAIN],
    [NOW, MAIN, POSTER],
    [POSTER, NOW, MAIN],
    [POSTER, MAIN, NOW],
    [MAIN, NOW, POSTER],
    [MAIN, POSTER, NOW],
  ];
  for (const order of orders) {
    it(`${order.join(', ')} on one page: each widget is drawn once, nothing is said`, async () => {
      const frame = await page(listen + tag(...order), allWidgets);
      await turn();
      for (const name of WIDGETS) {
        for (const selector of [`yonne-${name}`, `[data-yonne="${name}"]`]) {
          const place = find(frame, selector);
          const element = await until(() => drawn(place), selector);
          expect(element.shadowRoot!.querySelectorAll('[part~="card"]'), selector).to.have.length(1);
          expect(visibleText(element), selector).not.to.include('Appelez le 15.');
          expect(place.shadowRoot!.querySelectorAll('yonne-contacts, yonne-soins-now')).to.have.length(
            place.hasAttribute('data-yonne') && ['contacts', 'soins-now'].includes(name) ? 1 : 0,
          );
        }
      }
      expect(frame.contentWindow.said).to.deep.equal([]);
    });
  }

  it('what the reader chooses in the widget of one script, the widget of another follows', async () => {
    const frame = await page(
      tag(NOW, MAIN),
      `<yonne-soins-now now="${SUNDAY}">15</yonne-soins-now><yonne-contacts now="${SUNDAY}">15</yonne-contacts>`,
    );
    const root = find(frame, 'yonne-soins-now').shadowRoot!;
    const auxerre = today.commune('89024')!;
    let input = root.querySelector<HTMLInputElement>('[role="combobox"]');
    if (!input) {
      root.querySelector<HTMLElement>('button.link')!.click();
      input = await until(() => root.querySelector<HTMLInputElement>('[role="combobox"]'));
    }
    input.value = auxerre.name;
    const { Event: InnerEvent, KeyboardEvent: InnerKeyboardEvent } = frame.contentWindow;
    input.dispatchEvent(new InnerEvent('input', { bubbles: true }));
    input.dispatchEvent(new InnerKeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    for (const [name, place] of [
      ['yonne-soins-now', `${auxerre.name}, dimanche 22 novembre, 14 h 05 · changer`],
      ['yonne-contacts', `${auxerre.name} et alentours · dimanche 22 novembre, 14 h 05`],
    ] as const)
      await until(() => visibleText(find(frame, name)).includes(place), name);
  });
});

describe('which version is at work', () => {
  for (const file of [MAIN, NOW, POSTER]) {
    it(`${file} says it in window.yonneSoins and at the foot of its widgets`, async () => {
      const frame = await page(tag(file), allWidgets);
      expect(frame.contentWindow.yonneSoins.version).to.equal(version);
      const places = WIDGETS.map((name) => find(frame, `yonne-${name}`)).filter(drawn);
      expect(places.length).to.be.above(0);
      for (const place of places) expect(await unfolded(place), place.localName).to.include(`Version ${version}.`);
    });
  }

  it('a language alone has none', async () => {
    const { contentWindow } = await page(tag(ENGLISH), '');
    expect(contentWindow.yonneSoins.version).to.equal(undefined);
  });

  it('in English too', async () => {
    const frame = await page(tag(NOW, ENGLISH), `<div lang="en">${widget}</div>`);
    expect(await unfolded(find(frame, 'yonne-soins-now'))).to.include(`Version ${version}.`);
  });
});
