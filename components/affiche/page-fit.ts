/** How the poster becomes a sheet of paper: while the page is printed. */

/** Millimetres of A4; on a page of the same shape, such as A3, all is magnified. */
const WIDTH = 210;
const HEIGHT = 297;

/** Millimetres of a typographic point. */
const POINT = 25.4 / 72;

/** Points: larger text would only be farther apart. */
const LARGEST = 24;

/** Only pages with a poster are without margins, and so without the browser's headers: a host's own stay as they are. */
const PAGE = '@page yonne-affiche { margin: 0 }';

let pageRule: CSSStyleSheet | undefined;

/** Makes that rule known to the page: it does not count in a shadow root. Old engines keep their margins. */
export function withoutMargins(): void {
  if (pageRule || !('adoptedStyleSheets' in document)) return;
  pageRule = new CSSStyleSheet();
  pageRule.replaceSync(PAGE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, pageRule];
}

/**
 * Lays the poster out as a sheet, in the largest text with which it stays on one page.
 *
 * @param smallest - Points of A4 under which no text gets: what then does not fit goes on, on a second page.
 */
export function layOut(poster: HTMLElement, smallest: number): void {
  poster.classList.add('sheet');
  const { style } = poster;
  const set = (size: number) => style.setProperty('--em', String((size * POINT) / WIDTH));
  let [low, high] = [smallest, LARGEST];
  // Letters are not magnified to a hair: a word that stands on a line of A4 may not on one of A3, as wide as A4 is high.
  for (const width of [WIDTH, HEIGHT]) {
    style.setProperty('--page', `${width}mm`);
    style.width = `${width}mm`;
    style.minHeight = '0';
    // A page is cut to whole pixels.
    const limit = (poster.offsetWidth * HEIGHT) / WIDTH - 4;
    for (low = smallest; high - low > 0.05; ) {
      const size = (low + high) / 2;
      set(size);
      if (poster.offsetHeight <= limit) low = size;
      else high = size;
    }
  }
  // Paper is no whole number of pixels wide: a word that just stood on a line may not.
  set(Math.max(smallest, low * 0.99));
  style.removeProperty('--page');
  style.width = style.minHeight = '';
}

/** The poster as a card of its page again. */
export function unfold(poster: HTMLElement): void {
  poster.classList.remove('sheet');
}
