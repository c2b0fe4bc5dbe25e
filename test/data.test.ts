/**
 * What holds of `data/` whatever becomes of it: records are right in themselves, communes add up with the official
 * package, and all that the two source documents name is there. No test here says what a number or an hour is: whoever
 * corrects one changes `data/` alone.
 */

import officialCommunes from '@etalab/decoupage-administratif/data/communes.json';
import officialEpci from '@etalab/decoupage-administratif/data/epci.json';
import { expect } from '@open-wc/testing';
import 'google-libphonenumber';
import { parsePhoneNumber } from 'libphonenumber-js/max';
import OpeningHoursReference from 'opening_hours';
import contours from '../data/contours.json';
import directoryJson from '../data/directory.json';
import franceServices from '../data/france-services.csv';
import healthStructures from '../data/health-structures.csv';
import pharmacies from '../data/pharmacies.csv';
import { bundled } from '../src/bundled.ts';
import { createCommuneSearch } from '../src/communes.ts';
import { loadDirectory } from '../src/directory.ts';
import type { CareChannel, Role } from '../src/directory-schema.ts';
import { regimeAt } from '../src/guidance.ts';
import type { Kind } from '../src/kinds.ts';
import { readTable } from '../src/table.ts';
import { DAY, instantOf, MINUTE, weekdayOf } from '../src/time/calendar.ts';
import { frozen } from './frozen.ts';

/** libphonenumber-js leaves short numbers out; Google's own build has them, as a global. */
const google = (window as unknown as { libphonenumber: typeof import('google-libphonenumber') }).libphonenumber;

interface OfficialCommune {
  code: string;
  nom: string;
  type: string;
  departement: string;
  chefLieu?: string;
  codesPostaux?: string[];
  population?: number;
}
const official = officialCommunes as unknown as OfficialCommune[];
const current = official.filter(({ type }) => type === 'commune-actuelle');
const allEpci = officialEpci as unknown as { code: string; nom: string; membres: { code: string }[] }[];
const epciOf = new Map(allEpci.flatMap((epci) => epci.membres.map(({ code }) => [code, epci.code])));
const officialNames = new Map(allEpci.map(({ code, nom }) => [code, nom]));

const directory = loadDirectory(bundled);
const records = [...directory.channels, ...directory.cpts.values(), ...directory.localHealthContracts];

it('nothing of data/ is left out', () => expect(directory.leftOut).to.deep.equal([]));

