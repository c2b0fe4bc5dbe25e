/** The communes of the published directory, as choices for a field: "Auxerre (89024)". */

/** A column of the directory: values separated by `;`, `+3` being three more than the value before. */
function column(table, name) {
  const line = table.split('\n').find((cells) => cells.startsWith(`${name};`));
  let above = '';
  return line
    .split(';')
    .slice(1)
    .map((cell) => {
      above = cell.startsWith('+') ? String(Number(above) + Number(cell)).padStart(above.length, '0') : cell;
      return above;
    });
}

const response = await fetch(new URL('../dist/annuaire.json', import.meta.url));
const { channels, communes, cpts, directory } = await response.json();
const names = column(communes, 'name');
const codes = column(communes, 'code');

/** Name, town, number (its own, where it also has one of the whole country) and what a call costs, as the directory has them. */
const lines = channels
  .filter(({ phones }) => phones)
  .map(({ name, kind, role, place, hours, phones }) => {
    const phone = phones.find(({ number }) => number.length > 4) ?? phones[0];
    return { name, kind, role, town: place?.town, always: hours === '24/7', ...phone };
  });

/** What a minute costs, as people read it; empty where the directory has no price per minute. */
export const perMinute = ({ price, plusCall }) =>
  typeof price === 'number' ? `${price.toLocaleString('fr')} €/min${plusCall ? ' + prix de l’appel' : ''}` : '';

/** The channels of a kind that have a number, and the one with a role: whichever the directory has. */
export const ofKind = (kind) => lines.filter((line) => line.kind === kind);
export const withRole = (role) => lines.filter((line) => line.role === role);

/** The national number of SOS Médecins, which stands beside the local ones. */
export const sosMedecins = channels
  .filter(({ kind }) => kind === 'sos-medecins')
  .flatMap(({ phones }) => phones.filter(({ number }) => number.length === 4))
  .slice(0, 1)
  .map((phone) => ({ name: 'SOS Médecins', ...phone }));

/** The day of the directory. */
export const edition = directory.date;

/** CPTS of the directory: id and name. */
export const allCpts = cpts.cpts.map(({ id, name }) => ({ id, name }));

/** The name of a commune, by its code. */
export const communeName = (code) => names[codes.indexOf(code)] ?? '';

/** Lets the field propose communes by name; `chosenCode` reads what it holds. */
export function proposeCommunes(field) {
  const list = document.createElement('datalist');
  list.id = `${field.id}-choix`;
  list.append(
    ...names.map((name, i) => {
      const option = document.createElement('option');
      option.value = `${name} (${codes[i]})`;
      return option;
    }),
  );
  field.after(list);
  field.setAttribute('list', list.id);
}

/** The INSEE code in the field, or of the commune whose name it holds; empty where there is none. */
export function chosenCode(field) {
  const typed = field.value.trim();
  const code = /\b89\d{3}\b/.exec(typed)?.[0];
  if (code && codes.includes(code)) return code;
  const i = names.findIndex((name) => name.localeCompare(typed, 'fr', { sensitivity: 'base' }) === 0);
  return i < 0 ? '' : codes[i];
}
