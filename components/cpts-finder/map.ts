import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { type Contours, project } from '../../src/contours.ts';
import type { Directory } from '../../src/directory.ts';
import type { Commune, Cpts } from '../../src/directory-schema.ts';
import { ofDepartmentText } from '../shared/care-words.ts';
import { msg, str } from '../shared/msg.ts';
import {
  type Area,
  areasOf,
  DOT_RADIUS,
  HERE_RADIUS,
  NUMBER_RADIUS,
  type Pattern,
  placeLabels,
  strokesOf,
  TOWN_SIZE,
} from './map-layout.ts';

export const mapStyles = css`
  .map > svg {
    display: block;
    width: 100%;
    max-width: 26em;
    margin: 0 auto;
    overflow: visible;
    direction: ltr;
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
  .map .plain {
    --shape: var(--tint);
  }
  .map .rising,
  .map .falling {
    --shape: var(--tint-2);
  }
  .map .crossed {
    --shape: var(--surface);
  }
  .map .chosen {
    --shape: var(--fill);
  }
  .map .strokes {
    fill: none;
    stroke: var(--muted);
    stroke-opacity: 0.5;
    pointer-events: none;
  }
  .map .chosen .strokes {
    stroke: none;
  }
  .map .border {
    fill: none;
    stroke: var(--surface);
    stroke-width: 3;
    pointer-events: none;
  }
  .map text {
    fill: var(--text);
    font-size: ${TOWN_SIZE}px;
    pointer-events: none;
    paint-order: stroke;
    stroke: var(--surface);
    stroke-width: 4px;
    stroke-linejoin: round;
  }
  .map text.number {
    font-size: 20px;
    font-weight: 700;
    text-anchor: middle;
    stroke: none;
  }
  .map circle {
    fill: var(--text);
    pointer-events: none;
  }
  .map .disc,
  .map .here {
    fill: var(--surface);
    stroke: var(--text);
  }
  .map .here {
    stroke-width: 3;
  }
  .legend > li,
  .legend button {
    display: flex;
    align-items: center;
  }
  .legend button {
    justify-content: flex-start;
    width: 100%;
    padding: 0.2em 0.4em;
    border-color: transparent;
    font-weight: 400;
    text-align: start;
  }
  .legend button[aria-pressed='true'] {
    border-color: currentColor;
    font-weight: 700;
  }
  .legend .key {
    min-height: 2.75em;
    padding: 0.2em calc(0.4em + 1px);
    line-height: 1.25;
  }
  .swatch {
    position: relative;
    flex: none;
    width: 2.25em;
    height: 2.25em;
    margin-inline-end: 0.6em;
    padding: 0.3em;
    text-align: center;
  }
  .swatch svg {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
  }
  .swatch .number {
    position: relative;
    display: block;
    border: 1px solid;
    border-radius: 50%;
    background-color: var(--surface);
    color: var(--text);
    font-weight: 700;
    line-height: 1.5;
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
    .map {
      --surface: Canvas;
      --line: Canvas;
      --tint: Canvas;
      --tint-2: Canvas;
      --fill: Highlight;
      --muted: CanvasText;
      --text: CanvasText;
    }
    .map path,
    .map .border {
      stroke: CanvasText;
      stroke-width: 1;
    }
    .swatch,
    .legend button[aria-pressed='true'] {
      forced-color-adjust: none;
    }
    .legend button[aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
    }
  }
`;

/** The towns to name: those with an emergency department. */
const hospitalTowns = ({ channels, commune }: Directory): Commune[] =>
  channels.flatMap(({ kind, place }) => (kind === 'emergency-department' && place && commune(place.commune)) || []);

interface MapState {
  chosen: Cpts | undefined;
  commune: Commune | undefined;
  select: (cpts: Cpts) => void;
}

