/** Pages as text: a tagged template that escapes what is put into it, and leaves alone what it made itself. */

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign]);

class Html {
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

/** Text that is HTML already. */
export const raw = (text) => new Html(text);

const written = (value) => {
  if (value === undefined || value === null || value === false || value === '') return '';
  if (Array.isArray(value)) return value.map(written).join('');
  return value instanceof Html ? value.text : escaped(value);
};

/** What stands in `${}` is escaped; lists are joined; nothing, `false` and empty lists leave nothing. */
export const html = (strings, ...values) =>
  new Html(strings.reduce((text, part, i) => text + written(values[i - 1]) + part));

/** Items with something between each two. */
export const joined = (items, between) => items.flatMap((item, i) => (i ? [between, item] : [item]));
