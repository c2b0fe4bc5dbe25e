import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { state } from 'lit/decorators/state.js';
import { repeat } from 'lit/directives/repeat.js';
import searchIcon from 'lucide-static/icons/search.svg';
import { type Contact, contactsByNeed, createFilter, hasEnded, recordOf } from '../../src/contacts.ts';
import type { Directory } from '../../src/directory.ts';
import { type CareChannel, type Cpts, type LocalHealthContract, NEEDS, type Need } from '../../src/directory-schema.ts';
import { siteName } from '../../src/format.ts';
import { kindOf } from '../../src/kinds.ts';
import type { Instant } from '../../src/time/calendar.ts';
import { PlaceWidget, placeStyles } from '../commune/place-widget.ts';
import {
  accessText,
  attachmentLevelText,
  endedText,
  noSiteText,
  oldDirectoryText,
  treatsText,
  yearsText,
} from '../shared/care-words.ts';
import { hoursText } from '../shared/hours-words.ts';
import { direction, localized } from '../shared/localization.ts';
import { msg, str } from '../shared/msg.ts';
import { noticesBox, noticesStyles } from '../shared/notices.ts';
import { provenanceText } from '../shared/provenance.ts';
import { sharedStyles } from '../shared/styles.ts';
import {
  attachmentLinks,
  byDistance,
  callLink,
  channelItem,
  emergencyStrip,
  onCall,
  siteLink,
} from '../shared/templates.ts';
import { isoDayText } from '../shared/time-words.ts';
import { versionText } from '../shared/version.ts';
import { warnOnce } from '../shared/warn.ts';
import { whenOpen } from '../shared/when-open.ts';
import { isReachable, searchText } from './about.ts';
import { saveContacts } from './save-contacts.ts';
import { writeStructuredData } from './structured-data-script.ts';
import { needWords, roleText, whomToAskText } from './words.ts';

/** Milliseconds without typing after which the count is announced. */
const PAUSE = 600;

/**
 * Whom to call for what: the whole directory by need.
 *
 * @tag yonne-contacts
 * @slot - Shown until the script runs: the numbers that never change.
 * @fires {CustomEvent<CallDetail>} yonne-call - A number was pressed.
 * @fires {CustomEvent<CommuneChangeDetail>} yonne-commune-change - The reader chose a commune.
 * @csspart card - The whole widget.
 * @csspart channel - One contact.
 * @csspart call - A number to press.
 * @cssprop [--yonne-accent=#0a5c5c] - Links, buttons, marks.
 * @cssprop [--yonne-on-accent=#fff] - Text on the accent colour.
 * @cssprop [--yonne-surface=#fff] - Background.
 * @cssprop [--yonne-radius=0.625em] - Corners.
 */
export class YonneContacts extends PlaceWidget {
  static override styles = [
    sharedStyles,
    placeStyles,
    noticesStyles,
    css`
      .needs {
        padding-top: 0;
        columns: 23em 2;
        column-gap: 2em;
      }
      .need {
        padding-top: 1em;
      }
      .need > .heading {
        padding-bottom: 0.15em;
        border-bottom: 2px solid var(--accent);
        break-after: avoid;
      }
      .need > .small {
        padding-top: 0.4em;
        break-inside: avoid;
      }
      .need li {
        break-inside: avoid;
      }
      .more {
        font-size: 0.875em;
      }
      .more summary {
        display: inline-block;
        min-height: 0;
        margin-bottom: -0.7em;
        padding: 0.8em 0.8em 0.8em 0;
        color: var(--accent);
        font-weight: 400;
        text-decoration: underline;
        text-underline-offset: 0.15em;
      }
      .more p {
        color: var(--muted);
      }
      .foot p {
        margin-top: 0.5em;
      }
      .plain > li {
        padding: 0.2em 0;
      }
      @media print {
        .field,
        .more {
          display: none;
        }
      }
    `,
  ];

  /** The needs to show, separated by spaces (`pharmacy poison`); all of them where absent. */
  @property() need?: string;

