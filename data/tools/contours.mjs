/**
 * Writes `contours.json`, the shapes of the EPCI for a small SVG map, from `contours-89.geojson` (outlines of the
 * communes of the département in `directory.json`, IGN Admin Express COG 2018, Licence Ouverte) and from the EPCI given
 * in `communes.csv`.
 * Run it with `npm run data:contours`, after `npm run data:communes`.
 *
 * A place goes on the map at x = (lon - lon0) * kx, y = (lat0 - lat) * ky.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const WIDTH = 400;
/** Share of the points that stay: about 2 kB once compressed. */
const KEPT = '4%';
const file = (name) => new URL(`../${name}`, import.meta.url);
const { department } = JSON.parse(readFileSync(file('directory.json'), 'utf8'));

// All steps share one topology: neighbours keep the same points along their common border. Mapshaper is called when
// needed rather than installed with the project: it is as large as all the rest.
const commands = `-i contours-${department.code}.geojson snap
  -join communes.csv keys=code,code fields=epci string-fields=code,epci
  -dissolve2 epci
  -simplify ${KEPT} visvalingam weighted keep-shapes
  -clean
  -sort epci
  -o - format=geojson bbox`;
const json = execFileSync('npx', ['--yes', 'mapshaper@0.7.70', ...commands.split(/\s+/)], {
  cwd: join(import.meta.dirname, '..'),
  maxBuffer: 10_000_000,
});
const { features, bbox } = JSON.parse(json);
if (features.some((f) => !f.properties.epci)) throw new Error('An outline has no commune in communes.csv');

const [west, south, east, north] = bbox;
const kx = WIDTH / (east - west);
const ky = kx / Math.cos((((south + north) / 2) * Math.PI) / 180);
const projection = { lon0: +west.toFixed(5), lat0: +north.toFixed(5), kx: +kx.toFixed(3), ky: +ky.toFixed(3) };
const viewBox = [0, 0, WIDTH, Math.round((north - south) * ky)];

const project = ([lon, lat]) => [Math.round((lon - west) * kx), Math.round((north - lat) * ky)];
const minus = ([x1, y1], [x0, y0]) => [x1 - x0, y1 - y0];

/** Without the points that rounding made useless: on top of the one before, or on the way to the next. */
const thin = (ring) =>
  ring
    .filter((point, i) => `${point}` !== `${ring.at(i - 1)}`)
    .filter((point, i, points) => {
      const [x1, y1] = minus(point, points.at(i - 1));
      const [x2, y2] = minus(points[(i + 1) % points.length], point);
      return x1 * y2 !== x2 * y1 || x1 * x2 + y1 * y2 < 0;
    });

/** `3,-4 5,6` is written `3-4 5 6`: a minus sign separates as well as a space. */
const write = (moves) => moves.flat().join(' ').replaceAll(' -', '-');

const pathOf = ({ type, coordinates }) => {
  let pen = [0, 0];
  const rings = type === 'Polygon' ? coordinates : coordinates.flat();
  return rings
    .map((ring) => thin(ring.slice(1).map(project)))
    .filter((points) => points.length > 2)
    .map((points) => {
      const first = minus(points[0], pen);
      const moves = points.slice(1).map((point, i) => minus(point, points[i]));
      pen = points[0];
      return `m${write(first)}l${write(moves)}z`;
    })
    .join('');
};

const paths = features.map(({ properties, geometry }) => `    "${properties.epci}": "${pathOf(geometry)}"`);

const written = `{
  "department": "${department.code}",
  "viewBox": [${viewBox.join(', ')}],
  "projection": ${JSON.stringify(projection).replaceAll(/[:,]/g, '$& ')},
  "sources": ["ign-2018"],
  "epci": {
${paths.join(',\n')}
  }
}
`;
writeFileSync(file('contours.json'), written);
