/**
 * A year in front of the screen, from the day of the directory of today: every change at its second, against the
 * `opening_hours` package. It reads the device's clock, so this file runs in Europe/Paris only.
 */
import { expect, fixture, html } from '@open-wc/testing';
import { DateTime } from 'luxon';
import Reference from 'opening_hours';
import { YonneGardeScreen } from '../../components/garde-screen/garde-screen.ts';
import { replaceBundledDirectory } from '../../components/shared/bundled-directory.ts';
import { bundled } from '../../src/bundled.ts';
import { loadDirectory } from '../../src/directory.ts';
import type { RawDirectory } from '../../src/directory-schema.ts';
import { phoneText } from '../../src/format.ts';
import { guide } from '../../src/guidance.ts';
import type { Duty } from '../../src/roster.ts';
import { type Instant, MINUTE } from '../../src/time/calendar.ts';
import { chance } from '../chance.ts';
import { handClock } from '../hand-clock.ts';
import { bare, warnings } from '../reading.ts';
import { turn } from '../waiting.ts';

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

const start = Date.parse(`${directory.date}T11:00:00Z`);
const end = start + 366 * 1440 * MINUTE;

/** Made-up duties: a week each, from Saturday 19:00, and every third week nobody's. */
function dutiesOfAYear(): Duty[] {
  const duties: Duty[] = [];
  let saturday = paris(start).startOf('week').minus({ days: 2 }).set({ hour: 19 });
  for (let week = 0; saturday.toMillis() < end; week++, saturday = saturday.plus({ weeks: 1 })) {
    const [from, to] = [saturday.toMillis(), saturday.plus({ weeks: 1 }).toMillis()];
    if (week % 3) duties.push({ from, to, name: `Pharmacie d’essai ${week}` });
  }
  return duties;
}

/** As a pharmacist's file has them. */
const fileOf = (duties: readonly Duty[]) =>
  JSON.stringify(duties.map(({ from, to, name }) => ({ from: paris(from).toISO(), to: paris(to).toISO(), name })));

