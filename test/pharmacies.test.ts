/** The list of pharmacies in `data/`: that it holds together, not which ones it has. */
import { expect } from '@open-wc/testing';
import table from '../data/pharmacies.csv';
import { bundled } from '../src/bundled.ts';
import { loadDirectory } from '../src/directory.ts';
import { readTable } from '../src/table.ts';

const column = readTable(table);
const directory = loadDirectory(bundled);

/** Whether the last digit of a number of FINESS is the one that the others ask for: Luhn. */
function holds(finess: string): boolean {
  const digits = [...finess].reverse().map((digit, i) => Number(digit) * (i % 2 ? 2 : 1));
  return digits.reduce((sum, digit) => sum + (digit > 9 ? digit - 9 : digit), 0) % 10 === 0;
}

describe('the pharmacies of the list', () => {
  it('each has a number of FINESS of its own, and a name', () => {
    const numbers = column('finess');
    expect(numbers.length).to.be.above(0);
    expect(new Set(numbers).size).to.equal(numbers.length);
    expect(numbers.filter((finess) => !/^\d{9}$/.test(finess) || !holds(finess))).to.deep.equal([]);
    expect(column('name').filter((name) => !/\p{L}{3}/u.test(name))).to.deep.equal([]);
  });

  it('each stands in a commune of the directory, under its name and postcode', () => {
    const names = column('commune');
    const postcodes = column('postcode');
    const wrong = column('insee').filter((code, i) => {
      const commune = directory.commune(code);
      return commune?.name !== names[i] || !commune?.postcodes.includes(postcodes[i]!);
    });
    expect(wrong).to.deep.equal([]);
  });

  it('its source is named', () => expect(directory.sources.has('finess-2026')).to.equal(true));
});