function shapes(
  directory: Directory,
  contours: Contours,
  areas: readonly Area[],
  { chosen, commune, select }: MapState,
): TemplateResult {
  const [, , width, height] = contours.viewBox;
  const label = commune
    ? msg(str`Carte ${ofDepartmentText(directory)} : ${commune.name}${chosen ? `, ${chosen.name}` : ''}`)
    : msg(str`Carte ${ofDepartmentText(directory)} et de ses CPTS`);
  const [x, y] = commune ? project(contours, commune.point) : [0, 0];
  const paths = Object.values(contours.epci);
  const towns = hospitalTowns(directory);
  const { labels, numbers } = placeLabels(areas, contours, towns, commune);
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label=${label}>
    ${paths.map((path) => svg`<path d=${path}></path>`)}
    ${areas.map(({ cpts, pattern, shape, strokes }) => {
      const drawn = svg`<path class=${cpts ? nothing : pattern} d=${shape}></path><path class="strokes" d=${strokes}></path>`;
      return cpts
        ? svg`<g class=${pattern + (cpts === chosen ? ' chosen' : '')} @click=${() => select(cpts)}>${drawn}</g>`
        : drawn;
    })}
    ${paths.map((path) => svg`<path class="border" d=${path}></path>`)}
    ${towns.map((town) => {
      const [tx, ty] = project(contours, town.point);
      return svg`<circle cx=${tx} cy=${ty} r=${DOT_RADIUS}></circle>`;
    })}
    ${commune ? svg`<circle class="here" cx=${x} cy=${y} r=${HERE_RADIUS}></circle>` : nothing}
    ${labels.map(
      ({ text, anchor, x, y }) =>
        svg`<text class="town" aria-hidden="true" text-anchor=${anchor} x=${x} y=${y}>${text}</text>`,
    )}
    ${numbers.map((place, i) =>
      place
        ? svg`<circle class="disc" cx=${place[0]} cy=${place[1]} r=${NUMBER_RADIUS}></circle><text class="number" aria-hidden="true" x=${place[0]} y=${place[1] + 7}>${i + 1}</text>`
        : nothing,
    )}
  </svg>`;
}

/** A square that looks like an area, with its number. */
function swatch(pattern: Pattern, chosen: boolean, number: number | undefined): TemplateResult {
  const side = 36;
  const square: [number, number][] = [
    [0, 0],
    [side, 0],
    [side, side],
    [0, side],
  ];
  return html`<span class="swatch ${pattern} ${chosen ? 'chosen' : ''}"
    ><svg viewBox="0 0 ${side} ${side}" aria-hidden="true"><path d="M0 0h${side}v${side}h-${side}z"></path><path class="strokes" d=${strokesOf(pattern, [square])}></path></svg
    >${number ? html`<span class="number">${number}</span>` : nothing}</span
  >`;
}

/**
 * The map of the CPTS with its legend. The shapes are for the mouse; the legend says the same in buttons, for the
 * keyboard and for those who do not see the map.
 *
 * @param contours - The shapes; without them, the legend stands alone.
 */
export function cptsMap(directory: Directory, contours: Contours | undefined, state: MapState): TemplateResult {
  const { chosen, select } = state;
  const areas = contours ? areasOf(directory, contours) : [];
  return html`<div class="map">
    ${contours ? shapes(directory, contours, areas, state) : nothing}
    <ul class="legend">
      ${[...directory.cpts.values()].map(
        (cpts, i) =>
          html`<li>
            <button aria-pressed=${cpts === chosen} @click=${() => select(cpts)}>
              ${swatch(areas[i]?.pattern ?? 'plain', cpts === chosen, i + 1)} <span lang="fr">${cpts.name}</span>
            </button>
          </li>`,
      )}
      ${
        areas.some(({ cpts, shape }) => !cpts && shape)
          ? html`<li class="key">${swatch('crossed', false, undefined)}${msg('Plusieurs CPTS possibles')}</li>`
          : nothing
      }
    </ul>
  </div>`;
}
