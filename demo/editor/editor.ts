/**
 * The editor: an officer opens the directory, changes it, sees what people will see, and takes the file away. All of it
 * happens in the browser; nothing is sent.
 */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { mapStyles } from '../../components/cpts-finder/map.ts';
import { sharedStyles } from '../../components/shared/styles.ts';
import { isoDayText } from '../../components/shared/time-words.ts';
import type { Directory } from '../../src/directory.ts';
import type { RawDirectory } from '../../src/directory-schema.ts';
import { type Instant, parseInstant, wallAt } from '../../src/time/calendar.ts';
import { communesPage } from './communes.ts';
import type { Editor, Kept } from './context.ts';
import { Draft } from './draft.ts';
import { formStyles } from './form-styles.ts';
import { marksStyles } from './map.ts';
import { merge } from './merge.ts';
import { noticeList } from './notices.ts';
import { preview, show } from './preview.ts';
import { check, type Problem } from './problems.ts';
import { editionOf, publishPage } from './publish.ts';
import { type Path, withFact } from './raw.ts';
import { recordList, recordPage } from './records.ts';
import { editorStyles } from './styles.ts';
import { tools } from './tools.ts';
import { LISTS, type ListName } from './words.ts';

const VIEWS = { fiches: 'Fiches', communes: 'CPTS des communes', annonces: 'Annonces', changements: 'Changements' };

/** The device's storage; none where the browser keeps nothing. */
function deviceStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

class YonneEditeur extends LitElement implements Editor {
  static override styles = [sharedStyles, mapStyles, formStyles, editorStyles, marksStyles];

  /** Address of the directory that is published. */
  @property() src = 'annuaire.json';

  /** Whom the mail with the changes goes to; empty: the officer chooses. */
  @property({ attribute: 'mail-to' }) mailTo = '';

  readonly draft = new Draft(deviceStorage());
  readonly kept: Kept = {
    search: '',
    list: 'channels',
    unconfirmed: false,
    old: false,
    by: '',
    how: 'par téléphone',
    on: '',
    communeSearch: '',
    cpts: '',
    csvProblems: [],
    communesLeft: false,
    chosen: new Set(),
    unread: new Map(),
    moment: '',
    place: undefined,
    widget: 'apercu-soins-now',
  };
  directory!: Directory;
  problems: readonly Problem[] = [];
  private checked: RawDirectory | undefined;
  private route = 'fiches';
  private told = '';
  private fault = '';
  /** The published edition, where it is not the one of the draft. */
  private newer: RawDirectory | undefined;
  private focusNext = '';

  get raw(): RawDirectory {
    return this.draft.current!;
  }

  get today(): string {
    return this.wall.slice(0, 10);
  }

  get at(): Instant {
    return parseInstant(this.kept.moment) ?? Date.now();
  }

