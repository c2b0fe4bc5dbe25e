import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { type Contours, project } from '../../src/contours.ts';
import type { Directory } from '../../src/directory.ts';
import type { Commune, Cpts } from '../../src/directory-schema.ts';
import { ofDepartmentText } from '../shared/care-words.ts';
import { msg, str } from '../shared/msg.ts';

export const mapStyles = css`
  .map svg {
    display: block;
    width: 100%;
    max-width: 26em;
    margin: 0 auto;
    overflow: visible;
  }
  .map {
    --shape: var(--line);
  }
  .map path {
    fill: var(--shape);
    stroke: var(--shape);
    stroke-width: 1;
    stroke-linejoin: round;
  }
  .map g {
    cursor: pointer;
  }
  .map g[data-shade='1'] {
    --shape: var(--tint);
  }
  .map g[data-shade='2'] {
    --shape: var(--tint-2);
  }
  .map g.chosen {
    --shape: var(--accent);
  }
  .map .border {
    fill: none;
    stroke: var(--surface);
    stroke-width: 3;
    pointer-events: none;
  }
  .map text {
    fill: var(--text);
    font-size: 19px;
    pointer-events: none;
    paint-order: stroke;
    stroke: var(--surface);
    stroke-width: 3px;
    stroke-linejoin: round;
  }
  .map text.number {
    font-size: 28px;
    font-weight: 700;
    text-anchor: middle;
  }
  .map circle {
    fill: var(--text);
    pointer-events: none;
  }
  .map .here {
    fill: var(--surface);
    stroke: var(--text);
    stroke-width: 3;
  }
  .legend button {
    display: flex;
    justify-content: flex-start;
    width: 100%;
    border-color: transparent;
    font-weight: 400;
    text-align: start;
  }
  .legend button[aria-pressed='true'] {
    border-color: currentColor;
    font-weight: 700;
  }
  .legend .number {
    flex: none;
    width: 1.9em;
    margin-right: 0.6em;
    border: 1px solid;
    border-radius: 50%;
    line-height: 1.8em;
    text-align: center;
  }
  @media print {
    .map svg {
      break-inside: avoid;
    }
    .legend button {
      display: flex;
    }
  }
  /* The system's colours reach no shape of an SVG by themselves. */
  @media (forced-colors: active) {
    .map g[data-shade] {
      --shape: Canvas;
    }
    .map g.chosen {
      --shape: Highlight;
    }
    .map path,
    .map .border {
      stroke: CanvasText;
      stroke-width: 1;
    }
    .map text {
      fill: CanvasText;
      stroke: Canvas;
    }
    .map circle {
      fill: CanvasText;
    }
    .map .here {
      fill: Canvas;
      stroke: CanvasText;
    }
    .legend button[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;

/** The codes of the EPCI attached to a CPTS as a whole. */
const epciOf = (directory: Directory, contours: Contours, cpts: Cpts): string[] =>
  Object.keys(contours.epci).filter((code) => {
    const attachment = directory.epciAttachment(code);
    return attachment && attachment.level !== 'undetermined' && attachment.cpts === cpts;
  });

/** How many shades the areas take in turn, whatever their number. */
const SHADES = 3;

/** Where a CPTS has its number: amid its communes, weighted alike; `undefined` where it has none. */
function middle(directory: Directory, contours: Contours, cpts: Cpts): [number, number] | undefined {
  const points = directory.communes
    .filter((commune) => {
      const attachment = directory.attachment(commune);
      return attachment.level !== 'undetermined' && attachment.cpts === cpts;
    })
    .map(({ point }) => project(contours, point));
  const mean = (i: 0 | 1) => points.reduce((sum, point) => sum + point[i], 0) / points.length;
  return points.length ? [mean(0), mean(1)] : undefined;
}

/** The towns to name: those with an emergency department. */
const hospitalTowns = ({ channels, commune }: Directory): Commune[] =>
  channels.flatMap(({ kind, place }) => (kind === 'emergency-department' && place && commune(place.commune)) || []);

interface MapState {
  chosen: Cpts | undefined;
  commune: Commune | undefined;
  select: (cpts: Cpts) => void;
}

function shapes(directory: Directory, contours: Contours, { chosen, commune, select }: MapState): TemplateResult {
  const all = [...directory.cpts.values()];
  const [, , width, height] = contours.viewBox;
  const label = commune
    ? msg(str`Carte ${ofDepartmentText(directory)} : ${commune.name}${chosen ? `, ${chosen.name}` : ''}`)
    : msg(str`Carte ${ofDepartmentText(directory)} et de ses CPTS`);
  const [x, y] = commune ? project(contours, commune.point) : [0, 0];
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label=${label}>
    ${Object.values(contours.epci).map((path) => svg`<path d=${path}></path>`)}
    ${all.map((cpts, i) => {
      const area = epciOf(directory, contours, cpts)
        .map((code) => contours.epci[code]!.replace('m', 'M'))
        .join('');
      return svg`<g data-shade=${i % SHADES} class=${cpts === chosen ? 'chosen' : ''} @click=${() => select(cpts)}><path d=${area}></path></g>`;
    })}
    ${Object.values(contours.epci).map((path) => svg`<path class="border" d=${path}></path>`)}
    ${all.map((cpts, i) => {
      const point = middle(directory, contours, cpts);
      return point
        ? svg`<text class="number" aria-hidden="true" x=${point[0]} y=${point[1] - 14}>${i + 1}</text>`
        : nothing;
    })}
    ${hospitalTowns(directory).map((town) => {
      const [tx, ty] = project(contours, town.point);
      return svg`<circle cx=${tx} cy=${ty} r="3.5"></circle><text aria-hidden="true" x=${tx + 7} y=${ty + 6}>${town.name}</text>`;
    })}
    ${commune ? svg`<circle class="here" cx=${x} cy=${y} r="6"></circle>` : nothing}
  </svg>`;
}

/**
 * The map of the CPTS with its legend. The shapes are for the mouse; the legend says the same in buttons, for the
 * keyboard and for those who do not see the map.
 *
 * @param contours - The shapes; without them, the legend stands alone.
 */
export function cptsMap(directory: Directory, contours: Contours | undefined, state: MapState): TemplateResult {
  const { chosen, select } = state;
  return html`<div class="map">
    ${contours ? shapes(directory, contours, state) : nothing}
    <ul class="legend">
      ${[...directory.cpts.values()].map(
        (cpts, i) =>
          html`<li>
            <button aria-pressed=${cpts === chosen} @click=${() => select(cpts)}>
              <span class="number">${i + 1}</span> <span lang="fr">${cpts.name}</span>
            </button>
          </li>`,
      )}
    </ul>
  </div>`;
}
