/** The page of a commune: complete without a script, for any hour; the widget above it says what holds now. */
import {
  attachmentText,
  becauseText,
  endedText,
  noSiteText,
  yearsText,
} from '../../dist/npm/components/shared/care-words.js';
import { minutesText } from '../../dist/npm/components/shared/time-words.js';
import { structuredData } from '../../dist/npm/src/engine.js';
import { FAR } from '../../dist/npm/src/guidance.js';
import { html, joined } from '../html.mjs';
import { soinsNow } from '../layout.mjs';
import { communeModel, directory, edition } from '../model.mjs';
import { inCommune, ofCommune, slugOf } from '../names.mjs';
import { away, call, callRole, editionText, fifteen, jsonLd, place, qrCode, sourcesOf, timely } from '../parts.mjs';

const { nightFrom, nightTo, saturdayFrom } = directory.pdsaHours;
const office = `Du lundi au vendredi de ${minutesText(nightTo)} à ${minutesText(nightFrom)}, le samedi de ${minutesText(nightTo)} à ${minutesText(saturdayFrom)}`;

const near = ({ distance = 0 }) => distance <= FAR;
const ofKind = (kind) => directory.channels.find((channel) => channel.kind === kind);

/** Names with how far they are: `Clinique Paul-Picquet (≈ 25 km)`. */
const named = (list) =>
  joined(
    list.map(({ channel, distance }) => html`${channel.name}${away(distance) && ` (${away(distance)})`}`),
    ', ',
  );

/** What whoever has no doctor at hand does in the day, by the step that the engine gives. */
const BY_DAY = {
  visit: ({ walkIn }) => html`<p>Vous n’en avez pas, ou il ne peut pas&nbsp;? Sans rendez-vous&nbsp;:</p>
<ul class="places">${walkIn.filter(near).map((now) => place(now))}</ul>
<p>Pas de solution&nbsp;? Le ${fifteen}.</p>`,
  call: () => html`<p>Vous n’en avez pas, ou il ne peut pas&nbsp;? Appelez SOS Médecins, sinon le ${fifteen}.</p>`,
  ask: ({ nextByDay }) => html`<p>Vous n’en avez pas, ou il ne peut pas&nbsp;? Demandez à la CPTS
une place&nbsp;: ${named(nextByDay.first.channels)}. Sinon, le ${fifteen}.</p>`,
  'call-15':
    () => html`<p>Vous n’en avez pas, ou il ne peut pas&nbsp;? Aucun lieu de soins sans rendez-vous n’est connu à moins de
${FAR}&nbsp;km&nbsp;: appelez le ${fifteen}, un médecin vous répond et vous dit où aller.</p>`,
};

const byDay = (model) => html`
<p>Vous avez un médecin traitant&nbsp;? <strong>Appelez-le d’abord.</strong></p>
${BY_DAY[model.nextByDay.first.action](model)}
<p>SOS Médecins, par téléphone jour et nuit&nbsp;: ${call(ofKind('sos-medecins'))}${
  model.sosMedecins.some(near) && html`&nbsp;: ${named(model.sosMedecins.filter(near))}`
}.</p>`;

const outOfHours = ({ mmg, onSunday: { after } }) => html`
<p><strong>Appelez le ${fifteen}.</strong> Un médecin vous répond et vous dit où aller&nbsp;: il faut appeler avant de se déplacer.</p>
${mmg.length > 0 && html`<p>${named(mmg)}&nbsp;: seulement si le 15 vous y envoie.</p>`}
${after?.action === 'visit' && html`<p>Ouvert aussi le dimanche en journée, sans rendez-vous&nbsp;: ${named(after.channels)}.</p>`}
${ofKind('dentist-on-duty') && html`<p>Un dentiste, le dimanche ou un jour férié&nbsp;: le ${fifteen} donne celui de garde.</p>`}`;

/** What lies in the commune, or the nearest; where a source is old, its year. */
const around = ({ own, near: others }, none) =>
  own.length
    ? html`<ul>${own.map((item) => html`<li>${item.name}${item.street && `, ${item.street}`}${doubts(item)}</li>`)}</ul>`
    : html`<p>${none}</p>
<ul>${others.map((item) => html`<li>${item.name}, ${item.town} <span class="away">${away(item.distance)}</span>${doubts(item)}</li>`)}</ul>`;

