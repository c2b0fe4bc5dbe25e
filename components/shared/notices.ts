import { css, html, nothing, type TemplateResult } from 'lit';
import alertIcon from 'lucide-static/icons/triangle-alert.svg';
import type { Directory } from '../../src/directory.ts';
import type { Commune } from '../../src/directory-schema.ts';
import { noticesIn } from '../../src/guidance.ts';
import { DAY, type Instant, instantOf, wallAt } from '../../src/time/calendar.ts';
import { languageOf, localized } from './localization.ts';
import { untilText } from './time-words.ts';

export const noticesStyles = css`
  .notices {
    background: var(--band);
  }
  .notices > li {
    display: flex;
    padding: 0.15em 0;
  }
  .notices .icon {
    flex: none;
    width: 1.15em;
    height: 1.15em;
    margin-top: 0.15em;
    margin-inline-end: 0.6em;
    fill: none;
    stroke: var(--caution, currentColor);
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  @media (forced-colors: active) {
    .notices .icon {
      stroke: CanvasText;
    }
  }
`;

/**
 * What people must know at `at`, before all else; nothing where no notice holds.
 *
 * @param allDay - On paper: those that hold at some time of that day, each with the date of its end.
 */
export function noticesBox(
  directory: Directory,
  at: Instant | undefined,
  commune: Commune | undefined,
  allDay = false,
): TemplateResult | typeof nothing {
  if (at === undefined) return nothing;
  const midnight = Math.floor(wallAt(at) / DAY) * DAY;
  const [from, to] = allDay ? [instantOf(midnight), instantOf(midnight + DAY)] : [at, at + 1];
  const notices = noticesIn(directory, from, to, commune);
  if (!notices.length) return nothing;
  return html`<ul class="notices">
    ${notices.map(({ channels, text, to, sources = [] }) => {
      const names = channels?.map(({ name }) => name).join(', ');
      const publishers = sources.map((id) => directory.sources.get(id)?.publisher).filter(Boolean);
      // Seen from long before, a day of the calendar and not of the week.
      const until = untilText(to, allDay ? Number.NEGATIVE_INFINITY : at);
      return html`<li>
        ${alertIcon}
        <p>
          ${names ? html`<span lang="fr">${names}</span> : ` : nothing}<strong lang=${languageOf(text)}>${localized(text)}</strong> <span class="small">${[until, ...publishers].join(' · ')}</span>
        </p>
      </li>`;
    })}
  </ul>`;
}
