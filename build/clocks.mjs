import { IANAZone } from 'luxon';

const HOUR = 3_600_000;

/**
 * The changes of a zone's clocks, for the script: old devices have old zone tables, and the first `Intl` object of a
 * page costs a quarter of the time to its first paint. luxon knows them from this machine's Node.
 *
 * @param {string} text - `Europe/Paris 1970-2100`: a zone, the first year and the last.
 * @returns {string} A module that exports the two offsets from UTC in minutes, that of the first year first, and the
 * hours between a change and the one before it (the first: since the Unix epoch) in base 36: each change takes the
 * clocks from one offset to the other.
 */
export function clocks(text) {
  const [, name, first, last] = /^(\S+) (\d{4})-(\d{4})\s*$/.exec(text) ?? [];
  const zone = IANAZone.create(name ?? '');
  if (!zone.isValid)
    throw new Error(`clocks: found "${text.trim()}", expected a zone and years: Europe/Paris 1970-2100`);
  const offsetAt = (hour) => zone.offset(hour * HOUR);
  const offsets = [offsetAt(Date.UTC(first, 0) / HOUR)];
  const waits = [];
  let current = offsets[0];
  let change = 0;
  const end = Date.UTC(Number(last) + 1, 0) / HOUR;
  for (let day = Date.UTC(first, 0) / HOUR; day < end; day += 24) {
    if (offsetAt(day + 24) === current) continue;
    let hour = day;
    while (offsetAt(hour) === current) hour++;
    const onTheHour = zone.offset(hour * HOUR - 1) === current;
    current = offsetAt(hour);
    offsets[1] ??= current;
    if (!onTheHour || current !== offsets[(waits.length + 1) % 2])
      throw new Error(`clocks: ${name} does not go from one of two offsets to the other, on the hour`);
    waits.push((hour - change).toString(36));
    change = hour;
  }
  return `export const offsets = ${JSON.stringify(offsets)};\nexport const waits = '${waits.join(' ')}';\n`;
}
