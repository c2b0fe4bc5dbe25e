/** What all pages of the site have around their content. */
import { html, raw } from './html.mjs';
import { directory, version } from './model.mjs';
import { editionText } from './parts.mjs';

const DOORS = [
  ['communes/', 'Votre commune'],
  ['integrer/', 'Sur votre site'],
  ['ecran/', 'Écran'],
  ['affiche/', 'Affiche'],
  ['cpts/', 'CPTS et ARS'],
  ['donnees/', 'Données'],
];

/** A cross, as the widgets colour it. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Crect width='8' height='8' rx='2' fill='%230a5c5c'/%3E%3Cpath fill='%23fff' d='M3 1h2v2h2v2H5v2H3V5H1V3h2z'/%3E%3C/svg%3E";

/** What the service worker puts a banner in place of. */
export const OFFLINE_MARK = '<!--hors-ligne-->';

/**
 * A page. All addresses in it are relative: the site may stand in any folder.
 *
 * @param {object} site - What `npm run site` was told: `url` with a slash at its end, `operator`, `worker`; and the `styles`.
 * @param {object} page - `path` from the root (`communes/joigny/`), `title`, `description`, `main`; `head`: more of it;
 * `script`: the client script that it loads; `widgets`: the script of the widgets that it shows.
 */
export function layout(site, { path, title, description, main, head = '', script, widgets, index = true }) {
  // A page that a server shows at any address leads to the rest from the root.
  const up =
    index || path.endsWith('/') ? '../'.repeat(path.split('/').length - 1) || './' : new URL(site.url).pathname;
  const link = ([target, text]) =>
    html`<li><a href="${up}${target}"${target === path && raw(' aria-current="page"')}>${text}</a></li>`;
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
${index ? html`<link rel="canonical" href="${site.url}${path}">` : html`<meta name="robots" content="noindex">`}
<link rel="icon" href="${raw(ICON)}">
<meta name="color-scheme" content="light dark">
<style>${raw(site.styles)}</style>
${widgets && html`<script src="${up}${widgets}" defer></script>`}
${script && html`<script src="${up}${script}" type="module"></script>`}
${head}
</head>
<body>
<a class="skip" href="#contenu">Aller au contenu</a>
${raw(OFFLINE_MARK)}
<header>
<p class="brand"><a href="${up}">Soins dans l’Yonne</a></p>
<nav aria-label="Rubriques"><ul>${DOORS.map(link)}</ul></nav>
</header>
<main id="contenu" tabindex="-1">
${main}
</main>
<footer>
<p><strong>Urgence vitale, ou besoin d’un médecin hors des heures de cabinet&nbsp;: <a href="tel:15">15</a></strong> (ou
<a href="tel:112">112</a>&nbsp;; SMS au <a href="sms:114">114</a> si l’on n’entend pas).</p>
<p>${editionText} · yonne-soins ${version} · ${site.operator ? `Site tenu par ${site.operator}` : 'Site de démonstration'} ·
<a href="${up}a-propos/">À propos, données personnelles</a> ·
<a href="${up}accessibilite/">Accessibilité&nbsp;: non conforme</a></p>
</footer>
${widgets === 'yonne-soins-now.js' && html`<script>${raw(english(up))}</script>`}
${site.worker && html`<script>${raw(register(site.url, up))}</script>`}
</body>
</html>
`;
}

/** Only under its own address: a copy of the page elsewhere is not kept. */
const register = (url, up) =>
  `if(navigator.serviceWorker&&location.href.startsWith(${JSON.stringify(url)}))navigator.serviceWorker.register(${JSON.stringify(`${up}sw.js`)})`;

/** Whoever reads no French gets the widget in English, whose script nobody else loads. */
const english = (up) =>
  `if(!navigator.languages.some((code)=>/^fr/i.test(code))){const script=document.createElement("script");script.src=${JSON.stringify(`${up}langues/en.js`)};document.head.append(script);for(const widget of document.querySelectorAll("yonne-soins-now"))widget.lang="en"}`;

/** The widget of a page, with what stands there where no script runs. */
export const soinsNow = (commune) => html`<yonne-soins-now theme="auto"${commune && html` commune="${commune.code}"`}>
<p class="numbers"><a class="tel" href="tel:15">15</a> Urgence vitale, ou besoin d’un médecin la nuit, le week-end, un jour férié.
${directory.channelOf('text-emergency') && html`SMS au <a href="sms:114">114</a> si l’on n’entend pas.`}</p>
</yonne-soins-now>`;
