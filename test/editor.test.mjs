/** The editor as an officer uses it, and the pages that read its file: `npm run build && node --test test/editor.test.mjs`. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from 'puppeteer-core';
import { findChromium } from '../build/chromium.mjs';

const root = join(import.meta.dirname, '..');
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };
const published = JSON.parse(readFileSync(join(root, 'dist/annuaire.json'), 'utf8'));

/** A place that takes people without appointment on week days, whatever it is called. */
const place = published.channels.find(({ kind, hours, phones }) => kind === 'csnp' && hours && phones?.length === 1);
/** Numbers of this range are kept for fiction. */
const NUMBER = '03 53 01 00 12';
/** The days of the closure, and a morning in them: a Tuesday and a Wednesday without a holiday. */
const CLOSED = ['2027-06-15', '2027-06-16'];
const DURING = '2027-06-15T10:00';
const BEFORE = '2027-06-14T10:00';
const NOTICE = 'Essai d’annonce : salles fraîches ouvertes';

/** A column of the communes, as the published directory carries it. */
const column = (name) => {
  const [, ...cells] = published.communes
    .split('\n')
    .find((line) => line.startsWith(`${name};`))
    .split(';');
  let above = '';
  // `+3`: three more than the value before.
  return cells.map((cell) => {
    above = cell.startsWith('+') ? String(Number(above) + Number(cell)).padStart(above.length, '0') : cell;
    return above;
  });
};
const [codes, names, epci] = ['code', 'name', 'epci'].map(column);

/** Pages and files written by tests, by path. */
const pages = new Map();
const server = createServer(({ url }, response) => {
  const { pathname } = new URL(url, 'http://localhost');
  const file = join(root, pathname);
  const content = pages.get(pathname);
  if (content === undefined && !(existsSync(file) && statSync(file).isFile())) return response.writeHead(404).end();
  response
    .writeHead(200, { 'content-type': TYPES[extname(pathname)] ?? 'application/json' })
    .end(content ?? readFileSync(file));
});
let origin;
let browser;
let downloads;

before(async () => {
  await new Promise((resolve) => server.listen(0, resolve));
  origin = `http://localhost:${server.address().port}`;
  browser = await launch(findChromium());
  downloads = mkdtempSync(join(tmpdir(), 'editor-'));
});
after(async () => {
  await browser?.close();
  server.close();
  rmSync(downloads, { recursive: true, force: true });
});

/** Milliseconds after which a page counts as hung. */
const HUNG = 120_000;

/** Opens the editor, with nothing on the device. */
async function openEditor({ width = 1280 } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(HUNG);
  await page.setViewport({ width, height: 900 });
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(error.message));
  await page.goto(`${origin}/demo/editeur.html`);
  await heading(page, 'Fiches');
  return page;
}

const inEditor = (page, look, ...args) =>
  page.evaluate(
    (source, ...values) => {
      const run = new Function(`return (${source})`)();
      return run(document.querySelector('yonne-editeur').shadowRoot, ...values);
    },
    String(look),
    ...args,
  );

const waitIn = (page, look, ...args) =>
  page.waitForFunction(
    (source, ...values) => {
      const editor = document.querySelector('yonne-editeur').shadowRoot;
      return editor && new Function(`return (${source})`)()(editor, ...values);
    },
    {},
    String(look),
    ...args,
  );

/** Waits for a view by its heading. */
const heading = (page, text) =>
  waitIn(page, (editor, wanted) => editor.querySelector('.view h2')?.textContent.trim().startsWith(wanted), text);

/** What stands in the view and above it, with plain spaces. */
const text = (page) =>
  inEditor(page, (editor) =>
    [...editor.querySelectorAll('.card > :first-child, .view')]
      .map((part) => part.innerText.replace(/\s+/g, ' '))
      .join(' '),
  );

/** The control of a label, or a button by its name, within the view. */
const control = (page, name) =>
  page
    .evaluateHandle((wanted) => {
      const editor = document.querySelector('yonne-editeur').shadowRoot;
      const said = (element) => (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim();
      const label = [...editor.querySelectorAll('.view label')].find((other) => said(other).startsWith(wanted));
      if (label) return label.control ?? label.querySelector('input');
      return [...editor.querySelectorAll('button, a')].find((button) => said(button).startsWith(wanted));
    }, name)
    .then((handle) => handle.asElement() ?? assert.fail(`nothing called "${name}"`));

/** Puts a value as the picker of the browser does. */
async function put(page, name, value) {
  await (await control(page, name)).evaluate((field, typed) => {
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }, value);
}

/** Types in place of what stands there, and leaves the field. */
async function type(page, name, value) {
  const field = await control(page, name);
  await field.evaluate((input) => {
    input.focus();
    input.select();
  });
  await page.keyboard.type(value);
  await page.keyboard.press('Tab');
}

const go = async (page, hash, title) => {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await heading(page, title);
};

/** Presses a button that gives a file. @returns What is in it. */
async function download(page, name) {
  const session = await browser.target().createCDPSession();
  const browserContextId = page.browserContext().id;
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    browserContextId,
    downloadPath: downloads,
    eventsEnabled: true,
  });
  const done = new Promise((resolve) => {
    session.on('Browser.downloadProgress', ({ state, guid }) => state === 'completed' && resolve(guid));
  });
  await (await control(page, name)).click();
  return readFileSync(join(downloads, await done), 'utf8');
}

