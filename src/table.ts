/**
 * Tables as the script carries them: a line for each column, its name, then a value for each row, separated by `;`.
 * `+3`: three more than the value before. A column of decimals is written by digits: `lat=4730:b2…:07…` has the smallest
 * in hundredths, then the tens of each value's distance from it, then the units. `build/assets.mjs` writes them.
 */

const DECIMALS = /^(\w+)=(-?\d+):(\w+):(\d+)$/;

function cellsOf(line: string): string[] {
  const [, , least, tens, units] = DECIMALS.exec(line) ?? [];
  if (tens) {
    // Old libraries of a page may have replaced Array.from by one that maps nothing.
    return [...tens].map((ten, i) => String((Number(least) + Number.parseInt(ten, 36) * 10 + Number(units![i])) / 100));
  }
  let above = '';
  return line
    .split(';')
    .slice(1)
    .map((cell) => {
      above = cell[0] === '+' ? String(Number(above) + Number(cell)).padStart(above.length, '0') : cell;
      return above;
    });
}

const nameOf = (line: string): string => /^\w*/.exec(line)![0];

/** The columns of a table, each read when it is first asked for: a widget seldom needs more than a few. */
export function readTable(text: string): (column: string) => readonly string[] {
  const lines = new Map(text.split('\n').map((line) => [nameOf(line), line]));
  const read = new Map<string, readonly string[]>();
  return (column) => {
    const cells = read.get(column) ?? cellsOf(lines.get(column) ?? '');
    read.set(column, cells);
    return cells;
  };
}

/** What is wrong with a table: its columns, or a cell; `undefined` where nothing is. */
export function tableProblem(text: string, columns: Record<string, RegExp>): string | undefined {
  const table = text.split('\n').map((line) => ({ name: nameOf(line), cells: cellsOf(line) }));
  const names = Object.keys(columns);
  if (
    table.map(({ name }) => name).join() !== names.join() ||
    table.some(({ cells }) => cells.length !== table[0]!.cells.length)
  ) {
    const found = table.map(({ name, cells }) => `${name} (${cells.length})`).join(', ');
    return `columns ${found}; expected ${names.join(', ')}, as many values in each`;
  }
  for (const { name, cells } of table) {
    const row = cells.findIndex((cell) => !columns[name]!.test(cell));
    if (row >= 0) return `${name} of row ${row + 1}: found "${cells[row]}", expected ${columns[name]}`;
  }
  return undefined;
}
