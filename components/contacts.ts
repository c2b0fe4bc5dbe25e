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
import searchIcon from 'lucide-static/icons/search.svg';
import { type Contact, contactsByNeed, createFilter, recordOf } from '../src/contacts.ts';
import { type Attachment, type CareChannel, type Cpts, type Directory, NEEDS, type Need } from '../src/directory.ts';
import { siteName } from '../src/format.ts';
import { structuredData } from '../src/structured-data.ts';
import type { Instant } from '../src/time/calendar.ts';
import { vcard } from '../src/vcard.ts';
import { commonAttributes, headingLevel, showFallback, warnOnce, warnTheme } from './attributes.ts';
import { type Clock, ClockController, pageClock } from './clock.ts';
import { CommuneChoice } from './commune-choice.ts';
import { CommuneField, communeFieldStyles } from './commune-field.ts';
import { hoursText, KNOWN_TO_CPTS, needNote, needText, roleText, searchWords, whomToAskText } from './contact-words.ts';
import { DirectoryController, shownInstant } from './directory-controller.ts';
import { LocaleController } from './localization.ts';
import { poster, posterStyles } from './poster.ts';
import { sharedStyles } from './styles.ts';
import {
  attachmentLinks,
  byDistance,
  callLink,
  channelItem,
  emergencyStrip,
  onCall,
  placeHead,
  siteLink,
} from './templates.ts';
import {
  attachmentLevelText,
  contractActionText,
  isoDayText,
  oldDirectoryText,
  priceText,
  sourceDateText,
} from './words.ts';

/** Milliseconds without typing after which the count is announced. */
const PAUSE = 600;

/**
 * Whom to call for what: the whole directory by need.
 *
 * @customElement yonne-contacts
 * @slot - Shown until the script runs: the numbers that never change.
 * @fires {CustomEvent<CallDetail>} yonne-call - A number was pressed.
 * @fires {CustomEvent<CommuneChangeDetail>} yonne-commune-change - The reader chose a commune.
 * @csspart card - The whole widget.
 * @csspart channel - One contact.
 * @csspart call - A number to press.
 * @csspart poster - The poster of `layout="affiche"`.
 * @cssprop [--yonne-accent=#0a5c5c] - Links, buttons, marks.
 * @cssprop [--yonne-on-accent=#fff] - Text on the accent colour.
 * @cssprop [--yonne-surface=#fff] - Background.
 * @cssprop [--yonne-radius=0.625em] - Corners.
 */
export class YonneContacts extends LitElement {
  static override properties: PropertyDeclarations = {
    ...commonAttributes,
    now: {},
    need: {},
    audience: {},
    layout: { reflect: true },
    page: {},
    structuredData: { attribute: 'structured-data', type: Boolean },
    clock: { attribute: false },
    query: { state: true },
    settled: { state: true },
    changing: { state: true },
  };

