/** The page that makes a screen: choices and roster → preview → one file → the same in that file. */
import * as SheetJS from '@e965/xlsx';
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

const ROSTER = `Tour de garde d’essai
Jour;Heure début;Heure fin;Pharmacie;Adresse;Ville;Téléphone
mardi 24/11/26;9h;9h;Pharmacie d’essai <b>du Marché</b>;1 place d’essai;Ville-d’Essai;3237
mardi 25/11/26;9h;9h;Pharmacie d’essai de la Gare;;Ville-d’Essai;`;

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

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** What axe finds in a page; what stands in the preview is judged elsewhere. */
async function axeOn(page: Document) {
  const script = page.createElement('script');
  script.src = new URL('../node_modules/axe-core/axe.min.js', import.meta.url).href;
  page.head.append(script);
  const axe = await until(() => (page.defaultView as unknown as { axe?: Axe }).axe, 'axe');
  return axe.run({ iframes: false });
}

describe('the page that makes a screen', () => {
  let page: Document;
  const set = (id: string, value: string) => {
    const field = page.querySelector<HTMLInputElement>(`#${id}`)!;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const preview = () => page.querySelector<HTMLIFrameElement>('#screen')!.contentDocument;

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

  it('says whether the place is open, by its hours; what it does not understand of them it names, and leaves out', async () => {
    const said = () => bare(page.querySelector('#hours-lu')!.textContent!);
    const field = page.querySelector<HTMLInputElement>('#hours')!;
    const example = page.querySelector('#hours-aide code')!.textContent!;
    for (const hours of [example, 'Mo-Fr 09:00-19:00; PH off']) {
      set('hours', hours);
      expect(said(), hours).to.equal('');
    }
    await until(() => screenText(preview()).includes('Mairie de Test Fermé jusqu’à mercredi 9 h'), 'the place');
    expect(page.querySelector('#address')!.textContent).to.include('&horaires=Mo-Fr+09%3A00-19%3A00%3B+PH+off');
    expect(field.validity.valid).to.equal(true);

    set('hours', 'Mo-Fr 9h-19h');
    expect(said()).to.equal('Au caractère 7, « 9h-19h » : il faut une heure comme 08:00.');
    expect(field.validity.valid).to.equal(false);
    await until(() => !screenText(preview()).includes('Fermé jusqu’à mercredi 9 h'), 'the screen without it');
    expect(page.querySelector('#address')!.textContent).not.to.include('horaires');
  });

  it('draws the preview at the edge of its frame, nothing of it cut off', () => {
    const frame = page.querySelector('.frame')!.getBoundingClientRect();
    const screen = page.querySelector('#screen')!.getBoundingClientRect();
    for (const side of ['left', 'top', 'right', 'bottom'] as const)
      expect(screen[side], side).to.be.closeTo(frame[side], 1);
    const inside = preview()!.querySelector('yonne-garde-screen')!.getBoundingClientRect();
    expect([inside.left, inside.top, inside.width]).to.deep.equal([0, 0, preview()!.documentElement.clientWidth]);
    expect(inside.width).to.equal(1280);
  });

  it('says line by line what is understood, what is not and why', () => {
    expect(bare(page.querySelector('#found')!.textContent!)).to.match(/^1 garde comprise, 1 ligne laissée de côté\./);
    const rows = [...page.querySelectorAll<HTMLElement>('#lines tbody tr')].map((row) =>
      [...row.children].map((cell) => bare((cell as HTMLElement).innerText)),
    );
    expect(rows.map(([line]) => line)).to.deep.equal(['1', '2', '3', '4']);
    expect(rows[2]![2]).to.equal(
      'Pharmacie d’essai <b>du Marché</b>, 1 place d’essai, Ville-d’Essai, 3237 du mardi 24 novembre 2026, 9 h au mercredi 25 novembre 2026, 9 h',
    );
    expect(rows[3]![2]).to.include('Laissée de côté').and.to.include('c’est un mercredi');
  });

  it('takes the usual hours that are given once', async () => {
    set('roster', 'Jour;Pharmacie\n24/11/2026;Pharmacie d’essai du soir');
    expect(bare(page.querySelector('#found')!.textContent!)).to.equal(
      'Aucune garde comprise, 1 ligne laissée de côté.',
    );
    set('from', '19:30');
    set('to', '08:00');
    await until(() => screenText(preview()).includes('Pharmacie d’essai du soir'), 'the roster');
    expect(screenText(preview())).to.include('jusqu’à mercredi 8 h');
  });

  const give = (name: string, content: BlobPart) => {
    const field = page.querySelector<HTMLInputElement>('#file')!;
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], name));
    field.files = transfer.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };

  it('reads the file of a spreadsheet, and shows its lines where they can be corrected', async () => {
    const book = SheetJS.utils.book_new();
    const rows = [
      ['Jour', 'De', 'À', 'Pharmacie'],
      ['24/11/2026', '19h30', '9h', 'PHARMACIE D’ESSAI DU TABLEUR'],
    ];
    SheetJS.utils.book_append_sheet(book, SheetJS.utils.aoa_to_sheet(rows), 'Gardes');
    give('gardes.xlsx', SheetJS.write(book, { bookType: 'xlsx', type: 'array' }));
    await until(() => screenText(preview()).includes('Pharmacie d’Essai du Tableur'), 'the roster');
    expect(page.querySelector<HTMLTextAreaElement>('#roster')!.value).to.equal(
      rows.map((row) => row.join('\t')).join('\n'),
    );
  });

  it('says what a file is that is no roster, and leaves the roster that was there', async () => {
    give('gardes.pdf', '%PDF-1.7');
    await until(() => page.querySelector('#found')!.textContent!.includes('PDF'), 'the message');
    expect(screenText(preview())).to.include('Pharmacie d’essai');
  });

  /** What the page gives to save, instead of saving it. */
  const saved = () => {
    const { URL: InnerUrl, HTMLAnchorElement: Anchor } = page.defaultView as unknown as typeof globalThis;
    const files: Blob[] = [];
    InnerUrl.createObjectURL = (blob) => {
      files.push(blob as Blob);
      return 'blob:test';
    };
    Anchor.prototype.click = () => undefined;
    return files;
  };
  const press = (selector: string) => page.querySelector<HTMLElement>(selector)!.click();

  it('asks before it gives a file that leaves lines out', async () => {
    const files = saved();
    press('#download');
    const dialog = page.querySelector<HTMLDialogElement>('#ask')!;
    expect(dialog.open).to.equal(true);
    expect(bare(dialog.innerText)).to.include('1 ligne du tour de garde est laissée de côté');
    press('#ask button[value=""]');
    expect(dialog.open).to.equal(false);
    await until(() => page.activeElement?.id === 'roster', 'the field');
    expect(files).to.have.length(0);
    set('roster', 'Pharmacie de garde');
    press('#download');
    expect(bare(dialog.innerText)).to.include('Aucune garde n’est comprise');
    press('#ask button[value="yes"]');
    await until(() => files.length === 1, 'the file');
  });

  it('asks nothing where all is understood, or no roster given', async () => {
    const files = saved();
    set('roster', ROSTER.replace('mardi 25', 'mercredi 25'));
    press('#download');
    await until(() => files.length === 1, 'the file');
    set('roster', '');
    press('#download');
    await until(() => files.length === 2, 'the file');
  });

  it('gives a template that it understands, which shows nobody', async () => {
    const files = saved();
    press('#template');
    set('roster', await files[0]!.text());
    expect(bare(page.querySelector('#found')!.textContent!)).to.equal(
      '1 garde comprise. Elles sont toutes passées : vérifiez l’année.',
    );
  });

  it('says what the screen reads at the address of a shared sheet, and gives it that address', async () => {
    const sheet = async (text: string) => {
      set('url', new URL('/tour-de-garde.csv', location.href).href);
      page.defaultView!.fetch = async () => new Response(text);
      page.querySelector('#tried')!.textContent = '';
      press('#try');
      await until(() => page.querySelector('#tried')!.textContent!.length > 1, 'what was found');
      return bare(page.querySelector('#tried')!.textContent!);
    };
    expect(await sheet('début;fin;nom\n24/11/2026 09:00;25/11/2026 09:00;Pharmacie d’essai\n')).to.equal(
      'L’écran y lit 1 garde.',
    );
    expect(await sheet(ROSTER)).to.include('L’écran y lit 0 garde ; cette page, qui trie, 1.');
    expect(bare(page.querySelector('#address')!.textContent!)).to.match(/&roster=http.*tour-de-garde\.csv/);
  });

  it('gives one file that shows the same, hostile markup as text', async () => {
    const files = saved();
    set('hours', 'Mo-Fr 09:00-19:00');
    press('#download');
    press('#ask button[value="yes"]');
    await until(() => files.length, 'the file');
    const html = (await files[0]!.text()).replace(
      '<yonne-garde-screen ',
      '<yonne-garde-screen now="2026-11-24T23:10" ',
    );
    const made = await load({ srcdoc: html });
    await until(() => screenText(made).includes('Pharmacie d’essai'));
    const text = screenText(made);
    expect(text).to.include('Mairie de Test — qui appeler maintenant ?');
    expect(text).to.include('Pharmacie d’essai ‹b>du Marché‹/b>');
    expect(text).to.include('Fermé jusqu’à mercredi 9 h');
    expect(made.querySelectorAll('b')).to.have.length(0);
  });

  it('is accessible with a roster, and while it asks', async () => {
    const { violations } = await axeOn(page);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).to.deep.equal([]);
    press('#download');
    expect((await axeOn(page)).violations.map(({ id }) => id)).to.deep.equal([]);
  });
});

describe('the page that says how to install a screen', () => {
  afterEach(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });

  it('is accessible', async () => {
    const page = await load({ src: new URL('../demo/plein-ecran.html', import.meta.url).href });
    expect((await axeOn(page)).violations.map(({ id }) => id)).to.deep.equal([]);
  });
});
