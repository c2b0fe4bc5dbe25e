/** The page of the screen as players load it: `npm test` builds it first. */
import { expect } from '@open-wc/testing';
import { bundled } from '../src/bundled.ts';
import { loadDirectory } from '../src/directory.ts';
import { phoneText } from '../src/format.ts';
import { bare, visibleText } from './reading.ts';
import { turn, until } from './waiting.ts';

type Frame = HTMLIFrameElement & { contentWindow: Window & typeof globalThis; contentDocument: Document };

const address = new URL('../dist/ecran.html', import.meta.url).href;
const NIGHT = 'now=2026-11-24T23:10';

const loaded = (frame: HTMLIFrameElement) =>
  new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));

async function open(set: (frame: HTMLIFrameElement) => void): Promise<Frame> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 1280px; height: 720px';
  set(frame);
  const done = loaded(frame);
  document.body.append(frame);
  await done;
  return frame as Frame;
}

const page = (hash: string) =>
  open((frame) => {
    frame.src = `${address}#${hash}`;
  });

/** The file without a server: no address, no request allowed. */
const offline = async (change = (file: string) => file) => {
  const file = await (await fetch(address)).text();
  return open((frame) => {
    const policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'";
    frame.srcdoc = change(file).replace(
      '<head>',
      `<head><meta http-equiv="Content-Security-Policy" content="${policy}">`,
    );
  });
};

const screenOf = ({ contentDocument }: Frame) => contentDocument.querySelector('yonne-garde-screen')!;
const corner = ({ contentDocument }: Frame) => contentDocument.querySelector<HTMLElement>('#error')!;