  static override styles = [
    sharedStyles,
    communeFieldStyles,
    posterStyles,
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
      .title:focus {
        outline: 0;
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

  /** INSEE code of the commune: what is near comes first. */
  commune?: string;

  /** An instant to show instead of now: ISO 8601, read as Paris time without an offset. */
  now?: string;

  /** The needs to show, separated by spaces (`pharmacy poison`); all of them where absent. */
  need?: string;

  /** `habitants` (default), or `mairie`: also what a mayor needs. */
  audience?: string;

  /** `liste` (default), or `affiche`: an A4 poster of the essentials. */
  layout?: string;

  /** Address of the page that the QR code of the poster leads to. */
  page?: string;

  /** Adds schema.org JSON-LD to the page, for search engines. */
  structuredData = false;

  /** URL of a fresher directory; on any failure the bundled one stays. */
  directory?: string;

  /** `light` (default), `dark`, or `auto`: as the reader's system asks. */
  theme?: string;

  /** Level of the widget's heading, 1 to 4: the ones below it follow. */
  headingLevel: number | string = 2;

  /** What finds the reader's position. */
  geolocation?: Geolocation;

  /** What tells the time. */
  clock: Clock = pageClock;

  /** What was typed in the filter. */
  private query = '';

  /** Nothing was typed for a while: the count may be announced. */
  private settled = false;

  private timer: ReturnType<typeof setTimeout> | undefined;

  /** The field to change the commune is shown. */
  private changing = false;

  private readonly locale = new LocaleController(this);
  private readonly directories = new DirectoryController(this);
  private readonly choice = new CommuneChoice(this);
  private readonly field = new CommuneField(this, {
    directory: () => this.directories.value,
    choose: (commune) => {
      this.changing = false;
      this.choice.choose(commune, this.directories.value);
      // The field is gone: the reader goes on from the head.
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.title')?.focus());
    },
  });
  private at: Instant | undefined;
  private contacts!: ReturnType<typeof contactsByNeed>;

  constructor() {
    super();
    new ClockController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

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
    const oneOf = (name: 'audience' | 'layout', values: string[]) => {
      if (this[name] && !values.includes(this[name])) warnOnce(this, `${name}="${this[name]}"`, values.join(' or '));
    };
    oneOf('audience', ['habitants', 'mairie']);
    oneOf('layout', ['liste', 'affiche']);
    if (this.page && !isPage(this.page)) warnOnce(this, `page="${this.page}"`, 'the URL of a page, from https://');
    const directory = this.directories.value;
    this.at = shownInstant(this);
    this.contacts = contactsByNeed(directory, this.at, this.choice.in(directory));
    super.update(changed);
    this.writeStructuredData(directory);
  }

  /** As a child of the element, or of its `<div data-yonne>`: it goes where that goes, and robots find it. */
  private writeStructuredData(directory: Directory): void {
    const type = 'application/ld+json';
    const { host } = this.getRootNode() as Partial<ShadowRoot>;
    const parent = host?.hasAttribute('data-yonne') ? host : this;
    const before = parent.querySelector<HTMLScriptElement>(`script[type="${type}"]`);
    if (!this.structuredData) {
      before?.remove();
      return;
    }
    const json = JSON.stringify(
      structuredData(directory, this.at ?? Date.parse(directory.date), undefined, (record) =>
        aboutTexts(record).join(' · '),
      ),
    );
    if (before?.text === json) return;
    const script = document.createElement('script');
    script.type = type;
    try {
      script.text = trustedScript(json);
      before?.remove();
      parent.appendChild(script);
    } catch (error) {
      warnOnce(this, `structured-data: ${(error as Error).message}`, 'a policy that allows trusted-types yonne-soins');
    }
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

  /** The way to another commune, in the head. */
  private change() {
    const toggle = () => {
      this.changing = !this.changing;
    };
    return { open: this.changing, toggle, field: this.field };
  }

  protected override render(): TemplateResult {
    const directory = this.directories.value;
    const commune = this.choice.in(directory);
    const level = headingLevel(this);
    if (this.layout === 'affiche') {
      return html`<div class="card" part="card" lang=${this.locale.locale} @click=${onCall}>
        ${poster(directory, this.contacts, { commune, page: this.page && isPage(this.page) ? this.page : undefined, level, old: this.directories.old })}
      </div>`;
    }
    const typed = this.query.trim();
    const filter = createFilter(typed);
    // What has all the words; where nothing has, what has most of them.
    const share = (need: Need, contact: Contact) => filter(searchText(need, contact));
    const best = Math.max(
      ...this.needs().flatMap((need) => this.contacts.get(need)!.map((contact) => share(need, contact))),
    );
    const shown = this.needs().map((need) => ({
      need,
      list: this.contacts.get(need)!.filter((contact) => best > 0 && share(need, contact) === best),
    }));
    const count = shown.reduce((sum, { list }) => sum + list.length, 0);
    const counted =
      count === 0
        ? msg(str`Aucun contact ne correspond à « ${typed} ». En cas de doute, le 15 répond jour et nuit.`)
        : count === 1
          ? msg('1 contact')
          : msg(str`${count} contacts`);
    // Where all the emergency numbers are in the list, the strip would say them twice.
    const strip = typed || shown[0]?.need !== 'vital-emergency';
    return html`<div class="card" part="card" lang=${this.locale.locale} @click=${onCall}>
      ${placeHead(msg('Qui appeler, pour quoi ?'), level, { directory, commune, at: this.at }, this.change())}
      ${
        this.at === undefined
          ? html`<p>${msg('L’horloge de cet appareil est fausse : voici seulement ce qui vaut à toute heure.')}</p>`
          : nothing
      }
      ${strip ? emergencyStrip(directory, level + 1) : nothing}
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
            .value=${this.query}
            @input=${this.onFilter}
          />
        </div>
        <p class="small">${typed ? counted : nothing}</p>
        <p class="visually-hidden" role="status">${typed && this.settled ? counted : nothing}</p>
      </div>
      ${count ? html`<div class="needs">${shown.map(({ need, list }) => (list.length ? this.renderNeed(need, list, level + 1) : nothing))}</div>` : nothing}
      ${this.renderFoot(
        directory,
        shown.flatMap(({ list }) => list),
      )}
    </div>`;
  }

  private renderNeed(need: Need, list: readonly Contact[], level: number): TemplateResult {
    const directory = this.directories.value;
    const note = needNote(need);
    const channels = list.flatMap((contact) => (contact.channel ? [contact.now] : []));
    const items = (templates: TemplateResult[]) =>
      templates.length ? html`<ul class="channels">${templates}</ul>` : nothing;
    return html`<div class="need">
      <div class="heading" role="heading" aria-level=${level}>${needText(need)}</div>
      ${note && !this.query.trim() ? html`<p class="small">${note}</p>` : nothing}
      ${need === 'town-hall' && !this.query.trim() ? this.renderRelay(directory) : nothing}
      ${items(list.flatMap(({ cpts }) => (cpts ? [this.renderCpts(cpts)] : [])))}
      ${byDistance(channels, (now) => this.renderChannel(now, directory), !!this.query.trim())}
      ${items(list.flatMap(({ contract }) => (contract ? [this.renderContract(directory)] : [])))}
    </div>`;
  }

  private renderChannel(now: Extract<Contact, { now: unknown }>['now'], directory: Directory): TemplateResult {
    const { channel } = now;
    const commune = this.choice.in(directory);
    const attachment = commune && KNOWN_TO_CPTS.includes(channel.kind) ? directory.attachment(commune) : undefined;
    const unknown = !channel.phones.length && !channel.site && !channel.email && !channel.place;
    const role = [
      roleText(channel),
      channel.announced ? msg('annoncée') : '',
      unknown && !attachment ? whomToAskText(channel) : '',
    ].filter(Boolean);
    const status = !channel.announced && !!(channel.hours || channel.access || channel.place);
    return channelItem({ ...now, today: undefined }, this.at, directory, attachment, {
      role: role.join(' · '),
      status,
      kind: channel.id === '15' ? 'vital' : channel.need === 'vital-emergency' ? 'danger' : '',
      more: this.renderMore({ channel, now }),
    });
  }

  private renderCpts(cpts: Cpts): TemplateResult {
    const directory = this.directories.value;
    const commune = this.choice.in(directory);
    const attachment: Attachment | undefined = commune && directory.attachment(commune);
    const own = attachment && attachment.level !== 'undetermined' && attachment.cpts === cpts;
    return html`<li part="channel">
      <strong>${cpts.name}</strong>
      ${own ? html`<p class="small">${msg(str`CPTS de ${commune!.name}`)}${attachmentLevelText(attachment)}</p>` : nothing}
      <p class="small">${cpts.site ? siteLink(cpts.site, siteName(cpts.site)) : msg('Son site n’est pas encore publié : demandez au 36 46.')}</p>
      ${this.renderMore({ cpts })}
    </li>`;
  }

  private renderContract(directory: Directory): TemplateResult {
    const contract = directory.localHealthContract;
    const groups = contract.epci.map((code) => directory.epci.get(code)?.name).join(', ');
    return html`<li part="channel">
      <strong>${msg(str`Contrat local de santé ${contract.from}–${contract.to}`)}</strong>
      <p class="small">${groups}</p>
      <details class="more">
        <summary>${msg('Actions et signataires')}</summary>
        <p>${msg('Ce qu’il prévoit :')} ${contract.actions.map(contractActionText).join(' ; ')}.</p>
        <p>${msg('Ses signataires :')} ${contract.signatories.join(', ')}.</p>
        <p>${this.sourcesText(contract)}</p>
      </details>
    </li>`;
  }

  /** What a town hall passes on to whom. */
  private renderRelay(directory: Directory): TemplateResult {
    const insurance = directory.channels.find(({ id }) => id === 'cpam-89');
    const search = directory.channels.find(({ id }) => id === 'sante-fr');
    const commune = this.choice.in(directory);
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

  /** Hours, price, sources, and the way into the phone. */
  private renderMore(contact: Contact): TemplateResult {
    const record = recordOf(contact);
    const { channel } = contact;
    const free = channel?.phones.some(({ price }) => price === 'free');
    // "Answers around the clock" says it already.
    const hours = channel?.hours && channel.hours.text !== '24/7' ? hoursText(channel.hours) : [];
    const { name } = (channel ?? contact.cpts)!;
    return html`<details class="more">
      <summary>${msg('Détails')}<span class="visually-hidden">, ${name}</span></summary>
      ${hours.map((line) => html`<p>${line}</p>`)}
      ${free ? html`<p>${msg('Appel gratuit')}</p>` : nothing}
      <p>${this.sourcesText(record)}</p>
      ${
        isReachable(contact)
          ? html`<button class="link" @click=${() => this.save([contact], record.id)}>
              ${msg('Enregistrer dans mes contacts')}<span class="visually-hidden">, ${name}</span>
            </button>`
          : nothing
      }
    </details>`;
  }

  private sourcesText({ sources, checked }: { sources: string[]; checked: string }): string {
    const directory = this.directories.value;
    const names = sources.map((id) => {
      const source = directory.sources.get(id);
      return source ? `${source.publisher}${source.date ? `, ${sourceDateText(source.date)}` : ''}` : id;
    });
    return msg(str`Sources : ${[...new Set(names)].join(' ; ')}. Vérifié le ${isoDayText(checked)}.`);
  }

  private renderFoot(directory: Directory, list: readonly Contact[]): TemplateResult {
    const reachable = list.filter(isReachable);
    return html`<div class="foot">
      ${
        reachable.length
          ? html`<button @click=${() => this.save(reachable, 'contacts')}>
              ${msg(str`Enregistrer ces ${reachable.length} contacts dans mon téléphone`)}
            </button>`
          : nothing
      }
      <p>${msg(str`Annuaire du ${isoDayText(directory.date)}.`)} ${msg('Les distances sont à vol d’oiseau, de commune à commune.')}</p>
      ${this.directories.old ? html`<p><strong>${oldDirectoryText()}</strong></p>` : nothing}
    </div>`;
  }

  /** Gives a vCard file, made here. */
  private save(list: readonly Contact[], name: string): void {
    const samu = this.directories.value.channels.find(({ id }) => id === '15')!;
    const text = vcard(
      list.map(({ channel, cpts }) => {
        const record = (channel ?? cpts)!;
        // 15 decides who comes: its number, no address.
        const phones = channel?.access === 'referral-15' ? samu.phones : undefined;
        const note = [...aboutTexts(record), ...(channel?.phones.map(priceText) ?? [])].filter(Boolean).join('\n');
        return { record, phones, note };
      }),
    );
    const url = URL.createObjectURL(new Blob([text], { type: 'text/vcard' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${name}.vcf`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
}

const isPage = (url: string): boolean => /^https?:\/\/\S+$/.test(url);

/** What a record does, when, and what to do before going there, for those who read it elsewhere. */
function aboutTexts(record: CareChannel | Cpts): string[] {
  if (!('kind' in record)) return [];
  const { access, hours, hoursOf, place } = record;
  return [
    access === 'after-15' ? msg('Appelez le 15 d’abord') : '',
    roleText(record),
    // What says when a line answers does not say when its place opens.
    ...(hours ? (hoursOf === 'line' && hours.text === '24/7' ? [msg('Répond 24 h/24')] : hoursText(hours)) : []),
    access === 'online-appointment' ? msg('sur rendez-vous en ligne') : '',
    place && hoursOf === 'line' ? msg('appelez avant de vous déplacer') : '',
  ].filter(Boolean);
}

/** Whether there is anything to put in a phone. */
const isReachable = ({ channel, cpts }: Contact): boolean =>
  !!(channel ? channel.phones.length || channel.site || channel.email || channel.access === 'referral-15' : cpts?.site);

/** What the filter looks through. */
function searchText(need: Need, contact: Contact): string {
  const { channel, cpts } = contact;
  const words = channel
    ? [
        channel.name,
        roleText(channel),
        channel.place?.town,
        channel.site,
        ...channel.phones.map(({ number }) => number.replace(/ /g, '')),
      ]
    : cpts
      ? [cpts.name, cpts.longName, ...(cpts.aliases ?? []), cpts.site]
      : [msg('contrat local de santé')];
  return [...words, needText(need), searchWords(need, channel)].filter(Boolean).join(' ');
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScript(text: string): string }): { createScript(text: string): string };
}

let policy: { createScript(text: string): string } | undefined;

/** Data in a script element, where the page allows it with Trusted Types only. */
function trustedScript(text: string): string {
  policy ??= (window as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('yonne-soins', {
    createScript: (data) => data,
  }) ?? { createScript: (data) => data };
  return policy.createScript(text);
}