function doubts({ level, source }) {
  if (level === 'presumed') return ' (lieu d’après son nom, à confirmer)';
  const { press, date } = directory.sources.get(source);
  return press && date ? ` (presse, ${date.slice(0, 4)})` : '';
}

function doctor({ attachment }) {
  const groups = attachment.level === 'undetermined' ? attachment.neighbours : [attachment.cpts];
  return html`
<p>${attachmentText(attachment)}${attachment.level === 'documented' && ' (rattachement documenté)'}&nbsp;:</p>
<ul>${groups.map(
    (cpts) => html`<li><strong>${cpts.name}</strong>${cpts.longName && ` (${cpts.longName})`}&nbsp;:
    ${joined(
      [
        ...(cpts.phones ?? []).map((phone) => call(cpts, phone)),
        cpts.email && html`<a href="mailto:${cpts.email}">${cpts.email}</a>`,
        cpts.site ? html`<a href="${cpts.site}">${new URL(cpts.site).hostname}</a>` : noSiteText(cpts, directory),
      ].filter(Boolean),
      ' · ',
    )}</li>`,
  )}</ul>
${attachment.because && html`<p>${becauseText(attachment.because, directory)}</p>`}
${attachment.source && html`<p>Confirmé par ${attachment.source}.</p>`}
<p>La CPTS réunit les soignants d’un territoire et aide à trouver un médecin traitant. L’Assurance maladie aussi&nbsp;:
${callRole('insurance')}. Les professionnels et leurs horaires&nbsp;:
<a href="${directory.channelOf('professional-search').site}">sante.fr</a>.</p>`;
}

const contract = (record) =>
  html`<li>${record.name ? `${record.name}, ` : ''}${yearsText(record)}${
    record.to && record.to < Number(directory.date.slice(0, 4)) ? ` (${endedText()})` : !record.to && ' (fin inconnue)'
  }${record.actions.length > 0 && html`&nbsp;: ${record.actions.map(({ fr }) => fr).join(' ; ')}`}.</li>`;

/** Numbers that answer about one thing, by their ids of the kinds that listen. */
const lines = directory.channels.filter(({ kind }) => ['helpline', 'poison-centre'].includes(kind));

function data(site, model, path) {
  const { commune, departments, walkIn, sosMedecins, mmg, attachment, pharmacies } = model;
  const groups = attachment.level === 'undetermined' ? [] : [attachment.cpts];
  const records = [...departments, ...walkIn, ...sosMedecins, ...mmg].filter(near).map(({ channel }) => channel);
  const { '@context': context, '@graph': graph } = structuredData(directory, edition, [...records, ...groups]);
  const page = {
    '@type': 'WebPage',
    '@id': `${site.url}${path}`,
    url: `${site.url}${path}`,
    name: `Se soigner ${inCommune(commune.name)}`,
    inLanguage: 'fr',
    dateModified: directory.date,
    about: { '@type': 'City', name: commune.name, identifier: commune.code },
    breadcrumb: {
      '@type': 'BreadcrumbList',
      itemListElement: [
        ['Soins dans l’Yonne', ''],
        ['Communes', 'communes/'],
        [commune.name, path],
      ].map(([name, target], i) => ({
        '@type': 'ListItem',
        position: i + 1,
        name,
        item: `${site.url}${target}`,
      })),
    },
  };
  const ofTown = pharmacies.own.map(({ name, finess }) => ({
    '@type': 'Pharmacy',
    name,
    identifier: finess,
    address: { '@type': 'PostalAddress', addressLocality: commune.name, addressCountry: 'FR' },
  }));
  return jsonLd({ '@context': context, '@graph': [page, ...graph, ...ofTown] });
}