  /** What the clocks of Paris show. */
  private get wall(): string {
    return new Date(wallAt(Date.now())).toISOString().slice(0, 16);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.onHash);
    addEventListener('storage', this.onStorage);
    addEventListener('beforeunload', this.onLeave);
    this.addEventListener('keydown', this.onKey);
    this.onHash();
    void this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.onHash);
    removeEventListener('storage', this.onStorage);
    removeEventListener('beforeunload', this.onLeave);
    this.removeEventListener('keydown', this.onKey);
  }

  /** The draft of the device where there is one, else the published directory. */
  private async begin(): Promise<void> {
    // A draft of a version that had other rules cannot be gone on with.
    const restored = this.draft.restore() && check(this.draft.base!, this.draft.base!).directory !== undefined;
    if (restored) this.say('Votre brouillon est de retour.');
    try {
      const response = await fetch(this.src, { cache: 'no-cache' });
      if (!response.ok) throw new Error(`réponse ${response.status}`);
      const published = (await response.json()) as RawDirectory;
      if (!restored) this.open(published);
      else if (JSON.stringify(published) !== JSON.stringify(this.draft.base)) this.newer = published;
    } catch (error) {
      if (!restored)
        this.fault = `L’annuaire publié n’a pas pu être ouvert (${(error as Error).message}). Ouvrez un fichier.`;
    }
    this.requestUpdate();
  }

  /** Begins with an edition, if widgets would take it. */
  private open(raw: RawDirectory): boolean {
    const { directory, problems } = check(raw, raw);
    if (!directory) {
      this.fault = `Ce fichier n’est pas un annuaire que les widgets lisent : ${problems[0]!.text}`;
      return false;
    }
    this.fault = '';
    this.newer = undefined;
    this.draft.open(raw);
    return true;
  }

  private async openFile(file: File): Promise<void> {
    try {
      if (this.open(JSON.parse(await file.text()) as RawDirectory))
        this.say(`${file.name} est ouvert : édition du ${isoDayText(this.raw.directory.date)}.`);
    } catch {
      this.fault = `${file.name} n’est pas un fichier JSON.`;
    }
    this.requestUpdate();
  }

  edit(change: (raw: RawDirectory) => RawDirectory, about?: string): void {
    this.draft.edit(change, about);
    this.told = '';
    this.requestUpdate();
  }

  set(path: Path, value: unknown): void {
    this.edit((raw) => withFact(raw, path, value, this.today), path.join());
  }

  say(text: string): void {
    this.told = text;
    this.requestUpdate();
  }

  go(hash: string): void {
    location.hash = hash;
  }

  focusOn(id: string): void {
    this.focusNext = id;
  }

  private readonly onHash = (event?: Event): void => {
    const [view = '', ...rest] = decodeURIComponent(location.hash.slice(1)).split('/');
    // Other addresses within the page are not for the editor.
    if (!(view in VIEWS) && !(view === 'fiche' && rest[0]! in LISTS)) return;
    this.route = [view, ...rest].join('/');
    this.draft.settle();
    this.requestUpdate();
    // When the page opens, the focus stays where the browser puts it.
    if (event) void this.updateComplete.then(() => this.shadowRoot!.querySelector<HTMLElement>('.view h2')?.focus());
  };

  /** Another page of the browser has the same draft: both show what was done last. */
  private readonly onStorage = (event: StorageEvent): void => {
    if (event.key?.startsWith('yonne-soins-editeur') && this.draft.restore()) this.requestUpdate();
  };

  private readonly onLeave = (event: BeforeUnloadEvent): void => {
    if (this.draft.canUndo && !this.draft.kept) event.preventDefault();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0];
    // In a field, the browser takes back what was typed there.
    const typing =
      target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'checkbox');
    if (!(event.ctrlKey || event.metaKey) || typing) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    this.turn(key === 'y' || event.shiftKey ? 'redo' : 'undo');
  };

  turn(way: 'undo' | 'redo'): void {
    if (!(way === 'undo' ? this.draft.canUndo : this.draft.canRedo)) return;
    this.draft[way]();
    this.kept.unread.clear();
    this.say(way === 'undo' ? 'Changement annulé.' : 'Changement rétabli.');
  }

  /** The changes of the draft, on the edition that was published since. */
  private take(): void {
    const { merged, conflicts } = merge(this.draft.base!, this.raw, this.newer!);
    if (!this.open(this.newer!)) return;
    this.edit(() => merged);
    const lost = conflicts.length ? ` L’édition publiée a changé aussi, et garde : ${conflicts.join(' ; ')}.` : '';
    this.say(`Vos changements sont repris sur l’édition du ${isoDayText(this.raw.directory.date)}.${lost}`);
  }

  private forget(): void {
    if (!window.confirm('Effacer le brouillon de cet appareil ? Vos changements seront perdus.')) return;
    this.draft.forget();
    this.open(this.newer ?? this.draft.base!);
    this.say('Le brouillon est effacé.');
  }

  protected override willUpdate(): void {
    const { current, base } = this.draft;
    if (!current || current === this.checked) return;
    this.checked = current;
    const { directory, problems } = check(current, base!);
    this.problems = problems;
    const shown = directory ? current : this.directory ? undefined : base!;
    if (!shown) return;
    const edition = editionOf(base!, shown, this.today);
    this.directory = directory ?? check(base!, base!).directory!;
    show(edition, this.renderRoot as ShadowRoot);
  }

  protected override updated(): void {
    if (!this.focusNext) return;
    this.shadowRoot!.getElementById(this.focusNext)?.focus();
    this.focusNext = '';
  }

  protected override render(): TemplateResult {
    return html`<div class="card">
      ${tools(this, { newer: this.newer, openFile: (file) => void this.openFile(file), forget: () => this.forget(), take: () => this.take() })}
      ${this.fault ? html`<p class="error" role="alert">${this.fault}</p>` : nothing}
      <p class="told" role="status" ?hidden=${!this.told}>${this.told}</p>
      ${this.draft.current ? this.views() : this.fault ? nothing : html`<p>L’annuaire s’ouvre…</p>`}
    </div>`;
  }

  private views(): TemplateResult {
    const [view, list, id] = this.route.split('/') as [string, ListName?, string?];
    const current = view === 'fiche' ? (list === 'notices' ? 'annonces' : 'fiches') : view;
    return html`<nav aria-label="Éditeur">
        <ul>
          ${Object.entries(VIEWS).map(
            ([name, title]) =>
              html`<li><a href="#${name}" aria-current=${name === current ? 'page' : nothing}>${title}</a></li>`,
          )}
        </ul>
      </nav>
      <div class="columns">
        <div class="view">${this.view(view, list, id)}</div>
        ${preview(this, list === 'channels' ? this.placeOf(id!) : undefined)}
      </div>
      <datalist id="communes">
        ${this.directory.communes.map(({ name, code }) => html`<option value="${name} (${code})"></option>`)}
      </datalist>`;
  }

  /** The commune of a record, where it is one of the directory. */
  private placeOf(id: string): string | undefined {
    const { place } = this.directory.channels.find((channel) => channel.id === id) ?? {};
    return place && this.directory.commune(place.commune)?.code;
  }

  private view(view: string, list?: ListName, id?: string): TemplateResult {
    switch (view) {
      case 'fiche':
        return recordPage(this, list!, id!);
      case 'communes':
        return communesPage(this);
      case 'annonces':
        return noticeList(this, this.kept.moment || this.wall);
      case 'changements':
        return publishPage(this, this.mailTo);
      default:
        return recordList(this);
    }
  }
}

customElements.define('yonne-editeur', YonneEditeur);
