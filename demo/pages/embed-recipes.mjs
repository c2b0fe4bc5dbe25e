/** What the embedding page has for those who look further: policies, frameworks, statistics. */
import { html } from '../html.mjs';
import { version } from '../model.mjs';

/** The numbers of which a host may count the calls: those of listening lines say too much of who calls. */
export const COUNTED = ['15', '112', '114', '3624', '3237', '3646'];

export const EXAMPLES = {
  plain: (url) => `<script src="${url}yonne-soins-now.js" async></script>
<yonne-soins-now>
  Urgence vitale : <a href="tel:15">15</a> ou <a href="tel:112">112</a>.
</yonne-soins-now>`,
  matomo: `<script>
document.addEventListener('yonne-call', function (event) {
  var counted = ${JSON.stringify(COUNTED)};
  var number = event.detail.number;
  var name = counted.indexOf(number) < 0 ? 'autre' : number;
  (window._paq = window._paq || []).push(['trackEvent', 'yonne-soins', 'appel', name]);
});
</script>`,
  react: `import 'yonne-soins/define';
import 'yonne-soins/react'; // les types

export const Soins = () => (
  <yonne-soins-now commune="89024" onyonne-call={({ detail }) => console.log(detail.number)}>
    Urgence vitale : <a href="tel:15">15</a>
  </yonne-soins-now>
);`,
  vue: `<script setup>
import 'yonne-soins/define';
</script>

<template>
  <yonne-soins-now commune="89024" @yonne-call="(event) => console.log(event.detail.number)">
    Urgence vitale : <a href="tel:15">15</a>
  </yonne-soins-now>
</template>`,
};

const example = (id, text) => html`<pre><code id="${id}">${text}</code></pre>
<p><button type="button" data-copy="${id}">Copier</button></p>`;

export const recipes = (site) => html`<section>
<h2>Plus loin</h2>
<details>
<summary>Politique de sécurité (CSP)</summary>
<p>Pour le code ci-dessus, en plus de la vôtre&nbsp;:</p>
<pre><code id="csp">script-src ${site.url}yonne-soins-now.js; connect-src ${site.url}annuaire.json</code></pre>
<p><button type="button" data-copy="csp">Copier</button></p>
<p>Le widget marche aussi avec <code>require-trusted-types-for 'script'</code>. Sans <code>style-src 'unsafe-inline'</code>, la place n’est pas
réservée&nbsp;: la suite de la page descend quand il arrive.</p>
</details>
<details>
<summary>Une version figée, ou la dernière</summary>
<p>Figée&nbsp;: <code>yonne-soins-now@${version}.js</code> et son empreinte ne changent jamais, ni ses numéros. L’annuaire à jour peut en
apporter de plus récents. La dernière&nbsp;: <code>yonne-soins-now.js</code>, corrigée sans que vous touchiez à votre page. Les empreintes&nbsp;:
<a href="../integrity.json">integrity.json</a>.</p>
</details>
<details>
<summary>React et Vue</summary>
<p>Le paquet <code>yonne-soins</code> ne contient que des modules ES&nbsp;; les types viennent avec.</p>
<h3>React 19</h3>
${example('react', EXAMPLES.react)}
<h3>Vue 3</h3>
<p>Dans la configuration de Vite&nbsp;: <code>isCustomElement: (tag) => tag.startsWith('yonne-')</code>.</p>
${example('vue', EXAMPLES.vue)}
</details>
<details>
<summary>Statistiques sans cookie, dans votre Matomo</summary>
<p>Le widget ne compte rien. Si vous le voulez, collez ceci après le code de Matomo&nbsp;: à chaque numéro pressé, il envoie à
<strong>votre</strong> Matomo «&nbsp;yonne-soins, appel&nbsp;» et le numéro s’il est l’un de ${COUNTED.join(', ')}, sinon «&nbsp;autre&nbsp;»&nbsp;: un appel au
3114 ou au 3919 dit trop de qui appelle. Ni la commune ni la position. Pour l’iframe et cadre.js, rien n’est compté.</p>
${example('matomo', EXAMPLES.matomo)}
<p>Sans cookie&nbsp;: <code>_paq.push(['disableCookies'])</code> avant <code>trackPageView</code>, et l’adresse IP masquée dans Matomo. Dites-le dans vos
pages légales&nbsp;: «&nbsp;Ce site compte, sans cookie et dans son propre Matomo, combien de fois un numéro de l’annuaire est pressé.&nbsp;»</p>
</details>
</section>`;