  /**
   * `mairie`: also what a mayor needs.
   * @default 'habitants'
   */
  @property() audience?: 'habitants' | 'mairie';

  /** Adds schema.org JSON-LD to the page, for search engines. */
  @property({ attribute: 'structured-data', type: Boolean }) structuredData = false;

  /** What was typed in the filter. */
  @state() private query = '';

  /** Nothing was typed for a while: the count may be announced. */
  @state() private settled = false;

  private timer: ReturnType<typeof setTimeout> | undefined;

  private at: Instant | undefined;
  private contacts!: ReturnType<typeof contactsByNeed>;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override update(changed: PropertyValues): void {
    const { audience } = this;
    if (audience && !['habitants', 'mairie'].includes(audience))
      warnOnce(this, `audience="${audience}"`, 'habitants or mairie');
    const directory = this.directories.value;
    this.at = this.shownInstant();
    this.contacts = contactsByNeed(directory, this.at, this.place(directory));
    super.update(changed);
    writeStructuredData(this, directory, this.at);
  }

  /** The needs to show: those asked for, those of the audience. */
  private needs(): readonly Need[] {
    const asked = (this.need ?? '').split(/[\s,]+/).filter(Boolean);
    const known = NEEDS.filter((need) => asked.includes(need));
    for (const word of asked)
      if (!NEEDS.includes(word as Need)) warnOnce(this, `need="${word}"`, `some of ${NEEDS.join(' ')}`);
    if (known.length) return known;
    return this.audience === 'mairie' ? NEEDS : NEEDS.filter((need) => need !== 'town-hall');
  }

