import contours from '../data/contours.json';
import type { Contours } from './contours.ts';

/** The shapes of `data/contours.json`. They do not come with the directory: few scripts draw the map. */
export const bundledContours: Contours = contours;
