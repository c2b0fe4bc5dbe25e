/** The CPTS of communes: a table, a map, confirmation of several at once, CSV in and out. */

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { saveFile } from '../../components/shared/save-file.ts';
import { isoDayText } from '../../components/shared/time-words.ts';
import { type Confirmed, confirmedCsv, mergeConfirmed, readConfirmed } from '../../data/tools/confirmed.mjs';
import { type Attachment, possibleCpts } from '../../src/directory.ts';
import type { Commune, Cpts, RawDirectory } from '../../src/directory-schema.ts';
import { fold } from '../../src/text-match.ts';
import type { Editor, Kept } from './context.ts';
import { communesMap } from './map.ts';
import { withValue } from './raw.ts';

function levelText(attachment: Attachment): string {
  if (attachment.level === 'undetermined') return 'non établi';
  const { level, source, checked } = attachment;
  if (level === 'presumed') return 'présumé';
  return `confirmé${source ? ` par ${source}` : ''}${checked ? `, le ${isoDayText(checked)}` : ''}`;
}

/** @param confirmed - Communes with their CPTS, as `npm run data:cpts` merges them. */
const merge = (editor: Editor, confirmed: readonly Confirmed[]) => {
  const { cpts, counts } = mergeConfirmed(editor.raw.cpts.cpts, confirmed);
  editor.edit((raw: RawDirectory) => withValue(raw, ['cpts', 'cpts'], cpts));
  return counts;
};

async function readFile(editor: Editor, file: File): Promise<void> {
  const known = {
    cpts: editor.raw.cpts.cpts.map(({ id }) => id),
    communes: editor.directory.communes.map(({ code }) => code),
    today: editor.today,
  };
  const { confirmed, problems } = readConfirmed(new Uint8Array(await file.arrayBuffer()), known);
  editor.kept.csvProblems = problems;
  if (problems.length) editor.say(`${file.name} : ${problems.length} erreur(s), rien n’a été modifié.`);
  else {
    const { added, changed, unchanged } = merge(editor, confirmed);
    editor.say(`${file.name} : communes ajoutées ${added}, modifiées ${changed}, inchangées ${unchanged}.`);
  }
  editor.requestUpdate();
}

/** What confirms the communes that are chosen. */
function confirmation(editor: Editor): TemplateResult {
  const { kept, raw, directory } = editor;
  const confirm = (event: Event) => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const [id, source, checked] = ['cpts', 'source', 'date'].map((name) => String(data.get(name)).trim());
    const codes = directory.communes.map(({ code }) => code).filter((code) => kept.chosen.has(code));
    if (!codes.length) return editor.say('Choisissez d’abord des communes dans la table.');
    if (!source) return;
    merge(
      editor,
      codes.map((commune) => ({
        id: id!,
        entry: { commune, level: 'documented', source, checked: checked! },
      })),
    );
    const name = raw.cpts.cpts.find((group) => group.id === id)!.name;
    editor.say(`${codes.length} commune${codes.length > 1 ? 's' : ''} : ${name}, confirmé par ${source}.`);
    kept.chosen.clear();
    editor.requestUpdate();
  };
  const { size } = kept.chosen;
  return html`<form class="confirm" @submit=${confirm}>
    <p role="status"><strong>${size} commune${size > 1 ? 's' : ''} choisie${size > 1 ? 's' : ''}</strong></p>
    <div class="field">
      <label for="cpts-de">Leur CPTS</label>
      <select id="cpts-de" name="cpts">
        ${raw.cpts.cpts.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
      </select>
    </div>
    <div class="field grow">
      <label for="cpts-source">Confirmé par</label>
      <input id="cpts-source" name="source" required autocomplete="off" placeholder="courrier de la CPTS, arrêté…" />
    </div>
    <div class="field">
      <label for="cpts-date">Le</label>
      <input id="cpts-date" name="date" type="date" required max=${editor.today} .value=${editor.today} />
    </div>
    <button>Confirmer</button>
    ${
      size
        ? html`<button
            type="button"
            class="quiet"
            @click=${() => {
              kept.chosen.clear();
              editor.requestUpdate();
            }}
          >
            Ne rien choisir
          </button>`
        : nothing
    }
  </form>`;
}

