/** What `cadre.html` and `cadre.js`, which puts it into a page, must both know. */

/** The settings that are CSS properties: `--yonne-…`. */
export const STYLES = ['accent', 'on-accent', 'surface', 'radius'];

/** The type of the message in which the page of an iframe tells its height: `{ type, height }`, in CSS pixels. */
export const HEIGHT = 'yonne-soins:height';
