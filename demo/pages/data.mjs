/** What is known, from whom, how old it is, what is missing, and what changed. */
import { roleText } from '../../dist/npm/components/contacts/words.js';
import { priceText, yearsText } from '../../dist/npm/components/shared/care-words.js';
import { hoursText } from '../../dist/npm/components/shared/hours-words.js';
import { isoDayText, sourceDateText } from '../../dist/npm/components/shared/time-words.js';
import { phoneText } from '../../dist/npm/src/engine.js';
import { html, joined } from '../html.mjs';
import { changelog, communes, directory, franceServices, healthStructures, pharmacies, reachable } from '../model.mjs';
import { provenance } from '../parts.mjs';

/** Records that lack what people would ask first. */
function holes() {
  const { channels } = directory;
  const without = (test) => channels.filter(test).map(({ name }) => name);
  const confirmed = channels.filter((channel) => channel.confirmed).length;
  const undetermined = communes.filter((commune) => directory.attachment(commune).level === 'undetermined').length;
  const presumed = communes.filter((commune) => directory.attachment(commune).level === 'presumed').length;
  return [
    ['Sans horaires publiés', without(({ hours, place, access }) => place && !hours && access !== 'after-15')],
    [
      'Urgences dont aucune source récente ne donne les horaires',
      without(({ access, hours }) => access === 'after-15' && !hours),
    ],
    [
      'Sans numéro, site ni adresse électronique',
      without(({ phones, site, email }) => !phones.length && !site && !email),
    ],
    ['Jours fériés à confirmer', without(({ hours }) => hours && /unknown/.test(hours.text))],
    [
      'CPTS sans numéro ni adresse électronique',
      [...directory.cpts.values()].filter(({ phones, email }) => !phones && !email).map(({ name }) => name),
    ],
    [`CPTS présumée dans ${presumed} communes, indéterminée dans ${undetermined}`, []],
    [
      'Non confirmés par l’établissement lui-même',
      confirmed ? [`${channels.length - confirmed} services sur ${channels.length}`] : ['tous'],
    ],
    ['Pharmacies : ni adresse, ni numéro, ni horaires dans nos sources', []],
  ];
}

const row = (channel) => html`<tr>
<th scope="row">${channel.name}</th>
<td>${roleText(channel)}</td>
<td>${channel.place?.town ?? '–'}</td>
<td>${
  channel.phones.length
    ? joined(
        channel.phones.map((phone) => html`${phoneText(phone.number)}${priceText(phone) && ` (${priceText(phone)})`}`),
        html`<br>`,
      )
    : '–'
}</td>
<td>${channel.hours ? joined(hoursText(channel.hours), html`<br>`) : 'non publiés'}</td>
<td>${provenance(channel)}</td>
</tr>`;

const table = (caption, heads, rows) => html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
<table><caption>${caption}</caption><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;

const folded = (title, content) => html`<details><summary>${title}</summary>${content}</details>`;

const townRow = (item) =>
  html`<tr><th scope="row">${item.name}</th><td>${
    item.commune ? directory.commune(item.commune).name : '–'
  }${item.street && `, ${item.street}`}</td><td>${provenance(item)}</td></tr>`;

/** A paragraph of the changelog: what stands between backquotes is code. */
const marked = (text) =>
  text.split('`').map((part, i) => (i % 2 ? html`<code>${part}</code>` : part.replace(/\n */g, ' ')));

/** The newest part of the changelog that is about data: its paragraphs and lists. */
function changes() {
  const [, text = ''] = /### Data\n([\s\S]*?)\n### /.exec(changelog) ?? [];
  return text
    .trim()
    .split(/\n{2,}/)
    .map((block) =>
      block.startsWith('- ')
        ? html`<ul>${`\n${block}`
            .split('\n- ')
            .slice(1)
            .map((item) => html`<li>${marked(item)}</li>`)}</ul>`
        : html`<p>${marked(block)}</p>`,
    );
}

export const dataPage = (site) => ({
  path: 'donnees/',
  title: 'Les données : fiches, sources, âge et trous · Soins dans l’Yonne',
  description:
    'Toutes les fiches de l’annuaire des soins de l’Yonne, avec leurs sources et leur date. À télécharger en JSON, CSV et vCard.',
  main: html`
<h1>Les données</h1>
<p class="lead">Édition du ${isoDayText(directory.date)}. Licence Ouverte 2.0.</p>
<section>
<h2>Télécharger</h2>
<ul>
<li><a href="../annuaire.json" download>annuaire.json</a>&nbsp;: l’annuaire entier, tel que les widgets le lisent</li>
<li><a href="services.csv" download>services.csv</a>&nbsp;: une ligne par service (point-virgule, UTF-8)</li>
<li><a href="communes.csv" download>communes.csv</a>&nbsp;: la CPTS de chaque commune, et comment on le sait</li>
<li><a href="pharmacies.csv" download>pharmacies.csv</a>, <a href="france-services.csv" download>france-services.csv</a>,
<a href="maisons-de-sante.csv" download>maisons-de-sante.csv</a></li>
<li><a href="contacts.vcf" download>contacts.vcf</a>&nbsp;: ${reachable.length} contacts pour un téléphone (vCard 4.0)</li>
</ul>
</section>
<section>
<h2>Ce qui manque</h2>
<ul>${holes().map(([title, names]) => html`<li>${title}${names.length > 0 && html`&nbsp;: ${names.join(', ')}`}.</li>`)}</ul>
<p>Vous le savez&nbsp;? Écrivez à <a href="mailto:${directory.channelOf('health-agency').email}">l’agence régionale de santé</a>, ou à qui tient ce site.
${site.editor && html`Qui tient l’annuaire a <a href="../editeur/">un éditeur</a>.`}</p>
</section>
<section>
<h2>Les fiches</h2>
${table(`${directory.channels.length} services`, ['Nom', 'Ce qu’il fait', 'Commune', 'Numéros', 'Horaires', 'Sources'], directory.channels.map(row))}
${table(
  `${directory.cpts.size} CPTS`,
  ['Nom', 'Site', 'Sources'],
  [...directory.cpts.values()].map(
    (cpts) =>
      html`<tr><th scope="row">${cpts.name}</th><td>${cpts.site ? html`<a href="${cpts.site}">${new URL(cpts.site).hostname}</a>` : '–'}</td><td>${provenance(cpts)}</td></tr>`,
  ),
)}
${table(
  'Contrats locaux de santé',
  ['Intercommunalités', 'Années', 'Sources'],
  directory.localHealthContracts.map(
    (contract) =>
      html`<tr><th scope="row">${contract.epci.map((code) => directory.epci.get(code)).join(', ')}</th><td>${yearsText(contract)}</td><td>${provenance(contract)}</td></tr>`,
  ),
)}
${[
  [`${healthStructures.length} maisons et centres de santé`, healthStructures],
  [`${pharmacies.length} pharmacies`, pharmacies],
  [`${franceServices.length} France services`, franceServices],
].map(([title, list]) => folded(title, table(title, ['Nom', 'Commune', 'Sources'], list.map(townRow))))}
</section>
<section>
<h2>Les sources</h2>
<ul>${[...directory.sources.values()].map(
    ({ publisher, title, date, url, press }) =>
      html`<li>${publisher}${title && html`, «&nbsp;${title}&nbsp;»`}${date && `, ${sourceDateText(date)}`}${press && ' (presse)'}${url && html`. <a href="${url}">${new URL(url).hostname}</a>`}</li>`,
  )}</ul>
</section>
<section>
<h2>Ce qui a changé</h2>
${changes()}
</section>`,
});
