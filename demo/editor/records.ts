/** The records: their list, and the page of one. */

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isoDayText } from '../../components/shared/time-words.ts';
import { fold } from '../../src/text-match.ts';
import { DAY } from '../../src/time/calendar.ts';
import type { Editor, Kept } from './context.ts';
import { blankRecord, recordForm } from './form.ts';
import { type AnyRecord, freshId, isSame, nameOf, placeOf, recordsOf, withValue } from './raw.ts';
import { CHANNEL, LISTS, type ListName } from './words.ts';

/** Days after which a record is old. */
const OLD = 183;

/** The last day on which somebody looked at a record. */
const lastLooked = ({ checked = '', confirmed }: AnyRecord): string =>
  confirmed && confirmed.on > checked ? confirmed.on : checked;

const isOld = (record: AnyRecord, today: string): boolean =>
  (Date.parse(today) - Date.parse(lastLooked(record))) / DAY > OLD;

/** What a list is searched by. */
function searchText(record: AnyRecord): string {
  const { kind, place, id } = record as {
    kind?: keyof typeof CHANNEL.kind.options;
    place?: { town?: string };
    id: string;
  };
  return [nameOf(record), kind && CHANNEL.kind.options[kind], place?.town, id].filter(Boolean).join(' ');
}

const matches = (text: string, search: string): boolean => {
  const words = fold(text);
  return fold(search).every((typed) => words.some((word) => word.startsWith(typed)));
};

function stateOf(editor: Editor, list: ListName, record: AnyRecord): TemplateResult {
  const wrong = editor.problems.filter((problem) => problem.record?.list === list && problem.record.id === record.id);
  const base = recordsOf(editor.draft.base!, list).find(({ id }) => id === record.id);
  return html`<span class="states">
    ${wrong.length ? html`<span class="state wrong">${wrong.length} à corriger</span>` : nothing}
    ${isSame(base, record) ? nothing : html`<span class="state changed">${base ? 'modifiée' : 'nouvelle'}</span>`}
    ${record.confirmed ? html`<span class="state">confirmée le ${isoDayText(record.confirmed.on)}</span>` : nothing}
    ${
      record.checked && isOld(record, editor.today)
        ? html`<span class="state old">vue le ${isoDayText(lastLooked(record))}</span>`
        : nothing
    }
  </span>`;
}

/** The list of records, with search and filters. */
export function recordList(editor: Editor): TemplateResult {
  const { kept, raw } = editor;
  const all = recordsOf(raw, kept.list);
  const hasProof = kept.list !== 'sources';
  const found = all.filter(
    (record) =>
      matches(searchText(record), kept.search) &&
      (!hasProof || !kept.unconfirmed || !record.confirmed) &&
      (!hasProof || !kept.old || isOld(record, editor.today)),
  );
  const keep = (change: Partial<Kept>) => {
    Object.assign(kept, change);
    editor.requestUpdate();
  };
  const tick = (key: 'unconfirmed' | 'old', label: string) => html`<label class="check"
    ><input
      type="checkbox"
      .checked=${kept[key]}
      @change=${({ target }: Event) => keep({ [key]: (target as HTMLInputElement).checked })}
    />
    ${label}</label
  >`;
  const add = () => {
    const record = { ...blankRecord(kept.list, editor), id: freshId(raw, LISTS[kept.list].added) };
    editor.edit((before) => withValue(before, [...placeOf(kept.list), all.length], record));
    editor.go(`fiche/${kept.list}/${record.id}`);
  };
  return html`<section>
    <h2 tabindex="-1">Fiches</h2>
    <div class="filters">
      <div class="field">
        <label for="liste">Montrer</label>
        <select id="liste" @change=${({ target }: Event) => keep({ list: (target as HTMLSelectElement).value as Kept['list'] })}>
          ${(['channels', 'cpts', 'localHealthContracts', 'sources'] as const).map(
            (list) => html`<option value=${list} ?selected=${list === kept.list}>${LISTS[list].title}</option>`,
          )}
        </select>
      </div>
      <div class="field grow">
        <label for="recherche">Chercher un nom, une sorte, une ville</label>
        <input
          id="recherche"
          type="search"
          autocomplete="off"
          .value=${kept.search}
          @input=${({ target }: Event) => keep({ search: (target as HTMLInputElement).value })}
        />
      </div>
      ${hasProof ? html`<div class="checks">${tick('unconfirmed', 'non confirmées')} ${tick('old', 'anciennes (plus de six mois)')}</div>` : nothing}
    </div>
    <p role="status" class="hint">${found.length} sur ${all.length}</p>
    <ul class="rows">
      ${repeat(
        found,
        ({ id }) => id,
        (record) => html`<li>
          <a href="#fiche/${kept.list}/${record.id}">${nameOf(record)}</a>
          ${kept.list === 'channels' ? html`<span class="hint">${[CHANNEL.kind.options[record.kind as keyof typeof CHANNEL.kind.options], (record.place as { town?: string } | undefined)?.town].filter(Boolean).join(' · ')}</span>` : nothing}
          ${stateOf(editor, kept.list, record)}
        </li>`,
      )}
    </ul>
    <button @click=${add}>Ajouter : ${LISTS[kept.list].added}</button>
  </section>`;
}

