/** All communes, by their first letter. */
import { html } from '../html.mjs';
import { communes } from '../model.mjs';
import { slugOf } from '../names.mjs';

const letterOf = ({ name }) => slugOf(name)[0].toUpperCase();
const letters = [...new Set(communes.map(letterOf))].sort();

export const communesPage = () => ({
  path: 'communes/',
  title: 'Les communes de l’Yonne : médecin de garde, pharmacie, urgences',
  description: `Qui appeler et où aller pour se soigner, dans chacune des ${communes.length} communes de l’Yonne.`,
  main: html`
<h1>Votre commune</h1>
<nav aria-label="Par première lettre"><ul class="letters">${letters.map((letter) => html`<li><a href="#${letter}">${letter}</a></li>`)}</ul></nav>
${letters.map(
  (letter) => html`<section>
<h2 id="${letter}">${letter}</h2>
<ul class="many">${communes
    .filter((commune) => letterOf(commune) === letter)
    .map(
      ({ name, former }) =>
        html`<li><a href="${slugOf(name)}/">${name}</a>${former.length > 0 && html` <small>(${former.join(', ')})</small>`}</li>`,
    )}</ul>
</section>`,
)}`,
});
