/** Opening hours: a table of days to type in, the text that it makes, and the week drawn from that text. */

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { dayBar } from '../../components/shared/templates.ts';
import { dayText } from '../../components/shared/time-words.ts';
import type { Directory } from '../../src/directory.ts';
import { DAY, dayAt, type Instant, instantOf, MINUTE, wallAt, weekdayOf } from '../../src/time/calendar.ts';
import { intervals, type OpeningHours, parseOpeningHours } from '../../src/time/opening-hours.ts';
import { hoursProblem } from '../hours-problem.ts';
import { hoursWords } from './changes.ts';
import { describedBy, errorOf, type Field, idOf } from './fields.ts';
import { valueAt } from './raw.ts';
import { DAYS, dayHours, hoursOf, type Week, weekOf } from './week.ts';

const HOLIDAYS = 7;
const EMPTY: Week = { days: DAYS.map(() => ''), shut: [], dated: [] };

/** What holds on each day of the week of `at`, as a bar and in words. */
export function drawnWeek(hours: OpeningHours, { calendar }: Directory, at: Instant): TemplateResult {
  const today = dayAt(wallAt(at));
  const monday = today - weekdayOf(today);
  return html`<ul class="week">
    ${[0, 1, 2, 3, 4, 5, 6].map((i) => {
      const day = monday + i;
      const [from, to] = [instantOf(day * DAY), instantOf((day + 1) * DAY)];
      const minute = (instant: Instant) => Math.round((wallAt(instant) - day * DAY) / MINUTE);
      const states = intervals(hours, from, to, calendar).map((span) => ({
        ...span,
        from: minute(span.from),
        to: span.to >= to ? 1440 : minute(span.to),
      }));
      const only = states.length === 1 ? states[0]!.state : undefined;
      return html`<li>
        <span>${dayText(day)}${calendar.holidayOn(day) ? ', férié' : ''}</span>
        ${
          only
            ? html`<span class="only">${{ open: '24 h/24', closed: 'fermé', unknown: 'à confirmer' }[only]}</span>`
            : html`<div>${dayBar(states, from)}</div>`
        }
      </li>`;
    })}
  </ul>`;
}

/** The table of days. What cannot be read stays in its field, and is told there. */
function table({ editor, path }: Field, week: Week): TemplateResult {
  const { unread } = editor.kept;
  const write = (day: number, typed: string) => {
    const id = [...path, day].join();
    const isEmptyHoliday = day === HOLIDAYS && !typed.trim();
    if (!isEmptyHoliday && !dayHours(typed)) unread.set(id, typed);
    else {
      unread.delete(id);
      const days = week.days.map((words, i) => (i === day ? typed : words || (i < HOLIDAYS ? 'fermé' : '')));
      const text = hoursOf({ ...week, days });
      if (text) editor.set(path, text);
    }
    editor.requestUpdate();
  };
  return html`<div class="days">
    ${DAYS.map((name, day) => {
      const id = `${idOf(path)}-jour-${day}`;
      const wrong = unread.get([...path, day].join());
      return html`<label for=${id}>${name}</label>
        <input
          id=${id}
          autocomplete="off"
          placeholder=${day === HOLIDAYS ? 'comme les autres jours' : ''}
          aria-invalid=${wrong !== undefined || nothing}
          aria-describedby=${wrong === undefined ? `${idOf(path)}-aide` : `${id}-erreur`}
          .value=${live(wrong ?? week.days[day]!)}
          @change=${({ target }: Event) => write(day, (target as HTMLInputElement).value)}
        />
        ${wrong === undefined ? nothing : html`<p class="error" id="${id}-erreur">Écrivez 8h-12h, 14h-19h, fermé ou ?</p>`}`;
    })}
  </div>`;
}

/** The field of opening hours. */
export function hoursField(field: Field): TemplateResult {
  const { editor, path, words, required } = field;
  const text = valueAt(editor.raw, path) as string | undefined;
  const problem = text === undefined ? '' : hoursProblem(text);
  const hours = text === undefined || problem ? undefined : parseOpeningHours(text);
  const week = text === undefined ? EMPTY : hours && weekOf(hours);
  const id = idOf(path);
  const record = valueAt(editor.raw, path.slice(0, -1)) as { id: string };
  // With its closures, as the widgets read it.
  const read = editor.directory.channels.find((channel) => channel.id === record.id)?.hours;
  return html`<fieldset class="field group">
    <legend>${words.label}${required ? nothing : html` <span class="optional">(facultatif)</span>`}</legend>
    ${
      week
        ? html`<p class="hint" id="${id}-aide">
              Par jour : 8h-12h, 14h-19h30 · fermé · 24h/24 · ? pour « à confirmer », aussi après des heures.
            </p>
            ${table(field, week)}
            ${week.dated.length ? html`<p class="hint">Et pour des jours datés : ${hoursWords(week.dated.join('; '))}</p>` : nothing}`
        : html`<p class="hint" id="${id}-aide">Ces horaires ne tiennent pas dans un tableau de jours : changez le texte.</p>`
    }
    <details ?open=${!week}>
      <summary>Le texte (notation d’OpenStreetMap)</summary>
      <label for=${id}>Horaires en notation d’OpenStreetMap</label>
      <input
        id=${id}
        autocomplete="off"
        spellcheck="false"
        .value=${live(text ?? '')}
        aria-invalid=${!!problem || nothing}
        aria-describedby=${describedBy(field) || nothing}
        @input=${({ target }: Event) => editor.set(path, (target as HTMLInputElement).value || undefined)}
      />
    </details>
    ${errorOf(editor, path)}
    ${
      hours
        ? html`<p class="hint">En mots : ${hoursWords(text!)}</p>
            ${read ? html`<h3>La semaine, fermetures et jours fériés compris</h3>${drawnWeek(read, editor.directory, editor.at)}` : nothing}`
        : text === undefined
          ? html`<p class="hint">Aucune source ne donne les horaires : les widgets le disent.</p>`
          : nothing
    }
    ${text === undefined || required ? nothing : html`<button class="quiet" @click=${() => editor.set(path, undefined)}>Retirer les horaires</button>`}
  </fieldset>`;
}
