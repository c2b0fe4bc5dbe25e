/** The page that makes a poster: a commune, and the page to which its QR code leads. */
import { chosenCode, communeName, proposeCommunes } from '../communes.js';
import { slugOf } from '../names.mjs';

const poster = document.querySelector('#affiche');
const form = document.querySelector('#settings');
const { commune, page } = form.elements;
/** Where this page stands in the site; no page of a commune is known where it stands by itself. */
const here = document.querySelector('link[rel="canonical"]')?.href;

function apply() {
  const code = chosenCode(commune);
  document.querySelector('#commune-aide').textContent =
    code || !commune.value.trim()
      ? ''
      : `« ${commune.value} » n’est pas une commune de l’Yonne : choisissez-la dans la liste.`;
  poster.setAttribute('commune', code);
  const own = here && code && new URL(`../communes/${slugOf(communeName(code))}/`, here).href;
  const target = page.value ? page.validity.valid && page.value : own;
  if (target) poster.setAttribute('page', target);
  else poster.removeAttribute('page');
}

proposeCommunes(commune);
// The page of a commune leads here.
const asked = new URLSearchParams(location.search).get('commune');
if (communeName(asked)) commune.value = `${communeName(asked)} (${asked})`;
form.addEventListener('input', apply);
form.addEventListener('submit', (event) => event.preventDefault());
apply();
