/** Every record of `data/` is right in itself and refers to what exists. */

import officialCommunes from '@etalab/decoupage-administratif/data/communes.json';
import officialEpci from '@etalab/decoupage-administratif/data/epci.json';
import { expect } from '@open-wc/testing';
import 'google-libphonenumber';
import { parsePhoneNumber } from 'libphonenumber-js/max';
import OpeningHoursReference from 'opening_hours';
import channels from '../data/channels.json';
import cpts from '../data/cpts.json';
import directoryJson from '../data/directory.json';
import contracts from '../data/local-health-contracts.json';
import sources from '../data/sources.json';
import { bundled } from '../src/bundled.ts';
import { loadDirectory } from '../src/directory.ts';
import { parseOpeningHours } from '../src/time/opening-hours.ts';

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
const epciOf = new Map(
  (officialEpci as unknown as { code: string; membres: { code: string }[] }[]).flatMap((epci) =>
    epci.membres.map(({ code }) => [code, epci.code]),
  ),
);

const directory = loadDirectory(bundled);
const [contract] = contracts as [(typeof contracts)[number]];
const records = [...directory.channels, ...directory.cpts.values(), ...directory.localHealthContracts];

const duplicates = (ids: string[]) => ids.filter((id, i) => ids.indexOf(id) !== i);