describe('the directory', () => {
  it('names no source in vain', () => {
    const ofSite = [pharmacies, franceServices, healthStructures].flatMap((table) => [...readTable(table)('source')]);
    const used = new Set([
      ...[...records, directoryJson.pdsa, contours].flatMap((record) => record.sources),
      ...ofSite,
    ]);
    // What the tables are made from, whatever the year, and the law.
    const ofTables = /^(decoupage-\d{4}|finess-\d{4}|code-[a-z]+)$/;
    const ids = [...directory.sources.keys()];
    expect(ids.filter((id) => !used.has(id) && !ofTables.test(id))).to.deep.equal([]);
    for (const id of [...contours.sources, ...ofSite]) expect(directory.sources.has(id), id).to.equal(true);
  });

  it('was checked on a day that has passed when this edition appeared', () => {
    for (const { id, checked } of [...records, { ...directoryJson.pdsa, id: 'directory.pdsa' }])
      expect(checked <= directory.date, `${id}: ${checked}`).to.equal(true);
  });

  it('places what only the site shows in communes that exist, and checked it before this edition', () => {
    for (const table of [pharmacies, franceServices, healthStructures].map(readTable)) {
      for (const [row, code] of table('commune').entries()) {
        const name = table('name')[row]!;
        // A bus and the branch of several communes have none.
        if (code) expect(directory.commune(code), `${name}: ${code}`).to.exist;
        expect(name).to.match(/./);
        expect(table('checked')[row]! <= directory.date, name).to.equal(true);
      }
    }
    expect(readTable(pharmacies)('commune')).not.to.include('');
    // The last figure of a FINESS number is a Luhn key.
    for (const number of readTable(pharmacies)('finess')) {
      const sum = [...number].reverse().reduce((total, figure, i) => {
        const value = Number(figure) * (i % 2 ? 2 : 1);
        return total + (value > 9 ? value - 9 : value);
      }, 0);
      expect(sum % 10, number).to.equal(0);
    }
  });

  const texts = new Set([directory.pdsa.text, ...directory.channels.flatMap(({ hours }) => hours?.text ?? [])]);
  for (const text of texts) {
    it(`the opening_hours package reads "${text}" too`, () => {
      expect(
        () =>
          new OpeningHoursReference(text, {
            lat: 47.8,
            lon: 3.6,
            address: { country_code: 'fr', state: 'Bourgogne-Franche-Comté' },
          }),
      ).not.to.throw();
    });
  }

  it('says of each place with hours what holds on a public holiday', () => {
    for (const { id, hours, hoursOf } of directory.channels) {
      if (hours && hours.text !== '24/7' && !hoursOf) expect(hours.text, id).to.match(/PH/);
    }
  });

  for (const { id, phones } of directory.channels) {
    for (const { number } of phones) {
      it(`${id}: ${number} is a French number`, () => {
        const digits = number.replace(/ /g, '');
        if (digits.length === 10) {
          expect(parsePhoneNumber(number, 'FR').isValid()).to.equal(true);
        } else {
          const parsed = google.PhoneNumberUtil.getInstance().parse(digits, 'FR');
          expect(google.ShortNumberInfo.getInstance().isValidShortNumberForRegion(parsed, 'FR')).to.equal(true);
        }
      });
    }
  }

  it('gives a price for every surcharged number', () => {
    for (const { id, phones } of directory.channels) {
      for (const { number, price } of phones) {
        if (/^(0 8|3\d{3}$|1\d{1,2}$)/.test(number)) expect(price, `${id} ${number}`).not.to.equal(undefined);
        else expect(price, `${id} ${number}`).to.equal(undefined);
      }
    }
  });

  it('places each channel in a commune that exists, by its name', () => {
    for (const { id, place } of directory.channels) {
      if (!place) continue;
      const commune = current.find(({ code }) => code === place.commune);
      expect(commune?.nom, `${id}: ${place.commune}`).to.equal(place.town);
      if (place.postcode) expect(commune?.codesPostaux, id).to.include(place.postcode);
      const near = directory.commune(place.commune);
      expect(!!near !== !!place.point, `${id}: a point outside the département, none inside`).to.equal(true);
    }
  });

  it('gives no address where 15 decides who comes', () => {
    for (const { id, access, place } of directory.channels)
      if (access === 'referral-15') expect(place?.street, id).to.equal(undefined);
  });

  it('reaches each maison médicale de garde through 15 only: it invites nobody to walk in', () => {
    const houses = directory.channels.filter(({ kind }) => kind === 'mmg');
    expect(houses.length).to.be.above(0);
    for (const { id, access } of houses) expect(access, id).to.equal('referral-15');
  });

  it('says of no emergency department that it is open at any hour: statistics of a past year do not', () => {
    for (const { id, kind, hours } of directory.channels)
      if (kind === 'emergency-department') expect(hours?.text, id).not.to.equal('24/7');
  });

  it('gives euros per minute wherever the call is charged beside them', () => {
    for (const { id, phones } of directory.channels)
      for (const { plusCall, price } of phones) if (plusCall) expect(price, id).to.be.a('number');
  });

  it('has first the number of SOS Médecins whose price is known', () => {
    for (const { id, kind, phones } of directory.channels)
      if (kind === 'sos-medecins') expect(phones[0]!.price, id).to.be.a('number');
  });

  it('places what belongs to the territory of a CPTS in that territory', () => {
    for (const { id, cpts, place } of directory.channels) {
      const town = cpts && place && directory.commune(place.commune);
      const attachment = town && directory.attachment(town);
      if (attachment) expect(attachment.level !== 'undetermined' && attachment.cpts.id, id).to.equal(cpts);
    }
  });

  it('gives no address, no number and no sure hour to a dentist on duty: 15 does', () => {
    for (const { id, kind, access, phones, place, hours } of directory.channels) {
      if (kind !== 'dentist-on-duty') continue;
      expect([access, phones, place], id).to.deep.equal(['referral-15', [], undefined]);
      expect(hours?.rules.every(({ state }) => state === 'unknown') ?? true, id).to.equal(true);
    }
  });

  it('links to no site that was only announced', () => {
    for (const { id, site, announcedSite } of directory.cpts.values())
      if (announcedSite) expect(site, id).to.equal(undefined);
  });

  it('does not publish 116 117, which does not serve the Yonne', () => {
    for (const { id, phones } of directory.channels)
      for (const { number } of phones) expect(number.replace(/ /g, ''), id).not.to.equal('116117');
    expect(JSON.stringify(bundled)).not.to.match(/116 ?117/);
  });
});

