/** The page of an iframe as hosts load it: `npm test` builds it first. */
import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { bundled } from '../src/bundled.ts';
import { loadDirectory } from '../src/directory.ts';
import { bare, visibleText } from './reading.ts';
import { frames } from './waiting.ts';

type Frame = HTMLIFrameElement & { contentWindow: Window & typeof globalThis; contentDocument: Document };

const address = new URL('../dist/cadre.html', import.meta.url).href;
/** A CPTS of the directory, whichever: the first. */
const [cpts] = [...loadDirectory(bundled).cpts.values()];
const SUNDAY = 'now=2026-11-22T14:05';

async function open(settings: string, width = 640, height = 400): Promise<Frame> {
  const frame = document.createElement('iframe');
  frame.style.cssText = `width: ${width}px; height: ${height}px; border: 0`;
  frame.src = `${address}${settings}`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  await widgetOf(frame as Frame).updateComplete;
  await frames();
  return frame as Frame;
}

const widgetOf = ({ contentDocument }: Frame) =>
  contentDocument.querySelector('[data-yonne]')!.shadowRoot!.firstElementChild as LitElement;

/** What `run` makes a frame post to this page. */
async function heard(run: () => Promise<unknown>): Promise<MessageEvent[]> {
  const messages: MessageEvent[] = [];
  const listen = (event: MessageEvent) => {
    if (event.data?.type === 'yonne-soins:height') messages.push(event);
  };
  window.addEventListener('message', listen);
  await run();
  await frames();
  window.removeEventListener('message', listen);
  return messages;
}

