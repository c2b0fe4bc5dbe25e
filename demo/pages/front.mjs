/** The front page: the answer now, four doors, and what stands behind them. */
import { html } from '../html.mjs';
import { soinsNow } from '../layout.mjs';
import { communes, directory, version } from '../model.mjs';
import { editionText, timely } from '../parts.mjs';

const documented = communes.filter((commune) => directory.attachment(commune).level === 'documented').length;

const door = (target, title, text) =>
  html`<li><a href="${target}"><strong>${title}</strong> <span>${text}</span></a></li>`;

export const frontPage = (site) => ({
  path: '',
  title: 'Se soigner dans l’Yonne : qui appeler, où aller maintenant',
  description:
    'Médecin de garde, urgences, pharmacie, médecin traitant dans l’Yonne : la réponse pour votre commune et pour cet instant. Pour les habitants, les mairies, les pharmacies, les CPTS.',
  widgets: 'yonne-soins-now.js',
  main: html`
<h1>Qui peut me soigner maintenant&nbsp;?</h1>
<div class="columns">
<div class="answer">${soinsNow()}</div>
<div class="facts">
${timely()}
<nav aria-label="Vous êtes">
<ul class="doors">
${door('communes/', 'Habitants', `La page de votre commune, parmi ${communes.length}.`)}
${door('integrer/', 'Mairies', 'La réponse sur le site de la commune : un code à copier.')}
${door('ecran/', 'Pharmacies', 'L’écran de garde pour la vitrine, et l’affiche.')}
${door('cpts/', 'CPTS et ARS', 'Votre territoire, vos coordonnées, l’état des données.')}
</ul>
</nav>
<section>
<h2>Ce que c’est</h2>
<p>Un annuaire des soins de l’Yonne qui connaît l’heure&nbsp;: il dit ce qui est ouvert, ce qui ne l’est pas, et quand le 15 est le
seul chemin. Chaque fiche a ses sources et le jour où elle a été vérifiée. Ce qu’aucune source ne donne n’y est pas.</p>
<p>Il ne remplace ni le 15 ni un médecin. Il ne dépose aucun cookie et ne suit personne.</p>
</section>
<section>
<h2>Qui le tient</h2>
<p>${site.operator ? `Ce site est tenu par ${site.operator}.` : 'Ce site est une démonstration : personne ne s’est encore engagé à le tenir à jour.'}
Le code est libre (MIT), les données aussi (Licence Ouverte 2.0)&nbsp;: <a href="a-propos/">à propos</a>.</p>
</section>
<section>
<h2>État des données</h2>
<ul>
<li>${editionText}, yonne-soins ${version}.</li>
<li>${directory.channels.length} services, ${directory.cpts.size} CPTS, ${communes.length} communes.</li>
<li>CPTS documentée pour ${documented} communes, présumée ou indéterminée pour ${communes.length - documented}&nbsp;: c’est dit sur chaque page.</li>
<li>Ce qui manque, et ce qui a changé&nbsp;: <a href="donnees/">les données</a>.</li>
</ul>
</section>
</div>
</div>`,
});