describe('the permanence des soins, in the year from the day of this edition', () => {
  const first = Date.parse(directory.date) / DAY;
  const days = Array.from({ length: 366 }, (_, i) => first + i);
  const iso = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
  const kindAt = (day: number, hour: number) => regimeAt(directory, instantOf(day * DAY + hour * 60 * MINUTE)).kind;
  const isOff = (day: number) => weekdayOf(day) === 6 || directory.calendar.holidayOn(day) !== undefined;

  it('holds in the middle of every night', () => {
    for (const day of days) expect(kindAt(day, 3), iso(day)).to.equal('pdsa');
  });

  it('holds on Sundays, public holidays and bridge days, at noon too', () => {
    for (const day of days.filter((day) => isOff(day) || directory.bridgeDays.includes(iso(day))))
      expect(kindAt(day, 12), iso(day)).to.equal('pdsa');
  });

  it('does not hold at noon from Monday to Friday otherwise', () => {
    for (const day of days.filter((day) => weekdayOf(day) < 5 && !isOff(day)))
      if (!directory.bridgeDays.includes(iso(day))) expect(kindAt(day, 12), iso(day)).to.equal('daytime');
  });

  it('has bridge days only where a day of rest is next to them, and once each', () => {
    const bridges = directory.bridgeDays.map((day) => Date.parse(day) / DAY);
    expect(new Set(bridges).size).to.equal(bridges.length);
    for (const day of bridges) {
      expect(isOff(day), iso(day)).to.equal(false);
      expect(
        [day - 2, day - 1, day + 1, day + 2].some((near) => directory.calendar.holidayOn(near)),
        iso(day),
      ).to.be.true;
    }
  });
});

/**
 * The two documents that this directory was made from name places, services and institutions, and how one reaches them:
 * each is there, and can be reached that way. Nothing asks whether a number, an hour or a rule of access is still that of
 * the document: it may have been corrected since.
 */
