/** Whatever accent a host gives, what is written in it, and on it, is read. The judge is axe's contrast, not ours. */
import { expect, fixture, html } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import '../components/entries/define.ts';
import { type Rgb, readableShade } from '../components/shared/readable-accent.ts';
import type { Widget } from '../components/shared/widget.ts';
import { inMedia } from './browser.ts';
import { useTrial, VILLE } from './fixtures/trial.ts';
import { warnings } from './reading.ts';
import { until } from './waiting.ts';

useTrial();

interface Colour {
  parseString(text: string): void;
}
const { color } = (
  window as unknown as {
    axe: { commons: { color: { Color: new (...rgb: Rgb) => Colour; getContrast(a: Colour, b: Colour): number } } };
  }
).axe.commons;

const of = (rgb: Rgb) => new color.Color(...rgb);
const parsed = (text: string) => {
  const colour = of([0, 0, 0]);
  colour.parseString(text);
  return colour;
};

/** Red, green and blue of a hue, fully saturated. */
const hsl = (hue: number, lightness: number): Rgb =>
  [0, 8, 4].map((n) => {
    const k = (n + hue / 30) % 12;
    return Math.round(255 * (lightness - Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  });
const HUES = Array.from({ length: 360 }, (_, hue) => hue);
const LIGHTNESSES = [0.1, 0.3, 0.5, 0.7, 0.9];
const ACCENTS = HUES.flatMap((hue) => LIGHTNESSES.map((lightness) => hsl(hue, lightness)));
/** The surfaces of `colours.ts`: card, sunken, band. */
const SURFACES: Record<string, Rgb[]> = {
  light: [
    [255, 255, 255],
    [0xf6, 0xf8, 0xf9],
    [0xe6, 0xf0, 0xf0],
  ],
  dark: [
    [0x12, 0x18, 0x1b],
    [0x1a, 0x22, 0x26],
    [0x17, 0x30, 0x2f],
  ],
};

describe('a shade that is read', () => {
  for (const [scheme, surfaces] of Object.entries(SURFACES)) {
    it(`of 360 hues in 5 lightnesses, on each ${scheme} surface`, () => {
      for (const accent of ACCENTS) {
        const shade = of(readableShade(accent, surfaces));
        for (const surface of surfaces)
          if (color.getContrast(of(surface), shade) < 4.5) expect.fail(`${accent} on ${surface}`);
      }
    });

    it(`of what is written on each of them, as it would be on a ${scheme} page`, () => {
      const written = scheme === 'light' ? [255, 255, 255] : [6, 32, 31];
      for (const accent of ACCENTS)
        if (color.getContrast(of(accent), of(readableShade(written, [accent], 1))) < 4.5) expect.fail(`on ${accent}`);
    });
  }

  const kept: [title: string, colour: Rgb, surfaces: Rgb[]][] = [
    ['a dark green on light surfaces', [10, 92, 92], SURFACES.light!],
    ['a light one on dark surfaces', [127, 209, 203], SURFACES.dark!],
  ];
  for (const [title, colour, surfaces] of kept)
    it(`is the colour itself where that is read: ${title}`, () =>
      expect(readableShade(colour, surfaces)).to.deep.equal(colour));

  it('keeps the hue: of a light orange, a dark one', () => {
    const [red, green, blue] = readableShade([255, 165, 0], SURFACES.light!) as [number, number, number];
    expect(red).to.be.greaterThan(green);
    expect(green).to.be.greaterThan(blue);
  });
});

describe('the accent of a host', () => {
  async function show(style: string, attributes: Record<string, string> = {}): Promise<Widget> {
    const place = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
    place.style.cssText = style;
    const element = document.createElement('yonne-contacts') as Widget;
    for (const [name, value] of Object.entries({ commune: VILLE, now: '2026-11-24T10:00', ...attributes }))
      element.setAttribute(name, value);
    place.append(element);
    await element.updateComplete;
    return element;
  }
  const style = (element: Element, selector: string) => getComputedStyle(element.shadowRoot!.querySelector(selector)!);
  const link = (element: Element) => style(element, 'a[href^="https"]').color;
  /** Contrast of the links with the card. */
  const contrast = (element: Element) =>
    color.getContrast(parsed(style(element, '.card').backgroundColor), parsed(link(element)));

  const rows: [title: string, style: string, theme?: string][] = [
    ['yellow', '--yonne-accent: yellow'],
    ['light blue in another notation', '--yonne-accent: hsl(200 100% 80% / 0.9)'],
    ['of a space of its own', '--yonne-accent: oklch(0.9 0.1 90)'],
    ['pink on a surface of the host', '--yonne-accent: #ff8ad8; --yonne-surface: #fff0d0'],
    ['black, dark', '--yonne-accent: #000', 'dark'],
    ['navy on a surface of the host, dark', '--yonne-accent: #003366; --yonne-surface: #202020', 'dark'],
  ];
  for (const [title, given, theme = 'light'] of rows)
    it(`${title}: links are read, once painted`, async () => {
      const element = await show(given, { theme });
      expect(contrast(element)).to.be.lessThan(4.5);
      await until(() => contrast(element) >= 4.5, 'links that are read');
    });

  it('is the host’s own to the digit where it is read', async () => {
    const element = await show('--yonne-accent: #003366');
    await until(() => element.shadowRoot!.querySelector<HTMLElement>('.card')!.style.getPropertyValue('--accent'));
    expect(link(element)).to.equal('rgb(0, 51, 102)');
  });

  it('fills what is pressed first; what is written on it is read', async () => {
    const element = await fixture<Widget>(
      html`<yonne-soins-now lang="fr" commune=${VILLE} now="2026-11-24T10:00" style="--yonne-accent: gold; --yonne-on-accent: white"></yonne-soins-now>`,
    );
    const button = () => style(element, '.button.primary');
    await until(
      () => color.getContrast(parsed(button().backgroundColor), parsed(button().color)) >= 4.5,
      'a number that is read',
    );
    expect([button().backgroundColor, button().color]).to.deep.equal(['rgb(255, 215, 0)', 'rgb(0, 0, 0)']);
  });

  for (const wrong of ['url(https://host.example/x.png)', 'bleu', '12px'])
    it(`${wrong} is no colour: that of the widget, named once`, async () => {
      const own = link(await show(''));
      let element!: Widget;
      const said = await warnings(async () => {
        element = await show(`--yonne-accent: ${wrong}`);
        await until(() => link(element) === own, 'the accent of the widget');
      });
      // WebKit writes an address with escapes.
      expect(said.map((line) => line.replaceAll('\\', ''))).to.deep.equal([
        `<yonne-contacts> --yonne-accent: ${wrong}; expected a CSS colour; that of the widget is shown`,
      ]);
    });

  it('takes another shade when the device turns dark, and back', async () => {
    const element = await show('--yonne-accent: teal', { theme: 'auto' });
    await until(() => contrast(element) >= 4.5, 'links that are read on a light page');
    await inMedia({ features: { 'prefers-color-scheme': 'dark' } }, async () => {
      await until(() => contrast(element) >= 4.5, 'links that are read on a dark one');
      expect(parsed(style(element, '.card').backgroundColor)).to.deep.include({ red: 18 });
    });
    await until(() => contrast(element) >= 4.5, 'links that are read on a light one again');
  });

  it('prints black', async () => {
    const element = await show('--yonne-accent: yellow');
    await until(() => contrast(element) >= 4.5, 'links that are read');
    await inMedia({ media: 'print' }, async () => {
      expect(link(element)).to.equal('rgb(0, 0, 0)');
    });
  });
});