/** Who confirmed a record, how and when. */
function confirmation(editor: Editor, list: ListName, index: number, record: AnyRecord): TemplateResult {
  const { kept } = editor;
  const { confirmed } = record;
  const path = [...placeOf(list), index];
  const confirm = (event: Event) => {
    event.preventDefault();
    if (!kept.by.trim()) return;
    editor.set([...path, 'confirmed'], { on: kept.on || editor.today, by: `${kept.by.trim()} (${kept.how})` });
    editor.draft.settle();
    editor.say(`Confirmée par ${kept.by.trim()}, ${kept.how}, le ${isoDayText(kept.on || editor.today)}.`);
  };
  return html`<section class="confirm">
    <h3>Confirmer la fiche</h3>
    <p>
      ${
        confirmed
          ? html`Confirmée le ${isoDayText(confirmed.on)} par ${confirmed.by}.
              <button class="quiet" @click=${() => editor.set([...path, 'confirmed'], undefined)}>Retirer la confirmation</button>`
          : 'Personne ne l’a encore confirmée.'
      }
    </p>
    <form @submit=${confirm}>
      <div class="field">
        <label for="comment">Vérifiée</label>
        <select id="comment" @change=${({ target }: Event) => Object.assign(kept, { how: (target as HTMLSelectElement).value })}>
          ${[
            ['par téléphone', 'par téléphone avec'],
            ['par courriel', 'par courriel de'],
            ['sur place', 'sur place avec'],
          ].map(([value, text]) => html`<option value=${value} ?selected=${value === kept.how}>${text}</option>`)}
        </select>
      </div>
      <div class="field grow">
        <label for="qui">Qui</label>
        <input
          id="qui"
          required
          autocomplete="off"
          placeholder="l’accueil, le secrétariat…"
          .value=${kept.by}
          @input=${({ target }: Event) => Object.assign(kept, { by: (target as HTMLInputElement).value })}
        />
      </div>
      <div class="field">
        <label for="quand">Le</label>
        <input
          id="quand"
          type="date"
          required
          max=${editor.today}
          .value=${kept.on || editor.today}
          @input=${({ target }: Event) => Object.assign(kept, { on: (target as HTMLInputElement).value })}
        />
      </div>
      <button>Confirmer</button>
    </form>
    <p class="hint">Ce que vous écrivez là paraît au pied des widgets : pas de nom de personne sans son accord.</p>
  </section>`;
}

/** The page of a record. */
export function recordPage(editor: Editor, list: ListName, id: string): TemplateResult {
  const index = recordsOf(editor.raw, list).findIndex((record) => record.id === id);
  const back = list === 'notices' ? 'annonces' : 'fiches';
  const record = recordsOf(editor.raw, list)[index];
  if (!record)
    return html`<section>
      <h2 tabindex="-1">Cette fiche n’existe pas</h2>
      <p><a href="#${back}">Revenir à la liste</a></p>
    </section>`;
  const hasProof = 'checked' in record;
  const remove = () => {
    editor.edit((raw) => withoutRecord(raw, list, index, id));
    editor.say(`Retirée : ${nameOf(record)}. « Annuler » la remet.`);
    editor.go(back);
  };
  return html`<section>
    <p><a href="#${back}">← ${list === 'notices' ? 'Annonces' : 'Fiches'}</a></p>
    <h2 tabindex="-1">${nameOf(record)}</h2>
    ${stateOf(editor, list, record)}
    <ul aria-live="polite">
      ${editor.problems.map(({ record: about, text }) => (about?.list === list && about.id === id ? html`<li class="error">${text}</li>` : nothing))}
    </ul>
    ${hasProof ? confirmation(editor, list, index, record) : nothing}
    ${recordForm(editor, list, index)}
    <p><a href="#changements">Changements et publication →</a></p>
    <button class="danger" @click=${remove}>Retirer de l’annuaire</button>
  </section>`;
}

/** A record goes, and what notices say of it. */
function withoutRecord(raw: Editor['raw'], list: ListName, index: number, id: string): Editor['raw'] {
  const without = withValue(raw, [...placeOf(list), index], undefined);
  return (without.directory.notices ?? []).reduce((within, { records = [] }, i) => {
    if (list !== 'channels' || !records.includes(id)) return within;
    const others = records.filter((other) => other !== id);
    return withValue(within, ['directory', 'notices', i, 'records'], others.length ? others : undefined);
  }, without);
}
