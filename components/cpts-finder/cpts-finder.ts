import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { state } from 'lit/decorators/state.js';
import { repeat } from 'lit/directives/repeat.js';
import { distance, type Point } from '../../src/communes.ts';
import { hasEnded } from '../../src/contacts.ts';
import { communeAt } from '../../src/contours.ts';
import { type Attachment, type Directory, servesCommune } from '../../src/directory.ts';
import type { CareChannel, Commune, Cpts, LocalHealthContract } from '../../src/directory-schema.ts';
import { siteName } from '../../src/format.ts';
import { kindOf } from '../../src/kinds.ts';
import { PlaceWidget, placeStyles } from '../commune/place-widget.ts';
import {
  attachmentLevelText,
  becauseText,
  distanceText,
  endedText,
  insuranceNumber,
  noSiteText,
  oldDirectoryText,
  yearsText,
} from '../shared/care-words.ts';
import { direction, localized } from '../shared/localization.ts';
import { msg, str } from '../shared/msg.ts';
import { sharedStyles } from '../shared/styles.ts';
import { callLink, onCall, siteLink } from '../shared/templates.ts';
import { versionText } from '../shared/version.ts';
import { warnOnce } from '../shared/warn.ts';
import { whenOpen } from '../shared/when-open.ts';
import { contoursOf } from './bundled-contours.ts';
import { cptsMap, mapStyles } from './map.ts';

/**
 * Finds the CPTS of a commune, says how sure that is, and gives the steps to a family doctor.
 *
 * @tag yonne-cpts-finder
 * @slot - Shown until the script runs: the numbers that never change.
 * @fires {CustomEvent<CommuneChangeDetail>} yonne-commune-change - The reader chose a commune.
 * @fires {CustomEvent<CallDetail>} yonne-call - A number was pressed.
 * @csspart card - The whole widget.
 * @csspart call - A number to press.
 * @cssprop [--yonne-accent=#0a5c5c] - Links, buttons, the chosen CPTS on the map.
 * @cssprop [--yonne-on-accent=#fff] - Text on the accent colour.
 * @cssprop [--yonne-surface=#fff] - Background.
 * @cssprop [--yonne-radius=0.625em] - Corners.
 */
export class YonneCptsFinder extends PlaceWidget {
  static override styles = [
    sharedStyles,
    placeStyles,
    mapStyles,
    css`
      .columns {
        display: flex;
        flex-wrap: wrap;
        margin: -0.5em -0.75em;
      }
      .columns > * {
        flex: 1 1 16em;
        min-width: 0;
        margin: 0.5em 0.75em;
      }
      .columns > :first-child {
        flex-grow: 1.6;
      }
      .badge {
        display: inline-block;
        margin-bottom: 0.4em;
        padding: 0.1em 0.7em;
        border: 1px solid;
        border-radius: 1em;
        font-size: 0.8125em;
        font-weight: 700;
      }
      .badge.documented {
        color: var(--open);
      }
      .badge.presumed,
      .badge.undetermined {
        color: var(--caution);
      }
      .steps {
        margin: 0.5em 0 0;
        padding: 0;
        list-style: none;
        counter-reset: step;
      }
      .steps > li {
        position: relative;
        padding: 0.4em 0 0.4em 2.75em;
        counter-increment: step;
      }
      .steps > li::before {
        content: counter(step);
        position: absolute;
        left: 0;
        width: 1.9em;
        border-radius: 50%;
        background: var(--band);
        color: var(--accent);
        font-weight: 700;
        line-height: 1.9em;
        text-align: center;
      }
      .plain > li {
        padding: 0.2em 0;
      }
      .notice {
        padding: 0.5em 0.75em;
        border-left: 4px solid var(--accent);
        background: var(--sunken);
      }
      details yonne-soins-now {
        margin: 0 -1em -0.75em;
      }
    `,
  ];

  /** Id of the CPTS whose site this is in the directory: it is shown first. */
  @property() cpts?: string;

  /** The CPTS chosen on the map. */
  @state() private picked: Cpts | undefined;

  protected override communeAt(point: Point): Commune | undefined {
    const directory = this.directories.value;
    const contours = contoursOf(directory);
    return contours ? communeAt(directory, contours, point) : super.communeAt(point);
  }

  /** The field stays, and the answer takes the place of the CPTS chosen before. */
  protected override afterChoice(): void {
    this.picked = undefined;
  }

  /** The field keeps the focus: the answer below it is told, and how sure it is. */
  protected override choiceText(directory: Directory): string {
    const commune = this.place(directory);
    const attachment = commune && directory.attachment(commune);
    return attachment ? answerText(commune, attachment) + attachmentLevelText(attachment) : '';
  }