describe('what the documents of 2023 and 2025 name is there', () => {
  interface Named {
    role?: Role;
    kind?: Kind;
    name?: RegExp;
    town?: RegExp;
  }
  type Way = 'number' | 'address' | 'hours' | 'site' | 'email';
  const has: Record<Way, (channel: CareChannel) => unknown> = {
    number: ({ phones }) => phones.length,
    address: ({ place }) => place?.street && place.postcode,
    hours: ({ hours }) => hours,
    site: ({ site }) => site,
    email: ({ email }) => email,
  };
  const rows: [what: string, named: Named, ...ways: Way[]][] = [
    ['15, service d’accès aux soins', { role: 'vital' }, 'number', 'hours'],
    ['SOS Médecins Auxerre', { kind: 'sos-medecins', name: /Auxerre/ }, 'number', 'address', 'hours'],
    ['SOS Médecins Sens', { kind: 'sos-medecins', name: /Sens/, town: /^Saint-Clément/ }, 'number', 'address', 'site'],
    ['Clinique Paul-Picquet', { kind: 'csnp', name: /Paul-Picquet/, town: /^Sens/ }, 'number', 'hours'],
    [
      'Polyclinique Sainte-Marguerite',
      { kind: 'csnp', name: /Sainte-Marguerite/, town: /^Auxerre/ },
      'number',
      'hours',
    ],
    ['maison médicale de garde d’Auxerre', { kind: 'mmg', town: /^Auxerre/ }],
    ['maison médicale de garde de Saint-Clément', { kind: 'mmg', town: /^Saint-Clément/ }],
    ['CPAM de l’Yonne', { role: 'insurance', name: /^CPAM/ }, 'number', 'site'],
    ['centre d’examens de santé', { role: 'health-check' }],
    ['MSA', { role: 'agricultural-insurance', name: /MSA/ }],
    ['Santé.fr', { role: 'professional-search', name: /Santé\.fr/ }, 'site'],
    ['téléconsultation assistée à Migennes', { kind: 'assisted-teleconsultation', town: /^Migennes/ }],
    ['téléconsultation assistée à Joigny', { kind: 'assisted-teleconsultation', town: /^Joigny/ }],
    ['télécabines des pharmacies', { kind: 'telecabin' }],
    ['centre de santé de Montholon', { kind: 'health-centre', town: /^Montholon/ }],
    ['soins des pharmaciens, sages-femmes et infirmiers', { kind: 'community-care', name: /sages-femmes/ }],
    ['ARS, direction territoriale', { role: 'health-agency', name: /^ARS/ }, 'email'],
    ['dispositif d’appui à la coordination', { role: 'care-coordination' }],
  ];
  for (const [what, { role, kind, name, town }, ...ways] of rows) {
    it(`${what}${ways.length ? `: ${ways.join(', ')}` : ''}`, () => {
      const found = directory.channels.filter(
        (channel) =>
          (!role || channel.role === role) &&
          (!kind || channel.kind === kind) &&
          (!name || name.test(channel.name)) &&
          (!town || town.test(channel.place?.town ?? '')),
      );
      expect(found.map(({ id }) => id)).to.have.length(1);
      for (const way of ways) expect(has[way](found[0]!), way).to.be.ok;
    });
  }

  it('one number for SOS Médecins in the whole département, with what a minute costs', () => {
    const all = directory.channels.filter(({ kind }) => kind === 'sos-medecins');
    const common = all[0]!.phones.filter(({ number }) =>
      all.every(({ phones }) => phones.some((phone) => phone.number === number)),
    );
    expect(common).to.have.length(1);
    expect(common[0]!.price).to.be.a('number');
  });

  const groups: [name: RegExp, site: boolean][] = [
    [/Nord[ -]Yonne/, true],
    [/Centre[ -]Yonne/, true],
    [/Puisaye-Forterre/, true],
    [/GIPS ?89/, true],
    // Its site was being made.
    [/Auxerrois-Armance/, false],
  ];
  for (const [name, site] of groups) {
    it(`CPTS ${name.source}${site ? ': site' : ''}`, () => {
      const found = [...directory.cpts.values()].filter((cpts) => name.test(cpts.name));
      expect(found).to.have.length(1);
      if (site) expect(found[0]!.site).to.be.ok;
    });
  }
});

describe('the contrat local de santé that was signed on 4 October 2023', () => {
  // What was signed does not change.
  const contract = directory.localHealthContracts.find(({ signed }) => signed === '2023-10-04')!;

  it('from 2023 to 2027', () => expect([contract.from, contract.to]).to.deep.equal([2023, 2027]));

  const signatories = [
    /^Agence régionale de santé/,
    /Auxerrois/,
    /Aillantais/,
    /Chablis/,
    /^Conseil départemental/,
    /^Conseil régional/,
    /^Préfecture/,
    /Éducation nationale/,
    /^Caisse primaire d’assurance maladie/i,
    /MSA/,
    /Sainte-Marguerite/,
    /^Centre hospitalier d’Auxerre/,
    /^Centre hospitalier spécialisé/,
    /^CPTS Sud Yonne/,
  ];
  for (const pattern of signatories) {
    it(`signed by ${pattern.source}`, () =>
      expect(contract.signatories.filter((name) => pattern.test(name))).to.have.length(1));
  }
  it('and by nobody else', () => expect(contract.signatories).to.have.length(signatories.length));

  const plans = [
    /première année d’études en santé/,
    /étudiants/,
    /s’installent/,
    /maisons de santé/,
    /maison médicale de garde.*urgences de l’hôpital/,
    /communautés professionnelles de santé/,
    /stages/,
    /nutrition et activité physique des enfants/,
    /compétences psychosociales/,
    /environnement/,
    /téléconsultation assistée/,
    /autonomie/,
    /ambassadeurs/,
    /premiers secours en santé mentale/,
    /16.25 ans/,
    /santé des jeunes/,
    /cœur des femmes/,
  ];
  for (const pattern of plans)
    it(`plans: ${pattern.source}`, () => expect(contract.actions.some(({ fr }) => pattern.test(fr))).to.equal(true));

  it('in 78 communes, as they were then', () => {
    const { epci } = frozen.localHealthContracts.find(({ id }) => id === contract.id)!;
    expect(frozen.communes.filter((commune) => epci.includes(commune.epci))).to.have.length(78);
  });
});

