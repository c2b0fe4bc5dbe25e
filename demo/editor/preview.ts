/** What people will see: the widgets themselves, with the directory as it stands, at any instant. */

import { html, type TemplateResult } from 'lit';
import { YonneAffiche } from '../../components/affiche/affiche.ts';
import { YonneContacts } from '../../components/contacts/contacts.ts';
import { YonneCptsFinder } from '../../components/cpts-finder/cpts-finder.ts';
import { replaceBundledDirectory } from '../../components/shared/bundled-directory.ts';
import { YonneSoinsNow } from '../../components/soins-now/soins-now.ts';
import type { RawDirectory } from '../../src/directory-schema.ts';
import type { Editor, Kept } from './context.ts';

/** Under names of their own: the page may have a script of the widgets, too, which knows nothing of the draft. */
const WIDGETS = {
  'apercu-soins-now': [class extends YonneSoinsNow {}, 'Se soigner maintenant'],
  'apercu-contacts': [class extends YonneContacts {}, 'Qui appeler, pour quoi'],
  'apercu-cpts-finder': [class extends YonneCptsFinder {}, 'Trouver ma CPTS'],
  'apercu-affiche': [class extends YonneAffiche {}, 'L’affiche'],
} as const;

for (const [name, [element]] of Object.entries(WIDGETS)) customElements.define(name, element);

/** The widgets show this directory from now on. */
export function show(raw: RawDirectory, root: ParentNode): void {
  replaceBundledDirectory(raw);
  for (const name of Object.keys(WIDGETS))
    for (const widget of root.querySelectorAll<YonneSoinsNow>(name)) widget.requestUpdate();
}

function widget(name: string, now: string | undefined, commune: string): TemplateResult {
  switch (name) {
    case 'apercu-contacts':
      return html`<apercu-contacts theme="auto" heading-level="3" .now=${now} .commune=${commune}></apercu-contacts>`;
    case 'apercu-cpts-finder':
      return html`<apercu-cpts-finder theme="auto" heading-level="3" .now=${now} .commune=${commune}></apercu-cpts-finder>`;
    case 'apercu-affiche':
      return html`<apercu-affiche .now=${now} .commune=${commune}></apercu-affiche>`;
    default:
      return html`<apercu-soins-now theme="auto" heading-level="3" .now=${now} .commune=${commune}></apercu-soins-now>`;
  }
}

/** @param own - The commune of the record that is edited. */
export function preview(editor: Editor, own = ''): TemplateResult {
  const { kept } = editor;
  const { communes } = editor.directory;
  const keep = (change: Partial<Kept>) => {
    Object.assign(kept, change);
    editor.requestUpdate();
  };
  const place = kept.place ?? own;
  const name = communes.find(({ code }) => code === place)?.name;
  return html`<section class="preview" aria-labelledby="apercu-titre">
    <h2 id="apercu-titre">Ce que les gens verront</h2>
    <div class="filters">
      <div class="field">
        <label for="apercu-widget">Widget</label>
        <select id="apercu-widget" @change=${({ target }: Event) => keep({ widget: (target as HTMLSelectElement).value })}>
          ${Object.entries(WIDGETS).map(([key, [, title]]) => html`<option value=${key} ?selected=${key === kept.widget}>${title}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="apercu-moment">À quel moment <span class="optional">(vide : maintenant)</span></label>
        <input
          id="apercu-moment"
          type="datetime-local"
          .value=${kept.moment}
          @input=${({ target }: Event) => keep({ moment: (target as HTMLInputElement).value })}
        />
      </div>
      <div class="field">
        <label for="apercu-commune">Commune</label>
        <input
          id="apercu-commune"
          list="communes"
          autocomplete="off"
          placeholder="tout le département"
          .value=${name ? `${name} (${place})` : ''}
          @change=${({ target }: Event) => {
            const typed = (target as HTMLInputElement).value;
            const found = communes.find(({ code, name: called }) => typed.includes(code) || called === typed.trim());
            keep({ place: found?.code ?? '' });
          }}
        />
      </div>
    </div>
    ${
      editor.problems.length
        ? html`<p class="error">Quelque chose est à corriger : voici l’annuaire comme il était avant.</p>`
        : ''
    }
    <div class="shown">${widget(kept.widget, kept.moment || undefined, place)}</div>
  </section>`;
}
