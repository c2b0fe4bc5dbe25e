import { html, nothing, type TemplateResult } from 'lit';
import { type BoardChange, nextBoardChange } from '../../src/board.ts';
import type { Guidance } from '../../src/guidance.ts';
import { nextDutyChange, type Roster } from '../../src/roster.ts';
import type { Instant } from '../../src/time/calendar.ts';
import { oldDirectoryText } from '../shared/care-words.ts';
import { msg, str } from '../shared/msg.ts';
import { reviewMark } from '../shared/review-mark.ts';
import { isoDayText, momentText, whenText } from '../shared/time-words.ts';
import { versionText } from '../shared/version.ts';
import { shorten } from './texts.ts';

/** What changes: `Polyclinique Sainte-Marguerite ouvre`. */
function changeText(change: BoardChange): string {
  // What a place is for follows its name, after a comma.
  const name =
    'duty' in change ? shorten(change.duty.name) : 'channel' in change ? change.channel.name.split(',')[0]! : '';
  switch (change.what) {
    case 'begins':
      return msg(str`${name} prend la garde`);
    case 'ends':
      return msg(str`fin de garde, ${name}`);
    case 'opens':
      return msg(str`${name} ouvre`);
    case 'closes':
      return msg(str`${name} ferme`);
    case 'daytime':
      return msg('début des heures de cabinet');
    case 'pdsa':
      return msg('fin des heures de cabinet');
  }
}

/** What the foot says beside the guidance. */
interface Foot {
  roster: Roster | undefined;
  /** The roster's URL does not answer; when it last did. */
  failing: boolean;
  since: Instant | undefined;
  /** The day of the directory, and whether it is more than a year ago. */
  date: string;
  old: boolean;
}

/** What changes next, and how old what is shown is. */
export function foot(guidance: Guidance, { roster, failing, since, date, old }: Foot): TemplateResult {
  const { at } = guidance;
  const change = nextBoardChange(guidance, roster);
  const mark = reviewMark();
  const over = roster && at !== undefined && nextDutyChange(roster, at) === undefined;
  return html`<p class="foot">
    ${change ? html`<span>${msg('Prochain changement :')} <strong>${whenText(change.at, at!)}</strong> – ${changeText(change)}</span>` : nothing}
    <span>${msg(str`Annuaire du ${isoDayText(date)}`)}</span>
    <span>${versionText()}</span>
    ${mark && html`<span>${mark}</span>`}
    ${old ? html`<span>${oldDirectoryText()}</span>` : nothing}
    ${
      failing
        ? html`<span>${since === undefined ? msg('tour de garde injoignable') : msg(str`tour de garde reçu ${momentText(since)}, injoignable depuis`)}</span>`
        : over
          ? html`<span>${msg('tour de garde terminé')}</span>`
          : nothing
    }
  </p>`;
}