describe('dist/cadre.html', () => {
  afterEach(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });

  it('takes from a link no form of another site, where readers would report errors', async () => {
    const reportTo = async (form: string) =>
      widgetOf(await open(`?report-to=${encodeURIComponent(form)}&${SUNDAY}`)).getAttribute('report-to');
    expect(await reportTo('https://elsewhere.example/form')).to.equal(null);
    expect(await reportTo('mairie@ville.example')).to.equal('mairie@ville.example');
    const own = new URL('/form', address).href;
    expect(await reportTo(own)).to.equal(own);
  });

  const rows: [string, string, { name: string; title: string; lang: string; text: string }][] = [
    [
      'without settings: who can treat you now',
      '',
      {
        name: 'yonne-soins-now',
        title: 'Se soigner maintenant',
        lang: 'fr',
        text: 'Urgence vitale 15 112 SMS 114 Yonne, ',
      },
    ],
    [
      'in its query',
      `?commune=89024&${SUNDAY}`,
      { name: 'yonne-soins-now', title: 'Se soigner maintenant', lang: 'fr', text: 'dimanche 22 novembre, 14 h 05' },
    ],
    [
      'in its hash',
      `#widget=contacts&lang=en&need=poison&${SUNDAY}`,
      { name: 'yonne-contacts', title: 'Whom to call, for what?', lang: 'en', text: 'Poison' },
    ],
    [
      'the CPTS of the site',
      `?widget=cpts-finder&cpts=${cpts!.id}`,
      {
        name: 'yonne-cpts-finder',
        title: 'Trouver ma CPTS et un médecin traitant',
        lang: 'fr',
        text: bare(cpts!.name),
      },
    ],
    [
      'a language that it does not speak: French, and says so',
      `?lang=de&${SUNDAY}`,
      { name: 'yonne-soins-now', title: 'Se soigner maintenant', lang: 'fr', text: 'Permanence des soins' },
    ],
  ];
  for (const [title, settings, { name, title: heading, lang, text }] of rows) {
    it(`settings ${title}`, async () => {
      const frame = await open(settings);
      expect(widgetOf(frame).localName).to.equal(name);
      expect(frame.contentDocument.title).to.equal(heading);
      expect(frame.contentDocument.documentElement.lang).to.equal(lang);
      expect(visibleText(widgetOf(frame))).to.include(text);
    });
  }

  it('no link says whom to call at a CPTS, or what is its own', async () => {
    const frame = await open(
      `?widget=cpts-finder&cpts=${cpts!.id}&contact=03%2053%2001%2000%2040&territory=99999#contact=03%2053%2001%2000%2041`,
    );
    expect(visibleText(widgetOf(frame)))
      .to.include(cpts!.name)
      .and.not.to.include('03 53 01');
    expect(widgetOf(frame).getAttributeNames()).to.include('cpts').and.not.to.include.members(['contact', 'territory']);
  });

  it('colours, and a hash that changes', async () => {
    const frame = await open(`?${SUNDAY}#accent=%23abcdef&theme=dark`);
    const link = () => widgetOf(frame).shadowRoot!.querySelector('button')!;
    expect(widgetOf(frame).getAttribute('theme')).to.equal('dark');
    expect(frame.contentWindow.getComputedStyle(link()).color).to.equal('rgb(171, 205, 239)');
    const changed = new Promise((resolve) => frame.contentWindow.addEventListener('hashchange', resolve));
    frame.contentWindow.location.hash = '#lang=en';
    await changed;
    await frames();
    expect(widgetOf(frame).hasAttribute('theme')).to.equal(false);
    expect(visibleText(widgetOf(frame))).to.include('Out-of-hours care');
    expect(frame.contentDocument.documentElement.lang).to.equal('en');
    expect(frame.contentDocument.title).to.equal('Getting care now');
  });

  it('a widget that is none: who can treat you now', async () => {
    const frame = await open('?widget=meteo');
    expect(widgetOf(frame).localName).to.equal('yonne-soins-now');
  });

  for (const [width, height] of [
    [280, 200],
    [280, 400],
    [640, 400],
    [1280, 300],
  ] as const) {
    it(`${width} × ${height}: all can be scrolled to, nothing is wider`, async () => {
      const { contentDocument } = await open(`?commune=89024&${SUNDAY}`, width, height);
      const { scrollingElement, body } = contentDocument;
      expect(scrollingElement!.scrollWidth).to.be.at.most(width);
      expect(scrollingElement!.scrollHeight).to.be.above(height);
      scrollingElement!.scrollTop = 100_000;
      expect(body.getBoundingClientRect().bottom).to.be.below(height + 1);
    });
  }

  it('tells its height to the page around, which follows it; it does not grow', async () => {
    let frame!: Frame;
    const follow = ({ data, source }: MessageEvent) => {
      if (source === frame?.contentWindow) frame.style.height = `${data.height}px`;
    };
    const messages = await heard(async () => {
      frame = await open(`?commune=89024&${SUNDAY}`);
    });
    expect(messages.length).to.be.within(1, 3);
    const { data, origin, source } = messages.at(-1)!;
    expect(data).to.deep.equal({
      type: 'yonne-soins:height',
      height: Math.ceil(widgetOf(frame).getBoundingClientRect().height),
    });
    expect([origin, source === frame.contentWindow]).to.deep.equal([location.origin, true]);

    window.addEventListener('message', follow);
    const none = await heard(async () => {
      frame.style.height = `${data.height}px`;
      await frames();
      frame.style.height = '3000px';
      await frames();
    });
    expect(none).to.be.empty;
    const folded = await heard(async () => {
      widgetOf(frame).shadowRoot!.querySelector<HTMLDetailsElement>('.foot details')!.open = true;
    });
    expect(folded).to.have.length(1);
    expect(folded[0]!.data.height).to.be.above(data.height);
    expect(frame.contentDocument.scrollingElement!.scrollHeight).to.equal(frame.clientHeight);
    window.removeEventListener('message', follow);
  });

  it('on its own, asks nothing, keeps nothing', async () => {
    const { contentWindow } = await open(`?${SUNDAY}`);
    const asked = contentWindow.performance.getEntriesByType('resource').map(({ name }) => name);
    // The test server adds its own script to every page.
    expect(asked.filter((name) => !name.includes('web-dev-server'))).to.deep.equal([]);
    expect([contentWindow.localStorage.length, contentWindow.sessionStorage.length]).to.deep.equal([0, 0]);
  });
});
