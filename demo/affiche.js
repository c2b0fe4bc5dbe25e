import { chosenCode, proposeCommunes } from './communes.js';

const poster = document.querySelector('#affiche');
const form = document.querySelector('#settings');
const { commune, page } = form.elements;

proposeCommunes(commune);
form.addEventListener('input', () => {
  const code = chosenCode(commune);
  document.querySelector('#commune-aide').textContent =
    code || !commune.value.trim()
      ? ''
      : `« ${commune.value} » n’est pas une commune de l’Yonne : choisissez-la dans la liste.`;
  poster.setAttribute('commune', code);
  if (page.value && page.validity.valid) poster.setAttribute('page', page.value);
  else poster.removeAttribute('page');
});
form.addEventListener('submit', (event) => event.preventDefault());
