import { expect } from '@open-wc/testing';
import { type Contours, communeAt } from '../src/contours.ts';
import { loadDirectory } from '../src/directory.ts';
import { trial } from './fixtures/trial.ts';

const directory = loadDirectory(trial);

/** Three squares side by side, each of a tenth of a degree by two; the last is of an EPCI that the directory lacks. */
const contours: Contours = {
  department: '00',
  viewBox: [0, 0, 700, 200],
  projection: { lon0: 3.4, lat0: 46.7, kx: 1000, ky: 1000 },
  epci: {
    '000000001': 'm50 50l200 0 0 100-200 0z',
    '000000004': 'm250 50l200 0 0 100-200 0z',
    '999999999': 'm450 50l200 0 0 100-200 0z',
  },
};

describe('the commune at a point', () => {
  const rows: [string, [number, number], string | undefined][] = [
    ['in the shape of an EPCI: the nearest of its communes', [46.61, 3.54], 'Hameau-d’Essai'],
    ['nearer to a commune of another EPCI: still one of its own', [46.6, 3.66], 'Val-d’Essai'],
    ['in the shape of an EPCI that the directory no longer has: the nearest of all', [46.6, 3.9], 'Hameau-d’Essai'],
    ['outside the shapes, just past the border', [46.46, 3.31], 'Confins-d’Essai'],
    ['outside, far away', [46.0, 2.0], undefined],
  ];
  for (const [title, point, name] of rows)
    it(`${title}: ${name}`, () => expect(communeAt(directory, contours, point)?.name).to.equal(name));
});
