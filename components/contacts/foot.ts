import { html, nothing, type TemplateResult } from 'lit';
import type { Contact } from '../../src/contacts.ts';
import type { Directory } from '../../src/directory.ts';
import { oldDirectoryText } from '../shared/care-words.ts';
import { msg, str } from '../shared/msg.ts';
import { reviewMark } from '../shared/review-mark.ts';
import { isoDayText } from '../shared/time-words.ts';
import { versionText } from '../shared/version.ts';
import { isReachable } from './about.ts';
import { saveContacts } from './save-contacts.ts';

/** The contacts that are shown into the phone; how old the directory is. */
export function renderFoot(directory: Directory, list: readonly Contact[], isOld: boolean): TemplateResult {
  const reachable = list.filter(isReachable);
  return html`<div class="foot">
    ${
      reachable.length
        ? html`<button @click=${() => saveContacts(directory, reachable, 'contacts')}>
            ${reachable.length === 1 ? msg('Enregistrer ce contact dans mon téléphone') : msg(str`Enregistrer ces contacts dans mon téléphone (${reachable.length})`)}
          </button>`
        : nothing
    }
    <p>${msg(str`Annuaire du ${isoDayText(directory.date)}.`)} ${msg('Les distances sont à vol d’oiseau, de commune à commune.')} ${versionText()} ${reviewMark()}</p>
    ${isOld ? html`<p><strong>${oldDirectoryText()}</strong></p>` : nothing}
  </div>`;
}
