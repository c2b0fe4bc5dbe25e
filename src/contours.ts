/** The map: where places lie on it, and in which EPCI a point lies. */
import { nearestCommune } from './communes.ts';
import type { Directory } from './directory.ts';
import type { Commune } from './directory-schema.ts';

/** Shapes of the EPCI, as `data/contours.json` holds them. */
export interface Contours {
  /** Code of the département that they show. */
  department: string;
  /** Of the SVG: left, top, width, height. */
  viewBox: number[];
  /** x = (lon − lon0) · kx, y = (lat0 − lat) · ky. */
  projection: { lon0: number; lat0: number; kx: number; ky: number };
  /** SVG path of each EPCI by its code: relative moves and lines, whole numbers. */
  epci: Record<string, string>;
}

type Point = readonly [lat: number, lon: number];

/** Where a place lies on the map. */
export function project({ projection: { lon0, lat0, kx, ky } }: Contours, [lat, lon]: Point): [x: number, y: number] {
  return [(lon - lon0) * kx, (lat0 - lat) * ky];
}

/** The rings of a path, as points. */
export function ringsOf(path: string): [number, number][][] {
  let start: [number, number] = [0, 0];
  return path
    .split('z')
    .filter(Boolean)
    .map((ring) => {
      const numbers = ring.match(/-?\d+/g)!.map(Number);
      let [x, y] = start;
      const points: [number, number][] = [];
      for (let i = 0; i < numbers.length; i += 2) {
        x += numbers[i]!;
        y += numbers[i + 1]!;
        points.push([x, y]);
      }
      start = points[0]!;
      return points;
    });
}

/** Whether rings have (x, y) inside: the ray to its right crosses the outline an odd number of times. */
export function contains(rings: readonly [number, number][][], x: number, y: number): boolean {
  let inside = false;
  for (const points of rings) {
    let [ax, ay] = points[points.length - 1]!;
    for (const [bx, by] of points) {
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      [ax, ay] = [bx, by];
    }
  }
  return inside;
}

/** Kilometres past the simplified border up to which a point may still be in the département. */
const BORDER = 3;

/** The commune at a point, by the EPCI whose shape has it and the nearest commune there; `undefined` outside. */
export function communeAt({ communes }: Directory, contours: Contours, point: Point): Commune | undefined {
  const [x, y] = project(contours, point);
  const [epci] = Object.entries(contours.epci).find(([, path]) => contains(ringsOf(path), x, y)) ?? [];
  // Shapes are older than the directory: one may be that of an EPCI which is no more, and still be in the département.
  const there = communes.filter((commune) => commune.epci === epci);
  const nearest = nearestCommune(there.length ? there : communes, point);
  return epci || nearest.distance < BORDER ? nearest.commune : undefined;
}
