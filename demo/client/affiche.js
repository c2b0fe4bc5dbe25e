/** The page that makes a poster: a commune, whose it is, and the page to which its QR code leads. */
import { chosenCode, communeName, proposeCommunes } from '../communes.js';

const poster = document.querySelector('#affiche');
const form = document.querySelector('#settings');
const { commune } = form.elements;
/** Where this page stands in the site; no page of a commune is known where it stands by itself. */
const here = document.querySelector('link[rel="canonical"]')?.href;

function apply() {
  const code = chosenCode(commune);
  document.querySelector('#commune-aide').textContent =
    code || !commune.value.trim()
      ? ''
      : `« ${commune.value} » n’est pas une commune de l’Yonne : choisissez-la dans la liste.`;
  poster.setAttribute('commune', code);
  for (const name of ['name', 'phone', 'hours', 'logo', 'page']) {
    const { value, validity, type } = form.elements[name];
    if (type === 'url')
      document.querySelector(`#${name}-lu`).textContent = validity.valid
        ? ''
        : `« ${value} » n’est pas une adresse : il faut https://, puis le reste.`;
    if (value.trim() && validity.valid) poster.setAttribute(name, value.trim());
    else poster.removeAttribute(name);
  }
  poster.toggleAttribute('large-print', form.elements['large-print'].checked);
}

proposeCommunes(commune);
// The page of a commune leads here.
const asked = new URLSearchParams(location.search).get('commune');
if (communeName(asked)) commune.value = `${communeName(asked)} (${asked})`;
if (here) poster.setAttribute('site', new URL('../', here).href);
form.addEventListener('input', apply);
form.addEventListener('submit', (event) => event.preventDefault());
apply();
