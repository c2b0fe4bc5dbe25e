/** The embedding page: with what a site is made, then one code and its steps. Without a script, all steps are there. */
import { html, raw } from '../html.mjs';
import { directory, version } from '../model.mjs';
import { EXAMPLES, recipes } from './embed-recipes.mjs';

const code = (text) => html`<code>${text}</code>`;

/**
 * The systems, with the form of the code for each and its steps: as each was tried, or said not to have been.
 *
 * @param {{ wordpress: boolean, spip: boolean }} plugins - Those that this site has to download.
 */
const systems = (plugins) => [
  {
    id: 'wordpress',
    name: 'WordPress',
    form: plugins.wordpress ? 'wordpress' : 'div',
    steps: plugins.wordpress
      ? [
          html`Un administrateur installe l’extension, une fois&nbsp;: téléchargez <a href="../yonne-soins-wordpress.zip" download>yonne-soins-wordpress.zip</a>, puis Extensions, Ajouter, Téléverser, Activer.`,
          'Dans la page : ajoutez le bloc « Se soigner maintenant » et cherchez la commune. Ou collez ce code court.',
          'Publiez. Rien n’est demandé à un autre site : l’extension sert le script, et garde une copie de l’annuaire.',
        ]
      : [
          html`Dans la page&nbsp;: ajoutez un bloc «&nbsp;HTML personnalisé&nbsp;» et collez le code. Il passe pour tous les comptes, même ceux dont WordPress retire les scripts.`,
          'Un administrateur pose une fois la deuxième partie dans le pied de page du thème. Sans elle, il ne reste que les numéros.',
          'Publiez, puis regardez la page sans être connecté.',
        ],
  },
  {
    id: 'spip',
    name: 'SPIP',
    form: plugins.spip ? 'spip' : 'div',
    steps: plugins.spip
      ? [
          html`Un administrateur installe le plugin, une fois&nbsp;: <a href="../yonne-soins-spip.zip" download>yonne-soins-spip.zip</a>, décompressé dans ${code('plugins/')}, puis activé.`,
          'Dans l’article, collez le modèle.',
          'Publiez. L’aperçu de l’espace privé peut montrer le code : la page publique montre le widget.',
        ]
      : [
          'Collez la première partie dans l’article. Elle reste aussi en mode strict, où le script et la balise sont retirés ; le lien « SMS au 114 » y devient du texte.',
          html`Un webmestre pose une fois la deuxième partie dans le squelette, avant ${code('</body>')}.`,
          html`N’entourez rien de ${code('<html>')}&nbsp;: c’est pire. L’espace privé montre le code en clair, la page publique le widget (mesuré sur SPIP 4.4).`,
        ],
  },
  {
    id: 'joomla',
    name: 'Joomla',
    form: 'div',
    steps: [
      'Dans l’article, passez l’éditeur en mode code (« Basculer l’éditeur ») et collez la première partie : le filtre de Joomla la garde, alors qu’il retire scripts, balises nouvelles et iframes (mesuré sur 3.7).',
      'Un administrateur pose une fois la deuxième partie dans le gabarit : TinyMCE retire les scripts des articles.',
      'Enregistrez, puis regardez la page publique.',
    ],
  },
  {
    id: 'drupal',
    name: 'Drupal',
    form: 'script',
    steps: [
      'Un administrateur crée un bloc dont le format de texte est « HTML complet », en mode source, et colle le code.',
      html`Le format «&nbsp;HTML restreint&nbsp;» ou «&nbsp;Basic HTML&nbsp;» ne garde rien&nbsp;: ni div, ni script, ni iframe. Pour ces comptes, prenez «&nbsp;Aucun site, ou rien ne passe&nbsp;».`,
      'Placez le bloc sur la page, puis regardez-la sans être connecté.',
    ],
  },
  {
    id: 'regional',
    name: 'Un CMS régional ou départemental',
    form: 'iframe',
    steps: [
      'Cherchez dans l’éditeur « Insérer un cadre », « Contenu externe » ou « iframe », et collez le code.',
      'S’il est retiré, envoyez-le au support avec cette page : c’est un cadre sans cookie, vers une seule adresse.',
      'Ces systèmes n’ont pas été essayés : dites ce qui a marché.',
    ],
  },
  {
    id: 'constructeur',
    name: 'Wix, Google Sites ou un autre constructeur',
    form: 'script',
    steps: [
      'Ajoutez un élément « Code HTML » ou « Intégrer », et collez le code.',
      'Le constructeur le met dans son propre cadre : donnez à l’élément toute la largeur et 1 200 pixels de haut.',
      'Ces constructeurs n’ont pas été essayés ; une page qui fait comme eux, oui.',
    ],
  },
  {
    id: 'html',
    name: 'HTML, à la main',
    form: 'script',
    steps: [
      'Collez le code où la réponse doit apparaître.',
      'Mettez la page en ligne. Il n’y a rien d’autre à déposer.',
    ],
  },
  {
    id: 'aucun',
    name: 'Aucun site, ou rien ne passe',
    form: 'lien',
    steps: [
      'Collez le lien où vous pouvez : un article, un message, une page de réseau social.',
      'Imprimez le QR code sur le bulletin municipal ou le panneau d’affichage.',
      html`Ou prenez <a href="../affiche/">l’affiche A4</a>, ou les numéros en HTML simple (réglages, «&nbsp;Forme du code&nbsp;»).`,
    ],
  },
];