  private readonly onFilter = (event: Event): void => {
    this.query = (event.target as HTMLInputElement).value;
    this.settled = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.settled = true;
    }, PAUSE);
  };

  protected override render(): TemplateResult {
    const directory = this.directories.value;
    const { level } = this;
    const typed = this.query.trim();
    const filter = createFilter(typed);
    // What has all the words; where nothing has, what has most of them.
    const share = (need: Need, contact: Contact) => filter(searchText(need, contact, directory));
    const best = Math.max(
      ...this.needs().flatMap((need) => this.contacts.get(need)!.map((contact) => share(need, contact))),
    );
    const shown = this.needs().map((need) => ({
      need,
      list: this.contacts.get(need)!.filter((contact) => best > 0 && share(need, contact) === best),
    }));
    // What a town hall relays to whom needs no contact of its own.
    const drawn = shown.filter(({ need, list }) => list.length || (need === 'town-hall' && !typed));
    const count = shown.reduce((sum, { list }) => sum + list.length, 0);
    const counted =
      count === 0
        ? msg(str`Aucun contact ne correspond à « ${typed} ». En cas de doute, le 15 répond jour et nuit.`)
        : count === 1
          ? msg('1 contact')
          : msg(str`${count} contacts`);
    // Where all the emergency numbers are in the list, the strip would say them twice.
    const strip = typed || shown[0]?.need !== 'vital-emergency';
    return html`<div class="card" part="card" lang=${this.locale.locale} dir=${direction()} @click=${onCall}>
      ${this.renderHead(msg('Qui appeler, pour quoi ?'), this.at)}
      ${
        this.at === undefined
          ? html`<p>${msg('L’horloge de cet appareil est fausse : voici seulement ce qui vaut à toute heure.')}</p>`
          : nothing
      }
      ${strip ? emergencyStrip(directory, level + 1) : nothing}
      ${noticesBox(directory, this.at, this.place(directory))}
      <div class="field">
        <label for="filter">${msg('Chercher un besoin, un nom, une ville, un numéro')}</label>
        <div class="box">
          ${searchIcon}
          <input
            id="filter"
            type="search"
            autocomplete="off"
            spellcheck="false"
            enterkeyhint="search"
            aria-describedby=${typed ? 'counted' : nothing}
            .value=${this.query}
            @input=${this.onFilter}
          />
        </div>
        ${typed ? html`<p class="small" id="counted" aria-hidden="true">${counted}</p>` : nothing}
        <p class="visually-hidden" role="status">${typed && this.settled ? counted : nothing}</p>
      </div>
      ${
        drawn.length
          ? html`<div class="needs">${repeat(
              drawn,
              ({ need }) => need,
              ({ need, list }) => this.renderNeed(need, list, level + 1),
            )}</div>`
          : nothing
      }
      ${this.renderFoot(
        directory,
        shown.flatMap(({ list }) => list),
      )}
      ${this.renderAnnouncement()}
    </div>`;
  }

  private renderNeed(need: Need, list: readonly Contact[], level: number): TemplateResult {
    const directory = this.directories.value;
    const { title, note } = needWords(need, directory);
    const channels = list.flatMap((contact) => (contact.channel ? [contact.now] : []));
    const items = (templates: TemplateResult[]) =>
      templates.length ? html`<ul class="channels">${templates}</ul>` : nothing;
    return html`<div class="need">
      <div class="heading" role="heading" aria-level=${level}>${title}</div>
      ${note && !this.query.trim() ? html`<p class="small">${note}</p>` : nothing}
      ${need === 'town-hall' && !this.query.trim() ? this.renderRelay(directory) : nothing}
      ${items(list.flatMap(({ cpts }) => (cpts ? [this.renderCpts(cpts)] : [])))}
      ${byDistance(channels, (now) => this.renderChannel(now, directory), !!this.query.trim())}
      ${items(list.flatMap(({ contract }) => (contract ? [this.renderContract(contract, directory)] : [])))}
    </div>`;
  }

  private renderChannel(now: Extract<Contact, { now: unknown }>['now'], directory: Directory): TemplateResult {
    const { channel } = now;
    const commune = this.place(directory);
    const attachment = commune && kindOf(channel).knownToCpts ? directory.attachment(commune) : undefined;
    const unknown = !channel.phones.length && !channel.site && !channel.email && !channel.place;
    const role = [
      roleText(channel),
      channel.access === 'online-appointment' ? accessText(now) : '',
      channel.announced ? msg('annoncée') : '',
      unknown && !attachment ? whomToAskText(channel, directory) : '',
    ].filter(Boolean);
    const status = !channel.announced && !!(channel.hours || channel.access || channel.place);
    return channelItem({ ...now, today: undefined }, this.at, directory, attachment, {
      role: role.join(' · '),
      status,
      kind: channel.role === 'vital' ? 'vital' : channel.need === 'vital-emergency' ? 'danger' : '',
      more: html`${this.renderOffer(channel)} ${this.renderMore({ channel, now })}`,
    });
  }

  /** The service of a house, what it treats, and what else the sources say or leave open. */
  private renderOffer(channel: CareChannel): TemplateResult {
    const { service, note } = channel;
    const treats = treatsText(channel);
    return html`${service ? html`<p class="small" lang="fr">${service}</p>` : nothing}
      ${treats ? html`<p class="small">${treats}</p>` : nothing}
      ${note ? html`<p class="small">${localized(note)}</p>` : nothing}`;
  }

  private renderCpts(cpts: Cpts): TemplateResult {
    const directory = this.directories.value;
    const commune = this.place(directory);
    const attachment = commune && directory.attachment(commune);
    const own = attachment && attachment.level !== 'undetermined' && attachment.cpts === cpts;
    return html`<li part="channel">
      <strong lang="fr">${cpts.name}</strong>
      ${cpts.longName ? html`<p class="small" lang="fr">${cpts.longName}</p>` : nothing}
      ${own ? html`<p class="small">${msg(str`CPTS de ${commune!.name}`)}${attachmentLevelText(attachment)}</p>` : nothing}
      <p class="small">${cpts.site ? siteLink(cpts.site, siteName(cpts.site)) : noSiteText(cpts, directory)}</p>
      ${this.renderMore({ cpts })}
    </li>`;
  }

  private renderContract(contract: LocalHealthContract, directory: Directory): TemplateResult {
    const groups = contract.epci.map((code) => directory.epci.get(code)).join(', ');
    const { actions, name, signatories } = contract;
    return html`<li part="channel">
      <strong>${msg(str`Contrat local de santé ${yearsText(contract)}`)}</strong>
      ${hasEnded(contract, this.at, directory) ? html`<p class="small">${endedText()}</p>` : nothing}
      <p class="small" lang="fr">${name ? `${name} : ` : ''}${groups}</p>
      <details class="more">
        <summary>
          ${actions.length ? msg('Actions et signataires') : msg('Détails')}<span class="visually-hidden" lang="fr">, ${name ?? groups}</span>
        </summary>
        ${whenOpen(
          () => html`${actions.length ? html`<p>${msg('Ce qu’il prévoit :')} ${actions.map(localized).join(' ; ')}.</p>` : nothing}
            ${signatories.length ? html`<p>${msg('Ses signataires :')} <span lang="fr">${signatories.join(', ')}</span>.</p>` : nothing}
            <p>${provenanceText(contract, directory)} ${this.renderReport(msg(str`Contrat local de santé ${yearsText(contract)}`), this.at)}</p>`,
        )}
      </details>
    </li>`;
  }

  /** What a town hall passes on to whom. */
  private renderRelay(directory: Directory): TemplateResult {
    const insurance = directory.channelOf('insurance');
    const search = directory.channelOf('professional-search');
    const commune = this.place(directory);
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

  /** Other numbers, hours, price, sources, and the way into the phone. */
  private renderMore(contact: Contact): TemplateResult {
    const { name } = (contact.channel ?? contact.cpts)!;
    return html`<details class="more">
      <summary>${msg('Détails')}<span class="visually-hidden" lang="fr">, ${name}</span></summary>
      ${whenOpen(() => this.renderDetails(contact, name))}
    </details>`;
  }

  private renderDetails(contact: Contact, name: string): TemplateResult {
    const record = recordOf(contact);
    const { channel } = contact;
    // The first one is beside the name, or 15 where 15 decides.
    const others = channel && channel.access !== 'referral-15' ? channel.phones.slice(1) : [];
    const free = channel?.phones.some(({ price }) => price === 'free');
    // "Answers around the clock" says it already.
    const hours = channel?.hours && channel.hours.text !== '24/7' ? hoursText(channel.hours) : [];
    return html`${others.map((phone) => html`<p>${msg('Autre numéro :')} ${callLink(channel!, phone)}</p>`)}
      ${hours.map((line) => html`<p>${line}</p>`)}
      ${free ? html`<p>${msg('Appel gratuit')}</p>` : nothing}
      <p>${provenanceText(record, this.directories.value)} ${this.renderReport(name, this.at)}</p>
      ${
        isReachable(contact)
          ? html`<button class="link" @click=${() => saveContacts(this.directories.value, [contact], record.id)}>
              ${msg('Enregistrer dans mes contacts')}<span class="visually-hidden" lang="fr">, ${name}</span>
            </button>`
          : nothing
      }`;
  }

  private renderFoot(directory: Directory, list: readonly Contact[]): TemplateResult {
    const reachable = list.filter(isReachable);
    return html`<div class="foot">
      ${
        reachable.length
          ? html`<button @click=${() => saveContacts(directory, reachable, 'contacts')}>
              ${reachable.length === 1 ? msg('Enregistrer ce contact dans mon téléphone') : msg(str`Enregistrer ces ${reachable.length} contacts dans mon téléphone`)}
            </button>`
          : nothing
      }
      <p>${msg(str`Annuaire du ${isoDayText(directory.date)}.`)} ${msg('Les distances sont à vol d’oiseau, de commune à commune.')} ${versionText()}</p>
      ${this.directories.old ? html`<p><strong>${oldDirectoryText()}</strong></p>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    /** Whom to call for what: the whole directory by need. */
    'yonne-contacts': YonneContacts;
  }
}
