/** One row of the table of kinds decides, everywhere in the engine, what becomes of a channel of that kind. */
import { expect } from '@open-wc/testing';
import { loadDirectory } from '../src/directory.ts';
import { guide } from '../src/guidance.ts';
import { KINDS, type Kind } from '../src/kinds.ts';
import { structuredData } from '../src/structured-data.ts';
import { parseInstant } from '../src/time/calendar.ts';
import { smallDirectory } from './small-directory.ts';

const TUESDAY = parseInstant('2026-11-24T10:00')!;

/** The made-up directory with one more channel, of that kind, which answers at any hour. */
function withOne(kind: Kind) {
  const raw = smallDirectory();
  raw.channels.push({
    id: 'one',
    name: 'Made-up channel',
    kind,
    need: 'medical-advice',
    site: 'https://one.example/',
    hours: '24/7',
    sources: ['survey'],
    checked: '2026-01-02',
  });
  return loadDirectory(raw);
}

describe('the table of kinds', () => {
  for (const kind of Object.keys(KINDS) as Kind[]) {
    const { treats, helpline, schemaType } = KINDS[kind];
    const directory = withOne(kind);
    const { channels, helplines } = guide(directory, TUESDAY);
    const groups = Object.values(channels).flat();

    it(`${kind}: ${treats ? 'in' : 'not in'} the guidance`, () =>
      expect(groups.some(({ channel }) => channel.id === 'one')).to.equal(treats));

    it(`${kind}: ${helpline ? 'a' : 'no'} helpline beside 15`, () =>
      expect(helplines.some(({ id }) => id === 'one')).to.equal(helpline));

    it(`${kind}: in schema.org ${schemaType ?? 'a telephone line'}`, () => {
      const node = structuredData(directory, TUESDAY)['@graph'].find((found) => found['@id'] === '#yonne-soins-one');
      expect(node?.['@type']).to.equal(schemaType ?? 'ContactPoint');
    });
  }

  it('a kind that both treats and listens would stand there twice: there is none', () => {
    for (const [kind, { treats, helpline }] of Object.entries(KINDS)) expect(treats && helpline, kind).to.equal(false);
  });
});
