/** A form made from the schema of a record: each field by its type, with its words. */

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { directorySchema } from '../../src/directory-schema.ts';
import type { Editor } from './context.ts';
import type { FieldWords } from './field-words.ts';
import {
  boxes,
  checkbox,
  choicesOf,
  commune,
  errorOf,
  type Field,
  idOf,
  input,
  labelled,
  lines,
  picks,
  type Schema,
  select,
  translated,
} from './fields.ts';
import { hoursField } from './hours.ts';
import { type Path, placeOf, valueAt } from './raw.ts';
import { LISTS, type ListName } from './words.ts';

/** The schema of the records of a list. */
export function schemaOf(list: ListName): Schema {
  let schema = directorySchema() as unknown as Schema;
  for (const key of placeOf(list)) {
    const found = schema.entries![key]!;
    schema = found.wrapped ?? found;
  }
  return schema.item!;
}

/** What a new item begins with: nothing where something must be chosen or typed. */
function blank(schema: Schema, editor: Editor): unknown {
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.entries!).flatMap(([key, entry]) =>
          entry.type === 'optional' ? [] : [[key, blankField(key, entry, editor)]],
        ),
      );
    case 'custom':
      return { fr: '' };
    case 'array':
      return [];
    default:
      return '';
  }
}

/** Days begin with the present one. */
const blankField = (key: string, schema: Schema, editor: Editor): unknown =>
  ['from', 'to', 'on', 'checked'].includes(key) && schema.type === 'string' ? editor.today : blank(schema, editor);

/** A record of a list without anything in it. */
export const blankRecord = (list: ListName, editor: Editor) => blank(schemaOf(list), editor) as Record<string, unknown>;

/** A button that adds to a list, or puts what is optional; the focus goes to what came. */
const addButton = ({ editor, words: { label }, schema }: Field, at: Path): TemplateResult =>
  html`<button
    class="quiet"
    aria-label="Ajouter : ${label}"
    @click=${() => {
      editor.focusOn(idOf(at));
      editor.set(at, blank(schema.item ?? schema, editor));
      editor.draft.settle();
    }}
  >
    Ajouter
  </button>`;

/** @param within - What gets the focus in place of what is gone. */
const removeButton = (editor: Editor, path: Path, name: string, within: Path): TemplateResult =>
  html`<button
    class="quiet"
    aria-label="Retirer : ${name}"
    @click=${() => {
      editor.focusOn(`${idOf(within)}-tout`);
      editor.set(path, undefined);
      editor.draft.settle();
    }}
  >
    Retirer
  </button>`;

/** Several things of the same form. */
function list(field: Field): TemplateResult {
  const { editor, words, path } = field;
  const schema = field.schema.item!;
  const items = (valueAt(editor.raw, path) ?? []) as unknown[];
  return html`<fieldset class="field group" id="${idOf(path)}-tout" tabindex="-1">
    <legend>${words.label}</legend>
    ${words.hint ? html`<p class="hint">${words.hint}</p>` : nothing}
    ${items.map((_, i) => {
      const own = [...path, i];
      return html`<div class="item" role="group" aria-label="${words.label}, ${i + 1}" id=${idOf(own)} tabindex="-1">
        <div class="fields">
          ${
            schema.type === 'object'
              ? fieldsOf(editor, schema, words.of ?? {}, own)
              : renderField({ ...field, schema, path: own, required: true })
          }
        </div>
        ${errorOf(editor, own)}
        ${removeButton(editor, items.length > 1 || field.required ? own : path, `${words.label}, ${i + 1}`, path)}
      </div>`;
    })}
    ${errorOf(editor, path)} ${addButton(field, [...path, items.length])}
  </fieldset>`;
}

/** What has fields of its own; where it is optional, it can be put and taken away. */
function group(field: Field): TemplateResult {
  const { editor, words, path, schema, required } = field;
  const there = valueAt(editor.raw, path) !== undefined;
  return html`<fieldset class="field group" id="${idOf(path)}-tout" tabindex="-1">
    <legend>${words.label}</legend>
    ${
      there
        ? html`<div class="fields" id=${idOf(path)} tabindex="-1">${fieldsOf(editor, schema, words.of ?? {}, path)}</div>
            ${required ? nothing : removeButton(editor, path, words.label, path)}`
        : addButton(field, path)
    }
    ${errorOf(editor, path)}
  </fieldset>`;
}

