import { correction, generate } from 'lean-qr/nano';
import { html, nothing, type TemplateResult } from 'lit';

/** Modules of white that readers need around a code. */
const QUIET = 4;

const codes = new Map<string, { size: number; path: string } | undefined>();

/** The code of `text` as one path, a run of dark modules after the other; `undefined` past what a code can hold. */
function draw(text: string): { size: number; path: string } | undefined {
  try {
    const { size, get } = generate(text, { minCorrectionLevel: correction.M });
    let path = '';
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        const from = x;
        while (get(x, y)) x++;
        if (x > from) path += `M${from} ${y}h${x - from}v1H${from}z`;
      }
    }
    return { size, path };
  } catch {
    return undefined;
  }
}

/**
 * A QR code, black on white in every theme: many readers want it so.
 *
 * @param url - What it leads to.
 * @param label - What it says to those who do not see it.
 * @returns `nothing` where the address is too long for a code.
 */
export function qrCode(url: string, label: string): TemplateResult | typeof nothing {
  // A page has one or two of them, and draws again each minute.
  if (!codes.has(url)) {
    if (codes.size > 9) codes.clear();
    codes.set(url, draw(url));
  }
  const code = codes.get(url);
  if (!code) return nothing;
  const side = code.size + 2 * QUIET;
  return html`<svg class="qr" role="img" aria-label=${label} viewBox="${-QUIET} ${-QUIET} ${side} ${side}" shape-rendering="crispEdges">
    <rect x=${-QUIET} y=${-QUIET} width=${side} height=${side} fill="#fff"></rect>
    <path fill="#000" d=${code.path}></path>
  </svg>`;
}
