/**
 * A year in front of the screen, from the day of the directory of today: every change at its second, against the
 * `opening_hours` package. It reads the device's clock, so this file runs in Europe/Paris only.
 */
import { expect, fixture, html } from '@open-wc/testing';
import { DateTime } from 'luxon';
import Reference from 'opening_hours';
import { YonneGardeScreen } from '../../components/garde-screen/garde-screen.ts';
import { bundled } from '../../src/bundled.ts';
import { loadDirectory } from '../../src/directory.ts';
import { phoneText } from '../../src/format.ts';
import { guide } from '../../src/guidance.ts';
import { type Instant, MINUTE } from '../../src/time/calendar.ts';
import { chance } from '../chance.ts';
import { handClock } from '../hand-clock.ts';
import { bare, warnings } from '../reading.ts';

if (!customElements.get('yonne-garde-screen')) customElements.define('yonne-garde-screen', YonneGardeScreen);

const YONNE = {
  lat: 47.8,
  lon: 3.57,
  address: { country_code: 'fr', state: 'Bourgogne-Franche-Comté', country: 'France' },
};
const directory = loadDirectory(bundled);
const pdsa = new Reference(directory.pdsa.text, YONNE);
/** The places whose hours change. */
const places = directory.channels
  .filter(({ kind, hours, access }) => kind === 'csnp' && hours && access === 'direct')
  .map(({ name, hours }) => ({ name, hours: new Reference(hours!.text, YONNE) }));

/** Those to whom 15 sends you at night. */
const onReferral = directory.channels.filter(({ access, regime }) => access === 'referral-15' && regime === 'pdsa');
/** The number that says which pharmacy is on duty. */
const pharmacyNumbers = directory.channels
  .filter(({ kind }) => kind === 'pharmacy-line')
  .flatMap(({ phones }) => phones.map(({ number }) => bare(phoneText(number))));

const paris = (at: Instant) => DateTime.fromMillis(at, { zone: 'Europe/Paris', locale: 'fr' });
const state = (hours: Reference, at: Instant) => {
  const date = new Date(at);
  return hours.getUnknown(date) ? 'unknown' : hours.getState(date) ? 'open' : 'closed';
};

/** The reference reports changes of rule too: go on to the next change of state. */
function changeAfter(hours: Reference, at: Instant): Instant {
  const before = state(hours, at);
  for (let next = hours.getNextChange(new Date(at)); next; next = hours.getNextChange(next)) {
    if (state(hours, next.getTime()) !== before) return next.getTime();
  }
  return Number.POSITIVE_INFINITY;
}

/** `20 h`, `lundi 8 h`, as seen from `now`. */
function when(at: Instant, now: Instant): string {
  const [then, here] = [paris(at), paris(now)];
  const midnight = then.hour === 0 && then.minute === 0;
  const day = midnight ? then.minus({ minutes: 1 }) : then;
  const clock = midnight ? 'minuit' : `${then.hour} h${then.minute ? ` ${String(then.minute).padStart(2, '0')}` : ''}`;
  return day.hasSame(here, 'day') ? clock : `${day.weekdayLong} ${clock}`;
}

describe('<yonne-garde-screen>: a year', () => {
  it('every change is shown at its second, and no state is wrong', async () => {
    const start = Date.parse(`${directory.date}T11:00:00Z`);
    const end = start + 366 * 1440 * MINUTE;
    // Made-up duties: a week each, from Saturday 19:00, and every third week nobody's.
    const duties: { from: Instant; to: Instant; name: string }[] = [];
    let saturday = paris(start).startOf('week').minus({ days: 2 }).set({ hour: 19 });
    for (let week = 0; saturday.toMillis() < end; week++, saturday = saturday.plus({ weeks: 1 })) {
      const [from, to] = [saturday.toMillis(), saturday.plus({ weeks: 1 }).toMillis()];
      if (week % 3) duties.push({ from, to, name: `Pharmacie d’essai ${week}` });
    }
    const clock = handClock(new Date(start).toISOString());
    const element = document.createElement('yonne-garde-screen') as YonneGardeScreen;
    element.clock = clock;
    element.wakeLock = undefined;
    element.lang = 'fr';
    // Without a size nothing is measured: all channels are shown.
    element.style.height = '0';
    element.innerHTML = `<script type="application/json">${JSON.stringify(
      duties.map(({ from, to, name }) => ({ from: paris(from).toISO(), to: paris(to).toISO(), name })),
    )}</script>`;
    await warnings(async () => {
      await fixture(html`${element}`);
      await element.updateComplete;
    });
    const root = element.shadowRoot!;
    const text = (selector: string) =>
      bare([...root.querySelectorAll(selector)].map((node) => node.textContent).join(' '));

    let looked = 0;
    const wrong: string[] = [];
    const look = async (at: Instant) => {
      clock.set(at);
      await element.updateComplete;
      looked++;
      const say = (what: string, shown: string, expected: string) => {
        if (shown !== expected) wrong.push(`${paris(at).toISO()} ${what}: "${shown}", expected "${expected}"`);
      };
      const night = state(pdsa, at) === 'open';
      say('clock', text('.time'), paris(at).toFormat('HH:mm'));
      say(
        'regime',
        text('.regime'),
        `${night ? 'Permanence des soins' : 'En journée'} jusqu’à ${when(changeAfter(pdsa, at), at)}`,
      );
      const channels = text('.channels');
      for (const { name, hours } of places) {
        const expected = state(hours, at) === 'open' ? `Ouvert jusqu’à ${when(changeAfter(hours, at), at)}` : '';
        const shown = new RegExp(`${name}.*?(Ouvert jusqu’à (?:\\p{L}+ )?(?:\\d+ h|minuit)(?: \\d\\d)?)`, 'u').exec(
          channels,
        )?.[1];
        say(name, channels.includes(name) ? (shown ?? '?') : '', expected);
      }
      for (const { name } of onReferral) say(name, String(channels.includes(name)), String(night));
      const duty = duties.find(({ from, to }) => from <= at && at < to);
      say('pharmacy', text('.duty .name'), duty?.name ?? '');
      for (const number of pharmacyNumbers) say(number, String(text('.pharmacy').includes(number)), 'true');
      const changes = [
        changeAfter(pdsa, at),
        // What no passer-by sees does not count: hours to be confirmed that end.
        ...places.map(({ hours }) => {
          if (state(hours, at) === 'unknown') return Number.POSITIVE_INFINITY;
          let change = changeAfter(hours, at);
          while (state(hours, at) === 'closed' && state(hours, change) !== 'open') change = changeAfter(hours, change);
          return change;
        }),
        ...duties.flatMap(({ from, to }) => [from, to]).filter((change) => change > at),
      ];
      say('next change', text('.foot strong'), when(Math.min(...changes), at));
    };

    const random = chance(89);
    let changes = 0;
    for (let at = start; at < end; ) {
      const engine = guide(directory, at).nextChange!;
      const next = Math.min(engine, ...duties.flatMap(({ from, to }) => [from, to]).filter((change) => change > at));
      await look(at + random.below((next - at) / MINUTE) * MINUTE);
      await look(next - 1000);
      await look(next);
      changes++;
      at = next;
      if (wrong.length > 20) break;
    }
    console.log(`${changes} changes of a year, ${looked} looks at the screen, ${wrong.length} wrong`);
    expect(wrong).to.deep.equal([]);
    // Each working day has two changes of the regime at least.
    expect(changes).to.be.above(480);
  });
});
