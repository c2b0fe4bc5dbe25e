/** What else there is for a commune: care until a family doctor is found, and its contrat local de santé. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { distance } from '../../src/communes.ts';
import { hasEnded } from '../../src/contacts.ts';
import { type Directory, servesCommune } from '../../src/directory.ts';
import type { CareChannel, Commune, LocalHealthContract } from '../../src/directory-schema.ts';
import { kindOf } from '../../src/kinds.ts';
import type { Instant } from '../../src/time/calendar.ts';
import { attachmentLevelText, distanceText, endedText, yearsText } from '../shared/care-words.ts';
import { languageOf, localized } from '../shared/localization.ts';
import { msg, str } from '../shared/msg.ts';
import { siteLink } from '../shared/templates.ts';
import { whenOpen } from '../shared/when-open.ts';

/** The resources that a CPTS knows of, near first; nothing where there are none. */
export function nearbyCare(
  commune: Commune,
  directory: Directory,
  heading: (text: string) => TemplateResult,
): TemplateResult | typeof nothing {
  const townOf = ({ place }: CareChannel) => place && directory.commune(place.commune);
  const away = (channel: CareChannel) => {
    const town = townOf(channel);
    return town ? distance(commune.point, town.point) : Number.POSITIVE_INFINITY;
  };
  const resources = directory.channels
    .filter((channel) => kindOf(channel).knownToCpts && servesCommune(channel, commune, directory))
    .sort((a, b) => away(a) - away(b));
  const item = (channel: CareChannel) => {
    const km = away(channel);
    const details = [
      channel.announced ? msg('annoncée') : '',
      km < Number.POSITIVE_INFINITY ? distanceText(km) : '',
      channel.kind === 'community-care' ? msg('vaccinations, bilans de prévention…') : '',
    ].filter(Boolean);
    const town = townOf(channel);
    const asked = town ? directory.attachment(town) : channel.cpts ? directory.attachment(commune) : undefined;
    const cpts = asked && asked.level !== 'undetermined' ? asked.cpts : undefined;
    return html`<li>
      <span lang="fr">${channel.name}</span>${details.map((detail) => ` · ${detail}`)}${cpts?.site ? html` · ${msg('voir avec la')} ${siteLink(cpts.site, cpts.name)}${asked ? attachmentLevelText(asked) : ''}` : nothing}
    </li>`;
  };
  const list = html`<ul class="plain">
    ${repeat(resources, ({ id }) => id, item)}
  </ul>`;
  return resources.length ? html`<div>${heading(msg('En attendant, près de chez vous'))} ${list}</div>` : nothing;
}

/** What a contrat local de santé plans and who signed it, where a source says so and its years are not over. */
function healthContract(contract: LocalHealthContract, { name }: Commune, ended: boolean): TemplateResult {
  const { actions, signatories } = contract;
  const years = yearsText(contract);
  if (ended) return html`<div>${msg(str`Contrat local de santé ${years}`)} (${endedText()})</div>`;
  const title = msg(str`${name} est dans le contrat local de santé ${years}`);
  const list = html`<ul class="plain">
    ${actions.map((action) => html`<li><span lang=${languageOf(action)}>${localized(action)}</span></li>`)}
  </ul>`;
  return html`<div>
    ${
      actions.length
        ? html`<details>
            <summary>${title}</summary>
            ${whenOpen(
              () => html`<p>${msg('Ce qu’il prévoit :')}</p>
                ${list}
                ${signatories.length ? html`<p>${msg('Ses signataires :')} <span lang="fr">${signatories.join(', ')}</span>.</p>` : nothing}`,
            )}
          </details>`
        : title
    }
  </div>`;
}

/**
 * The contrats locaux de santé of a commune.
 *
 * @param at - The instant; `undefined` where the clock cannot be believed.
 */
export const healthContracts = (commune: Commune, directory: Directory, at: Instant | undefined): TemplateResult[] =>
  directory.localHealthContracts
    .filter(({ epci }) => epci.includes(commune.epci))
    .map((contract) => healthContract(contract, commune, hasEnded(contract, at, directory)));
