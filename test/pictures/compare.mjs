/** What is kept of a picture, and where two of them differ. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { init } from '@jsquash/oxipng/optimise.js';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const wasm = fileURLToPath(import.meta.resolve('@jsquash/oxipng/codec/pkg/squoosh_oxipng_bg.wasm'));
const { optimise } = await init(await WebAssembly.compile(readFileSync(wasm)));

/** Pixels: what has one colour over so many of them, across or down, is a surface or a line. Letters have none. */
const RUN = 16;

/** Letters have so many steps of red, of green and of blue. */
const STEPS = 5;
const nearest = Uint8Array.from({ length: 256 }, (_, value) => (Math.round((value * STEPS) / 255) * 255) / STEPS);

/** Marks the pixels of each run of `length` places, `step` apart, from `start`. */
function markRuns(marked, colours, start, length, step) {
  for (let from = 0, to = 1; from < length; to++) {
    if (to < length && colours[start + to * step] === colours[start + from * step]) continue;
    if (to - from >= RUN) for (; from < to; from++) marked[start + from * step] = 1;
    from = to;
  }
}

/**
 * A picture as it is kept, in a third of the bytes: surfaces and lines as they are, letters in few shades, so that a
 * palette holds all colours. What changes in one place changes nothing elsewhere, as a palette chosen for all would.
 *
 * @param {Uint8Array} file - A PNG file.
 */
export function asKept(file) {
  const picture = PNG.sync.read(Buffer.from(file));
  const { width, height, data } = picture;
  const colours = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const marked = new Uint8Array(colours.length);
  for (let y = 0; y < height; y++) markRuns(marked, colours, y * width, width, 1);
  for (let x = 0; x < width; x++) markRuns(marked, colours, x, height, width);
  for (let i = 0; i < marked.length; i++) {
    if (marked[i]) continue;
    for (let channel = 4 * i; channel < 4 * i + 3; channel++) data[channel] = nearest[data[channel]];
  }
  return picture;
}

/** The file of a picture: of a hundred of them, each byte counts. */
export const fileOf = (picture) => Buffer.from(optimise(PNG.sync.write(picture, { deflateLevel: 1 }), 2, false, true));

/** What lies outside of a picture: a colour that no widget has. */
const OUTSIDE = Buffer.from([255, 0, 255, 255]);

/** A picture in the corner of a canvas that may be larger. */
function onCanvas({ width, height, data }, canvas) {
  const grown = new PNG(canvas);
  grown.data.fill(OUTSIDE);
  for (let y = 0; y < height; y++)
    grown.data.set(data.subarray(4 * y * width, 4 * (y + 1) * width), 4 * y * canvas.width);
  return grown.data;
}

/**
 * How many pixels of two pictures differ, those that one of them lacks included, and a picture of them.
 *
 * @param {Uint8Array} reviewed - The file of one.
 * @param {PNG} now - The other as it would be kept.
 */
export function compare(reviewed, now) {
  const before = PNG.sync.read(Buffer.from(reviewed));
  const canvas = { width: Math.max(before.width, now.width), height: Math.max(before.height, now.height) };
  const difference = new PNG(canvas);
  const differing = pixelmatch(
    onCanvas(before, canvas),
    onCanvas(now, canvas),
    difference.data,
    canvas.width,
    canvas.height,
    // The browser and the font are the same: what differs at all differs for a reason.
    { threshold: 0, includeAA: true },
  );
  return { differing, difference };
}