  protected override update(changed: PropertyValues): void {
    const { cpts } = this.directories.value;
    if (this.cpts && !cpts.has(this.cpts)) warnOnce(this, `cpts="${this.cpts}"`, [...cpts.keys()].join(', '));
    super.update(changed);
  }

  protected override render(): TemplateResult {
    const directory = this.directories.value;
    const level = this.level;
    const commune = this.place(directory);
    const attachment = commune && directory.attachment(commune);
    const own = this.cpts ? directory.cpts.get(this.cpts) : undefined;
    const contours = contoursOf(directory);
    const found = attachment && attachment.level !== 'undetermined' ? attachment.cpts : undefined;
    const chosen = this.picked ?? (commune ? found : own);
    const select = (cpts: Cpts) => {
      this.picked = cpts;
      this.announcement = cpts.name;
    };
    return html`<div class="card" part="card" lang=${this.locale.locale} dir=${direction()} @click=${onCall}>
      <div>
        <div class="row">
          <div class="title grow" role="heading" aria-level=${level}>${msg('Trouver ma CPTS et un médecin traitant')}</div>
          ${this.renderLanguages()}
        </div>
        <p class="small">
          ${msg('CPTS : communauté professionnelle territoriale de santé.')}
        </p>
      </div>
      <div>${this.field.render(msg('Votre commune ou code postal'))}</div>
      <div>
        <div class="columns">
          <div class="answer">
            ${
              this.picked
                ? this.renderCpts(this.picked, directory, level + 1)
                : commune && attachment
                  ? this.renderAnswer(commune, attachment, own, directory, level + 1)
                  : own
                    ? this.renderCpts(own, directory, level + 1)
                    : html`<p>${contours ? msg('Choisissez votre commune, ou une CPTS sur la carte.') : msg('Choisissez votre commune, ou une CPTS de la liste.')}</p>`
            }
          </div>
          ${cptsMap(directory, contours, { chosen, commune, select })}
        </div>
      </div>
      ${commune && !this.picked ? this.renderMore(commune, directory, level + 1) : nothing}
      ${this.directories.old ? html`<p><strong>${oldDirectoryText()}</strong></p>` : nothing}
      <div class="small">${msg('Communes : INSEE.')} ${contours ? msg('Contours : IGN, Admin Express, Licence Ouverte.') : nothing} ${versionText()}</div>
      ${this.renderAnnouncement()}
    </div>`;
  }

  /** @param lang - The language of a text that is a name. */
  private heading(level: number, text: string, lang?: string): TemplateResult {
    return html`<div class="heading" role="heading" aria-level=${level} lang=${lang ?? nothing}>${text}</div>`;
  }

  /** A CPTS on its own: chosen on the map, or that of the site. */
  private renderCpts(cpts: Cpts, directory: Directory, level: number): TemplateResult {
    const groups = cpts.territory.flatMap(({ epci, commune, level: known }) => {
      const name = epci ? directory.epci.get(epci) : commune && directory.commune(commune)?.name;
      return name ? [known === 'documented' ? name : msg(str`${name} (à confirmer)`)] : [];
    });
    return html`${this.heading(level, cpts.name, 'fr')} ${cpts.longName ? html`<p lang="fr">${cpts.longName}</p>` : nothing}
      <p>${this.renderSite(cpts)}</p>
      <p>${msg('Son territoire :')}</p>
      <ul class="plain">
        ${groups.map((group) => html`<li>${group}</li>`)}
      </ul>`;
  }

  private renderSite(cpts: Cpts): TemplateResult | string {
    const { site } = cpts;
    return site ? siteLink(site, siteName(site)) : noSiteText(cpts, this.directories.value);
  }

