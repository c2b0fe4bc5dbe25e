/**
 * What the worst directories and rosters cost a page, from its opening until all is quiet, beside the right ones: seconds
 * of the main thread, megabytes of its heap. `npm run build && node test/bench/hostile.mjs`.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { launch } from 'puppeteer-core';
import { findChromium } from '../../build/chromium.mjs';

const root = join(import.meta.dirname, '../..');
const NOW = '2026-12-26T00:30';

const annuaire = (change = () => {}) => {
  const raw = JSON.parse(readFileSync(join(root, 'dist/annuaire.json'), 'utf8'));
  raw.directory.date = '2026-11-25';
  change(raw);
  return JSON.stringify(raw);
};
const place = (raw) => raw.channels.find(({ kind }) => kind === 'csnp');
const fill = (one) => (raw) => {
  for (let i = 0; raw.channels.length < 500; i++) raw.channels.push({ ...place(raw), ...one(i), id: `n${i}` });
};
const off = (i) => ({ hours: `Mo-Su off; PH off; ${2100 + i} Jan 01 08:00-09:00` });
const line = (i) =>
  `24/12/2026 00:00;27/12/2026 ${String(i % 24).padStart(2, '0')}:00;Pharmacie ${i};${i} rue;Ville;03 53 01 00 50`;

const directories = [
  ['as it is', annuaire()],
  ['500 records that never open', annuaire(fill(off))],
  [
    '500 records with 30 rules each',
    annuaire(fill((i) => ({ hours: `Mo-Su off${'; PH off'.repeat(28)}; ${2100 + i} Jan 01 off` }))),
  ],
  [
    '10,000 notices',
    annuaire((raw) => {
      raw.directory.notices = Array(1e4).fill({
        id: 'n',
        text: { fr: 'a' },
        from: '2026-12-01T00:00',
        to: '2027-01-01T00:00',
      });
    }),
  ],
  [
    '90,000 unknown fields',
    annuaire((raw) => {
      for (let i = 0; i < 9e4; i++) place(raw)[`f${i}`] = 1;
    }),
  ],
  [
    '40,000 broken fields',
    annuaire((raw) => {
      place(raw).phones = Array(4e4).fill({ number: 'x' });
    }),
  ],
  ['lists in lists', '['.repeat(999_999)],
  ['spaces without end', undefined],
];
const rosters = [
  ['two duties', ['début;fin;nom;adresse;ville;téléphone', line(1), line(2)].join('\n')],
  [
    '20,000 duties at once',
    ['début;fin;nom;adresse;ville;téléphone', ...Array.from({ length: 2e4 }, (_, i) => line(i))].join('\n'),
  ],
  ['2 MB of separators', ';'.repeat(1_999_999)],
  ['spaces without end', undefined],
];

let body;
const server = createServer(({ url }, response) => {
  const { pathname } = new URL(url, 'http://localhost');
  if (pathname.startsWith('/dist/')) {
    const type = extname(pathname) === '.html' ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8';
    return response.writeHead(200, { 'content-type': type }).end(readFileSync(join(root, pathname)));
  }
  if (pathname === '/data') {
    response.writeHead(200, { 'content-type': 'text/plain' });
    if (body !== undefined) return response.end(body);
    const drip = () => {
      while (!response.destroyed && response.write(' '.repeat(65_536)));
    };
    response.on('drain', drip).on('error', () => {});
    return drip();
  }
  const tags = ['soins-now', 'contacts'].map((tag) => `<yonne-${tag} directory="/data" now="${NOW}"></yonne-${tag}>`);
  const page = `<!doctype html><html lang="fr"><script src="/dist/yonne-soins.js"></script>${tags.join('')}`;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
});
await new Promise((resolve) => server.listen(0, resolve));
const origin = `http://localhost:${server.address().port}`;
const browser = await launch(findChromium());

async function measure(path) {
  const page = await browser.newPage();
  let answered;
  const heard = new Promise((resolve) => {
    answered = resolve;
  });
  const end = (request) => request.url().endsWith('/data') && answered();
  page.on('requestfinished', end).on('requestfailed', end);
  await page.goto(`${origin}${path}`);
  await heard;
  await page.waitForNetworkIdle({ idleTime: 500 });
  const { TaskDuration, JSHeapUsedSize } = await page.metrics();
  const drawn = await page.evaluate(() =>
    document.querySelector('yonne-soins-now, yonne-garde-screen').shadowRoot.textContent.includes('15'),
  );
  await page.close();
  return `${TaskDuration.toFixed(2)} s, ${(JSHeapUsedSize / 1e6).toFixed(0)} MB${drawn ? '' : ', 15 is not there'}`;
}

for (const [title, content] of directories) {
  body = content;
  console.log(`directory, ${title}: ${await measure('/')}`);
}
for (const [title, content] of rosters) {
  body = content;
  console.log(`roster, ${title}: ${await measure(`/dist/ecran.html#roster=/data&now=${NOW}`)}`);
}
await browser.close();
server.close();