const choice = ({ id, name, form }, i) =>
  html`<label><input type="radio" name="site" value="${id}" data-form="${form}"${i === 6 && raw(' checked')}> ${name}</label>`;

const howTo = ({ id, name, steps }) => html`<section class="steps" data-site="${id}">
<h3>${name}</h3>
<ol>${steps.map((step) => html`<li>${step}</li>`)}</ol>
</section>`;

const options = (list) => list.map(([value, text]) => html`<option value="${value}">${text}</option>`);

const settings = (list, languages) => html`
<fieldset>
<legend>Votre site est fait avec&nbsp;?</legend>
<div class="choices">${list.map(choice)}</div>
</fieldset>
<div class="fields">
<p><label for="commune">Votre commune</label>
<input id="commune" name="commune" autocomplete="off" aria-describedby="commune-aide" placeholder="Auxerre, Sens, Avallon…">
<span id="commune-aide" class="hint" role="status">Sans commune&nbsp;: tout le département.</span></p>
<p><label for="widget">Ce qu’il montre</label>
<select id="widget" name="widget">${options([
  ['soins-now', 'Se soigner maintenant'],
  ['cpts-finder', 'Trouver ma CPTS et un médecin traitant'],
  ['contacts', 'Qui appeler, pour quoi'],
])}</select></p>
</div>
<div class="fields" data-for="cpts-finder">
<p><label for="cpts">Site d’une CPTS&nbsp;: la montrer d’abord</label>
<select id="cpts" name="cpts"><option value="">Aucune</option>${options([...directory.cpts.values()].map(({ id, name }) => [id, name]))}</select></p>
<p><label for="territory">Son territoire (facultatif)</label>
<input id="territory" name="territory" autocomplete="off" aria-describedby="territory-aide">
<span id="territory-aide" class="hint">Codes SIREN d’intercommunalités et codes INSEE de communes, séparés par des espaces. Pour la CPTS elle-même.</span></p>
<p><label for="contact">Comment la joindre (facultatif)</label>
<input id="contact" name="contact" autocomplete="off" aria-describedby="contact-aide">
<span id="contact-aide" class="hint">Numéros et adresse électronique, séparés par des virgules.</span></p>
</div>
<div class="fields" data-for="contacts">
<p><label for="audience">Pour qui</label>
<select id="audience" name="audience">${options([
  ['', 'Les habitants'],
  ['mairie', 'La mairie'],
])}</select></p>
<p><label class="check"><input id="structured-data" name="structured-data" type="checkbox"> Données pour les moteurs de recherche (schema.org)</label></p>
</div>
<details id="plus">
<summary>Réglages&nbsp;: langue, couleurs, fichiers chez vous…</summary>
<div class="fields">
<p><label for="lang">Langue</label>
<select id="lang" name="lang" aria-describedby="lang-aide">${options([['fr', 'Français'], ...languages])}</select>
<span id="lang-aide" class="hint">«&nbsp;Traduction à relire&nbsp;»&nbsp;: personne ne l’a confirmée, et le widget le dit à son pied. Un cadre parle français et anglais.</span></p>
<p><label for="theme">Fond</label>
<select id="theme" name="theme">${options([
  ['', 'Clair'],
  ['dark', 'Sombre'],
  ['auto', 'Selon l’appareil du lecteur'],
])}</select></p>
<p><label for="accent">Couleur des liens et des boutons</label>
<input id="accent" name="accent" type="color" value="#0a5c5c" aria-describedby="contrast">
<span id="contrast" class="hint" role="status"></span></p>
<p><label for="heading-level">Niveau du titre dans votre page</label>
<select id="heading-level" name="heading-level"><option>1</option><option selected>2</option><option>3</option><option>4</option></select></p>
<p><label for="report-to">Où signaler une erreur (facultatif)</label>
<input id="report-to" name="report-to" type="email" autocomplete="email" aria-describedby="report-aide">
<span id="report-aide" class="hint">Une adresse électronique. Sinon, celle de l’agence régionale de santé.</span></p>
<div><label for="base">Où sont les fichiers</label>
<input id="base" name="base" inputmode="url" autocomplete="url" aria-describedby="base-state base-aide">
<span id="base-state" class="hint insufficient" role="status"></span>
<span id="base-aide" class="hint">Ce site. Ou le vôtre&nbsp;: déposez-y <a href="../yonne-soins-now.js" download>yonne-soins-now.js</a>, <a href="../yonne-soins.js" download>yonne-soins.js</a>,
<a href="../cadre.html" download>cadre.html</a> ou <a href="../cadre.js" download>cadre.js</a>, selon le code, et mettez ici l’adresse du dossier.</span></div>
<p><label class="check"><input id="pinned" name="pinned" type="checkbox"> Figer la version ${version}, avec son empreinte (SRI)</label>
<label class="check"><input id="no-directory" name="no-directory" type="checkbox"> Sans l’annuaire à jour (une requête de moins)</label></p>
<p><label for="forme">Forme du code</label>
<select id="forme" name="forme">${options([
  ['', 'Celle qui va à votre site'],
  ['script', 'Script et balise'],
  ['div', 'Script et div'],
  ['cadre', 'Cadre qui suit sa hauteur (cadre.js)'],
  ['iframe', 'iframe'],
  ['html', 'HTML simple, sans script'],
  ['lien', 'Lien et QR code'],
])}</select></p>
</div>
</details>`;

