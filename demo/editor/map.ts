/** The map of the finder, with a mark for each commune that has a line of its own. */

import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { contoursOf } from '../../components/cpts-finder/bundled-contours.ts';
import { cptsMap } from '../../components/cpts-finder/map.ts';
import { project } from '../../src/contours.ts';
import type { Cpts } from '../../src/directory-schema.ts';
import type { Editor } from './context.ts';

export const marksStyles = css`
  .marked {
    position: relative;
  }
  .marks {
    position: absolute;
    top: 0;
    right: 0;
    left: 0;
    width: 100%;
    max-width: 26em;
    margin: 0 auto;
    overflow: visible;
    pointer-events: none;
  }
  .marks rect {
    fill: var(--surface);
    stroke: var(--text);
    stroke-width: 1.5;
  }
  .marks .chosen rect {
    fill: var(--fill);
  }
  .marks text {
    fill: var(--text);
    font-size: 10px;
    font-weight: 700;
    text-anchor: middle;
  }
  .marks .chosen text {
    fill: var(--on-accent);
  }
  @media (forced-colors: active) {
    .marks rect {
      fill: Canvas;
      stroke: CanvasText;
    }
    .marks .chosen rect {
      fill: Highlight;
    }
    .marks text {
      fill: CanvasText;
    }
    .marks .chosen text {
      fill: HighlightText;
    }
  }
`;

/** Half of the side of a mark, in units of the map. */
const HALF = 6;

/**
 * The CPTS by area, as the finder draws them, and a mark with the number of its CPTS on each commune that has a line of its
 * own. For those who do not see it, the table says the same.
 */
export function communesMap(editor: Editor, cpts: Cpts | undefined, select: (cpts: Cpts) => void): TemplateResult {
  const { directory, kept } = editor;
  const contours = contoursOf(directory);
  const map = cptsMap(directory, contours, { chosen: cpts, commune: undefined, select });
  if (!contours) return map;
  const [, , width, height] = contours.viewBox;
  const numbers = [...directory.cpts.keys()];
  const marks = directory.communes.flatMap((commune) => {
    const own = directory.epciAttachment(commune.code);
    const chosen = kept.chosen.has(commune.code);
    if (!own && !chosen) return [];
    const attachment = directory.attachment(commune);
    const number = attachment.level === 'undetermined' ? '?' : numbers.indexOf(attachment.cpts.id) + 1;
    const [x, y] = project(contours, commune.point);
    return svg`<g class=${chosen ? 'chosen' : nothing}>
      <rect x=${x - HALF} y=${y - HALF} width=${2 * HALF} height=${2 * HALF} rx="2"></rect>
      <text x=${x} y=${y + 3.5}>${number}</text>
    </g>`;
  });
  return html`<div class="marked">
    ${map}<svg class="marks" viewBox="0 0 ${width} ${height}" aria-hidden="true">${marks}</svg>
  </div>`;
}