describe('dist/ecran.html', () => {
  afterEach(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });

  it('fills the page, with the settings of its hash', async () => {
    const frame = await page(
      `commune=89024&nom=Pharmacie du March%C3%A9&horaires=Mo-Fr 09:00-19:00&lang=fr&theme=light&${NIGHT}`,
    );
    const text = visibleText(screenOf(frame));
    expect(text).to.include('Pharmacie du Marché — qui appeler maintenant ?');
    expect(text).to.match(/Hors des heures de cabinet, jusqu’à mercredi .* 23:10/);
    expect(text).to.include('Fermé jusqu’à mercredi 9 h');
    expect(screenOf(frame).closest('main')).to.exist;
    const { width, height } = screenOf(frame).getBoundingClientRect();
    expect([width, height]).to.deep.equal([1280, 720]);
    expect(frame.contentDocument.documentElement.scrollHeight).to.equal(720);
    expect(screenOf(frame).shadowRoot!.querySelector('.screen.day')).to.exist;
    expect(corner(frame).hidden).to.equal(true);
  });

  it('names a setting that it does not know, and those that it does', async () => {
    const frame = await page(`comune=89024&${NIGHT}`);
    expect(corner(frame).hidden).to.equal(false);
    expect(corner(frame).textContent).to.match(/ comune ; attendu : commune, nom, .*, now$/);
    expect(visibleText(screenOf(frame))).to.include('15');
  });

  it('follows its hash', async () => {
    const frame = await page(`commune=89024&${NIGHT}`);
    const changed = new Promise((resolve) => frame.contentWindow.addEventListener('hashchange', resolve));
    frame.contentWindow.location.hash = `nom=Mairie&lang=en&page=https://www.example.org/&${NIGHT}`;
    await changed;
    await turn();
    const text = visibleText(screenOf(frame));
    expect(text).to.include('Mairie — ');
    expect(text).to.include('Outside office hours, until Wednesday');
    expect(screenOf(frame).hasAttribute('commune')).to.equal(false);
    expect(screenOf(frame).shadowRoot!.querySelector('svg[role="img"]')).to.exist;
  });

  it('asks browsers in another language for no translation: Chromium puts its offer over the screen', async () => {
    const { contentDocument } = await page(NIGHT);
    expect(contentDocument.querySelector<HTMLMetaElement>('meta[name="google"]')!.content).to.equal('notranslate');
  });

  it('works without a server or network from the start, with the roster inside', async () => {
    const duty = 'début;fin;nom\n1/1/2026 00:00;31/12/2099 00:00;Pharmacie d’essai';
    const frame = await offline((file) =>
      file.replace(/(<script type="text\/csv">)\s*(<\/script>)/, (_, open, close) => `${open}\n${duty}\n${close}`),
    );
    const text = visibleText(screenOf(frame));
    expect(text).to.match(/\d\d:\d\d/);
    expect(text).to.include('Pharmacie d’essai');
    const requests = frame.contentWindow.performance.getEntriesByType('resource').map(({ name }) => name);
    // The server of the tests puts a script of its own into every page.
    expect(requests.filter((name) => !name.includes('web-dev-server'))).to.deep.equal([]);
    expect(corner(frame).hidden).to.equal(true);
  });

  it('without its script: the numbers of the directory for emergencies and for the pharmacy, in large letters', async () => {
    const frame = await offline((file) => file.replace(/<script>[\s\S]*<\/script>/, ''));
    const { channels, channelOf } = loadDirectory(bundled);
    const numbers = [
      ...(['vital', 'european-emergency', 'text-emergency'] as const).map((role) => channelOf(role)!),
      ...channels.filter(({ kind }) => kind === 'pharmacy-line'),
    ].map(({ phones }) => bare(phoneText(phones[0]!.number)));
    const large = [...frame.contentDocument.querySelectorAll('strong')];
    expect(large.map((node) => bare(node.textContent!))).to.include.members(numbers);
    for (const node of large.filter(({ textContent }) => numbers.includes(bare(textContent!)))) {
      const { top, bottom, height } = node.getBoundingClientRect();
      expect(height, node.textContent!).to.be.above(100);
      expect(top >= 0 && bottom <= 720, node.textContent!).to.equal(true);
    }
  });

  it('a script of the page that fails, in a listener or a promise: said in a corner, the screen goes on', async () => {
    const frame = await page(`commune=89024&${NIGHT}`);
    const { contentWindow } = frame;
    contentWindow.eval(
      `document.querySelector('yonne-garde-screen').addEventListener('essai', () => { throw new Error('amiss') })`,
    );
    screenOf(frame).dispatchEvent(new contentWindow.CustomEvent('essai'));
    expect(corner(frame).hidden).to.equal(false);
    expect(corner(frame).textContent).to.match(/⚠ \d\d-\d\d \d\d:\d\d amiss/);
    contentWindow.eval(`Promise.reject(new Error('<b>later</b>'))`);
    await until(() => corner(frame).textContent!.includes('<b>later</b>'));
    expect(corner(frame).getBoundingClientRect().bottom).to.be.at.most(720);
    contentWindow.dispatchEvent(new contentWindow.Event('online'));
    await turn();
    expect(visibleText(screenOf(frame))).to.include('23:10');
  });

  it('storage, wake lock and fetch refused: nothing is missing', async () => {
    const refused = `<script>
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
        Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError') } });
      Object.defineProperty(navigator, 'wakeLock', { value: { request: () => Promise.reject(new DOMException('refused', 'NotAllowedError')) } });
      window.fetch = () => Promise.reject(new TypeError('refused'));
    </script>`;
    const frame = await offline((file) => file.replace('<head>', `<head>${refused}`));
    await turn();
    expect(visibleText(screenOf(frame))).to.match(/\d\d:\d\d/);
    expect(corner(frame).hidden).to.equal(true);
  });

  it('engines without wake lock', async () => {
    const frame = await offline((file) =>
      file.replace(
        '<head>',
        `<head><script>Object.defineProperty(navigator, 'wakeLock', { value: undefined })</script>`,
      ),
    );
    expect(visibleText(screenOf(frame))).to.match(/\d\d:\d\d/);
    expect(corner(frame).hidden).to.equal(true);
  });

  it('one timer, however long it runs', async () => {
    const count = `<script>
      window.armed = new Set();
      const { setTimeout, clearTimeout } = window;
      window.setTimeout = (call, ms) => { const id = setTimeout(() => { armed.delete(id); call() }, ms); armed.add(id); return id };
      window.clearTimeout = (id) => { armed.delete(id); clearTimeout(id) };
      window.setInterval = () => { throw new Error('no interval') };
      window.requestAnimationFrame = () => { throw new Error('no frame') };
    </script>`;
    const frame = await offline((file) => file.replace('<head>', `<head>${count}`));
    const armed = () => (frame.contentWindow as unknown as { armed: Set<number> }).armed.size;
    for (let i = 0; i < 5; i++) {
      expect(armed()).to.equal(1);
      frame.contentWindow.dispatchEvent(new frame.contentWindow.Event('pageshow'));
      await turn();
    }
    expect(corner(frame).hidden).to.equal(true);
  });
});
