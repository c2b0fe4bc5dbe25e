import { msg, str } from '@lit/localize';
import {
  css,
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { distance } from '../src/communes.ts';
import type { Attachment, CareChannel, Commune, Cpts, Directory } from '../src/directory.ts';
import { siteName } from '../src/format.ts';
import { commonAttributes, headingLevel, showFallback, warnOnce, warnTheme } from './attributes.ts';
import { CommuneChoice } from './commune-choice.ts';
import { CommuneField, communeFieldStyles } from './commune-field.ts';
import { DirectoryController } from './directory-controller.ts';
import { LocaleController } from './localization.ts';
import { cptsMap, mapStyles } from './map.ts';
import { sharedStyles } from './styles.ts';
import { callLink, onCall, siteLink } from './templates.ts';
import { attachmentLevelText, becauseText, contractActionText, distanceText, oldDirectoryText } from './words.ts';

/**
 * Finds the CPTS of a commune, says how sure that is, and gives the steps to a family doctor.
 *
 * @customElement yonne-cpts-finder
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
export class YonneCptsFinder extends LitElement {
  static override properties: PropertyDeclarations = {
    ...commonAttributes,
    cpts: {},
    picked: { state: true },
    nowOpen: { state: true },
  };

  static override styles = [
    sharedStyles,
    communeFieldStyles,
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

  /** INSEE code of the commune to begin with. */
  commune?: string;

  /** Id of the CPTS whose site this is (`nord-yonne`, `centre-yonne`, …): it is shown first. */
  cpts?: string;

  /** URL of a fresher directory; on any failure the bundled one stays. */
  directory?: string;

  /** `light` (default), `dark`, or `auto`: as the reader's system asks. */
  theme?: string;

  /** Level of the widget's heading, 1 to 4: the ones below it follow. */
  headingLevel: number | string = 2;

  /** What finds the reader's position. */
  geolocation?: Geolocation;

  /** The CPTS chosen on the map. */
  private picked: Cpts | undefined;

  /** "Sans rendez-vous d'ici là ?" is unfolded. */
  private nowOpen = false;

  private readonly locale = new LocaleController(this);
  private readonly directories = new DirectoryController(this);
  private readonly choice = new CommuneChoice(this);
  private readonly field = new CommuneField(this, {
    directory: () => this.directories.value,
    choose: (commune) => {
      this.picked = undefined;
      this.choice.choose(commune, this.directories.value);
    },
  });

  /** One widget that cannot be drawn must not leave a hole. */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      showFallback(this, error);
    }
  }

  protected override update(changed: PropertyValues): void {
    warnTheme(this);
    const { cpts } = this.directories.value;
    if (this.cpts && !cpts.has(this.cpts)) warnOnce(this, `cpts="${this.cpts}"`, [...cpts.keys()].join(', '));
    super.update(changed);
  }

  protected override render(): TemplateResult {
    const directory = this.directories.value;
    const level = headingLevel(this);
    const commune = this.choice.in(directory);
    const attachment = commune && directory.attachment(commune);
    const own = this.cpts ? directory.cpts.get(this.cpts) : undefined;
    const found = attachment && attachment.level !== 'undetermined' ? attachment.cpts : undefined;
    const chosen = this.picked ?? (commune ? found : own);
    const select = (cpts: Cpts) => {
      this.picked = cpts;
    };
    return html`<div class="card" part="card" lang=${this.locale.locale} @click=${onCall}>
      <div>
        <div class="title" role="heading" aria-level=${level}>${msg('Trouver ma CPTS et un médecin traitant')}</div>
        <p class="small">
          ${msg('CPTS : communauté professionnelle territoriale de santé.')}
        </p>
      </div>
      <div>${this.field.render(msg('Votre commune ou code postal'))}</div>
      <div>
        <div class="columns">
          <div aria-live="polite">
            ${
              this.picked
                ? this.renderCpts(this.picked, directory, level + 1)
                : commune && attachment
                  ? this.renderAnswer(commune, attachment, own, directory, level + 1)
                  : own
                    ? this.renderCpts(own, directory, level + 1)
                    : html`<p>${msg('Choisissez votre commune, ou une CPTS sur la carte.')}</p>`
            }
          </div>
          ${cptsMap(directory, { chosen, commune, select })}
        </div>
      </div>
      ${commune && !this.picked ? this.renderMore(commune, directory, level + 1) : nothing}
      ${this.directories.old ? html`<p><strong>${oldDirectoryText()}</strong></p>` : nothing}
      <div class="small">${msg('Communes : INSEE. Contours : IGN, Admin Express, Licence Ouverte.')}</div>
    </div>`;
  }

  private heading(level: number, text: string): TemplateResult {
    return html`<div class="heading" role="heading" aria-level=${level}>${text}</div>`;
  }

  /** A CPTS on its own: chosen on the map, or that of the site. */
  private renderCpts(cpts: Cpts, directory: Directory, level: number): TemplateResult {
    const groups = cpts.territory.flatMap(({ epci, commune, level: known }) => {
      const name = epci ? directory.epci.get(epci)?.name : commune && directory.commune(commune)?.name;
      return name ? [known === 'documented' ? name : msg(str`${name} (à confirmer)`)] : [];
    });
    return html`${this.heading(level, cpts.name)} ${cpts.longName ? html`<p>${cpts.longName}</p>` : nothing}
      <p>${this.renderSite(cpts)}</p>
      <p>${msg('Son territoire :')}</p>
      <ul class="plain">
        ${groups.map((group) => html`<li>${group}</li>`)}
      </ul>`;
  }

  private renderSite({ site }: Cpts): TemplateResult | string {
    return site ? siteLink(site, siteName(site)) : msg('Son site n’est pas encore publié : demandez au 36 46.');
  }

  private renderAnswer(
    commune: Commune,
    attachment: Attachment,
    own: Cpts | undefined,
    directory: Directory,
    level: number,
  ): TemplateResult {
    const { level: known } = attachment;
    const channel = (id: string) => directory.channels.find((candidate) => candidate.id === id);
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
      ${this.heading(level, undetermined ? commune.name : `${commune.name} : ${attachment.cpts.name}`)}
      ${
        undetermined
          ? html`<p>${msg('Aucune source ne dit laquelle. Les CPTS voisines et le 36 46 vous répondront.')}</p>`
          : attachment.because
            ? html`<p class="small">${becauseText(attachment.because)}</p>`
            : nothing
      }
      <ol class="steps">
        <li>
          <strong>${undetermined ? msg('Contactez une CPTS voisine') : msg('Contactez la CPTS')}</strong>
          <p>${msg('Elle aide à trouver un médecin traitant.')}</p>
          ${
            undetermined
              ? attachment.neighbours.map((cpts) => html`<p>${cpts.name} · ${this.renderSite(cpts)}</p>`)
              : html`<p>${this.renderSite(attachment.cpts)}</p>`
          }
        </li>
        ${this.renderStep(
          channel('cpam-89'),
          msg('Appelez l’Assurance maladie'),
          msg(
            'Son accompagnement santé aide par téléphone, compte ameli ou accueil de la CPAM. Demandez aussi le centre d’examens de santé, ou celui de la MSA si vous y êtes.',
          ),
        )}
        ${this.renderStep(
          channel('sante-fr'),
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
    const contract = directory.localHealthContract;
    const away = ({ place }: CareChannel) => {
      const town = place && directory.commune(place.commune);
      return town ? distance(commune.point, town.point) : Number.POSITIVE_INFINITY;
    };
    const resources = directory.channels
      .filter(({ kind }) =>
        ['assisted-teleconsultation', 'health-centre', 'telecabin', 'community-care'].includes(kind),
      )
      .sort((a, b) => away(a) - away(b));
    return html`<div>
        ${this.heading(level, msg('En attendant, près de chez vous'))}
        <ul class="plain">
          ${resources.map((channel) => {
            const km = away(channel);
            const details = [
              channel.announced ? msg('annoncée') : '',
              km < Number.POSITIVE_INFINITY ? distanceText(km) : '',
              channel.kind === 'community-care' ? msg('vaccinations, bilans de prévention…') : '',
            ].filter(Boolean);
            const town = channel.place && directory.commune(channel.place.commune);
            const asked = town && directory.attachment(town);
            const cpts = asked && asked.level !== 'undetermined' ? asked.cpts : undefined;
            return html`<li>
              ${channel.name}${details.map((detail) => ` · ${detail}`)}${cpts?.site ? html` · ${msg('voir avec la')} ${siteLink(cpts.site, cpts.name)}${asked ? attachmentLevelText(asked) : ''}` : nothing}
            </li>`;
          })}
        </ul>
      </div>
      ${
        contract.epci.includes(commune.epci)
          ? html`<div>
              <details>
                <summary>${msg(str`${commune.name} est dans le contrat local de santé ${contract.from}–${contract.to}`)}</summary>
                <p>${msg('Ce qu’il prévoit :')}</p>
                <ul class="plain">
                  ${contract.actions.map((action) => html`<li>${contractActionText(action)}</li>`)}
                </ul>
                <p>${msg('Ses signataires :')} ${contract.signatories.join(', ')}.</p>
              </details>
            </div>`
          : nothing
      }
      <div>
        <details
          @toggle=${(event: Event) => {
            this.nowOpen = (event.target as HTMLDetailsElement).open;
          }}
        >
          <summary>${msg('Sans rendez-vous d’ici là ? Qui peut vous soigner maintenant')}</summary>
          ${
            this.nowOpen
              ? html`<yonne-soins-now
                  commune=${commune.code}
                  heading-level=${Math.min(level, 4)}
                  theme=${this.theme ?? nothing}
                  directory=${this.directory ?? nothing}
                ></yonne-soins-now>`
              : nothing
          }
        </details>
      </div>`;
  }
}
