/** QR codes: in the pages of the communes, and in the browser of whoever makes one. */
import { correction, generate } from 'lean-qr/nano';

/** Modules of white that readers need around a code. */
const QUIET = 4;

/**
 * The code of an address as SVG: black on white in every theme, one path, a run of dark modules after the other.
 *
 * @param {string} attributes - More attributes of the `<svg>`.
 * @throws {Error} Where the address is too long for a code.
 */
export function qrSvg(address, attributes = '') {
  const { size, get } = generate(address, { minCorrectionLevel: correction.M });
  let path = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const from = x;
      while (get(x, y)) x++;
      if (x > from) path += `M${from} ${y}h${x - from}v1H${from}z`;
    }
  }
  const side = size + 2 * QUIET;
  const box = `${-QUIET} ${-QUIET} ${side} ${side}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${attributes} viewBox="${box}" shape-rendering="crispEdges"><path fill="#fff" d="M${-QUIET} ${-QUIET}h${side}v${side}H${-QUIET}z"/><path d="${path}"/></svg>`;
}