  private renderAnswer(
    commune: Commune,
    attachment: Attachment,
    own: Cpts | undefined,
    directory: Directory,
    level: number,
  ): TemplateResult {
    const { level: known } = attachment;
    const number = insuranceNumber(directory);
    const undetermined = known === 'undetermined';
    const badge = undetermined
      ? msg('Rattachement non établi')
      : known === 'documented'
        ? msg('Rattachement documenté')
        : msg('Rattachement à confirmer');
    return html`
      ${
        own && !undetermined && attachment.cpts !== own
          ? html`<p class="notice">
              ${msg(str`${commune.name} relève d’une autre communauté que la ${own.name} : voici la sienne.`)}
            </p>`
          : nothing
      }
      <p><span class="badge ${known}">${badge}</span></p>
      ${this.heading(level, answerText(commune, attachment), 'fr')}
      ${
        undetermined
          ? html`<p>${number ? msg(str`Aucune source ne dit laquelle. Les CPTS voisines et le ${number} vous répondront.`) : msg('Aucune source ne dit laquelle. Les CPTS voisines vous répondront.')}</p>`
          : attachment.because
            ? html`<p class="small">${becauseText(attachment.because, directory)}</p>`
            : nothing
      }
      <ol class="steps">
        <li>
          <strong>${undetermined ? msg('Contactez une CPTS voisine') : msg('Contactez la CPTS')}</strong>
          <p>${msg('Elle aide à trouver un médecin traitant.')}</p>
          ${
            undetermined
              ? attachment.neighbours.map(
                  (cpts) => html`<p><span lang="fr">${cpts.name}</span> · ${this.renderSite(cpts)}</p>`,
                )
              : html`<p>${this.renderSite(attachment.cpts)}</p>`
          }
        </li>
        ${this.renderStep(
          directory.channelOf('insurance'),
          msg('Appelez l’Assurance maladie'),
          msg(
            'Son accompagnement santé aide par téléphone, compte ameli ou accueil de la CPAM. Demandez aussi le centre d’examens de santé, ou celui de la MSA si vous y êtes.',
          ),
        )}
        ${this.renderStep(
          directory.channelOf('professional-search'),
          msg('Cherchez sur sante.fr'),
          msg('Les professionnels autour de vous et leurs horaires.'),
        )}
      </ol>
    `;
  }

  private renderStep(channel: CareChannel | undefined, title: string, text: string): TemplateResult | typeof nothing {
    if (!channel) return nothing;
    return html`<li>
      <strong>${title}</strong>
      <p>${text}</p>
      <p>
        ${channel.phones.map((phone) => html`${callLink(channel, phone)} · `)}
        ${channel.site ? siteLink(channel.site, siteName(channel.site)) : nothing}
      </p>
    </li>`;
  }

  /** What else is near: care before a doctor is found, the local health contract, and who answers now. */
  private renderMore(commune: Commune, directory: Directory, level: number): TemplateResult {
    const contracts = directory.localHealthContracts.filter(({ epci }) => epci.includes(commune.epci));
    const away = ({ place }: CareChannel) => {
      const town = place && directory.commune(place.commune);
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
      const town = channel.place && directory.commune(channel.place.commune);
      const asked = town ? directory.attachment(town) : channel.cpts ? directory.attachment(commune) : undefined;
      const cpts = asked && asked.level !== 'undetermined' ? asked.cpts : undefined;
      return html`<li>
        <span lang="fr">${channel.name}</span>${details.map((detail) => ` · ${detail}`)}${cpts?.site ? html` · ${msg('voir avec la')} ${siteLink(cpts.site, cpts.name)}${asked ? attachmentLevelText(asked) : ''}` : nothing}
      </li>`;
    };
    const list = html`<ul class="plain">
      ${repeat(resources, ({ id }) => id, item)}
    </ul>`;
    return html`${resources.length ? html`<div>${this.heading(level, msg('En attendant, près de chez vous'))} ${list}</div>` : nothing}
      ${contracts.map((contract) => this.renderContract(contract, commune, directory))}
      <div>
        <details>
          <summary>${msg('Sans rendez-vous d’ici là ? Qui peut vous soigner maintenant')}</summary>
          ${whenOpen(
            () => html`<yonne-soins-now
              commune=${commune.code}
              heading-level=${Math.min(level, 4)}
              now=${this.now ?? nothing}
              theme=${this.theme ?? nothing}
              directory=${this.directory ?? nothing}
            ></yonne-soins-now>`,
          )}
        </details>
      </div>`;
  }

  /** A contrat local de santé: what it plans and who signed it, where a source says so and its years are not over. */
  private renderContract(contract: LocalHealthContract, commune: Commune, directory: Directory): TemplateResult {
    const { actions, signatories } = contract;
    const years = yearsText(contract);
    if (hasEnded(contract, this.shownInstant(), directory))
      return html`<div>${msg(str`Contrat local de santé ${years}`)} (${endedText()})</div>`;
    const title = msg(str`${commune.name} est dans le contrat local de santé ${years}`);
    const list = html`<ul class="plain">
      ${actions.map((action) => html`<li>${localized(action)}</li>`)}
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
}

/** `Sens : CPTS du Nord de l’Yonne`, or the commune alone where no source says which CPTS is its own. */
const answerText = ({ name }: Commune, attachment: Attachment): string =>
  attachment.level === 'undetermined' ? name : `${name} : ${attachment.cpts.name}`;

declare global {
  interface HTMLElementTagNameMap {
    /** Finds the CPTS of a commune, says how sure that is, and gives the steps to a family doctor. */
    'yonne-cpts-finder': YonneCptsFinder;
  }
}
