/** What changed, and the ways out: the file, the CSV, a mail. */

import { html, nothing, type TemplateResult } from 'lit';
import { saveFile } from '../../components/shared/save-file.ts';
import { isoDayText } from '../../components/shared/time-words.ts';
import { confirmedCsv } from '../../data/tools/confirmed.mjs';
import type { RawDirectory } from '../../src/directory-schema.ts';
import { type Change, changesBetween, changeText } from './changes.ts';
import type { Editor } from './context.ts';
import { isSame } from './raw.ts';

/** Mail programs cut longer addresses. */
const LONGEST_MAIL = 1_800;

/** The edition to publish: that of the present day, where something changed. */
export function editionOf(base: RawDirectory, current: RawDirectory, today: string): RawDirectory {
  const { directory } = current;
  const isNew = !isSame(base, current) && directory.date < today;
  return isNew ? { ...current, directory: { ...directory, date: today } } : current;
}

/** A mail with the changes: as many as an address holds. */
export function mailLink(to: string, date: string, changes: readonly Change[]): string {
  const lines = changes.map((change) => `- ${changeText(change)}`);
  const body = (count: number) => {
    const rest = lines.length - count;
    const more = rest ? [`… et ${rest} autre${rest > 1 ? 's' : ''} : voir le fichier.`] : [];
    return encodeURIComponent(
      [
        'Bonjour,',
        '',
        'Voici ce que j’ai changé dans l’annuaire des soins :',
        '',
        ...lines.slice(0, count),
        ...more,
        '',
        'Le fichier annuaire.json est à joindre à ce message.',
      ].join('\r\n'),
    );
  };
  let count = lines.length;
  while (count > 0 && body(count).length > LONGEST_MAIL) count--;
  const subject = encodeURIComponent(`Annuaire des soins : édition du ${isoDayText(date)}`);
  return `mailto:${to}?subject=${subject}&body=${body(count)}`;
}

const linkTo = ({ list, id, kind }: Change): string =>
  kind === 'removed' ? '' : list === 'communes' ? '#communes' : list === 'directory' ? '' : `#fiche/${list}/${id}`;

function changeRow(change: Change): TemplateResult {
  const { name, what, before, after } = change;
  const link = linkTo(change);
  return html`<li>
    <p>${link ? html`<a href=${link}>${name}</a>` : html`<strong>${name}</strong>`} · ${what}</p>
    ${before === undefined ? nothing : html`<p><span class="side">avant</span> <del>${before}</del></p>`}
    ${after === undefined ? nothing : html`<p><span class="side">après</span> <ins>${after}</ins></p>`}
  </li>`;
}

/** @param mailTo - Whom the mail goes to; empty: the officer chooses. */
export function publishPage(editor: Editor, mailTo: string): TemplateResult {
  const { draft, problems, raw, today } = editor;
  const base = draft.base!;
  const changes = changesBetween(base, raw);
  const edition = editionOf(base, raw, today);
  const { date } = edition.directory;
  const own = confirmedCsv(raw.cpts.cpts);
  const download = () => {
    saveFile(JSON.stringify(edition), 'application/json', 'annuaire.json');
    editor.say('annuaire.json est téléchargé : mettez-le à la place de l’ancien.');
  };
  return html`<section>
    <h2 tabindex="-1">Changements et publication</h2>
    <h3>Ce qui a changé depuis l’édition du ${isoDayText(base.directory.date)}</h3>
    ${changes.length ? html`<ul class="rows changes">${changes.map(changeRow)}</ul>` : html`<p>Rien n’a changé.</p>`}
    ${
      problems.length
        ? html`<h3 id="a-corriger">À corriger avant de publier</h3>
            <ul class="rows">
              ${problems.map(
                ({ record, text }) =>
                  html`<li>${record ? html`<a href="#fiche/${record.list}/${record.id}">${record.name}</a>` : nothing}<span class="error">${text}</span></li>`,
              )}
            </ul>`
        : nothing
    }
    <h3>Publier</h3>
    <p>
      L’édition sera du ${isoDayText(date)}. Mettez <strong>annuaire.json</strong> à la place de l’ancien sur votre hébergement : les
      pages qui le nomment le demandent une fois par jour.
      ${
        changes.length && date === base.directory.date
          ? 'L’édition ouverte est déjà de ce jour : les pages qui l’ont lue aujourd’hui ne prendront que celle d’un jour suivant.'
          : ''
      }
    </p>
    <div class="actions">
      <button class="primary" ?disabled=${problems.length > 0} aria-describedby=${problems.length ? 'a-corriger' : nothing} @click=${download}>
        Télécharger annuaire.json
      </button>
      <button @click=${() => saveFile(own, 'text/csv', 'communes-cpts.csv')}>Télécharger les communes confirmées (CSV)</button>
      <a class="button" href=${mailLink(mailTo, date, changes)}>Écrire un courriel avec les changements</a>
    </div>
  </section>`;
}
