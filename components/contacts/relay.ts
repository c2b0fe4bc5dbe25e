import { html, nothing, type TemplateResult } from 'lit';
import type { Directory } from '../../src/directory.ts';
import type { Commune } from '../../src/directory-schema.ts';
import { siteName } from '../../src/format.ts';
import { msg } from '../shared/msg.ts';
import { attachmentLinks, callLink, siteLink } from '../shared/templates.ts';

/** What a town hall passes on to whom. */
export function renderRelay(directory: Directory, commune: Commune | undefined): TemplateResult {
  const insurance = directory.channelOf('insurance');
  const search = directory.channelOf('professional-search');
  const attachment = commune && directory.attachment(commune);
  return html`<ul class="plain">
    <li>
      <strong>${msg('Un habitant sans médecin traitant :')}</strong>
      ${msg('Assurance maladie')} ${insurance?.phones.map((phone) => callLink(insurance, phone))}, ${attachment ? attachmentLinks(attachment) : msg('la CPTS de la commune')}
    </li>
    <li>
      <strong>${msg('Un professionnel à trouver :')}</strong> ${search?.site ? siteLink(search.site, siteName(search.site)) : nothing},
      ${msg('les annuaires des CPTS')}
    </li>
    <li>
      <strong>${msg('Un soin qui ne peut pas attendre :')}</strong>
      ${msg('le 15, SOS Médecins, les centres de soins non programmés')}
    </li>
    <li>
      <strong>${msg('Une alerte, un projet de maison de santé, un soignant à accueillir, une campagne de prévention :')}</strong>
      ${msg('l’ARS et la CPTS')}
    </li>
  </ul>`;
}