describe('the directory', () => {
  it('has unique ids', () => {
    expect(duplicates(records.map(({ id }) => id)), 'records').to.deep.equal([]);
    expect(duplicates(sources.map(({ id }) => id)), 'sources').to.deep.equal([]);
    expect(duplicates(directory.communes.map(({ code }) => code)), 'communes').to.deep.equal([]);
  });

  it('names for each record sources that exist, and no source in vain', () => {
    const used = new Set([...records.flatMap((record) => record.sources), ...directoryJson.pdsa.sources]);
    for (const source of used) expect(directory.sources.has(source), `source "${source}"`).to.equal(true);
    // What the tables and shapes are made from, and the law.
    const ofTables = ['decoupage-2026', 'ign-2018', 'code-travail'];
    expect(sources.map(({ id }) => id).filter((id) => !used.has(id) && !ofTables.includes(id))).to.deep.equal([]);
  });

  it('was checked on a day that has passed when this edition appeared', () => {
    for (const { id, checked } of records) expect(checked <= directory.date, `${id}: ${checked}`).to.equal(true);
  });

  for (const { id, hours } of directory.channels.filter((channel) => channel.hours)) {
    it(`${id}: the opening_hours package reads "${hours!.text}" too`, () => {
      expect(
        () =>
          new OpeningHoursReference(hours!.text, {
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

  it('does not publish 116 117, which does not serve the Yonne', () => {
    expect(JSON.stringify(channels)).not.to.match(/116 ?117/);
  });

  it('refers to CPTS that exist', () => {
    for (const { neighbours } of cpts.undetermined)
      for (const id of neighbours) expect(directory.cpts.has(id), id).to.equal(true);
  });
});

describe('the seed documents are all there', () => {
  const rows: [string, RegExp][] = [
    ['15', /"15"/],
    ['SOS Médecins 3624', /"3624"/],
    ['SOS Médecins Auxerre', /0 820 89 00 00/],
    ['its address', /48 bis boulevard Lyautey/],
    ['SOS Médecins Sens', /0 820 80 02 01/],
    ['its booking site', /https:\/\/rdvasos\.fr\//],
    ['its address', /36 rue de Paris/],
    ['Paul-Picquet', /03 86 65 91 82/],
    ['Sainte-Marguerite', /03 86 94 49 33/],
    ['its entrance', /"entrance": ?"left"/],
    ['MMG Auxerre', /Maison médicale de garde d’Auxerre/],
    ['MMG Saint-Clément', /Maison médicale de garde de Saint-Clément/],
    ['CPAM 3646', /"3646"/],
    ['ameli', /https:\/\/www\.ameli\.fr\//],
    ['examens de santé', /Centre d’examens de santé/],
    ['MSA', /MSA/],
    ['sante.fr', /https:\/\/www\.sante\.fr\//],
    ['téléconsultation Migennes', /Téléconsultation assistée de Migennes/],
    ['téléconsultation Joigny', /Téléconsultation assistée de Joigny/],
    ['télécabines', /Télécabines/],
    ['Montholon', /Centre de santé de Montholon/],
    ['soins de proximité', /pharmaciens, sages-femmes et infirmiers/],
    ['ARS', /ars-bfc-dcpt-dd89@ars\.sante\.fr/],
    ['DAC', /Dispositif d’appui à la coordination/],
    ['CPTS Nord Yonne', /https:\/\/cpts-nordyonne\.fr\//],
    ['CPTS Centre-Yonne', /https:\/\/www\.cpts-centre-yonne\.fr\//],
    ['CPTS Puisaye-Forterre', /https:\/\/cptspf\.fr\//],
    ['CPTS GIPS89', /https:\/\/www\.gips89\.fr\//],
    ['CPTS Auxerrois-Armance', /CPTS Auxerrois-Armance/],
  ];
  const text = JSON.stringify([channels, cpts]);
  for (const [what, pattern] of rows) it(what, () => expect(text).to.match(pattern));

  it('but not the doubtful address of the CPTS Auxerrois-Armance', () => expect(text).not.to.match(/site-sant/));
  it('14 signatories of the contrat local de santé', () => expect(contract.signatories).to.have.length(14));
});

describe('communes', () => {
  const ours = current.filter(({ departement }) => departement === '89');

  it('423, with name, postcodes and (to two digits) population of the official package', () => {
    expect(directory.communes).to.have.length(423);
    expect(ours).to.have.length(423);
    for (const { code, nom, codesPostaux, population } of ours) {
      const commune = directory.commune(code);
      expect(commune && [commune.name, commune.postcodes], code).to.deep.equal([nom, codesPostaux]);
      expect(commune!.population, code).to.equal(population! < 100 ? population : Number(population!.toPrecision(2)));
    }
  });

  it('each in exactly one EPCI, the official one', () => {
    expect(directory.epci.size).to.equal(16);
    for (const { code, epci } of directory.communes) {
      expect(epciOf.get(code), code).to.equal(epci);
      expect(directory.epci.has(epci), epci).to.equal(true);
    }
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

  it('78 in the contrat local de santé', () => {
    expect(directory.communes.filter(({ epci }) => contract.epci.includes(epci))).to.have.length(78);
  });

  it('attached to a CPTS: 172 documented, 246 to be confirmed, 5 not established', () => {
    const levels = directory.communes.map((commune) => directory.attachment(commune)?.level);
    const count = (level: string) => levels.filter((found) => found === level).length;
    expect([count('documented'), count('presumed'), count('undetermined')]).to.deep.equal([172, 246, 5]);
  });
});

describe('raw data that is wrong is refused, naming what and where', () => {
  type Raw = { [key: string]: never } & {
    channels: Record<string, unknown>[];
    cpts: { cpts: Record<string, unknown>[] };
    communes: string;
  };
  const changed = (change: (raw: Raw) => void) => {
    const raw = JSON.parse(JSON.stringify(bundled)) as Raw;
    change(raw);
    return () => loadDirectory(raw);
  };
  const index = (id: string) => channels.findIndex((channel) => channel.id === id);
  const rows: [string, (raw: Raw) => void, RegExp][] = [
    [
      'hours that cannot be read',
      (raw) => {
        raw.channels[index('csnp-paul-picquet')]!.hours = 'Mo-Su 8h-20h';
      },
      /channels\.\d+\.hours: .*position 7.*found "8h-20h".*expected/,
    ],
    [
      'a missing name',
      (raw) => {
        delete raw.channels[0]!.name;
      },
      /channels\.0\.name: .*Expected "name"/,
    ],
    [
      'an unknown way of access',
      (raw) => {
        raw.channels[0]!.access = 'walk-in';
      },
      /channels\.0\.access/,
    ],
    [
      'a malformed number',
      (raw) => {
        raw.channels[0]!.phones = [{ number: '+33 15' }];
      },
      /channels\.0\.phones\.0\.number/,
    ],
    [
      'a site without https',
      (raw) => {
        raw.cpts.cpts[0]!.site = 'javascript:alert(1)';
      },
      /cpts\.cpts\.0\.site/,
    ],
    [
      'a commune without its cells',
      (raw) => {
        raw.communes = raw.communes.replace(';Auxerre', '');
      },
      /communes: columns .*expected code, name/,
    ],
    [
      'not a directory',
      (raw) => {
        for (const key of Object.keys(raw)) delete raw[key];
      },
      /directory/,
    ],
  ];
  for (const [title, change, message] of rows) it(title, () => expect(changed(change)).to.throw(message));

  it('and the unchanged copy is accepted', () => expect(changed(() => undefined)).not.to.throw());
});

describe('bridge days', () => {
  it('are off: the Friday after Ascension 2026 is a working day', () => {
    expect(directory.bridgeDays).to.deep.equal([]);
  });

  it('once set, are wholly in the permanence des soins', () => {
    const raw = JSON.parse(JSON.stringify(bundled)) as { directory: { pdsa: { bridgeDays: string[] } } };
    raw.directory.pdsa.bridgeDays = ['2026-05-15'];
    expect(loadDirectory(raw).pdsa).to.deep.equal(
      parseOpeningHours(`${directoryJson.pdsa.hours}; 2026 May 15 00:00-24:00`),
    );
  });
});
