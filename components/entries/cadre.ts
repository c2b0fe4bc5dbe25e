/**
 * The page of an iframe, `cadre.html`: the settings in its query or hash are `widget`, `accent`, `on-accent`,
 * `surface`, `radius`, `origin`, and the attributes of the widget but `contact` and `territory`.
 */
import '../locales/languages.ts';
import './define.ts';
import { HEIGHT, STYLES } from './frame.ts';
import { isOwn, isStyle } from './link-settings.ts';

const PLACE = 'data-yonne';

/** What a CPTS says of itself: whoever makes a link may not say it in its place. */
const OF_HOSTS_ONLY = ['contact', 'territory'];

const place = document.querySelector<HTMLElement>(`[${PLACE}]`)!;

const settings = () => new URLSearchParams(`${location.search.slice(1)}&${location.hash.slice(1)}`);

function apply(): void {
  const asked = settings();
  for (const name of place.getAttributeNames()) if (name !== PLACE) place.removeAttribute(name);
  document.documentElement.lang = 'fr';
  place.setAttribute(PLACE, asked.get('widget') || 'soins-now');
  for (const [name, value] of asked) {
    if (STYLES.includes(name)) {
      if (isStyle(name, value)) place.style.setProperty(`--yonne-${name}`, value);
    } else if (
      /^[a-z-]+$/.test(name) &&
      !OF_HOSTS_ONLY.includes(name) &&
      // A form that readers are sent to answers for the page as data do.
      (!(name === 'directory' || (name === 'report-to' && value.includes(':'))) || isOwn(name, value))
    )
      place.setAttribute(`data-${name}`, value);
  }
}

/** The origin of the page around, as the browser says, else as the settings or the referrer do. */
function hostOrigin(): string | undefined {
  for (const address of [location.ancestorOrigins?.[0], settings().get('origin'), document.referrer]) {
    try {
      const { origin } = new URL(address!);
      if (origin !== 'null') return origin;
    } catch {}
  }
  return undefined;
}

/** The widget's title and language are the page's; a host that listens hears its height, which is not the iframe's. */
function tell(): void {
  const card = place.shadowRoot?.firstElementChild?.shadowRoot?.querySelector<HTMLElement>('[part~="card"]');
  if (card) {
    document.title = card.querySelector('[role="heading"]')!.textContent!.trim();
    document.documentElement.lang = card.lang;
  }
  const origin = parent !== window && hostOrigin();
  const height = Math.ceil(place.getBoundingClientRect().height);
  if (origin) parent.postMessage({ type: HEIGHT, height }, origin);
}

addEventListener('hashchange', apply);
apply();
new ResizeObserver(tell).observe(place);
