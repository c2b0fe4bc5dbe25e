/** The map covers none of its labels, whatever commune is chosen and however many CPTS there are. */
import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { YonneCptsFinder } from '../components/cpts-finder/cpts-finder.ts';
import { cptsMap } from '../components/cpts-finder/map.ts';
import { areasOf } from '../components/cpts-finder/map-layout.ts';
import { bundled } from '../src/bundled.ts';
import { bundledContours } from '../src/bundled-contours.ts';
import { type Contours, contains, ringsOf } from '../src/contours.ts';
import { type Directory, loadDirectory } from '../src/directory.ts';
import type { Commune, RawDirectory } from '../src/directory-schema.ts';
import { trial, VAL } from './fixtures/trial.ts';
import { trialContours } from './fixtures/trial-contours.ts';
import { bare } from './reading.ts';

const yonne = bundled as RawDirectory;

/** The Yonne shared out to as many CPTS, each EPCI to the next one; one EPCI is nobody's. */
function sharedOut(count: number): Directory {
  const codes = Object.keys(bundledContours.epci);
  const [first] = yonne.cpts.cpts;
  const cpts = Array.from({ length: count }, (_, i) => ({
    ...first!,
    id: `essai-${i + 1}`,
    name: `CPTS d’essai ${i + 1}`,
    territory: codes.slice(1).flatMap((epci, j) => (j % count === i ? [{ epci, level: 'documented' as const }] : [])),
  }));
  const undetermined = [{ epci: codes[0]!, neighbours: ['essai-1', 'essai-2'] }];
  const channels = yonne.channels.map(({ cpts: _, ...channel }) => channel);
  return loadDirectory({ ...yonne, channels, cpts: { cpts, undetermined } });
}

interface Shape {
  name: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

describe('the map', () => {
  const place = document.createElement('div');
  before(() => {
    const sheet = document.createElement('style');
    sheet.textContent = [YonneCptsFinder.styles].flat(9).join('\n');
    // In the units of the map, in a font as wide as Arial.
    place.style.cssText = 'width: 400px; font-size: 20px; font-family: "Liberation Sans", Arial, sans-serif';
    document.body.append(sheet, place);
  });

  const draw = (directory: Directory, contours: Contours, commune?: Commune) => {
    render(cptsMap(directory, contours, { chosen: undefined, commune, select: () => {} }), place);
    return place.querySelector('.map > svg')!;
  };
  const boxes = (map: Element, selector: string): Shape[] =>
    [...map.querySelectorAll<SVGGraphicsElement>(selector)].map((node) => {
      const { x, y, width, height } = node.getBBox();
      return { name: node.textContent || selector, left: x, top: y, right: x + width, bottom: y + height };
    });
  const overlap = (a: Shape, b: Shape) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  for (const count of [2, 3, 4, 5, 6, 7, 'its own'] as const)
    it(`with ${count} CPTS: no label covers a dot, a town, a number or the chosen commune, of all communes`, () => {
      const directory = count === 'its own' ? loadDirectory(yonne) : sharedOut(count);
      const wrong: string[] = [];
      for (const commune of [undefined, ...directory.communes]) {
        const map = draw(directory, bundledContours, commune);
        const [towns, discs] = [boxes(map, 'text.town'), boxes(map, '.disc')];
        const labels = [...towns, ...discs];
        const points = boxes(map, 'circle:not(.disc)');
        const report = (what: string) => wrong.push(`${commune?.name}: ${what}`);
        if (discs.length !== directory.cpts.size) report(`${discs.length} numbers`);
        if (towns.length !== points.length - (commune ? 1 : 0)) report(`${towns.length} names of towns`);
        labels.forEach((label, i) => {
          for (const other of [...points, ...labels.slice(i + 1)])
            if (overlap(label, other)) report(`${label.name} and ${other.name}`);
        });
        for (const { name, left, top, right, bottom } of labels)
          if (left < 0 || top < 0 || right > 400 || bottom > bundledContours.viewBox[3]!) report(`${name} outside`);
      }
      expect(wrong).to.deep.equal([]);
    });

  it('has each number in its own area, which it leaves for no commune', () => {
    const directory = loadDirectory(yonne);
    const all = [...directory.cpts.keys()];
    for (const commune of directory.communes)
      boxes(draw(directory, bundledContours, commune), '.disc').forEach(({ left, top, right, bottom }, i) => {
        const [code] = Object.entries(bundledContours.epci).find(([, path]) =>
          contains(ringsOf(path), (left + right) / 2, (top + bottom) / 2),
        )!;
        const attachment = directory.epciAttachment(code)!;
        if (attachment.level === 'undetermined' || attachment.cpts.id !== all[i])
          expect.fail(`${commune.name}: ${i + 1}`);
      });
  });

  it('tells neighbours by their patterns, and what is not established from all', () => {
    for (const count of [2, 3, 4, 5, 6, 7]) {
      const areas = areasOf(sharedOut(count), bundledContours);
      expect(areas.map(({ pattern }) => pattern).filter((name) => name === 'crossed')).to.have.length(1);
    }
    const patterns = areasOf(loadDirectory(trial), trialContours).map(({ pattern }) => pattern);
    expect(patterns).to.deep.equal(['plain', 'plain', 'rising', 'crossed']);
  });

  it('has a legend of all that it shows', () => {
    const directory = loadDirectory(trial);
    draw(directory, trialContours, directory.commune(VAL));
    const items = [...place.querySelectorAll('.legend li')].map((item) => bare(item.textContent!));
    expect(items).to.deep.equal([
      '1 CPTS Nord-Essai',
      '2 CPTS Collines-Essai',
      '3 CPTS Ville-Essai',
      'Plusieurs CPTS possibles',
    ]);
  });
});