export function communePage(site, commune) {
  const model = communeModel(commune);
  const { epci, departments, pharmacies, healthStructures, resources, franceServices, contracts } = model;
  const { name, postcodes } = commune;
  const path = `communes/${slugOf(name)}/`;
  const address = `${site.url}${path}`;
  const shown = [...departments, ...model.walkIn, ...model.sosMedecins, ...model.mmg].map(({ channel }) => channel);
  const sources = sourcesOf([
    ...shown,
    ...(model.attachment.cpts ? [model.attachment.cpts] : model.attachment.neighbours),
    ...Object.values(pharmacies).flat(),
    ...Object.values(healthStructures).flat(),
    ...Object.values(franceServices).flat(),
    ...contracts,
  ]);
  const main = html`
<p class="crumbs noprint"><a href="../">Toutes les communes</a></p>
<h1>Se soigner ${inCommune(name)}</h1>
<p class="lead">Médecin de garde, urgences, pharmacie, médecin traitant ${inCommune(name)} (${postcodes.join(', ')}, ${epci})&nbsp;:
qui appeler, où aller.</p>
<div class="sheet">
<div class="columns">
<div class="answer noprint">${soinsNow(commune)}</div>
<div class="facts">
${timely(commune)}
<section class="urgent">
<h2>Urgence vitale</h2>
<p><a class="tel" href="tel:15">15</a> ou <a class="tel" href="tel:112">112</a>. Si l’on n’entend pas, ou ne peut pas parler&nbsp;: SMS au
<a class="tel" href="sms:114">114</a>. Pompiers&nbsp;: ${callRole('fire')}. Police, gendarmerie&nbsp;: ${callRole('police')}.</p>
</section>
<section>
<h2>Le soir, la nuit, le week-end, les jours fériés</h2>
${outOfHours(model)}
</section>
<section>
<h2>En journée</h2>
<p class="small">${office}, hors jours fériés.</p>
${byDay(model)}
</section>
<section>
<h2>Urgences de l’hôpital&nbsp;: le 15 d’abord</h2>
<p>Le ${fifteen} dit s’il faut y aller, et où. Les plus proches ${ofCommune(name)}, à vol d’oiseau&nbsp;:</p>
<ul class="places">${departments.map((now) =>
    place({
      ...now,
      channel: { ...now.channel, name: `${now.channel.name}${now.channel.paediatric ? ' (enfants aussi)' : ''}` },
    }),
  )}</ul>
</section>
</div>
</div>
<div class="facts more">
<section>
<h2>Pharmacies</h2>
<p>Pharmacie de garde&nbsp;: ${call(ofKind('pharmacy-line'))}, ou
<a href="${ofKind('pharmacy-line').site}">en ligne</a>.</p>
${around(pharmacies, 'Aucune dans la commune. Les plus proches :')}
<p class="small">Horaires non publiés.</p>
</section>
<section>
<h2>Trouver un médecin traitant</h2>
${doctor(model)}
</section>
<section>
<h2>Maisons et centres de santé</h2>
${around(healthStructures, 'Aucun connu dans la commune. Les plus proches :')}
<p class="small">Ni numéro ni horaires dans nos sources&nbsp;: vérifiez avant de vous déplacer.</p>
${resources.length > 0 && html`<ul>${resources.map(({ channel, distance }) => html`<li>${channel.name} <span class="away">${away(distance)}</span>&nbsp;: à demander à la CPTS</li>`)}</ul>`}
</section>
<section class="noprint">
<h2>Démarches&nbsp;: France services</h2>
${around(franceServices, 'Aucune dans la commune. Les plus proches :')}
</section>
${
  contracts.length > 0 &&
  html`<section class="noprint">
<h2>Contrat local de santé</h2>
<ul>${contracts.map(contract)}</ul>
</section>`
}
<section>
<h2>Écoute et conseil</h2>
<ul>${lines.map((channel) => html`<li>${channel.name}&nbsp;: ${call(channel)}</li>`)}</ul>
</section>
</div>
</div>
<section class="paper">
${qrCode(address, `QR code vers la page ${ofCommune(name)}`)}
<p>Cette page, avec ce qui est ouvert maintenant&nbsp;: <span class="address">${address}</span>. ${editionText}.</p>
<p class="noprint"><a href="../../affiche/?commune=${commune.code}">L’affiche A4 ${ofCommune(name)}</a> ·
<a href="../../integrer/?commune=${commune.code}">Cette réponse sur le site de votre mairie</a></p>
</section>
<p class="small noprint">Sources&nbsp;: ${joined(sources, ' ; ')}. Le détail&nbsp;: <a href="../../donnees/">les données</a>.</p>`;
  return {
    path,
    title: `Médecin de garde ${inCommune(name)} (${postcodes[0]}) : qui appeler, où aller`,
    description: `Médecin de garde ${inCommune(name)} : le 15 la nuit, le week-end et les jours fériés ; soins sans rendez-vous, urgences, pharmacie de garde, médecin traitant.`,
    head: data(site, model, path),
    widgets: 'yonne-soins-now.js',
    main,
  };
}
