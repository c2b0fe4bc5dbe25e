/** Where things stand on the map: the areas of the CPTS with their patterns, and labels that cover nothing. */

import { type Contours, contains, project, ringsOf } from '../../src/contours.ts';
import type { Directory } from '../../src/directory.ts';
import type { Commune, Cpts } from '../../src/directory-schema.ts';

type Point = [x: number, y: number];
type Box = [left: number, top: number, right: number, bottom: number];

/** What tells areas apart without any colour: lines of these slopes. The last is for what is not established. */
const PATTERNS = { plain: [], rising: [1], level: [0], falling: [-1], crossed: [1, -1] };

export type Pattern = keyof typeof PATTERNS;

/** Four are enough for the neighbours of any map. */
const OF_CPTS: readonly Pattern[] = ['plain', 'rising', 'level', 'falling'];

/** The part of the map that belongs to a CPTS; without one, that of which no source says whose it is. */
export interface Area {
  cpts: Cpts | undefined;
  pattern: Pattern;
  /** SVG paths: its shape, and its pattern. */
  shape: string;
  strokes: string;
  /** Points inside it where its number may stand, the best first. */
  places: Point[];
}

const ANCHORS = ['end', 'middle', 'start'] as const;

export interface Label {
  text: string;
  /** What of its text stands at `x`. */
  anchor: (typeof ANCHORS)[number];
  x: number;
  y: number;
}

/** Sizes in units of the map, which is 400 wide. A host's font may be wide: texts have room for one. */
export const NUMBER_RADIUS = 13;
export const DOT_RADIUS = 3.5;
export const HERE_RADIUS = 6;
export const TOWN_SIZE = 17;
const LETTER = 0.64 * TOWN_SIZE;
const HALF_LINE = 0.6 * TOWN_SIZE;
/** Between strokes of a pattern. */
const GAP = 8;
/** Between points where a number may stand. */
const STEP = 12;

/** The lines `y + slope · x = k · GAP` within rings, as an SVG path. */
function lines(rings: readonly Point[][], slope: number): string {
  const crossings = new Map<number, number[]>();
  for (const ring of rings) {
    let [ax, ay] = ring[ring.length - 1]!;
    for (const [bx, by] of ring) {
      const [va, vb] = [ay + slope * ax, by + slope * bx];
      for (let v = Math.ceil(Math.min(va, vb) / GAP) * GAP; v < Math.max(va, vb); v += GAP)
        crossings.set(v, [...(crossings.get(v) ?? []), ax + ((v - va) / (vb - va)) * (bx - ax)]);
      [ax, ay] = [bx, by];
    }
  }
  let path = '';
  for (const [v, xs] of crossings)
    xs.sort((a, b) => a - b).forEach((x, i) => {
      path += `${i % 2 ? 'L' : 'M'}${x.toFixed(1)} ${(v - slope * x).toFixed(1)}`;
    });
  return path;
}

/** The strokes of a pattern within rings, as an SVG path. */
export const strokesOf = (pattern: Pattern, rings: readonly Point[][]): string =>
  PATTERNS[pattern].map((slope) => lines(rings, slope)).join('');

/** Where a number may stand in an area: as near its middle as its borders leave room, since none may cross it. */
function placesIn(shapes: readonly Point[][][]): Point[] {
  const found: { at: Point; score: number }[] = [];
  for (const rings of shapes) {
    const corners = rings.flat();
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    for (let x = Math.min(...xs) + STEP / 2; x < Math.max(...xs); x += STEP)
      for (let y = Math.min(...ys) + STEP / 2; y < Math.max(...ys); y += STEP) {
        if (!contains(rings, x, y)) continue;
        let room = 1.5 * NUMBER_RADIUS;
        for (const [cx, cy] of corners) room = Math.min(room, Math.hypot(cx - x, cy - y));
        found.push({ at: [x, y], score: 10 * room });
      }
  }
  const middle = (i: 0 | 1) => found.reduce((sum, { at }) => sum + at[i], 0) / found.length;
  const [mx, my] = [middle(0), middle(1)];
  for (const place of found) place.score -= Math.hypot(place.at[0] - mx, place.at[1] - my);
  return found.sort((a, b) => b.score - a.score).map(({ at }) => at);
}

