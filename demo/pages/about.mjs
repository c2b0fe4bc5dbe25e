/** Pages of words: for CPTS and the health agency, about the site, accessibility, what is not there, no network. */
import { isoDayText } from '../../dist/npm/components/shared/time-words.js';
import { html } from '../html.mjs';
import { communes, directory, version } from '../model.mjs';
import { call, callRole, editionText, fifteen } from '../parts.mjs';

const levels = (id) => {
  const of = (level) =>
    communes.filter((commune) => {
      const attachment = directory.attachment(commune);
      return attachment.level === level && attachment.cpts.id === id;
    }).length;
  return `${of('documented') || 'aucune'} documentée, ${of('presumed') || 'aucune'} présumée`;
};

export const cptsPage = (site) => ({
  path: 'cpts/',
  title: 'CPTS et ARS : votre territoire dans l’annuaire des soins de l’Yonne',
  description:
    'Pour les CPTS et l’agence régionale de santé : dire quelles communes sont les vôtres, comment vous joindre, et corriger une fiche.',
  widgets: 'yonne-soins.js',
  main: html`
<h1>CPTS et ARS</h1>
<p class="lead">L’annuaire ne dit que ce qu’une source donne. Sur le territoire des CPTS, les sources sont rares&nbsp;: la meilleure, c’est vous.</p>
<section>
<h2>Ce que l’annuaire sait</h2>
<p>Nombre de communes de chaque CPTS&nbsp;:</p>
<ul>${[...directory.cpts.values()].map(({ id, name, site: address }) => html`<li><strong>${name}</strong>&nbsp;: ${levels(id)}. ${address ? html`<a href="${address}">${new URL(address).hostname}</a>` : 'Site non confirmé'}.</li>`)}</ul>
<p>Le reste des communes est entre deux ou trois CPTS&nbsp;: leur page les nomme toutes.</p>
</section>
<section>
<h2>Sur le site d’une CPTS</h2>
<ol>
<li>Ouvrez <a href="../integrer/?widget=cpts-finder">«&nbsp;Sur votre site&nbsp;»</a>, choisissez «&nbsp;Trouver ma CPTS et un médecin traitant&nbsp;» et votre CPTS.</li>
<li>Ajoutez votre territoire (codes SIREN des intercommunalités, codes INSEE des communes) et vos coordonnées.</li>
<li>Copiez le code. Sur votre site, ces communes sont alors «&nbsp;documentées&nbsp;».</li>
<li>Au pied du widget, «&nbsp;Pour la CPTS&nbsp;» donne un fichier CSV&nbsp;: envoyez-le à qui tient l’annuaire, et toutes les pages le diront.</li>
</ol>
</section>
<section>
<h2>Essayer</h2>
<yonne-cpts-finder theme="auto"><p>La liste des CPTS est plus haut.</p></yonne-cpts-finder>
</section>
<section>
<h2>Corriger une fiche</h2>
<p>Chaque widget a «&nbsp;Signaler une erreur&nbsp;». ${site.editor ? html`Qui tient l’annuaire a <a href="../editeur/">un éditeur</a>&nbsp;: il relit chaque fiche et prépare la correction.` : 'Toutes les fiches, leurs sources et leur âge : '}<a href="../donnees/">les données</a>.</p>
</section>`,
});

export const aboutPage = (site) => ({
  path: 'a-propos/',
  title: 'À propos, données personnelles · Soins dans l’Yonne',
  description:
    'Qui tient ce site, d’où viennent les données, sous quelles licences, et ce que le site sait de vous : rien.',
  main: html`
<h1>À propos</h1>
<section>
<h2>Qui tient ce site</h2>
<p>${site.operator ? `${site.operator} tient ce site et répond de ce qu’il dit.` : 'Ce site est une démonstration. Personne ne s’est encore engagé à le tenir à jour : vérifiez par téléphone.'}</p>
</section>
<section>
<h2>Données personnelles</h2>
<p>Ce site ne dépose aucun cookie, ne charge rien d’un autre site et ne mesure pas sa fréquentation. Votre position n’est lue que si vous
appuyez sur «&nbsp;Me localiser&nbsp;»&nbsp;; elle ne quitte pas votre appareil. Comme tout serveur, celui qui héberge le site voit l’adresse IP
des requêtes.</p>
<p>Pour rester lisible sans réseau, le navigateur garde sur votre appareil les pages que vous avez lues ici. Elles disent alors qu’elles
ont été gardées, et quand. Effacer les données du site dans le navigateur les enlève.</p>
</section>
<section>
<h2>Licences</h2>
<p>Code&nbsp;: MIT. Données&nbsp;: Licence Ouverte 2.0 (Etalab). Communes et groupements&nbsp;: INSEE, DGCL. Contours&nbsp;: IGN. Chaque fiche
nomme ses sources&nbsp;: <a href="../donnees/">les données</a>.</p>
<p>yonne-soins ${version}, ${editionText.toLowerCase()}. Le code source est celui du paquet <code>yonne-soins</code>.</p>
</section>`,
});

