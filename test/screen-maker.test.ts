/** The page that makes a screen: choices and roster → preview → one file → the same in that file. */
import { expect } from '@open-wc/testing';
import { bundled } from '../src/bundled.ts';
import { loadDirectory } from '../src/directory.ts';
import { bare } from './reading.ts';
import { until } from './waiting.ts';

const maker = new URL('../demo/ecran.html', import.meta.url).href;

/** The page carries the bundled directory: what it should show is read there. */
const directory = loadDirectory(bundled);
const doctors = directory.channels.find(({ kind, place }) => kind === 'sos-medecins' && place)!;
const commune = directory.commune(doctors.place!.commune)!;

const ROSTER = `début;fin;nom;adresse;ville;téléphone
24/11/2026 09:00;25/11/2026 09:00;Pharmacie d’essai <b>du Marché</b>;1 place d’essai;Ville-d’Essai;3237
26/11/2026 09:00;25/11/2026 09:00;Pharmacie d’essai de la Gare;;Ville-d’Essai;`;

async function load(source: { src: string } | { srcdoc: string }): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 1280px; height: 720px';
  Object.assign(frame, source);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame.contentDocument!;
}

const screenText = (page: Document | null | undefined) =>
  bare(page?.querySelector('yonne-garde-screen')?.shadowRoot?.querySelector<HTMLElement>('.screen')?.innerText ?? '');

describe('the page that makes a screen', () => {
  let page: Document;
  const set = (id: string, value: string) => {
    const field = page.querySelector<HTMLInputElement>(`#${id}`)!;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const preview = () => page.querySelector<HTMLIFrameElement>('#preview')!.contentDocument;

  beforeEach(async () => {
    page = await load({ src: maker });
    await until(() => page.querySelector('datalist') && screenText(preview()), 'the preview');
    set('moment', '2026-11-24T23:10');
    set('commune', `${commune.name} (${commune.code})`);
    set('name', 'Mairie de Test');
    set('roster', ROSTER);
    await until(() => screenText(preview()).includes('Pharmacie d’essai'), 'the roster');
  });
  afterEach(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });

  it('previews the choices and the roster, at the moment chosen', () => {
    const text = screenText(preview());
    expect(text).to.include('Mairie de Test — qui appeler maintenant ?');
    expect(text).to.include('23:10');
    expect(text).to.include(doctors.name);
    expect(text).to.include('jusqu’à mercredi 9 h');
    expect(bare(page.querySelector('#address')!.textContent!)).to.equal(
      `ecran.html#commune=${commune.code}&nom=Mairie+de+Test`,
    );
  });

  it('says what is wrong in the roster, line by line', async () => {
    await until(() => page.querySelector('#problems li'));
    const said = bare(page.querySelector('#problems')!.textContent!);
    expect(said).to.include('1 garde lue.');
    expect(said).to.include('ligne 3 : la fin précède le début');
  });

  it('gives one file that shows the same, hostile markup as text', async () => {
    const { window: inner } = page.defaultView!;
    const { URL: InnerUrl, HTMLAnchorElement: Anchor } = inner as unknown as typeof globalThis;
    let file: Blob | undefined;
    InnerUrl.createObjectURL = (blob) => {
      file = blob as Blob;
      return 'blob:test';
    };
    Anchor.prototype.click = () => undefined;
    page.querySelector<HTMLElement>('#download')!.click();
    await until(() => file);
    const html = (await file!.text()).replace('<yonne-garde-screen ', '<yonne-garde-screen now="2026-11-24T23:10" ');
    const made = await load({ srcdoc: html });
    await until(() => screenText(made).includes('Pharmacie d’essai'));
    const text = screenText(made);
    expect(text).to.include('Mairie de Test — qui appeler maintenant ?');
    expect(text).to.include('Pharmacie d’essai ‹b>du Marché‹/b>');
    expect(made.querySelectorAll('b')).to.have.length(0);
  });
});
