/** The notices: what people must know for a time. */

import { html, type TemplateResult } from 'lit';
import { wallText } from './changes.ts';
import type { Editor } from './context.ts';
import { type AnyRecord, freshId, nameOf, placeOf, recordsOf, withValue } from './raw.ts';

/** Whether it is over, shown, or to come, at a time of Paris. */
const stateAt = ({ from, to }: AnyRecord, wall: string): string =>
  String(to) <= wall ? 'terminée' : String(from) <= wall ? 'affichée' : 'à venir';

/** @param wall - What the clocks of Paris show: `2026-11-24T08:00`. */
export function noticeList(editor: Editor, wall: string): TemplateResult {
  const notices = recordsOf(editor.raw, 'notices');
  const add = () => {
    const id = freshId(editor.raw, `annonce ${editor.today}`);
    const notice = { id, text: { fr: '' }, from: `${editor.today}T08:00`, to: `${editor.today}T20:00` };
    editor.edit((raw) => withValue(raw, [...placeOf('notices'), notices.length], notice));
    editor.go(`fiche/notices/${id}`);
  };
  return html`<section>
    <h2 tabindex="-1">Annonces</h2>
    <p>
      Une annonce paraît la première, partout, tant qu’elle vaut : plan canicule, fermeture d’un pont, numéro en panne. Pour un lieu
      fermé certains jours, mettez plutôt une fermeture dans sa fiche : ses horaires la suivent.
    </p>
    <ul class="rows">
      ${notices.map(
        (notice) => html`<li>
          <a href="#fiche/notices/${notice.id}">${nameOf(notice)}</a>
          <span class="hint">du ${wallText(String(notice.from))} au ${wallText(String(notice.to))}</span>
          <span class="states"><span class="state">${stateAt(notice, wall)}</span></span>
        </li>`,
      )}
    </ul>
    ${notices.length ? '' : html`<p class="hint">Aucune annonce.</p>`}
    <button @click=${add}>Ajouter une annonce</button>
  </section>`;
}
