import { html, nothing, type TemplateResult } from 'lit';
import type { Directory } from '../../src/directory.ts';
import { type Moment, upcomingMoments } from '../../src/guidance.ts';
import { dayAt, type Instant, wallAt } from '../../src/time/calendar.ts';
import { holidayText } from '../shared/care-words.ts';
import { msg, str } from '../shared/msg.ts';

function momentLabel({ id, at, holiday }: Moment, now: Instant): string {
  switch (id) {
    case 'evening':
      return dayAt(wallAt(at)) === dayAt(wallAt(now)) ? msg('Ce soir') : msg('Demain soir');
    case 'saturday':
      return msg('Samedi après-midi');
    case 'sunday':
      return msg('Dimanche');
    case 'holiday':
      return msg(str`Prochain jour férié (${holidayText(holiday!)})`);
  }
}

/**
 * The choice of another moment: the usual ones, and a day with a time.
 *
 * @param at - The instant that is shown; the day and the time begin with it.
 * @param present - The present instant; `undefined` where the clock cannot be believed.
 * @param look - Shows an instant.
 * @param onSubmit - Shows that of the fields `date` and `time`.
 */
export function momentsForm(
  directory: Directory,
  at: Instant,
  present: Instant | undefined,
  look: (at: Instant) => void,
  onSubmit: (event: Event) => void,
): TemplateResult {
  const iso = new Date(wallAt(at)).toISOString();
  return html`<div class="shortcuts">
      ${
        present === undefined
          ? nothing
          : upcomingMoments(directory, present).map(
              (moment) => html`<button @click=${() => look(moment.at)}>${momentLabel(moment, present)}</button>`,
            )
      }
    </div>
    <form class="fields" @submit=${onSubmit}>
      <div><label for="date">${msg('Jour (obligatoire)')}</label><input id="date" name="date" type="date" required value=${iso.slice(0, 10)} /></div>
      <div><label for="time">${msg('Heure (obligatoire)')}</label><input id="time" name="time" type="time" required value=${iso.slice(11, 16)} /></div>
      <button>${msg('Voir ce moment')}</button>
    </form>`;
}
