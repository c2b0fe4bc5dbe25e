/** What is always there: which edition, the draft, undo and redo, another file. */

import { html, nothing, type TemplateResult } from 'lit';
import { isoDayText } from '../../components/shared/time-words.ts';
import type { RawDirectory } from '../../src/directory-schema.ts';
import { changesBetween } from './changes.ts';
import type { Editor } from './context.ts';

interface Tools {
  /** The published edition, where it is not the one of the draft. */
  newer: RawDirectory | undefined;
  openFile(file: File): void;
  /** Takes the draft away. */
  forget(): void;
  /** Takes the changes of the draft over to the newer edition. */
  take(): void;
}

const KEPT = 'Votre brouillon est gardé sur cet appareil, et nulle part ailleurs : vous pouvez fermer la page.';
const NOT_KEPT = 'Ce navigateur ne garde rien : téléchargez le fichier avant de fermer la page.';

export function tools(editor: Editor, { newer, openFile, forget, take }: Tools): TemplateResult {
  const { draft } = editor;
  const { base, current } = draft;
  const count = base && current ? changesBetween(base, current).length : 0;
  const changes = count ? `${count} changement${count > 1 ? 's' : ''}` : 'sans changement';
  return html`<div>
    <div class="bar-of-tools">
      <p class="grow">
        ${base ? html`<strong>Édition du ${isoDayText(base.directory.date)}</strong>, ${changes}.` : nothing}
      </p>
      <button aria-disabled=${!draft.canUndo} @click=${() => editor.turn('undo')}>Annuler</button>
      <button aria-disabled=${!draft.canRedo} @click=${() => editor.turn('redo')}>Rétablir</button>
      <label class="button file"
        >Ouvrir un fichier<input
          class="visually-hidden"
          type="file"
          accept=".json,application/json"
          @change=${({ target }: Event) => {
            const field = target as HTMLInputElement;
            const [file] = field.files ?? [];
            if (file) openFile(file);
            field.value = '';
          }}
      /></label>
    </div>
    ${
      draft.canUndo || draft.canRedo
        ? html`<p class="hint">${draft.kept ? KEPT : NOT_KEPT} <button class="link" @click=${forget}>Effacer le brouillon</button></p>`
        : nothing
    }
    ${
      newer
        ? html`<div class="actions">
            <p>
              L’édition publiée (${isoDayText(newer.directory.date)}) n’est plus celle d’où part votre brouillon
              (${isoDayText(base!.directory.date)}).
            </p>
            <button @click=${take}>Reprendre mes changements sur elle</button>
          </div>`
        : nothing
    }
  </div>`;
}