/** A choice, or a number in its place: the price of a minute. */
function choiceOrNumber(field: Field): TemplateResult {
  const { editor, path, words } = field;
  const value = valueAt(editor.raw, path);
  const isNumber = value !== undefined && !(typeof value === 'string' && value in words.options!);
  const options = [...Object.entries(words.options!), ['minute', 'à la minute']] as [string, string][];
  return html`${labelled(
    field,
    html`<select
      id=${idOf(path)}
      @change=${({ target }: Event) => {
        const chosen = (target as HTMLSelectElement).value;
        editor.set(path, chosen === 'minute' ? 0.15 : chosen || undefined);
      }}
    >
      <option value="" ?selected=${value === undefined}>numéro ordinaire</option>
      ${options.map(
        ([key, text]) =>
          html`<option value=${key} ?selected=${isNumber ? key === 'minute' : key === value}>${text}</option>`,
      )}
    </select>`,
  )}
  ${
    isNumber
      ? html`<div class="field">
          <label for="${idOf(path)}-euros">Euros par minute</label>
          <input
            id="${idOf(path)}-euros"
            inputmode="decimal"
            .value=${live(String(value).replace('.', ','))}
            @change=${({ target }: Event) => {
              const text = (target as HTMLInputElement).value.replace(',', '.');
              editor.set(path, text && Number.isFinite(Number(text)) ? Number(text) : text);
            }}
          />
        </div>`
      : nothing
  }`;
}

/** A field by the type of its schema. */
export function renderField(field: Field): TemplateResult | typeof nothing {
  const { schema, words, editor } = field;
  if (words.hidden) return nothing;
  if (schema.type === 'optional') return renderField({ ...field, schema: schema.wrapped!, required: false });
  if (words.input === 'hours') return hoursField(field);
  if (words.input === 'commune') return labelled(field, commune(field));
  switch (schema.type) {
    case 'boolean':
      return checkbox(field);
    case 'picklist':
    case 'literal':
      return labelled(field, select(field, Object.entries(words.options!)));
    case 'union':
      return choiceOrNumber(field);
    case 'custom':
      return translated(field);
    case 'number':
      return labelled(field, input(field, 'number'));
    case 'object':
      return group(field);
    case 'array': {
      if (words.input) return picks(field);
      if (schema.item!.type === 'picklist') return boxes(field);
      return schema.item!.type === 'string' ? lines(field) : list(field);
    }
    default: {
      if (words.input === 'cpts') return labelled(field, select(field, choicesOf(editor, 'cpts')));
      return labelled(field, input(field, words.input ?? 'text'));
    }
  }
}

/** The fields of an object, in the order of their words; `part`: only those of a part of the form. */
export function fieldsOf(
  editor: Editor,
  schema: Schema,
  words: Readonly<Record<string, FieldWords>>,
  path: Path,
  part?: FieldWords['part'] | 'main',
): (TemplateResult | typeof nothing)[] {
  return Object.entries(words)
    .filter(([key, field]) => schema.entries![key] && (!part || (field.part ?? 'main') === part))
    .map(([key, field]) =>
      renderField({ editor, schema: schema.entries![key]!, words: field, path: [...path, key], required: true }),
    );
}

/** The form of a record: what matters, what is folded, where it comes from. */
export function recordForm(editor: Editor, listName: ListName, index: number): TemplateResult {
  const schema = schemaOf(listName);
  const { words } = LISTS[listName] as { words: Readonly<Record<string, FieldWords>> };
  const path = [...placeOf(listName), index];
  const part = (name: FieldWords['part'] | 'main') => fieldsOf(editor, schema, words, path, name);
  const has = (name: FieldWords['part']) => Object.values(words).some((field) => field.part === name);
  const isWrong = editor.problems.some(
    (problem) => path.every((key, i) => problem.path[i] === key) && words[problem.path[path.length]!]?.part === 'more',
  );
  return html`<div class="form" @focusout=${() => editor.draft.settle()}>
    <div class="fields">${part('main')}</div>
    ${has('more') ? html`<details class="more" ?open=${isWrong}><summary>Autres renseignements</summary><div class="fields">${part('more')}</div></details>` : nothing}
    ${has('proof') ? html`<section class="proof"><h3>D’où vient la fiche</h3><div class="fields">${part('proof')}</div></section>` : nothing}
  </div>`;
}
