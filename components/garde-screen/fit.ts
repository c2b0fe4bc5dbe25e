/** Pixels high under which no screen is a ribbon, which has one row: it is a window in which one magnified the page. */
const LOWEST = 160;

/**
 * Pixels of the smaller side under which what is shown flows down the page, in text of an ordinary size: no screen of a
 * window is so small, but a telephone is, and one that was magnified to be read.
 */
const SMALLEST_SIDE = 480;

/** Text under this part of the smaller side (of the height of a ribbon) is not read from three metres. */
const LEGIBLE = { sheet: 0.022, ribbon: 0.075 };

/** Pixels: the text of a screen of any size is larger. */
const SMALLEST = 4;

/** Where the sheet stands from minute to minute, in small steps around its place, against burn-in. */
const SHIFTS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
  [1, -1],
] as const;

/** The text size found for what is shown, so that nothing moves while nothing changes. */
interface Fit {
  key: string;
  channels: number;
  /** Pixels. */
  size: number;
  /** What the parts that have room add to it. */
  grown: number[];
}

export type Layout = 'ribbon' | 'portrait' | 'landscape' | 'flow';

/** How a screen of `width` × `height` pixels is laid out. */
export const layoutOf = (width: number, height: number): Layout =>
  width > 3.2 * height && height >= LOWEST
    ? 'ribbon'
    : Math.min(width, height) < SMALLEST_SIDE
      ? 'flow'
      : width < height
        ? 'portrait'
        : 'landscape';

/** What is to be fitted: a drawn screen. */
export interface Drawn {
  /** The element `.screen`. */
  root: HTMLElement;
  /** Pixels that it has. */
  width: number;
  height: number;
  /** The language drawn: each keeps its own fit, since they take turns. */
  language: string;
  /** How many channels there are. */
  most: number;
  /** Draws again with so many channels, the others counted. */
  show(channels: number): void;
  /** Minutes since the epoch: where the sheet stands. */
  minute: number;
}

/**
 * Sizes the text: the largest at which nothing overflows, with as many channels as stay legible. What was found is kept
 * as long as the words do not change, so that nothing moves with the minutes.
 */
export class TextFit {
  private readonly fits = new Map<string, Fit>();

  fit({ root, width, height, language, most, show: draw, minute }: Drawn): void {
    const sheet = root.querySelector<HTMLElement>('.sheet')!;
    const key = `${width} ${height} ${[...root.querySelectorAll('.say, .box')].map((box) => box.textContent).join('\n')}`;
    let shown = most;
    const show = (channels: number) => {
      if (channels === shown) return;
      shown = channels;
      draw(channels);
    };
    // The columns, then the boxes of the first: the numbers to call.
    const parts = () => [
      ...sheet.querySelectorAll<HTMLElement>('.column'),
      ...sheet.querySelectorAll<HTMLElement>('.vital, .pharmacy'),
    ];
    const wide = ({ scrollWidth, clientWidth }: Element) => scrollWidth > clientWidth + 1;
    const tall = ({ scrollHeight, clientHeight }: Element) => scrollHeight > clientHeight + 1;
    // A line that reaches into the margin of its box is too wide too.
    const fits = () =>
      !tall(sheet) &&
      ![sheet, ...sheet.querySelectorAll('p')].some(wide) &&
      ![...sheet.querySelectorAll('.box')].some(tall);
    /** Sets the largest size at which nothing overflows. */
    const grow = (element: HTMLElement, unit: string, smallest: number, largest: number) => {
      let [low, high] = [smallest, largest];
      const set = (size: number) => {
        element.style.fontSize = `${size}${unit}`;
        return fits();
      };
      while (high - low > smallest / 40) {
        const middle = (low + high) / 2;
        if (set(middle)) low = middle;
        else high = middle;
      }
      set(low);
      return low;
    };
    const apply = (fit: Pick<Fit, 'size' | 'grown'>) => {
      root.style.fontSize = `${fit.size}px`;
      for (const [i, part] of parts().entries()) part.style.fontSize = `${fit.grown[i] ?? 1}em`;
    };

    sheet.style.transform = 'none';
    const layout = layoutOf(width, height);
    if (layout === 'flow') {
      for (const sized of [root, ...parts()]) sized.style.fontSize = '';
      return;
    }
    let fit = this.fits.get(language);
    if (fit?.key === key) {
      show(fit.channels);
      apply(fit);
    }
    // A font that came late may be wider.
    if (fit?.key !== key || !fits()) {
      const ribbon = layout === 'ribbon';
      const legible = ribbon ? height * LEGIBLE.ribbon : Math.min(width, height) * LEGIBLE.sheet;
      const least = Math.min(most, ribbon ? 0 : 1);
      for (let channels = most; ; channels--) {
        show(channels);
        apply({ size: SMALLEST, grown: [] });
        const size = grow(root, 'px', SMALLEST, Math.min(width, height) / (ribbon ? 6 : 14));
        fit = { key, channels, size, grown: [] };
        if (size >= legible || channels <= least) break;
      }
      fit.grown = parts().map((part) => grow(part, 'em', 1, 1.7));
      this.fits.set(language, fit);
    }
    // Within the margin of the screen, which is wider.
    const [x, y] = SHIFTS[minute % SHIFTS.length]!;
    const step = Math.max(1, Math.round(fit.size / 8));
    sheet.style.transform = `translate(${x * step}px, ${y * step}px)`;
  }
}