function row(editor: Editor, commune: Commune): TemplateResult {
  const { kept, directory } = editor;
  const { code, name, epci } = commune;
  const attachment = directory.attachment(commune);
  return html`<tr>
    <td>
      <label class="check"
        ><input
          type="checkbox"
          .checked=${kept.chosen.has(code)}
          @change=${({ target }: Event) => {
            if ((target as HTMLInputElement).checked) kept.chosen.add(code);
            else kept.chosen.delete(code);
            editor.requestUpdate();
          }}
        />
        ${name}</label
      >
    </td>
    <td>${directory.epci.get(epci)}</td>
    <td>${possibleCpts(attachment)
      .map((group) => group.name)
      .join(' ou ')}</td>
    <td>${levelText(attachment)}</td>
  </tr>`;
}

export function communesPage(editor: Editor): TemplateResult {
  const { kept, directory, raw } = editor;
  const keep = (change: Partial<Kept>) => {
    Object.assign(kept, change);
    editor.requestUpdate();
  };
  const typed = fold(kept.communeSearch);
  const group: Cpts | undefined = directory.cpts.get(kept.cpts);
  const found = directory.communes.filter((commune) => {
    const attachment = directory.attachment(commune);
    if (kept.communesLeft && attachment.level === 'documented') return false;
    if (group && !possibleCpts(attachment).includes(group)) return false;
    const words = fold(`${commune.name} ${commune.code} ${directory.epci.get(commune.epci)}`);
    return typed.every((word) => words.some((other) => other.startsWith(word)));
  });
  return html`<section>
    <h2 tabindex="-1">CPTS des communes</h2>
    ${confirmation(editor)}
    <div class="filters">
      <div class="field grow">
        <label for="commune-recherche">Chercher une commune ou une intercommunalité</label>
        <input
          id="commune-recherche"
          type="search"
          autocomplete="off"
          .value=${kept.communeSearch}
          @input=${({ target }: Event) => keep({ communeSearch: (target as HTMLInputElement).value })}
        />
      </div>
      <div class="field">
        <label for="commune-cpts">CPTS</label>
        <select id="commune-cpts" @change=${({ target }: Event) => keep({ cpts: (target as HTMLSelectElement).value })}>
          <option value="" ?selected=${!group}>toutes</option>
          ${raw.cpts.cpts.map(({ id, name }) => html`<option value=${id} ?selected=${id === kept.cpts}>${name}</option>`)}
        </select>
      </div>
      <label class="check"
        ><input
          type="checkbox"
          .checked=${kept.communesLeft}
          @change=${({ target }: Event) => keep({ communesLeft: (target as HTMLInputElement).checked })}
        />
        non confirmées</label
      >
    </div>
    <div class="actions">
      <p role="status" class="hint">${found.length} sur ${directory.communes.length} communes</p>
      <button
        class="quiet"
        @click=${() => {
          for (const { code } of found) kept.chosen.add(code);
          editor.requestUpdate();
        }}
      >
        Choisir les ${found.length}
      </button>
    </div>
    <div class="scroll" tabindex="0" role="region" aria-label="Table des communes">
      <table>
        <thead>
          <tr>
            <th scope="col">Commune</th>
            <th scope="col">Intercommunalité</th>
            <th scope="col">CPTS</th>
            <th scope="col">Certitude</th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            found,
            ({ code }) => code,
            (commune) => row(editor, commune),
          )}
        </tbody>
      </table>
    </div>
    <h3>Sur la carte</h3>
    ${communesMap(editor, group, ({ id }) => keep({ cpts: id === kept.cpts ? '' : id }))}
    <h3>Par fichier</h3>
    <p>
      Un tableur, quatre colonnes : <code>code insee;cpts;source;date</code>, en UTF-8. Une ligne fausse, et rien n’est changé. Les CPTS :
      ${raw.cpts.cpts.map(({ id, name }, i) => html`${i ? ', ' : ''}<code>${id}</code> (${name})`)}.
    </p>
    <div class="field">
      <label for="csv">Lire un fichier CSV</label>
      <input
        id="csv"
        type="file"
        accept=".csv,text/csv"
        @change=${({ target }: Event) => {
          const [file] = (target as HTMLInputElement).files ?? [];
          if (file) void readFile(editor, file);
          (target as HTMLInputElement).value = '';
        }}
      />
      ${kept.csvProblems.map((text) => html`<p class="error">${text}</p>`)}
    </div>
    <button @click=${() => saveFile(confirmedCsv(raw.cpts.cpts), 'text/csv', 'communes-cpts.csv')}>
      Télécharger les communes confirmées (CSV)
    </button>
  </section>`;
}