describe('communes', () => {
  const ours = current.filter(({ departement }) => departement === directory.department.code);

  it('those of the official package, with their names, postcodes and (to two digits) population', () => {
    expect(ours.length).to.be.above(0);
    expect(directory.communes.map(({ code }) => code)).to.have.members(ours.map(({ code }) => code));
    for (const { code, nom, codesPostaux, population } of ours) {
      const commune = directory.commune(code)!;
      expect([commune.name, commune.postcodes], code).to.deep.equal([nom, codesPostaux]);
      expect(commune.population, code).to.equal(population! < 100 ? population : Number(population!.toPrecision(2)));
    }
  });

  it('each in the EPCI of the official package, by its name', () => {
    for (const { code, epci } of directory.communes) expect(epciOf.get(code), code).to.equal(epci);
    const codes = new Set(ours.map(({ code }) => epciOf.get(code)));
    expect([...directory.epci.keys()]).to.have.members([...codes]);
    for (const [code, name] of directory.epci) expect(officialNames.get(code), code).to.equal(name);
  });

  it('with the names of the communes that they replaced', () => {
    for (const { code, name, former } of directory.communes) {
      const names = official
        .filter((c) => c.type !== 'commune-actuelle' && c.chefLieu === code && c.nom !== name)
        .map(({ nom }) => nom);
      expect([...former].sort(), code).to.deep.equal(names.sort());
    }
  });

  it('each at a point of the Yonne', () => {
    for (const { code, point } of directory.communes) {
      expect(point[0], code).to.be.within(47.3, 48.4);
      expect(point[1], code).to.be.within(2.8, 4.35);
    }
  });

  it('each is found by its name and by its code', () => {
    const search = createCommuneSearch(directory.communes);
    for (const { code, name } of directory.communes) {
      expect(
        search(name, 20).matches.some(({ commune }) => commune.code === code),
        name,
      ).to.equal(true);
      expect(
        search(code, 20).matches.some(({ commune }) => commune.code === code),
        code,
      ).to.equal(true);
    }
  });

  it('each has its CPTS, or those around it: documented, presumed or undetermined', () => {
    const levels = directory.communes.map((commune) => directory.attachment(commune).level);
    const count = (level: string) => levels.filter((found) => found === level).length;
    expect(count('documented') + count('presumed') + count('undetermined')).to.equal(ours.length);
    for (const commune of directory.communes) {
      const attachment = directory.attachment(commune);
      if (attachment.level === 'undetermined') expect(attachment.neighbours, commune.code).not.to.be.empty;
      // What is presumed says why, so that a reader can judge.
      if (attachment.level === 'presumed') expect(attachment.because, commune.code).to.be.ok;
    }
  });

  it('what was confirmed for one commune has its source and its day, or neither', () => {
    for (const { id, territory } of directory.cpts.values())
      for (const { commune, source, checked } of territory)
        expect(source === undefined, `${id}: ${commune}`).to.equal(checked === undefined);
  });

  it('the EPCI of a contrat local de santé have communes', () => {
    for (const { id, epci } of directory.localHealthContracts)
      for (const code of epci)
        expect(
          directory.communes.some((commune) => commune.epci === code),
          `${id}: ${code}`,
        ).to.equal(true);
  });
});
