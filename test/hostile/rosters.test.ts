import { expect, fixture, html } from '@open-wc/testing';
import type { YonneGardeScreen } from '../../components/garde-screen/garde-screen.ts';
import '../../components/entries/define-screen.ts';
import { useTrial, VILLE } from '../fixtures/trial.ts';
import { handClock } from '../hand-clock.ts';
import { visibleText, warnings } from '../reading.ts';
import { answered, followed } from '../waiting.ts';
import { expectSound, watch } from './sight.ts';

useTrial();

const HEADER = 'début;fin;nom;adresse;ville;téléphone';
const LINE = '01/12/2026 09:00;02/12/2026 09:00;Pharmacie d’essai;1 rue d’essai;Ville-d’Essai;03 53 01 00 50';
const csv = (...lines: string[]) => [HEADER, ...lines, ''].join('\n');
const json = (value: unknown) => JSON.stringify(value);
const duty = { from: '2026-12-01T09:00', to: '2026-12-02T09:00', name: 'Pharmacie d’essai' };
const many = (count: number, line: (i: number) => string) => csv(...Array.from({ length: count }, (_, i) => line(i)));

/** @see Hostile: a body, and whether the pharmacy of `LINE` is on the screen. */
const rosters: [title: string, body: BodyInit | (() => Response), shown: boolean][] = [
  ['right', csv(LINE), true],
  ['nothing', '', false],
  ['spaces', ' \n \n', false],
  ['a page', '<!doctype html><script>alert(1)</script>', false],
  ['only a header', csv(), false],
  ['the header twice', csv(HEADER, LINE), true],
  ['separators only', ';;;;;\n'.repeat(1000), false],
  ['one line of a million letters', 'a'.repeat(1_000_000), false],
  ['one line of a million separators', ';'.repeat(1_000_000), false],
  ['a quote that never ends', csv(LINE, `"${'a\n'.repeat(100_000)}`), true],
  ['a hundred thousand quotes', csv(LINE, '"'.repeat(100_001)), true],
  ['bytes that are no text', new Uint8Array(10_000).fill(0xff), false],
  ['bytes of nothing', new Uint8Array(10_000), false],
  [
    'UTF-16',
    new Uint8Array([0xff, 0xfe, ...new Uint8Array(new Uint16Array([...csv(LINE)].map((c) => c.charCodeAt(0))).buffer)]),
    true,
  ],
  ['half a UTF-16', new Uint8Array([0xff, 0xfe, 0x64]), false],
  ['markup', csv(LINE.replace('1 rue', '<img src=https://evil.example/ onerror=alert(1)>')), true],
  ['a formula', csv(LINE.replace('1 rue', '=HYPERLINK("https://evil.example/")')), true],
  ['letters that turn the line around', csv(LINE.replace('1 rue', '\u202e\u2066\u200b')), true],
  ['a name of ten thousand letters', csv(LINE, LINE.replace('Pharmacie d’essai', 'a'.repeat(10_000))), true],
  ['an address of letters that hold together', csv(LINE.replace('1 rue', 'é'.repeat(300))), true],
  ['a premium number', csv(LINE.replace('03 53 01 00 50', '15 puis 0 899 00 00 01')), true],
  ['days that no month has', csv(LINE, '31/02/2026 09:00;32/13/2026 25:61;Nulle part'), true],
  ['the end before the beginning', csv(LINE, '02/12/2026 09:00;01/12/2026 09:00;À l’envers'), true],
  ['years of all times', csv(LINE, '01/01/0001 00:00;31/12/9999 00:00;Toujours;;;'), true],
  ['a duty of ninety years', csv('01/01/2001 00:00;31/12/2099 00:00;Pharmacie d’essai;;;'), true],
  [
    'four thousand at once',
    many(4000, (i) => LINE.replace('1 rue', `${i} rue`).replace('d’essai', `d’essai ${i}`)),
    true,
  ],
  [
    'twenty thousand with gaps',
    many(20_000, (i) => `01/12/2026 09:00;01/12/2026 ${10 + (i % 9)}:00;Pharmacie d’essai;${i};${i};`),
    true,
  ],
  ['more than two megabytes', csv(LINE, 'a'.repeat(2_000_000)), false],
  [
    'without an end',
    () => new Response(new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(65_536).fill(59)) })),
    false,
  ],
  [
    'an answer that breaks off',
    () => new Response(new ReadableStream({ pull: (to) => to.error(new TypeError('network error')) })),
    false,
  ],
  ['an answer that says that it failed', () => new Response(csv(LINE), { status: 500 }), false],
  ['JSON', json([duty]), true],
  ['JSON of nothing', json([null, 15, 'Pharmacie', [], {}, duty]), true],
  ['JSON of objects in place of texts', json([{ from: { a: 1 }, to: [1], name: { toString: 1 } }, duty]), true],
  ['JSON that is no list', json({ duties: [duty] }), false],
  ['JSON of a prototype', `[{"__proto__":{"from":"2026-12-01T09:00"},"constructor":1},${json(duty)}]`, true],
  ['JSON of lists in lists', '['.repeat(200_000), false],
  ['half a JSON', json([duty, duty]).slice(0, -20), false],
];

describe(`hostile rosters: ${rosters.length}`, () => {
  rosters.forEach(([title, body, shown], i) => {
    it(`${title}: ${shown ? 'the pharmacy is named' : 'whom to ask for the pharmacy'}`, async () => {
      const url = `https://pharmacie.example/${i}.csv`;
      const watched = watch();
      const asked: string[] = [];
      window.fetch = async (input) => {
        asked.push(String(input));
        return followed(typeof body === 'function' ? body() : new Response(body));
      };
      try {
        await warnings(async () => {
          const clock = handClock('2026-12-01T09:00:00Z');
          const screen = await fixture<YonneGardeScreen>(
            html`<yonne-garde-screen
              lang="fr"
              commune=${VILLE}
              roster=${url}
              .clock=${clock}
              style="width: 640px; height: 360px"
            ></yonne-garde-screen>`,
          );
          await answered();
          await screen.updateComplete;
          expectSound(screen, title);
          const seen = visibleText(screen);
          if (shown) expect(seen).to.include('Pharmacie d’essai');
          else expect(seen).to.include('indique la pharmacie de garde').and.not.to.include('Pharmacie d’essai');
          clock.set('2026-12-01T23:30:00Z');
          await answered();
          await screen.updateComplete;
          expectSound(screen, `${title}, at night`);
        });
        expect(new Set(asked)).to.deep.equal(new Set([url]));
        expect(watched.errors).to.deep.equal([]);
        expect(watched.foreign()).to.deep.equal([]);
      } finally {
        watched.end();
      }
    });
  });
});
