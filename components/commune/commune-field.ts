import { css, html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import searchIcon from 'lucide-static/icons/search.svg';
import { type CommuneMatch, createCommuneSearch, MAX_TYPED, type Point } from '../../src/communes.ts';
import type { Directory } from '../../src/directory.ts';
import type { Commune } from '../../src/directory-schema.ts';
import { departmentText } from '../shared/care-words.ts';
import { msg, str } from '../shared/msg.ts';

type Search = ReturnType<typeof createCommuneSearch>;

/** Each directory is indexed once, at the first letter typed. */
const searches = new WeakMap<Directory, Search>();

const SHOWN = 8;
/** Milliseconds without typing after which the count is announced, and "no commune" is no longer premature. */
const PAUSE = 600;

export const communeFieldStyles = css`
  .field {
    position: relative;
  }
  .field label {
    display: block;
    margin-bottom: 0.3em;
    font-weight: 700;
  }
  .box {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    border: 1px solid var(--muted);
    border-radius: calc(var(--radius) * 0.6);
    background-color: var(--surface);
  }
  .box:focus-within {
    outline: 3px solid var(--accent);
    outline-offset: 1px;
  }
  /* It takes no room of its own, so that its input never wraps below it. */
  .box .icon {
    margin-inline-start: 0.7em;
    margin-inline-end: -1.85em;
    color: var(--muted);
  }
  .box input {
    flex: 1 1 8em;
    min-width: 0;
    max-width: 100%;
    padding-inline-start: 2.45em;
    border: 0;
    outline: 0;
    background: none;
  }
  .box .link {
    padding: 0.4em 0.9em;
  }
  .popup {
    position: absolute;
    z-index: 2;
    right: 0;
    left: 0;
    margin-top: 0.25em;
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 0.6);
    background-color: var(--surface);
    box-shadow: 0 6px 20px rgba(0, 0, 0, 0.18);
  }
  /* Where letters are large, the postcode stands below the name. */
  [role='option'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    min-height: 2.75em;
    padding: 0.3em 0.9em;
    cursor: pointer;
  }
  [role='option'] > * {
    min-width: 0;
  }
  [role='option'] > :last-child {
    flex: none;
    max-width: 100%;
    margin-inline-start: 1em;
    color: var(--muted);
  }
  [role='option']:hover,
  [role='option'].first,
  [role='option'][aria-selected='true'] {
    background: var(--band);
  }
  [role='option'][aria-selected='true'] {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }
  mark {
    background: none;
    color: inherit;
    font-weight: 700;
    text-decoration: underline;
  }
  .hint {
    padding: 0.5em 0.9em;
    font-size: 0.875em;
    color: var(--muted);
  }
  /* There the system's own colours take the place of the backgrounds, which are all that marks an option. */
  @media (forced-colors: active) {
    .box .icon {
      color: CanvasText;
    }
    mark {
      color: CanvasText;
    }
    [role='option'].first,
    [role='option']:hover {
      outline: 1px dashed;
      outline-offset: -1px;
    }
    [role='option'][aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    [role='option'][aria-selected='true'] > *,
    [role='option'][aria-selected='true'] mark {
      color: inherit;
    }
  }
`;

/** What the reader is told after "Me localiser", by what happened. */
type Located = 'searching' | 'found' | 'outside' | 'refused' | 'timeout' | 'unavailable';

/** The field that finds a commune: an APG combobox with a list, within the shadow root of its host. */
export class CommuneField implements ReactiveController {
  private query = '';
  private open = false;
  private result: ReturnType<Search> = { matches: [], total: 0 };
  private settled = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private located: Located | undefined;
  /** The option that the arrows have reached; Enter without arrows takes the first. */
  private active: number | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement & { geolocation?: Geolocation | undefined },
    /** The directory to search in, the commune of a position, and what becomes of a choice. */
    private readonly use: {
      directory(): Directory;
      locate(point: Point): Commune | undefined;
      choose(commune: Commune): void;
    },
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  private readonly onInput = (event: Event): void => {
    const directory = this.use.directory();
    let search = searches.get(directory);
    if (!search) {
      search = createCommuneSearch(directory.communes);
      searches.set(directory, search);
    }
    this.query = (event.target as HTMLInputElement).value;
    this.result = search(this.query, SHOWN);
    this.open = this.query.trim() !== '';
    this.active = undefined;
    this.located = undefined;
    this.settled = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.settled = true;
      this.host.requestUpdate();
    }, PAUSE);
    this.host.requestUpdate();
  };

  private readonly onKeydown = (event: KeyboardEvent): void => {
    // While an input method composes, the keys are its own.
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { matches } = this.result;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.query && matches.length) {
      // One place more than there are options: past the last and before the first, the field itself.
      const places = matches.length + 1;
      const next = ((this.active ?? matches.length) + step + places) % places;
      this.open = true;
      this.active = next < matches.length ? next : undefined;
    } else if (event.key === 'Enter' && this.open && matches.length) {
      this.choose(matches[this.active ?? 0]!.commune);
    } else if (event.key === 'Escape' && this.query) {
      // First the list, then what was typed; nothing of it for the dialog around the widget.
      event.stopPropagation();
      if (!this.open) this.query = '';
      this.open = false;
    } else {
      // Home, End and the letters are the field's.
      this.active = undefined;
      this.host.requestUpdate();
      return;
    }
    event.preventDefault();
    this.host.requestUpdate();
  };

  private choose(commune: Commune): void {
    this.query = commune.name;
    this.open = false;
    // What was found before belongs to what was typed before.
    this.settled = false;
    this.use.choose(commune);
    this.host.requestUpdate();
  }

  private readonly locate = (): void => {
    const end = (located: Located) => {
      this.located = located;
      this.host.requestUpdate();
    };
    try {
      const geolocation = this.host.geolocation ?? navigator.geolocation;
      end(geolocation ? 'searching' : 'unavailable');
      geolocation?.getCurrentPosition(
        ({ coords: { latitude, longitude } }) => {
          const commune = this.use.locate([latitude, longitude]);
          if (!commune) return end('outside');
          end('found');
          this.choose(commune);
        },
        ({ code }) => end(code === 1 ? 'refused' : code === 3 ? 'timeout' : 'unavailable'),
        { timeout: 10_000, maximumAge: 600_000 },
      );
    } catch {
      end('unavailable');
    }
  };

  private locatedText(): string {
    const instead = (problem: string) => `${problem} ${msg('Tapez le nom de votre commune.')}`;
    switch (this.located) {
      case 'searching':
        return msg('Recherche de votre position…');
      case 'found':
        return msg('Commune la plus proche de votre position, qui n’a pas quitté cet appareil.');
      case 'outside':
        return instead(msg(str`Vous n’êtes pas dans ${departmentText(this.use.directory())}.`));
      case 'refused':
        return instead(msg('Votre navigateur n’a pas le droit de donner votre position.'));
      case 'timeout':
        return instead(msg('Votre position tarde trop.'));
      case 'unavailable':
        return instead(msg('Votre position n’est pas disponible.'));
      default:
        return '';
    }
  }

  render(label: string): TemplateResult {
    const { open, query, settled, result, located } = this;
    const { matches, total } = result;
    // It stays where the field is left: it says why there is no answer.
    const none = settled && !total && query.trim() ? msg(str`Aucune commune ne correspond à « ${query.trim()} ».`) : '';
    const count = msg(str`Communes : ${total}`);
    const expanded = open && total > 0;
    const found = located === 'found';
    const said = located && !found ? this.locatedText() : none;
    // `autocomplete` is off, since it is no field about the reader (WCAG 1.3.5): the commune may be that of anyone,
    // nothing of it is kept or sent, and the browser's own list would lie over this one.
    return html`<div
      class="field"
      @focusout=${() => {
        this.open = false;
        this.host.requestUpdate();
      }}
    >
      <label for="commune">${label}</label>
      <div class="box">
        ${searchIcon}
        <input
          id="commune"
          role="combobox"
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          maxlength=${MAX_TYPED}
          enterkeyhint="search"
          aria-autocomplete="list"
          aria-controls=${expanded ? 'communes' : nothing}
          aria-describedby=${said || found ? 'commune-said' : nothing}
          aria-expanded=${expanded}
          aria-invalid=${none ? 'true' : nothing}
          aria-activedescendant=${expanded && this.active !== undefined ? `commune-${this.active}` : nothing}
          .value=${query}
          @input=${this.onInput}
          @keydown=${this.onKeydown}
        />
        <button class="link" @click=${this.locate}>${msg('Me localiser')}</button>
      </div>
      ${
        expanded
          ? html`<div class="popup" @mousedown=${(event: Event) => event.preventDefault()}>
              <ul id="communes" role="listbox" aria-label=${msg('Communes')}>
                ${matches.map((match, i) => this.renderOption(match, i))}
              </ul>
              ${total > matches.length ? html`<p class="hint">${msg(str`et ${total - matches.length} de plus : précisez`)}</p>` : nothing}
            </div>`
          : nothing
      }
      <div class="small" id="commune-said">
        ${found ? html`<p>${this.locatedText()}</p>` : nothing}
        <p role="status">
          ${said}${!said && expanded && settled ? html`<span class="visually-hidden">${count}</span>` : nothing}
        </p>
      </div>
    </div>`;
  }

  private renderOption({ commune, former, marks, by }: CommuneMatch, i: number): TemplateResult {
    const shown = marked(former ?? commune.name, marks);
    const first = i === 0 && this.active === undefined;
    return html`<li
      role="option"
      id="commune-${i}"
      class=${first ? 'first' : ''}
      aria-selected=${i === this.active}
      @click=${() => this.choose(commune)}
    >
      <span>${former ? html`${commune.name} <small>(${shown})</small>` : shown}</span>
      <span>${by === 'code' ? commune.code : commune.postcodes.join(', ')}</span>
    </li>`;
  }
}

/** A name with what matched marked in it. */
function marked(name: string, marks: CommuneMatch['marks']): (string | TemplateResult)[] {
  let done = 0;
  const parts = marks.flatMap(([from, to]) => {
    const part = [name.slice(done, from), html`<mark>${name.slice(from, to)}</mark>`];
    done = to;
    return part;
  });
  return [...parts, name.slice(done)];
}
