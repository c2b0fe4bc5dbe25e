import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { state } from 'lit/decorators/state.js';
import { repeat } from 'lit/directives/repeat.js';
import { distance, type Point } from '../../src/communes.ts';
import { hasEnded } from '../../src/contacts.ts';
import { communeAt } from '../../src/contours.ts';
import { type Attachment, type Directory, servesCommune } from '../../src/directory.ts';
import type { CareChannel, Commune, Cpts, LocalHealthContract } from '../../src/directory-schema.ts';
import { phoneText, siteName } from '../../src/format.ts';
import { kindOf } from '../../src/kinds.ts';
import { PlaceWidget, placeStyles } from '../commune/place-widget.ts';
import {
  attachmentLevelText,
  attachmentText,
  becauseText,
  distanceText,
  endedText,
  insuranceNumber,
  noSiteText,
  oldDirectoryText,
  yearsText,
} from '../shared/care-words.ts';
import { FirstPaint } from '../shared/first-paint.ts';
import { direction, localized } from '../shared/localization.ts';
import { msg, str } from '../shared/msg.ts';
import { saveFile } from '../shared/save-file.ts';
import { sharedStyles } from '../shared/styles.ts';
import { callLink, onCall, siteLink } from '../shared/templates.ts';
import { isoDayText } from '../shared/time-words.ts';
import { versionText } from '../shared/version.ts';
import { warnOnce } from '../shared/warn.ts';
import { whenOpen } from '../shared/when-open.ts';
import { contoursOf } from './bundled-contours.ts';
import { cptsMap, mapStyles } from './map.ts';
import { confirmation, readContact, unconfirmed, withTerritory } from './own-cpts.ts';

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

  /**
   * What that CPTS says to be its own: SIREN codes of EPCI and INSEE codes of communes, separated by spaces. Its
   * communes are documented there; what is not in it stays as the directory has it.
   */
  @property() territory?: string;

  /** How that CPTS is reached: numbers of French lines and an e-mail address, separated by commas. */
  @property() contact?: string;

  /** The CPTS chosen on the map. */
  @state() private picked: Cpts | undefined;

  /** The directory with the territory that the host gives: made once for each. */
  private own: { key: string; base: Directory; directory: Directory } | undefined;

  private readonly firstPaint = new FirstPaint(this);

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.firstPaint.painted;
    return super.getUpdateComplete();
  }

  protected override communeAt(point: Point): Commune | undefined {
    const directory = this.directories.value;
    const contours = contoursOf(directory);
    return contours ? communeAt(directory, contours, point) : super.communeAt(point);
  }

  /** The CPTS whose site this is. */
  private get host(): Cpts | undefined {
    return this.directories.value.cpts.get(this.cpts ?? '');
  }

  protected override get shown(): Directory {
    const { host, territory } = this;
    const base = this.directories.value;
    if (!host || !territory) return base;
    const key = `${host.id} ${territory}`;
    if (this.own?.key !== key || this.own.base !== base)
      this.own = { key, base, directory: withTerritory(base, host, codesOf(territory)) };
    return this.own.directory;
  }

  /** The field stays, and the answer takes the place of the CPTS chosen before. */
  protected override afterChoice(): void {
    this.picked = undefined;
  }

  /** The field keeps the focus: the answer below it is told, and how sure it is. */
  protected override choiceText(directory: Directory): string {
    const commune = this.place(directory);
    const attachment = commune && directory.attachment(commune);
    if (!attachment) return '';
    const names = groupsOf(attachment).map(({ name }) => name);
    const known = attachmentText(attachment);
    return `${commune.name}, ${known.charAt(0).toLowerCase()}${known.slice(1)} : ${names.join(', ')}.`;
  }

  protected override update(changed: PropertyValues): void {
    const { host, contact, territory } = this;
    const { cpts, epci, commune, department } = this.directories.value;
    if (this.cpts && !host) warnOnce(this, `cpts="${this.cpts}"`, [...cpts.keys()].join(', '));
    else if (!host && (territory || contact))
      warnOnce(this, 'territory and contact', `cpts beside them: ${[...cpts.keys()].join(', ')}`);
    for (const code of territory ? codesOf(territory) : [])
      if (!epci.has(code) && !commune(code)) {
        const [some] = epci.keys();
        warnOnce(this, `territory: ${code}`, `codes of EPCI and communes of the ${department.name}, such as ${some}`);
      }
    for (const wrong of readContact(contact ?? '').wrong)
      warnOnce(this, `contact: ${wrong}`, 'a French number such as 03 86 00 00 00, or an e-mail address');
    super.update(changed);
  }

  protected override render(): TemplateResult {
    const directory = this.shown;
    const { host, level, picked } = this;
    const commune = this.place(directory);
    const attachment = commune && directory.attachment(commune);
    const contours = contoursOf(directory);
    // What is shown: a CPTS of the map, else the answer for the commune, else the CPTS of the site.
    const alone = picked ?? (commune ? undefined : host);
    // The map takes a while to lay out: the answer does not wait for it.
    const { done: painted } = this.firstPaint;
    const groups = alone ? [alone] : attachment ? groupsOf(attachment) : [];
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
              alone
                ? html`${this.heading(level + 1, alone.name, 'fr')} ${alone.longName ? html`<p lang="fr">${alone.longName}</p>` : nothing}`
                : commune && attachment
                  ? this.renderAnswer(commune, attachment, directory, level + 1)
                  : this.heading(level + 1, msg('Trouver un médecin traitant'))
            }
            ${this.renderSteps(groups, directory, contours !== undefined)}
            ${alone ? html`<p class="small">${msg('Son territoire :')} ${territoryOf(alone, directory)}</p>` : nothing}
          </div>
          ${painted ? cptsMap(directory, contours, { chosen: groups.length === 1 ? groups[0] : undefined, commune, select }) : html`<div></div>`}
        </div>
      </div>
      ${painted && commune && !picked ? this.renderMore(commune, directory, level + 1) : nothing}
      ${this.directories.old ? html`<p><strong>${oldDirectoryText()}</strong></p>` : nothing}
      ${
        painted
          ? html`<div class="small">
              ${msg('Communes : INSEE.')} ${contours ? msg('Contours : IGN, Admin Express, Licence Ouverte.') : nothing} ${versionText()}
              ${this.renderConfirmation(directory)}
            </div>`
          : nothing
      }
      ${this.renderAnnouncement()}
    </div>`;
  }

  /** @param lang - The language of a text that is a name. */
  private heading(level: number, text: string, lang?: string): TemplateResult {
    return html`<div class="heading" role="heading" aria-level=${level} lang=${lang ?? nothing}>${text}</div>`;
  }

  /** How a CPTS is reached: by its site, and by what a source or the host gives. */
  private renderContact(cpts: Cpts): TemplateResult {
    const { site } = cpts;
    const { contact, host } = this;
    const { phones = [], email } = contact && host?.id === cpts.id ? readContact(contact) : cpts;
    const ways = [
      ...phones.map((phone) => callLink(cpts, phone)),
      email ? html`<a href="mailto:${email}">${email}</a>` : '',
      site ? siteLink(site, siteName(site)) : noSiteText(cpts, this.directories.value),
    ].filter(Boolean);
    return html`${ways.map((way, i) => html`${i ? ' · ' : ''}${way}`)}`;
  }

  /** How sure the CPTS of a commune is, and why. */
  private renderAnswer(commune: Commune, attachment: Attachment, directory: Directory, level: number): TemplateResult {
    const { host } = this;
    const number = insuranceNumber(directory);
    const known = attachment.level === 'undetermined' ? undefined : attachment;
    const nobody = number
      ? msg(str`Aucune source ne dit laquelle. Les CPTS voisines et le ${number} vous répondront.`)
      : msg('Aucune source ne dit laquelle. Les CPTS voisines vous répondront.');
    const reason = !known
      ? nobody
      : known.because
        ? becauseText(known.because, directory)
        : known.source &&
          html`${msg('Source :')} <span lang="fr">${known.source}</span>${known.checked ? `, ${isoDayText(known.checked)}` : ''}.`;
    const another = host && known && known.cpts.id !== host.id;
    return html`
      ${
        another
          ? html`<p class="notice">
              ${msg(str`${commune.name} relève d’une autre communauté que la ${host.name} : voici la sienne.`)}
            </p>`
          : nothing
      }
      <p><span class="badge ${attachment.level}">${attachmentText(attachment)}</span></p>
      ${this.heading(level, known ? `${commune.name} : ${known.cpts.name}` : commune.name, 'fr')}
      ${reason ? html`<p class="small">${reason}</p>` : nothing}
    `;
  }

  /**
   * The steps to a family doctor, which anybody can take at once.
   *
   * @param groups - The CPTS to ask; none: the reader has not said where.
   */
  private renderSteps(groups: readonly Cpts[], directory: Directory, mapped: boolean): TemplateResult {
    const [vital] = directory.vital.phones;
    return html`<ol class="steps">
      <li>
        <strong
          >${groups.length > 1 ? msg('Contactez l’une de ces CPTS') : groups.length ? msg('Contactez la CPTS') : msg('Contactez votre CPTS')}</strong
        >
        ${groups.map((cpts) => html`<p>${groups.length > 1 ? html`<span lang="fr">${cpts.name}</span> · ` : nothing}${this.renderContact(cpts)}</p>`)}
        ${groups.length ? nothing : html`<p>${mapped ? msg('Choisissez votre commune, ou une CPTS sur la carte.') : msg('Choisissez votre commune, ou une CPTS de la liste.')}</p>`}
        <p class="small">
          ${msg(str`Elle aide à trouver un médecin traitant, coordonne les soignants du territoire et organise des créneaux que le ${phoneText(vital!.number)} peut donner.`)}
        </p>
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
        msg('Les professionnels autour de vous et leurs horaires. Les sites des CPTS ont aussi leur annuaire.'),
      )}
    </ol>`;
  }

  private renderStep(channel: CareChannel | undefined, title: string, text: string): TemplateResult | typeof nothing {
    if (!channel) return nothing;
    return html`<li>
      <strong>${title}</strong>
      <p>
        ${channel.phones.map((phone) => html`${callLink(channel, phone)} · `)}
        ${channel.site ? siteLink(channel.site, siteName(channel.site)) : nothing}
      </p>
      <p class="small">${text}</p>
    </li>`;
  }

  /** For the CPTS whose site this is: what makes its territory known to all, as long as that is not done. */
  private renderConfirmation(shown: Directory): TemplateResult | typeof nothing {
    const { host } = this;
    const directory = this.directories.value;
    const communes = host ? unconfirmed(directory, shown, host) : [];
    if (!host || !communes.length) return nothing;
    const email = directory.channelOf('health-agency')?.email;
    const save = () => {
      const present = this.present();
      const day = present === undefined ? directory.date : new Date(present).toISOString().slice(0, 10);
      saveFile(confirmation(communes, host, location.hostname, day), 'text/csv', `${host.id}.csv`);
    };
    return html`<details>
      <summary>${msg('Pour la CPTS')}</summary>
      ${whenOpen(
        () => html`<p>
            ${msg(str`Communes documentées par ce site, et pas encore dans l’annuaire commun : ${communes.length}. Ce fichier les y confirme :`)}
          </p>
          <p>
            <button class="link" @click=${save}>${msg(str`Enregistrer ${host.id}.csv`)}</button>${email ? html` · ${msg('à envoyer à')} <a href="mailto:${email}">${email}</a>` : nothing}
          </p>`,
      )}
    </details>`;
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

/** The CPTS of an attachment, or those around. */
const groupsOf = (attachment: Attachment): Cpts[] =>
  attachment.level === 'undetermined' ? attachment.neighbours : [attachment.cpts];

const codesOf = (territory: string): string[] => territory.split(/\s+/).filter(Boolean);

/** The EPCI and communes of a CPTS by name, those that are to be confirmed at the end. */
function territoryOf({ id }: Cpts, directory: Directory): string {
  const places = [...directory.epci, ...directory.communes.map(({ code, name }) => [code, name] as const)];
  const named = (wanted: Attachment['level'], text: (name: string) => string) =>
    places.flatMap(([code, name]) => {
      const attachment = directory.epciAttachment(code);
      return attachment &&
        attachment.level !== 'undetermined' &&
        attachment.cpts.id === id &&
        attachment.level === wanted
        ? text(name)
        : [];
    });
  return [...named('documented', String), ...named('presumed', (name) => msg(str`${name} (à confirmer)`))].join(', ');
}

declare global {
  interface HTMLElementTagNameMap {
    /** Finds the CPTS of a commune, says how sure that is, and gives the steps to a family doctor. */
    'yonne-cpts-finder': YonneCptsFinder;
  }
}