const known = new WeakMap<Directory, { contours: Contours; areas: Area[] }>();

/** The areas of the map, in the order of the CPTS; neighbours have different patterns. */
export function areasOf(directory: Directory, contours: Contours): Area[] {
  const before = known.get(directory);
  if (before?.contours === contours) return before.areas;
  const codes = Object.keys(contours.epci);
  const ownerOf = (code: string) => {
    const attachment = directory.epciAttachment(code);
    return attachment && attachment.level !== 'undetermined' ? attachment.cpts.id : attachment;
  };
  const areas: Area[] = [];
  const corners: Set<string>[] = [];
  for (const cpts of [...directory.cpts.values(), undefined]) {
    const own = codes.filter((code) => {
      const owner = ownerOf(code);
      return owner && (cpts ? owner === cpts.id : typeof owner !== 'string');
    });
    const shapes = own.map((code) => ringsOf(contours.epci[code]!));
    const rings = shapes.flat();
    const touched = new Set(rings.flat().map(String));
    const taken = areas.flatMap(({ pattern }, i) => ([...touched].some((at) => corners[i]!.has(at)) ? [pattern] : []));
    const pattern = cpts ? (OF_CPTS.find((name) => !taken.includes(name)) ?? 'plain') : 'crossed';
    corners.push(touched);
    areas.push({
      cpts,
      pattern,
      shape: own.map((code) => contours.epci[code]!.replace('m', 'M')).join(''),
      strokes: strokesOf(pattern, rings),
      places: placesIn(shapes),
    });
  }
  known.set(directory, { contours, areas });
  return areas;
}

const around = ([x, y]: Point, radius: number): Box => [x - radius, y - radius, x + radius, y + radius];
const meet = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** The labels that a point may have: beside it, above or below, near or farther; and the room that each takes. */
function labelsAt(text: string, [x, y]: Point): { label: Label; box: Box }[] {
  const half = (LETTER * text.length) / 2;
  return [DOT_RADIUS + 3, HERE_RADIUS + 4].flatMap((away) =>
    [
      [away + half, 0],
      [-away - half, 0],
      [0, -away - HALF_LINE],
      [0, away + HALF_LINE],
      [half, -away - HALF_LINE],
      [-half, -away - HALF_LINE],
      [half, away + HALF_LINE],
      [-half, away + HALF_LINE],
    ].map(([dx, dy]) => {
      const [cx, cy] = [x + dx!, y + dy!];
      const side = Math.sign(dx!);
      return {
        label: { text, anchor: ANCHORS[side + 1]!, x: cx - side * half, y: cy + 0.35 * TOWN_SIZE },
        box: [cx - half, cy - HALF_LINE, cx + half, cy + HALF_LINE] as Box,
      };
    }),
  );
}

/**
 * Labels of towns and numbers of areas that cover no dot, no marker of the chosen commune, and not each other.
 *
 * @param here - The chosen commune.
 */
export function placeLabels(
  areas: readonly Area[],
  contours: Contours,
  towns: readonly Commune[],
  here: Commune | undefined,
): { labels: Label[]; numbers: (Point | undefined)[] } {
  const dots = towns.map(({ point }) => project(contours, point));
  const taken = dots.map((dot) => around(dot, DOT_RADIUS));
  if (here) taken.push(around(project(contours, here.point), HERE_RADIUS + 2));
  const isFree = (box: Box) => !taken.some((other) => meet(box, other));
  const [, , width, height] = contours.viewBox as [number, number, number, number];
  const labels: Label[] = [];
  towns.forEach(({ name }, i) => {
    const found = labelsAt(name, dots[i]!).find(
      ({ box }) => box[0] > 0 && box[1] > 0 && box[2] < width && box[3] < height && isFree(box),
    );
    if (!found) return;
    taken.push(found.box);
    labels.push(found.label);
  });
  const numbers = areas.map(({ cpts, places }) => {
    const place = cpts && places.find((at) => isFree(around(at, NUMBER_RADIUS + 1)));
    if (place) taken.push(around(place, NUMBER_RADIUS + 1));
    return place;
  });
  return { labels, numbers };
}