export function embedPage(site) {
  const list = systems(site.plugins);
  return {
    path: 'integrer/',
    title: 'Sur votre site : l’annuaire des soins de l’Yonne en un code à copier',
    description:
      'Votre site est fait avec WordPress, SPIP, Joomla, Drupal, à la main ? Un code à coller et ses étapes : qui peut soigner, à cet instant, dans votre commune.',
    widgets: 'yonne-soins.js',
    script: 'integrer/configurator.js',
    head: raw(`<script src="../langues/en.js" defer></script>
<script type="application/json" id="site">${JSON.stringify({ url: site.url, integrity: site.integrity }).replace(/</g, '\\u003c')}</script>`),
    main: html`
<h1>Sur votre site</h1>
<p class="lead">Dites avec quoi votre site est fait, choisissez votre commune, copiez le code. Le widget répond à l’heure où on le lit.</p>
<noscript><p>Sans script, cette page ne peut pas écrire le code pour vous&nbsp;: en voici un pour tout le département. Ajoutez-y
<code>commune="89024"</code> avec le code INSEE de la vôtre.</p></noscript>
<form id="settings" class="panel">${settings(list, site.languages)}</form>
<section aria-labelledby="copier">
<h2 id="copier" tabindex="-1">Votre code</h2>
<pre><code id="code">${EXAMPLES.plain(site.url)}</code></pre>
<p><button type="button" data-copy="code">Copier le code</button></p>
<div id="qr"></div>
<div id="once-part" hidden>
<h3>Une fois pour tout le site, dans le pied de page</h3>
<pre><code id="once"></code></pre>
<p><button type="button" data-copy="once">Copier cette partie</button></p>
</div>
<p id="copied" role="status"></p>
${list.map(howTo)}
</section>
<section aria-labelledby="apercu">
<h2 id="apercu">L’aperçu</h2>
<a class="skip" href="#legal">Passer l’aperçu</a>
<fieldset class="inline" id="host">
<legend class="hint">Sur une page</legend>
<label><input type="radio" name="host" value="light" checked> claire</label>
<label><input type="radio" name="host" value="dark"> sombre</label>
<label><input type="radio" name="host" value="narrow"> étroite</label>
</fieldset>
<div id="preview" class="light"></div>
</section>
<section aria-labelledby="legal">
<h2 id="legal" tabindex="-1">Pour vos pages légales</h2>
<h3>Données personnelles</h3>
<p id="rgpd">Le widget yonne-soins ne dépose aucun cookie. Choisissez un code&nbsp;: la phrase dit ce qu’il demande, et à qui.</p>
<p><button type="button" data-copy="rgpd">Copier la phrase</button></p>
<h3>Accessibilité</h3>
<p id="rgaa">Le widget yonne-soins vise WCAG 2.2 niveau AA et le RGAA 4.1&nbsp;: utilisable au clavier et au lecteur d’écran, lisible
à 200&nbsp;% et sur un écran de 280 pixels. Il est vérifié automatiquement à chaque version&nbsp;; il n’a pas encore été
audité par un tiers, ni testé avec tous les lecteurs d’écran.</p>
<p><button type="button" data-copy="rgaa">Copier la note</button></p>
</section>
${recipes(site)}`,
  };
}
