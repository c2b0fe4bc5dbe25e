/** Contrast of colours, as WCAG 2.2 has it. */

export const WHITE = '#ffffff';
export const DARK = '#12181b';

/** Relative luminance of #rrggbb. */
function luminance(colour) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours, 1 to 21. */
export function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const figure = (number) => (Math.floor(number * 10) / 10).toLocaleString('fr');

/**
 * What to say of an accent.
 *
 * @param {string[]} surfaces - The colours on which it stands.
 */
export function contrastText(accent, surfaces) {
  const asText = Math.min(...surfaces.map((surface) => contrast(accent, surface)));
  const onFill = Math.max(contrast(accent, WHITE), contrast(accent, '#000000'));
  const enough = Math.min(asText, onFill) >= 4.5;
  const worse = surfaces.length > 1 ? ' (clair ou sombre, le moins bon)' : '';
  const verdict = enough ? 'conforme' : 'insuffisant';
  const text = `Contraste ${figure(asText)} avec le fond${worse}, ${figure(onFill)} sur les boutons : ${verdict} (4,5 demandé par WCAG AA).${enough ? '' : ' Les textes en prennent une nuance lisible.'}`;
  return { enough, text };
}
