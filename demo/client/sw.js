/**
 * The site without a network. The network comes first, always: what was kept is shown only where it does not answer, and
 * then the page says so, and of which day it is.
 */
const CACHE = 'yonne-soins-site';
const OFFLINE = 'hors-ligne.html';
const START = ['./', OFFLINE, 'yonne-soins-now.js'];

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) => cache.addAll(START.map((path) => new Request(path, { cache: 'reload' })))),
  );
  self.skipWaiting();
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

const isPage = ({ mode, destination }) => mode === 'navigate' && destination === 'document';

/** A kept page with a banner that says so. */
async function marked(response) {
  const date = new Date(response.headers.get('date') ?? Number.NaN);
  const when = Number.isNaN(date.getTime())
    ? ''
    : ` le ${date.toLocaleString('fr', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' })}`;
  const banner = `<p class="offline" role="status"><strong>Hors connexion.</strong> Page gardée sur cet appareil${when} : elle a pu changer. En cas de doute, appelez le <a href="tel:15">15</a>.</p>`;
  const page = (await response.text()).replace('<!--hors-ligne-->', banner);
  return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

async function kept(request, error) {
  const cache = await caches.open(CACHE);
  const found = await cache.match(request, { ignoreSearch: isPage(request) });
  if (found) return isPage(request) ? marked(found) : found;
  if (!isPage(request)) throw error;
  return (await cache.match(OFFLINE)) ?? Response.error();
}

/** Keeps a copy; where the device has no room for it, the answer is none the worse. */
const keep = async (request, response) => (await caches.open(CACHE)).put(request, response).catch(() => undefined);

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  // A file of another site, and what a screen asks for each night, go their own way.
  if (method !== 'GET' || !url.startsWith(self.registration.scope) || /\/ecran\.html/.test(url)) return;
  const answer = fetch(event.request);
  event.respondWith(answer.catch((error) => kept(event.request, error)));
  const copied = answer.then((response) => response.ok && response.type === 'basic' && response.clone());
  event.waitUntil(copied.then((response) => response && keep(event.request, response)).catch(() => undefined));
});
