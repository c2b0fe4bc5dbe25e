import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { warnOnce } from './warn.ts';

/** Red, green and blue, 0 to 255. */
export type Rgb = readonly number[];

/** Contrast of WCAG that texts owe to what they stand on. */
const READABLE = 4.5;

/** Relative luminance of WCAG 2.2. */
function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((byte) => {
    const share = byte / 255;
    return share > 0.04045 ? ((share + 0.055) / 1.055) ** 2.4 : share / 12.92;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** The worst contrast of a colour with some others. */
function contrast(colour: Rgb, others: readonly Rgb[]): number {
  const own = luminance(colour) + 0.05;
  return Math.min(
    ...others.map((other) => {
      const ratio = own / (luminance(other) + 0.05);
      return Math.max(ratio, 1 / ratio);
    }),
  );
}

/**
 * The shade nearest to a colour, on its way to black or to white, that is read on all of `surfaces`.
 *
 * @param steps - Of that way; 1: black or white itself, where the colour is not read.
 */
export function readableShade(colour: Rgb, surfaces: readonly Rgb[], steps = 64): Rgb {
  const black = [0, 0, 0];
  const white = [255, 255, 255];
  const end = contrast(black, surfaces) > contrast(white, surfaces) ? black : white;
  for (let share = 0; share < 1; share += 1 / steps) {
    const shade = colour.map((byte, i) => Math.round(byte + (end[i]! - byte) * share));
    if (contrast(shade, surfaces) >= READABLE) return shade;
  }
  return end;
}

let canvas: CanvasRenderingContext2D | null;

/** Red, green and blue of a CSS colour, and its alpha, 0 to 1. */
function parts(colour: string): number[] {
  canvas ??= document.createElement('canvas').getContext('2d')!;
  canvas.fillStyle = colour;
  const text = String(canvas.fillStyle);
  if (/^#/.test(text)) return [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16)).concat(1);
  if (/^rgba/.test(text)) return text.match(/[\d.]+/g)!.map(Number);
  // One of another space is painted: only newer engines know it, and some of them hide what was painted.
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  return [red!, green!, blue!, alpha! / 255];
}

/** A CSS colour as it is seen on another one. */
function seen(colour: string, on: Rgb): Rgb {
  const [red, green, blue, alpha] = parts(colour);
  return [red!, green!, blue!].map((byte, i) => Math.round(on[i]! + (byte - on[i]!) * alpha!));
}

/**
 * Makes whatever accent the host gives readable: in the accent, texts take a shade that is read on every surface of the
 * widget; on it, they take one that is read there. What is no colour counts as not given, and is named in the console.
 *
 * It looks after each drawing is on the screen, since asking for styles or for the colour scheme would delay it, and when
 * the colour scheme of the device changes.
 */
export class ReadableAccent implements ReactiveController {
  private pending = false;
  private scheme: MediaQueryList | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.scheme?.removeEventListener('change', this.later);
  }

  hostUpdated(): void {
    this.later();
  }

  private readonly later = (): void => {
    if (this.pending) return;
    this.pending = true;
    // The first frame is the one that is being drawn.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        this.pending = false;
        this.apply();
      }),
    );
  };

  private apply(): void {
    const { host } = this;
    const card = host.shadowRoot?.querySelector<HTMLElement>('.card');
    if (!card || !host.isConnected) return;
    this.scheme ??= matchMedia('(prefers-color-scheme: dark)');
    this.scheme.addEventListener('change', this.later);
    const style = getComputedStyle(card);
    const value = (name: string) => style.getPropertyValue(`--${name}`).trim();
    const names = ['surface', 'accent', 'on-accent'];
    const given = names.map((name) => value(`yonne-${name}`));
    // The card has no other style of its own.
    card.removeAttribute('style');
    if (!given.some(Boolean)) return;
    const set = (name: string, colour: string) => card.style.setProperty(`--${name}`, colour);
    const [surface, accent, onAccent] = given.map((colour, i) => {
      const own = value(`own-${names[i]}`);
      if (!colour || CSS.supports('color', colour)) return colour || own;
      warnOnce(host, `--yonne-${names[i]}: ${colour}`, 'a CSS colour; that of the widget is shown');
      set(['surface', 'fill', 'on-accent'][i]!, own);
      return own;
    }) as [string, string, string];
    const base = seen(value('own-surface'), [0, 0, 0]);
    const background = seen(surface, base);
    const fill = seen(accent, background);
    const shade = (...way: Parameters<typeof readableShade>) => `rgb(${readableShade(...way).join()})`;
    set('accent', shade(fill, [background, seen(value('sunken'), base), seen(value('band'), base)]));
    set('on-accent', shade(seen(onAccent, fill), [fill], 1));
  }
}