describe('<yonne-garde-screen>: a year', () => {
  it('every change is shown at its second, and no state is wrong', async () => {
    const duties = dutiesOfAYear();
    const clock = handClock(new Date(start).toISOString());
    const element = document.createElement('yonne-garde-screen') as YonneGardeScreen;
    element.clock = clock;
    element.wakeLock = undefined;
    element.lang = 'fr';
    // Without a size nothing is measured: all channels are shown.
    element.style.height = '0';
    element.innerHTML = `<script type="application/json">${fileOf(duties)}</script>`;
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
        `${night ? 'Hors des heures de cabinet' : 'En journée'}, jusqu’à ${when(changeAfter(pdsa, at), at)}`,
      );
      const channels = text('.channels');
      for (const { name, hours } of places) {
        const expected = {
          open: () => `Ouvert jusqu’à ${when(changeAfter(hours, at), at)}`,
          unknown: () => 'Ouverture à confirmer',
          closed: () => '',
        }[state(hours, at)]();
        const shown = new RegExp(
          `${name}.*?(Ouverture à confirmer|Ouvert jusqu’à (?:\\p{L}+ )?(?:\\d+ h|minuit)(?: \\d\\d)?)`,
          'u',
        ).exec(channels)?.[1];
        say(name, channels.includes(name) ? (shown ?? '?') : '', expected);
      }
      const sent = /Seulement si le 15 vous y envoie : .*\((.*)\)\.$/.exec(channels)?.[1] ?? '';
      say('on referral', sent, night ? onReferral.map(({ place }) => place!.town).join(', ') : '');
      // That of now, else the one that begins within a day.
      const duty = duties.find(({ from, to }) => from <= at && at < to);
      const coming = duty ? undefined : duties.find(({ from }) => at < from && from - at < 1440 * MINUTE);
      say('pharmacy', text('.duty .name'), (duty ?? coming)?.name ?? '');
      say('its beginning', String(!!text('.from')), String(!!coming));
      for (const number of pharmacyNumbers) say(number, String(text('.pharmacy').includes(number)), 'true');
      // What a passer-by can then use comes first; what nobody sees does not count: hours to be confirmed that end.
      const changes: [Instant, string][] = [
        ...duties
          .filter(({ from }) => from > at)
          .map(({ from, name }): [Instant, string] => [from, `${name} prend la garde`]),
        ...places
          .filter(({ hours }) => state(hours, at) === 'closed')
          .map(({ name, hours }): [Instant, string] => {
            let change = changeAfter(hours, at);
            while (state(hours, change) !== 'open') change = changeAfter(hours, change);
            return [change, `${name.split(',')[0]} ouvre`];
          }),
        [changeAfter(pdsa, at), `${night ? 'début' : 'fin'} des heures de cabinet`],
        ...places
          .filter(({ hours }) => state(hours, at) === 'open')
          .map(({ name, hours }): [Instant, string] => [changeAfter(hours, at), `${name.split(',')[0]} ferme`]),
        ...(duty ? [[duty.to, `fin de garde, ${duty.name}`] as [Instant, string]] : []),
      ];
      const [soonest, what] = changes.reduce((first, other) => (other[0] < first[0] ? other : first));
      say('next change', text('.foot span:first-child'), `Prochain changement : ${when(soonest, at)} – ${what}`);
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

  it('a new file each week, power and network cut at random instants: never a pharmacy that is not on duty', async () => {
    const random = chance(15);
    const { fetch } = window;
    const all = dutiesOfAYear();
    const clock = handClock(new Date(start).toISOString());
    /** Each week's file has its own duty and the next one. */
    const published = () => all.filter(({ to, from }) => to > clock.now() && from - clock.now() < 14 * 1440 * MINUTE);
    let online = true;
    window.fetch = () =>
      online ? Promise.resolve(new Response(fileOf(published()))) : Promise.reject(new TypeError('no network'));
    let element: YonneGardeScreen | undefined;
    let cuts = 0;
    const boot = async () => {
      element?.remove();
      element = document.createElement('yonne-garde-screen') as YonneGardeScreen;
      element.clock = clock;
      element.wakeLock = undefined;
      element.lang = 'fr';
      element.style.height = '0';
      element.setAttribute('roster', '/duties.json');
      document.body.append(element);
      cuts++;
    };
    const wrong: string[] = [];
    let looked = 0;
    try {
      await warnings(async () => {
        await boot();
        while (clock.now() < end) {
          clock.set(clock.now() + (20 + random.below(300)) * MINUTE + random.below(60) * 1000);
          if (random.below(10) === 0) online = !online;
          if (random.below(6) === 0) await boot();
          await element!.updateComplete;
          // More than an hour may have passed: the file is asked again.
          for (let i = 0; i < 4; i++) await turn();
          await element!.updateComplete;
          const at = clock.now();
          const root = element!.shadowRoot!;
          const names = [...root.querySelectorAll('.duty .name')].map(({ textContent }) => bare(textContent!)).join();
          const coming = root.querySelector('.from') !== null;
          const right = all.filter(({ from, to }) =>
            coming ? at < from && from - at < 1440 * MINUTE : from <= at && at < to,
          );
          looked++;
          if (names && !right.some(({ name }) => name === names))
            wrong.push(`${paris(at).toISO()}: "${names}" is not on duty`);
          if (online && names !== right.map(({ name }) => name).join())
            wrong.push(`${paris(at).toISO()}: "${names}", expected "${right[0]?.name}"`);
          if (
            !names &&
            !pharmacyNumbers.every((number) => bare(root.querySelector('.pharmacy')!.textContent!).includes(number))
          )
            wrong.push(`${paris(at).toISO()}: neither a pharmacy nor the number for it`);
          if (bare(root.querySelector('.time')!.textContent!) !== paris(at).toFormat('HH:mm'))
            wrong.push(`${paris(at).toISO()}: another time`);
        }
      });
    } finally {
      window.fetch = fetch;
      element?.remove();
    }
    console.log(`${cuts} power cuts of a year, ${looked} looks at the screen, ${wrong.length} wrong`);
    expect(wrong.slice(0, 20)).to.deep.equal([]);
    expect(clock.listeners.size).to.equal(0);
    expect(cuts).to.be.above(300);
  });

  it('notices of a year: each is there from its first minute to its last', async () => {
    const random = chance(53);
    // In the day, when no clock is set to another hour.
    const minute = (days: number) =>
      paris(start)
        .plus({ days: random.below(days) })
        .set({ hour: 6 + random.below(16), minute: random.below(60), second: 0, millisecond: 0 });
    const notices = Array.from({ length: 60 }, (_, i) => {
      const from = minute(360);
      const to = from.plus({ days: random.below(20), minutes: 1 + random.below(300) });
      return { id: `essai-${i}`, from, to, text: { fr: `Annonce d’essai ${i}` } };
    });
    const wall = (at: DateTime) => at.toFormat("yyyy-MM-dd'T'HH:mm");
    const raw = bundled as RawDirectory;
    const published = notices.map(({ from, to, ...notice }) => ({ ...notice, from: wall(from), to: wall(to) }));
    replaceBundledDirectory({ ...raw, directory: { ...raw.directory, notices: published } });
    const clock = handClock(new Date(start).toISOString());
    const wrong: string[] = [];
    try {
      const element = document.createElement('yonne-garde-screen') as YonneGardeScreen;
      Object.assign(element, { clock, wakeLock: undefined, lang: 'fr' });
      element.style.height = '0';
      await fixture(html`${element}`);
      const changes = notices.flatMap(({ from, to }) => [from.toMillis(), to.toMillis()]).sort((a, b) => a - b);
      for (const at of changes.flatMap((change) => [change - 1000, change])) {
        clock.set(at);
        await element.updateComplete;
        const shown = [...element.shadowRoot!.querySelectorAll('.notices strong')].map((node) =>
          bare(node.textContent!),
        );
        const expected = notices.filter(({ from, to }) => +from <= at && at < +to).map(({ text }) => bare(text.fr));
        if (shown.sort().join() !== expected.sort().join())
          wrong.push(`${paris(at).toISO()}: "${shown}", expected "${expected}"`);
      }
    } finally {
      replaceBundledDirectory(bundled);
    }
    expect(wrong).to.deep.equal([]);
  });
});