test('an officer edits, downloads, publishes; pages with an old script and a pinned one show all of it', async () => {
  const page = await openEditor();
  await go(page, `fiche/channels/${place.id}`, place.name);
  await type(page, 'Numéro', NUMBER.replace(/ /g, ''));
  await (await control(page, 'Ajouter : Fermetures exceptionnelles')).click();
  await waitIn(page, (editor) => editor.activeElement?.getAttribute('aria-label') === 'Fermetures exceptionnelles, 1');
  await put(page, 'Du', CLOSED[0]);
  await put(page, 'Au', CLOSED[1]);

  await go(page, 'annonces', 'Annonces');
  await (await control(page, 'Ajouter une annonce')).click();
  await waitIn(page, (editor) => editor.querySelector('.view textarea'));
  await type(page, 'Ce que les gens doivent savoir', NOTICE);
  await put(page, 'Affichée à partir du', `${CLOSED[0]}T08:00`);
  await put(page, 'Jusqu’au', `${CLOSED[1]}T00:00`);

  await go(page, 'communes', 'CPTS des communes');
  const presumed = published.cpts.cpts.flatMap(({ territory }) =>
    territory.filter((line) => line.epci && line.level === 'presumed').map((line) => line.epci),
  );
  const own = published.cpts.cpts.flatMap(({ territory }) => territory.map(({ commune }) => commune));
  const unconfirmed = names.filter(
    (name, i) =>
      presumed.includes(epci[i]) && !own.includes(codes[i]) && names.indexOf(name) === names.lastIndexOf(name),
  );
  const chosen = await inEditor(
    page,
    (editor, wanted) =>
      [...editor.querySelectorAll('tbody tr')]
        .filter((row) => wanted.includes(row.querySelector('label').textContent.trim()))
        .slice(0, 3)
        .map((row) => {
          row.querySelector('input').click();
          return row.querySelector('label').textContent.trim();
        }),
    unconfirmed,
  );
  assert.equal(chosen.length, 3);
  const group = published.cpts.cpts.at(-1);
  await put(page, 'Leur CPTS', group.id);
  await type(page, 'Confirmé par', 'Courrier d’essai');
  await (await control(page, 'Confirmer')).click();
  await waitIn(page, (editor) => editor.querySelector('.told').textContent.startsWith('3 communes'));

  await go(page, 'changements', 'Changements');
  const told = await text(page);
  for (const words of [NUMBER, 'du 15 juin 2027 au 16 juin 2027', NOTICE, ...chosen])
    assert.ok(told.includes(words), `${words} in ${told}`);
  const mail = await (await control(page, 'Écrire un courriel')).evaluate((link) => decodeURIComponent(link.href));
  assert.match(mail, /numéros de téléphone/);

  const file = await download(page, 'Télécharger annuaire.json');
  assert.deepEqual(page.faults, []);
  const edited = JSON.parse(file);
  const territory = edited.cpts.cpts.at(-1).territory.filter(({ source }) => source === 'Courrier d’essai');
  assert.equal(territory.length, 3);
  const csv = await download(page, 'Télécharger les communes confirmées');
  for (const { commune } of territory)
    assert.match(csv, new RegExp(`^${commune};${group.id};"Courrier d’essai";`, 'm'));

  // The script of an edition of long ago, at an address that changes and at one that is pinned.
  const script = readFileSync(join(root, 'dist/yonne-soins.js'), 'utf8').replace(
    /date:"\d{4}-\d\d-\d\d",pdsa/,
    'date:"2026-01-05",pdsa',
  );
  assert.match(script, /date:"2026-01-05"/);
  const hash = createHash('sha384').update(script).digest('base64');
  pages.set('/yonne-soins@0.js', script);
  pages.set('/annuaire.json', file);
  const tags = {
    old: '<script src="/yonne-soins@0.js" async></script>',
    pinned: `<script src="/yonne-soins@0.js" integrity="sha384-${hash}" crossorigin="anonymous" async></script>`,
  };
  for (const [kind, tag] of Object.entries(tags)) {
    const widget = (name, now, code = place.place.commune) =>
      `<yonne-${name} directory="/annuaire.json" commune="${code}" now="${now}"></yonne-${name}>`;
    pages.set(
      `/${kind}.html`,
      `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Mairie</title><link rel="icon" href="data:,">${tag}
      ${widget('soins-now', DURING)}${widget('contacts', DURING)}${widget('contacts', BEFORE)}
      ${territory.map(({ commune }) => widget('cpts-finder', DURING, commune)).join('')}</html>`,
    );
    const host = await browser.newPage();
    host.setDefaultTimeout(HUNG);
    await host.goto(`${origin}/${kind}.html`);
    const shown = await host.waitForFunction(
      (wanted) => {
        const widgets = [...document.querySelectorAll('yonne-soins-now, yonne-contacts, yonne-cpts-finder')];
        const texts = widgets.map((element) => element.shadowRoot?.querySelector('.card')?.innerText ?? '');
        return texts[0].includes(wanted) && texts;
      },
      {},
      NOTICE,
    );
    const [now, during, earlier, ...finders] = await shown.jsonValue();
    assert.ok(now.indexOf(NOTICE) < now.indexOf('En journée'), now);
    const ofPlace = (words) => words.slice(words.indexOf(place.name), words.indexOf(place.name) + 400);
    assert.match(ofPlace(during), /Fermé du mardi 15\s+juin au mercredi 16\s+juin/);
    assert.ok(ofPlace(earlier).includes('Ouvert jusqu’à'), ofPlace(earlier));
    assert.ok(ofPlace(earlier).includes(NUMBER.replace(/ /g, '\u00a0')), ofPlace(earlier));
    for (const finder of finders) {
      assert.ok(finder.includes(group.name), finder);
      assert.ok(!/Probablement votre CPTS|CPTS possibles/.test(finder.split('\n').slice(0, 12).join('\n')), finder);
    }
    await host.close();
  }
  await page.browserContext().close();
});

