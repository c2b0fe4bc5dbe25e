/** The fields of a form, by how they are typed. */

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { readTable } from '../../src/table.ts';
import type { Editor } from './context.ts';
import type { FieldWords } from './field-words.ts';
import { type AnyRecord, nameOf, type Path, recordsOf, valueAt, withValue } from './raw.ts';

/** What a form reads of a valibot schema. */
export interface Schema {
  type: string;
  wrapped?: Schema;
  entries?: Readonly<Record<string, Schema>>;
  item?: Schema;
  options?: readonly (string | Schema)[];
  literal?: string;
}

export interface Field {
  editor: Editor;
  schema: Schema;
  words: FieldWords;
  path: Path;
  required: boolean;
}

export const idOf = (path: Path): string => `champ-${path.join('-')}`;

/** The label, the hint and what is wrong, around whatever is typed into. */
export function labelled(
  { editor, words, path, required }: Field,
  control: TemplateResult,
  wide = false,
): TemplateResult {
  const id = idOf(path);
  return html`<div class="field ${wide ? 'wide' : ''}">
    <label for=${id}>${words.label}${required ? nothing : html` <span class="optional">(facultatif)</span>`}</label>
    ${words.hint ? html`<p class="hint" id="${id}-aide">${words.hint}</p>` : nothing} ${control}
    ${errorOf(editor, path)}
  </div>`;
}

export function errorOf(editor: Editor, path: Path): TemplateResult | typeof nothing {
  const problem = editor.problems.find((other) => other.path.join() === path.join());
  return problem ? html`<p class="error" id="${idOf(path)}-erreur">${problem.text}</p>` : nothing;
}

/** What describes a control, for those who hear it. */
export const describedBy = ({ editor, words, path }: Field): string =>
  [
    words.hint ? `${idOf(path)}-aide` : '',
    editor.problems.some((problem) => problem.path.join() === path.join()) ? `${idOf(path)}-erreur` : '',
  ]
    .filter(Boolean)
    .join(' ');

const isWrong = ({ editor, path }: Field) => editor.problems.some((problem) => problem.path.join() === path.join());

/** A number as the directory writes it, where it is one. */
export function tidyPhone(typed: string): string {
  const digits = typed.replace(/^\s*\+33\s*(\(0\))?/, '0').replace(/[\s.\-/]/g, '');
  if (/^08\d{8}$/.test(digits)) return digits.replace(/^0(8\d\d)(\d\d)(\d\d)(\d\d)$/, '0 $1 $2 $3 $4');
  if (/^0\d{9}$/.test(digits)) return digits.replace(/\d\d(?=\d)/g, '$& ');
  return /^[13]\d{1,3}$/.test(digits) ? digits : typed.trim();
}

export function input(field: Field, type: string): TemplateResult {
  const { editor, path, required, words } = field;
  const value = (valueAt(editor.raw, path) ?? '') as string | number;
  const write = (text: string) => {
    const number = type === 'number' ? Number(text.replace(',', '.')) : text;
    editor.set(path, text === '' ? (required && type !== 'number' ? '' : undefined) : number);
  };
  return html`<input
    id=${idOf(path)}
    type=${type === 'number' ? 'text' : type}
    inputmode=${type === 'number' ? 'decimal' : nothing}
    autocomplete="off"
    .value=${live(String(value))}
    ?required=${required}
    aria-invalid=${isWrong(field) || nothing}
    aria-describedby=${describedBy(field) || nothing}
    @input=${({ target }: Event) => write((target as HTMLInputElement).value)}
    @change=${({ target }: Event) => {
      if (words.input === 'tel') write(tidyPhone((target as HTMLInputElement).value));
    }}
  />`;
}

/** A choice; `choices` by what they stand for. */
export function select(field: Field, choices: readonly (readonly [string, string])[]): TemplateResult {
  const { editor, path, required } = field;
  const value = String(valueAt(editor.raw, path) ?? '');
  return html`<select
    id=${idOf(path)}
    aria-invalid=${isWrong(field) || nothing}
    aria-describedby=${describedBy(field) || nothing}
    @change=${({ target }: Event) => editor.set(path, (target as HTMLSelectElement).value || undefined)}
  >
    ${required && value ? nothing : html`<option value="" ?selected=${!value}>–</option>`}
    ${choices.map(([key, text]) => html`<option value=${key} ?selected=${key === value}>${text}</option>`)}
  </select>`;
}

export const checkbox = ({ editor, words, path }: Field): TemplateResult =>
  html`<div class="field">
    <label class="check"
      ><input
        type="checkbox"
        .checked=${live(valueAt(editor.raw, path) === true)}
        @change=${({ target }: Event) => editor.set(path, (target as HTMLInputElement).checked || undefined)}
      />
      ${words.label}</label
    >
    ${errorOf(editor, path)}
  </div>`;

