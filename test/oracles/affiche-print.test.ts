/** The poster on paper, of today's directory: whatever the commune, it is one page, and fills it. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../components/entries/define-affiche.ts';
import type { YonneAffiche } from '../../components/affiche/affiche.ts';
import '../../components/locales/languages.ts';
import { bundled } from '../../src/bundled.ts';
import { loadDirectory } from '../../src/directory.ts';
import { inMedia } from '../browser.ts';
import { bare } from '../reading.ts';

const { communes } = loadDirectory(bundled);

/** Pixels of A4 without margins, and of a point and a centimetre. */
const PAGE = { width: 794, height: 1123 };
const POINT = 96 / 72;
const CENTIMETRE = 96 / 2.54;

const TOWN_HALL = {
  name: 'Mairie d’essai',
  phone: '03 53 01 00 09',
  hours: 'Mo-Fr 08:30-12:00,13:30-17:30; Sa 09:00-12:00',
};
const SITE = { site: 'https://www.yonne-soins.example/' };

const FORMS: [title: string, attributes: Record<string, string>, smallest: number][] = [
  ['nothing given by the host', {}, 14],
  ['town hall and code', { ...TOWN_HALL, ...SITE }, 14],
  ['English, town hall and code', { ...TOWN_HALL, ...SITE, lang: 'en' }, 14],
  ['English, nothing given by the host', { lang: 'en' }, 14],
  ['large print', { ...SITE, 'large-print': '' }, 16],
  ['large print in English, town hall and code', { ...TOWN_HALL, ...SITE, 'large-print': '', lang: 'en' }, 16],
];

/** The part of the page that has something on it. */
function fillOf(poster: HTMLElement): number {
  poster.style.minHeight = '0';
  const fill = poster.offsetHeight / PAGE.height;
  poster.style.minHeight = '';
  return fill;
}

/** What is wrong with a page that is laid out. */
function faults(poster: HTMLElement, fill: number, smallest: number): string[] {
  const found: string[] = [];
  const { height } = poster.getBoundingClientRect();
  if (height > PAGE.height) found.push(`${height} px high`);
  if (fill < 0.85) found.push(`${Math.round(fill * 100)} % of the page`);
  for (const node of poster.querySelectorAll<HTMLElement>('*')) {
    if (node.closest('.visually-hidden, svg') || !node.getClientRects().length) continue;
    const { left, right, bottom } = node.getBoundingClientRect();
    if (left < 0 || right > PAGE.width || bottom > PAGE.height) found.push(`sticks out: ${bare(node.textContent!)}`);
    const size = Number.parseFloat(getComputedStyle(node).fontSize) / POINT;
    if (size < smallest - 0.02) found.push(`${size} pt: ${bare(node.textContent!)}`);
  }
  return found;
}

/** As a browser does before it prints. */
async function printing(attributes: Record<string, string>, act: (element: YonneAffiche) => Promise<void>) {
  await setViewport(PAGE);
  const element = document.createElement('yonne-affiche') as YonneAffiche;
  for (const [name, value] of Object.entries({ lang: 'fr', ...attributes })) element.setAttribute(name, value);
  document.body.style.margin = '0';
  document.body.append(element);
  try {
    await inMedia({ media: 'print' }, () => act(element));
  } finally {
    element.remove();
    document.body.style.margin = '';
  }
}

const posterOf = (element: YonneAffiche) => element.shadowRoot!.querySelector<HTMLElement>('.poster')!;

describe('<yonne-affiche> on paper', () => {
  for (const [title, attributes, smallest] of FORMS) {
    it(`${communes.length} communes, ${title}: one page, filled, nothing cut or small`, () =>
      printing(attributes, async (element) => {
        const wrong: string[] = [];
        const fills: number[] = [];
        const sizes: number[] = [];
        for (const { code, name } of communes) {
          element.commune = code;
          await element.updateComplete;
          window.dispatchEvent(new Event('beforeprint'));
          const poster = posterOf(element);
          const fill = fillOf(poster);
          fills.push(fill);
          sizes.push(Number.parseFloat(getComputedStyle(poster).fontSize) / POINT);
          wrong.push(...faults(poster, fill, smallest).map((fault) => `${name}: ${fault}`));
          window.dispatchEvent(new Event('afterprint'));
        }
        const range = (values: number[], digits: number) =>
          `${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)}`;
        console.log(
          `${title}: text of ${range(sizes, 1)} pt, ${range(
            fills.map((fill) => 100 * fill),
            0,
          )} % of the page`,
        );
        expect(wrong.slice(0, 20), `${wrong.length} faults`).to.deep.equal([]);
      }));
  }

  it('the digits of 15 are four centimetres high', () =>
    printing({ commune: communes[0]!.code }, async (element) => {
      await element.updateComplete;
      window.dispatchEvent(new Event('beforeprint'));
      const { fontWeight, fontSize, fontFamily } = getComputedStyle(posterOf(element).querySelector('.big a')!);
      const text = document.createElement('canvas').getContext('2d')!;
      text.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      expect(text.measureText('15').actualBoundingBoxAscent / CENTIMETRE).to.be.within(4, 4.3);
      window.dispatchEvent(new Event('afterprint'));
    }));

  it('after printing it is a card again; a poster that is gone listens no more', () =>
    printing({ commune: communes[0]!.code }, async (element) => {
      await element.updateComplete;
      const poster = posterOf(element);
      const before = poster.offsetHeight;
      window.dispatchEvent(new Event('beforeprint'));
      window.dispatchEvent(new Event('afterprint'));
      expect(poster.offsetHeight).to.equal(before);
      element.remove();
      window.dispatchEvent(new Event('beforeprint'));
      expect(poster.classList.contains('sheet')).to.equal(false);
    }));

  it('only its own pages are without margins', () =>
    printing({}, async () => {
      const rules = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText));
      expect(rules).to.deep.equal(['@page yonne-affiche { margin: 0px; }']);
    }));
});