test('nothing is lost on reload; undo, redo; the draft goes away when told', async () => {
  const page = await openEditor();
  await go(page, `fiche/channels/${place.id}`, place.name);
  await type(page, 'Numéro', NUMBER);
  await type(page, 'Nom', 'Essai de nom');
  await page.reload();
  await heading(page, 'Essai de nom');
  assert.match(await text(page), /brouillon est gardé sur cet appareil/);
  const number = async () => (await control(page, 'Numéro')).evaluate((field) => field.value);
  assert.equal(await number(), NUMBER);
  await (await control(page, 'Annuler')).click();
  await heading(page, place.name);
  assert.equal(await number(), NUMBER);
  await (await control(page, 'Annuler')).click();
  await waitIn(page, (editor) => /sans changement/.test(editor.querySelector('.card').innerText));
  assert.equal(await number(), place.phones[0].number);
  await (await control(page, 'Rétablir')).click();
  await waitIn(page, (editor) => /2 changements/.test(editor.querySelector('.card').innerText));
  assert.equal(await number(), NUMBER);
  page.on('dialog', (dialog) => dialog.accept());
  await (await control(page, 'Effacer le brouillon')).click();
  await waitIn(page, (editor) => /sans changement/.test(editor.querySelector('.card').innerText));
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await page.browserContext().close();
});

test('a number that is none is told in French, and is not published', async () => {
  const page = await openEditor();
  await go(page, `fiche/channels/${place.id}`, place.name);
  await type(page, 'Numéro', '03 86');
  assert.match(await text(page), /Écrivez un numéro comme/);
  assert.equal(await (await control(page, 'Numéro')).evaluate((field) => field.getAttribute('aria-invalid')), 'true');
  await go(page, 'changements', 'Changements');
  assert.match(await text(page), /À corriger avant de publier/);
  assert.ok(await (await control(page, 'Télécharger annuaire.json')).evaluate((button) => button.disabled));
  await page.browserContext().close();
});

test('a confirmation by telephone, with the keyboard alone', async () => {
  const page = await openEditor();
  const press = async (key, times = 1) => {
    for (let i = 0; i < times; i++) await page.keyboard.press(key);
  };
  const focused = () =>
    inEditor(page, (editor) => {
      const active = editor.activeElement;
      return active && (active.labels?.[0] ?? active).textContent.replace(/\s+/g, ' ').trim();
    });
  const tabTo = async (wanted) => {
    for (let i = 0; i < 60; i++) {
      if ((await focused())?.startsWith(wanted)) return;
      await press('Tab');
    }
    assert.fail(`the keyboard does not reach ${wanted}; it is at ${await focused()}`);
  };
  await tabTo('Chercher un nom');
  await page.keyboard.type(place.name.split(',')[0]);
  await tabTo(place.name);
  await press('Enter');
  await heading(page, place.name);
  assert.equal(await focused(), place.name);
  await tabTo('Qui');
  await page.keyboard.type('l’accueil');
  await press('Enter');
  await waitIn(page, (editor) =>
    /^Confirmée par l’accueil, par téléphone/.test(editor.querySelector('.told').textContent),
  );
  await tabTo('Confirmer');
  await page.keyboard.down('Control');
  await press('z');
  await page.keyboard.up('Control');
  await waitIn(page, (editor) => /Personne ne l’a encore confirmée/.test(editor.querySelector('.view').innerText));
  await page.browserContext().close();
});

test('on a phone nothing is wider than the page', async () => {
  const page = await openEditor({ width: 320 });
  const views = [
    ['fiches', 'Fiches'],
    [`fiche/channels/${place.id}`, place.name],
    [`fiche/cpts/${published.cpts.cpts[0].id}`, published.cpts.cpts[0].name],
    ['communes', 'CPTS des communes'],
    ['annonces', 'Annonces'],
    ['changements', 'Changements'],
  ];
  for (const [hash, title] of views) {
    await go(page, hash, title);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), hash);
  }
  await page.browserContext().close();
});