/** Words in French and in English. */
export function translated({ editor, words: { label }, path, required }: Field): TemplateResult {
  const languages = [
    ['fr', label],
    ['en', `${label}, en anglais`],
  ] as const;
  const value = (valueAt(editor.raw, path) ?? {}) as Record<string, string>;
  const write = (language: string, text: string) => {
    const { [language]: _, ...others } = value;
    const fresh = text || language === 'fr' ? { ...value, [language]: text } : others;
    editor.edit(
      (raw) => withValue(raw, path, !required && !Object.values(fresh).some(Boolean) ? undefined : fresh),
      path.join(),
    );
  };
  return html`${languages.map(([language, text]) => {
    const own = [...path, language];
    return html`<div class="field">
      <label for=${idOf(own)}>${text}${required && language === 'fr' ? nothing : html` <span class="optional">(facultatif)</span>`}</label>
      <textarea
        id=${idOf(own)}
        rows="2"
        lang=${language}
        .value=${live(value[language] ?? '')}
        aria-describedby=${language === 'fr' && isWrong({ editor, path } as Field) ? `${idOf(path)}-erreur` : nothing}
        @input=${({ target }: Event) => write(language, (target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>`;
  })}
  ${errorOf(editor, path)}`;
}

/** Texts, one a line. */
export const lines = (field: Field): TemplateResult =>
  labelled(
    field,
    html`<textarea
      id=${idOf(field.path)}
      rows="4"
      aria-describedby=${describedBy(field) || nothing}
      .value=${live(((valueAt(field.editor.raw, field.path) ?? []) as string[]).join('\n'))}
      @change=${({ target }: Event) => {
        const list = (target as HTMLTextAreaElement).value.split('\n').map((line) => line.trim());
        const filled = list.filter(Boolean);
        field.editor.set(field.path, filled.length || field.required ? filled : undefined);
      }}
    ></textarea>`,
    true,
  );

/** Boxes to tick, in the order of the schema. */
export function boxes({ editor, words: { label, options = {} }, path }: Field): TemplateResult {
  const value = (valueAt(editor.raw, path) ?? []) as string[];
  return html`<fieldset class="field">
    <legend>${label}</legend>
    ${Object.entries(options).map(
      ([key, text]) => html`<label class="check"
        ><input
          type="checkbox"
          .checked=${live(value.includes(key))}
          @change=${({ target }: Event) => {
            const { checked } = target as HTMLInputElement;
            const list = Object.keys(options).filter((other) => (other === key ? checked : value.includes(other)));
            editor.set(path, list.length ? list : undefined);
          }}
        />
        ${text}</label
      >`,
    )}
    ${errorOf(editor, path)}
  </fieldset>`;
}

/** What records a field may name. */
export function choicesOf(editor: Editor, kind: FieldWords['input']): [string, string][] {
  const { raw } = editor;
  const named = (list: readonly AnyRecord[]) => list.map((record): [string, string] => [record.id, nameOf(record)]);
  if (kind === 'cpts') return named(recordsOf(raw, 'cpts'));
  if (kind === 'channel') return named(recordsOf(raw, 'channels'));
  if (kind === 'source')
    return raw.sources.map(({ id, title, publisher, date = '' }) => [
      id,
      [title, publisher, date].filter(Boolean).join(' – '),
    ]);
  const epci = readTable(raw.epci);
  return epci('code').map((code, row) => [code, epci('name')[row]!]);
}

/** Some records of the directory: those that were chosen, and one more. */
export function picks(field: Field): TemplateResult {
  const {
    editor,
    path,
    words: { input: kind },
    required,
  } = field;
  const value = (valueAt(editor.raw, path) ?? []) as string[];
  const choices = choicesOf(editor, kind);
  const name = (id: string) => choices.find(([key]) => key === id)?.[1] ?? id;
  const write = (list: string[]) => editor.set(path, list.length || required ? list : undefined);
  return labelled(
    field,
    html`<ul class="picks">
        ${value.map(
          (id) => html`<li>
            <span>${name(id)}</span>
            <button class="quiet" aria-label="Retirer ${name(id)}" @click=${() => write(value.filter((other) => other !== id))}>Retirer</button>
          </li>`,
        )}
      </ul>
      <select
        id=${idOf(path)}
        aria-describedby=${describedBy(field) || nothing}
        .value=${live('')}
        @change=${({ target }: Event) => write([...value, (target as HTMLSelectElement).value])}
      >
        <option value="">Ajouter…</option>
        ${choices.filter(([id]) => !value.includes(id)).map(([id, text]) => html`<option value=${id}>${text}</option>`)}
      </select>`,
    true,
  );
}

/** A commune by its name; one of another département is known by its code. */
export function commune(field: Field): TemplateResult {
  const { editor, path } = field;
  const { communes } = editor.directory;
  const code = (valueAt(editor.raw, path) ?? '') as string;
  const found = communes.find((other) => other.code === code);
  return html`<input
      id=${idOf(path)}
      list="communes"
      autocomplete="off"
      .value=${live(found ? `${found.name} (${code})` : code)}
      aria-invalid=${isWrong(field) || nothing}
      aria-describedby=${describedBy(field) || nothing}
      @change=${({ target }: Event) => {
        const typed = (target as HTMLInputElement).value.trim();
        const byName = communes.find(({ name }) => name.localeCompare(typed, 'fr', { sensitivity: 'base' }) === 0);
        editor.set(path, /\b\d[\dAB]\d{3}\b/.exec(typed)?.[0] ?? byName?.code ?? typed);
      }}
    />`;
}
