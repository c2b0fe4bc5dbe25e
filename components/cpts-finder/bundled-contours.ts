import { bundledContours } from '../../src/bundled-contours.ts';
import type { Contours } from '../../src/contours.ts';
import type { Directory } from '../../src/directory.ts';

let replacement: Contours | undefined;

/** The shapes in the script, where they are those of the directory's département. */
export function contoursOf({ department }: Directory): Contours | undefined {
  const shapes = replacement ?? bundledContours;
  return shapes.department === department.code ? shapes : undefined;
}

/** Puts other shapes in their place: tests draw made-up ones. */
export function replaceBundledContours(other: Contours): void {
  replacement = other;
}