export const accessibilityPage = () => ({
  path: 'accessibilite/',
  title: 'Accessibilité : non auditée · Soins dans l’Yonne',
  description:
    'Déclaration d’accessibilité (RGAA 4.1) du site et des widgets : ce qui a été vérifié, et ce qui ne l’a pas été.',
  main: html`
<h1>Accessibilité</h1>
<p class="lead">Aucun audit RGAA n’a été fait&nbsp;: au sens de la loi, ce site est <strong>non conforme</strong> tant qu’un audit n’a pas dit le
contraire. Il vise le RGAA 4.1 et WCAG 2.2, niveau AA.</p>
<section>
<h2>Ce qui est vérifié, à chaque version, par des machines</h2>
<ul>
<li>axe-core et le moteur d’IBM (equal access), sur chaque sorte de page&nbsp;: aucune erreur connue, hors ce qu’une personne a regardé et écarté avec sa raison</li>
<li>HTML valide (html-validate), titres, langue, liens internes</li>
<li>aucun défilement horizontal à 320 pixels&nbsp;; pages complètes sans script</li>
<li>les widgets&nbsp;: clavier seul, couleurs forcées, impression, texte à 200&nbsp;%, ce qu’un lecteur d’écran en reçoit</li>
</ul>
</section>
<section>
<h2>Ce qui n’a pas été vérifié</h2>
<ul>
<li>aucun audit par un tiers, aucun échantillon RGAA relu par une personne</li>
<li>NVDA, JAWS, VoiceOver et TalkBack n’ont pas été essayés à l’oreille</li>
<li>aucun essai avec des personnes handicapées ou âgées</li>
<li>la carte des CPTS&nbsp;: la liste à côté dit la même chose</li>
<li>les sites liés</li>
</ul>
</section>
<section>
<h2>Un obstacle&nbsp;?</h2>
<p>Les numéros répondent toujours&nbsp;: ${fifteen}, ou SMS au ${callRole('text-emergency')}. Signalez l’obstacle à qui tient ce site. Sans réponse&nbsp;: le
<a href="https://www.defenseurdesdroits.fr">Défenseur des droits</a>.</p>
<p class="small">Déclaration établie le ${isoDayText(directory.date)} par autoévaluation.</p>
</section>`,
});

const numbers = () => html`<ul class="numbers">
<li>Urgence vitale, ou besoin d’un médecin hors des heures de cabinet&nbsp;: <a class="tel" href="tel:15">15</a></li>
<li>Toutes urgences&nbsp;: ${callRole('european-emergency')}&nbsp;; SMS au ${callRole('text-emergency')} si l’on n’entend pas</li>
<li>SOS Médecins&nbsp;: ${call(directory.channels.find(({ kind }) => kind === 'sos-medecins'))}</li>
<li>Pharmacie de garde&nbsp;: ${call(directory.channels.find(({ kind }) => kind === 'pharmacy-line'))}</li>
<li>Prévention du suicide&nbsp;: ${callRole('suicide-prevention')}</li>
</ul>`;

/** Both stand for addresses in any folder: what leads on does so from the root that the build was told. */
export const notFoundPage = (site) => ({
  path: '404.html',
  index: false,
  title: 'Page introuvable · Soins dans l’Yonne',
  description: 'Cette page n’existe pas.',
  main: html`
<h1>Page introuvable</h1>
${numbers()}
<p>Cherchez <a href="${site.url}communes/">votre commune</a>, ou revenez à <a href="${site.url}">l’accueil</a>.</p>`,
});

export const offlinePage = (site) => ({
  path: 'hors-ligne.html',
  index: false,
  title: 'Hors connexion · Soins dans l’Yonne',
  description: 'Pas de réseau, et cette page n’a pas été gardée.',
  main: html`
<h1>Hors connexion</h1>
<p>Pas de réseau, et cette page n’a pas été gardée sur cet appareil. Ces numéros ne changent pas&nbsp;:</p>
${numbers()}
<p><a href="${site.url}">L’accueil</a></p>`,
});
