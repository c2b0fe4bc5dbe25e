import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { state } from 'lit/decorators/state.js';
import type { Point } from '../../src/communes.ts';
import { communeAt } from '../../src/contours.ts';
import { type Attachment, type Directory, possibleCpts } from '../../src/directory.ts';
import type { Commune, Cpts } from '../../src/directory-schema.ts';
import { confirmation, readContact, unconfirmed, withTerritory } from '../../src/host-cpts.ts';
import { wallAt } from '../../src/time/calendar.ts';
import { PlaceWidget, placeStyles } from '../commune/place-widget.ts';
import {
  attachmentLevelText,
  attachmentText,
  becauseText,
  insuranceNumber,
  oldDirectoryText,
} from '../shared/care-words.ts';
import { FirstPaint } from '../shared/first-paint.ts';
import { direction } from '../shared/localization.ts';
import { msg, str } from '../shared/msg.ts';
import { reviewMark } from '../shared/review-mark.ts';
import { saveFile } from '../shared/save-file.ts';
import { sharedStyles } from '../shared/styles.ts';
import { onCall } from '../shared/templates.ts';
import { isoDayText } from '../shared/time-words.ts';
import { versionText } from '../shared/version.ts';
import { warnOnce } from '../shared/warn.ts';
import { whenOpen } from '../shared/when-open.ts';
import { contoursOf } from './bundled-contours.ts';
import { finderStyles } from './cpts-finder-styles.ts';
import { cptsMap, mapStyles } from './map.ts';
import { healthContracts, nearbyCare } from './nearby.ts';
import { familyDoctorSteps } from './steps.ts';

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
  static override styles = [sharedStyles, placeStyles, mapStyles, finderStyles];

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

  protected override readonly firstPaint = new FirstPaint(this);

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
    const names = possibleCpts(attachment).map(({ name }) => name);
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
    const groups = alone ? [alone] : attachment ? possibleCpts(attachment) : [];
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
                ? html`${this.heading(level + 1, alone.name, 'fr')} ${alone.longName ? html`<p><span lang="fr">${alone.longName}</span></p>` : nothing}`
                : commune && attachment
                  ? this.renderAnswer(commune, attachment, directory, level + 1)
                  : this.heading(level + 1, msg('Trouver un médecin traitant'))
            }
            ${familyDoctorSteps(groups, directory, this.contactOf, contours !== undefined)}
            ${alone ? html`<p class="small">${msg('Son territoire :')} ${territoryOf(alone, directory)}</p>` : nothing}
          </div>
          ${painted ? cptsMap(directory, contours, { chosen: groups.length === 1 ? groups[0] : undefined, commune, select }) : html`<div></div>`}
        </div>
      </div>
      ${
        painted && commune && !picked
          ? html`${nearbyCare(commune, directory, (text) => this.heading(level + 1, text))}
              ${healthContracts(commune, directory, this.shownInstant())} ${this.renderNow(commune, level + 1)}`
          : nothing
      }
      ${this.directories.old ? html`<p><strong>${oldDirectoryText()}</strong></p>` : nothing}
      ${
        painted
          ? html`<div class="small">
              ${msg(str`Annuaire du ${isoDayText(directory.date)}.`)} ${msg('Communes : INSEE.')} ${contours ? msg('Contours : IGN, Admin Express, Licence Ouverte.') : nothing} ${versionText()} ${reviewMark()}
              ${this.renderConfirmation(directory)}
            </div>`
          : nothing
      }
      ${this.renderAnnouncement()}
    </div>`;
  }

  /** @param lang - The language of a text that is a name. */
  private heading(level: number, text: string, lang?: string): TemplateResult {
    return html`<div class="heading" role="heading" aria-level=${level}><span lang=${lang ?? nothing}>${text}</span></div>`;
  }

  /** How a CPTS is reached: as the host says of its own, else as the directory does. */
  private readonly contactOf = (cpts: Cpts): Pick<Cpts, 'phones' | 'email'> =>
    this.contact && this.host === cpts ? readContact(this.contact) : cpts;

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
              ${
                known.level === 'documented'
                  ? msg(str`${commune.name} relève d’une autre communauté que la ${host.name} : voici la sienne.`)
                  : msg(
                      str`${commune.name} relève probablement d’une autre communauté que la ${host.name} : voici laquelle.`,
                    )
              }
            </p>`
          : nothing
      }
      <p><span class="badge ${attachment.level}">${attachmentText(attachment)}</span></p>
      ${this.heading(level, known ? `${commune.name} : ${known.cpts.name}` : commune.name, 'fr')}
      ${reason ? html`<p class="small">${reason}</p>` : nothing}
    `;
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
      const day = present === undefined ? directory.date : new Date(wallAt(present)).toISOString().slice(0, 10);
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

  /** Who answers now, for those who cannot wait for a family doctor. */
  private renderNow({ code }: Commune, level: number): TemplateResult {
    return html`<div>
      <details>
        <summary>${msg('Sans rendez-vous d’ici là ? Qui peut vous soigner maintenant')}</summary>
        ${whenOpen(
          () => html`<yonne-soins-now
            .clock=${this.clock}
            commune=${code}
            heading-level=${Math.min(level, 4)}
            now=${this.now ?? nothing}
            theme=${this.theme ?? nothing}
            directory=${this.directory ?? nothing}
          ></yonne-soins-now>`,
        )}
      </details>
    </div>`;
  }
}

const codesOf = (territory: string): string[] => territory.split(/\s+/).filter(Boolean);

/** The EPCI and communes of a CPTS by name; those that are not sure at the end. */
function territoryOf({ id }: Cpts, directory: Directory): string {
  const places = [...directory.epci, ...directory.communes.map(({ code, name }) => [code, name] as const)];
  const named = (level: 'documented' | 'presumed') =>
    places.flatMap(([code, name]) => {
      const attachment = directory.epciAttachment(code);
      return attachment?.level === level && attachment.cpts.id === id ? name + attachmentLevelText(attachment) : [];
    });
  return [...named('documented'), ...named('presumed')].join(', ');
}

declare global {
  interface HTMLElementTagNameMap {
    /** Finds the CPTS of a commune, says how sure that is, and gives the steps to a family doctor. */
    'yonne-cpts-finder': YonneCptsFinder;
  }
}
