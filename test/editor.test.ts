import { expect, fixture, html } from '@open-wc/testing';
import { DateTime } from 'luxon';
import { changesBetween, changeText } from '../demo/editor/changes.ts';
import { Draft } from '../demo/editor/draft.ts';
import { tidyPhone } from '../demo/editor/fields.ts';
import { schemaOf } from '../demo/editor/form.ts';
import { merge } from '../demo/editor/merge.ts';
import { check } from '../demo/editor/problems.ts';
import { editionOf, mailLink } from '../demo/editor/publish.ts';
import { withValue } from '../demo/editor/raw.ts';
import { dayHours, hoursOf, weekOf } from '../demo/editor/week.ts';
import { LISTS, type ListName } from '../demo/editor/words.ts';
import '../demo/editor/editor.ts';
import { replaceBundledDirectory } from '../components/shared/bundled-directory.ts';
import type { RawDirectory } from '../src/directory-schema.ts';
import { createCalendar, DAY, dayOf, instantOf, MINUTE } from '../src/time/calendar.ts';
import { parseOpeningHours, stateAt } from '../src/time/opening-hours.ts';
import { trial, trialWith } from './fixtures/trial.ts';
import { until } from './waiting.ts';

afterEach(() => replaceBundledDirectory(trial));

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('a week of opening hours, as people write it', () => {
  const rows: [name: string, text: string, days: string[] | undefined][] = [
    ['always', '24/7', ['24h/24', '24h/24', '24h/24', '24h/24', '24h/24', '24h/24', '24h/24', '']],
    ['days alike', 'Mo-Fr 08:00-12:00,14:00-19:30', [...Array(5).fill('8h-12h, 14h-19h30'), 'fermé', 'fermé', '']],
    [
      'holidays to be confirmed',
      'Mo-Sa 08:00-20:00; PH 08:00-20:00 unknown; Su off',
      [...Array(6).fill('8h-20h'), 'fermé', '8h-20h ?'],
    ],
    [
      'closed, but on holidays',
      'Mo-Fr 08:00-12:00; PH 10:00-12:00',
      [...Array(5).fill('8h-12h'), 'fermé', 'fermé', '10h-12h'],
    ],
    ['closed', 'Mo-Su off', [...Array(7).fill('fermé'), '']],
    ['unknown', 'Su,PH unknown', [...Array(6).fill('fermé'), '?', '?']],
    ['past midnight', 'Mo-Su 20:00-26:00', [...Array(7).fill('20h-2h'), '']],
    ['a dated rule', 'Mo-Fr 08:00-12:00; 2026 Dec 24 off', [...Array(5).fill('8h-12h'), 'fermé', 'fermé', '']],
    ['no days', '08:00-20:00', [...Array(7).fill('8h-20h'), '']],
    ['days that open on holidays too', 'PH off; Mo-Fr 08:00-12:00', undefined],
    ['a rule after dates', '2026 Dec 24 off; Mo-Fr 08:00-12:00', undefined],
  ];
  const calendar = createCalendar(trial.directory.publicHolidays);
  for (const [name, text, days] of rows) {
    it(name, () => {
      const hours = parseOpeningHours(text);
      const week = weekOf(hours);
      expect(week?.days).to.deep.equal(days);
      if (!week) return;
      // Written again, it says the same at each half hour of a year.
      const again = parseOpeningHours(hoursOf(week)!);
      const begin = instantOf(dayOf(2026, 12, 1) * DAY);
      for (let at = begin; at < begin + 366 * DAY; at += 30 * MINUTE)
        if (stateAt(hours, at, calendar) !== stateAt(again, at, calendar))
          expect.fail(`${again.text} at ${new Date(at)}`);
    });
  }

  const typed: [string, string | undefined][] = [
    ['8h-12h, 14h-19h30', '08:00-12:00,14:00-19:30'],
    ['8:00 - 12:00 et 14:00 – 18:00', '08:00-12:00,14:00-18:00'],
    ['8h30 à 20h', '08:30-20:00'],
    ['9h-12h ?', '09:00-12:00 unknown'],
    ['Fermé', 'off'],
    ['ferme', 'off'],
    ['?', 'unknown'],
    ['24h/24', '00:00-24:00'],
    ['8h', undefined],
    ['8h-25h', undefined],
    ['le matin', undefined],
    ['', undefined],
  ];
  for (const [words, hours] of typed) it(`reads « ${words} »`, () => expect(dayHours(words)).to.equal(hours));
});

describe('a number, as people type it', () => {
  const rows: [string, string][] = [
    ['0386659182', '03 86 65 91 82'],
    ['+33 3 86 65 91 82', '03 86 65 91 82'],
    ['03.86.65.91.82', '03 86 65 91 82'],
    ['0820890000', '0 820 89 00 00'],
    ['36 24', '3624'],
    ['15', '15'],
    ['03 86', '03 86'],
  ];
  for (const [typed, number] of rows) it(typed, () => expect(tidyPhone(typed)).to.equal(number));
});

describe('the draft', () => {
  const storage = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    } as unknown as Storage;
  };
  const rename = (name: string) => (raw: RawDirectory) => withValue(raw, ['channels', 0, 'name'], name);

  it('takes steps back and forth, to the same directory', () => {
    const draft = new Draft(storage());
    draft.open(trial);
    draft.edit(rename('A'));
    draft.edit((raw) => withValue(raw, ['channels', 1], undefined));
    draft.edit((raw) => withValue(raw, ['channels', 0, 'note', 'fr'], 'À savoir'));
    const last = draft.current;
    for (let i = 0; i < 3; i++) draft.undo();
    expect(draft.current).to.deep.equal(trial);
    expect(draft.canUndo).to.equal(false);
    for (let i = 0; i < 3; i++) draft.redo();
    expect(draft.current).to.deep.equal(last);
    expect(draft.canRedo).to.equal(false);
  });

  it('counts letters that are typed as one step', () => {
    const draft = new Draft(storage());
    draft.open(trial);
    for (const name of ['E', 'Es', 'Ess']) draft.edit(rename(name), 'name');
    draft.settle();
    draft.edit(rename('Essai'), 'name');
    draft.undo();
    expect(draft.current!.channels[0]!.name).to.equal('Ess');
    draft.undo();
    expect(draft.current).to.deep.equal(trial);
  });

  it('comes back on the device with its steps, and goes when told', () => {
    const device = storage();
    const draft = new Draft(device);
    draft.open(trial);
    draft.edit(rename('A'));
    draft.edit(rename('B'));
    draft.undo();
    const again = new Draft(device);
    expect(again.restore()).to.equal(true);
    expect(again.current!.channels[0]!.name).to.equal('A');
    again.redo();
    expect(again.current!.channels[0]!.name).to.equal('B');
    again.undo();
    again.undo();
    expect(again.current).to.deep.equal(trial);
    again.forget();
    expect(new Draft(device).restore()).to.equal(false);
  });

  it('says where the device keeps nothing', () => {
    const full = storage();
    full.setItem = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    for (const device of [full, undefined]) {
      const draft = new Draft(device);
      draft.open(trial);
      draft.edit(rename('A'));
      expect(draft.kept).to.equal(false);
      expect(draft.current!.channels[0]!.name).to.equal('A');
    }
  });

  it('is taken over to a later edition, record by record', () => {
    const { id } = trial.cpts.cpts[0]!;
    const line = (commune: string) => ({
      commune,
      level: 'documented' as const,
      source: 'Essai',
      checked: '2026-11-22',
    });
    const confirm = (raw: RawDirectory, commune: string) => {
      raw.cpts.cpts.find((group) => group.id === id)!.territory.unshift(line(commune));
    };
    const mine = trialWith((raw) => {
      raw.channels[0]!.name = 'Mon nom';
      raw.channels[1]!.name = 'Mon autre nom';
      confirm(raw, '00002');
    });
    const theirs = trialWith((raw) => {
      raw.directory.date = '2026-11-23';
      raw.channels[1]!.name = 'Leur nom';
      raw.channels[2]!.name = 'Un nom';
      confirm(raw, '00003');
    });
    const { merged, conflicts } = merge(trial, mine, theirs);
    expect(merged.directory.date).to.equal('2026-11-23');
    expect(merged.channels.slice(0, 3).map(({ name }) => name)).to.deep.equal(['Mon nom', 'Leur nom', 'Un nom']);
    expect(conflicts).to.deep.equal(['Mon autre nom']);
    const communes = merged.cpts.cpts.find((group) => group.id === id)!.territory.map(({ commune }) => commune);
    expect(communes).to.include.members(['00002', '00003']);
    expect(check(merged, theirs).problems).to.deep.equal([]);
  });
});

describe('what is wrong is told in French, where it is', () => {
  const clinic = trial.channels.findIndex(({ id }) => id === 'csnp-bourg');
  const rows: [name: string, edit: (raw: RawDirectory) => void, text: RegExp][] = [
    [
      'a number',
      (raw) => {
        raw.channels[clinic]!.phones![0]!.number = '12 34';
      },
      /^Écrivez un numéro comme/,
    ],
    [
      'hours',
      (raw) => {
        raw.channels[clinic]!.hours = 'Mo 08:00';
      },
      /^Au caractère 9, la fin : il faut un tiret et une heure de fermeture/,
    ],
    [
      'an address',
      (raw) => {
        raw.channels[clinic]!.site = 'www.exemple.fr';
      },
      /commence par https/,
    ],
    [
      'a closure',
      (raw) => {
        raw.channels[clinic]!.closed = [{ from: '2026-12-26', to: '2026-12-24' }];
      },
      /dernier jour/,
    ],
    [
      'no source',
      (raw) => {
        raw.channels[clinic]!.sources = [];
      },
      /Gardez au moins une source/,
    ],
    [
      'a role',
      (raw) => {
        raw.channels[clinic]!.role = 'vital';
      },
      /Ce rôle est celui de/,
    ],
    [
      'a commune',
      (raw) => {
        raw.channels[clinic]!.place!.commune = '75056';
      },
      /Choisissez une commune/,
    ],
  ];
  for (const [name, edit, text] of rows) {
    it(name, () => {
      const { problems, directory } = check(trialWith(edit), trial);
      expect(directory).to.equal(undefined);
      expect(problems.map(({ record }) => record?.id)).to.deep.equal(['csnp-bourg']);
      expect(plain(problems[0]!.text)).to.match(text);
    });
  }
  it('a notice that ends before it begins', () => {
    const notice = { id: 'essai', text: { fr: 'Essai' }, from: '2026-11-24T08:00', to: '2026-11-23T08:00' };
    const { problems } = check(
      trialWith((raw) => {
        raw.directory.notices = [notice];
      }),
      trial,
    );
    expect(problems.map(({ text }) => text)).to.deep.equal(['Choisissez une fin après le début.']);
  });
  it('nothing is, of a directory that is right', () => expect(check(trial, trial).problems).to.deep.equal([]));
});

describe('each field of each record has its words', () => {
  for (const list of Object.keys(LISTS) as ListName[])
    it(LISTS[list].title, () =>
      expect(Object.keys(LISTS[list].words).sort()).to.deep.equal(Object.keys(schemaOf(list).entries!).sort()),
    );
});

describe('what changed, in words', () => {
  const clinic = (raw: RawDirectory) => raw.channels.find(({ id }) => id === 'csnp-bourg')!;
  const { name } = clinic(trial);
  const rows: [name: string, edit: (raw: RawDirectory) => void, text: string][] = [
    [
      'hours',
      (raw) => {
        clinic(raw).hours = 'Mo-Fr 09:00-18:00';
      },
      ' → du lundi au vendredi, 9 h à 18 h',
    ],
    [
      'a closure',
      (raw) => {
        clinic(raw).closed = [{ from: '2026-12-24', to: '2026-12-26' }];
      },
      `${name}, fermetures exceptionnelles : rien → du 24 décembre 2026 au 26 décembre 2026`,
    ],
    [
      'a confirmation',
      (raw) => {
        clinic(raw).confirmed = { on: '2026-11-20', by: 'l’accueil (par téléphone)' };
      },
      `${name}, confirmée par l’établissement : rien → le 20 novembre 2026 par l’accueil (par téléphone)`,
    ],
    [
      'a record that goes',
      (raw) => void raw.channels.splice(raw.channels.indexOf(clinic(raw)), 1),
      `${name}, fiche retirée : `,
    ],
    [
      'a notice',
      (raw) => {
        raw.directory.notices = [
          { id: 'essai', text: { fr: 'Plan canicule' }, from: '2026-07-01T08:00', to: '2026-07-03T00:00' },
        ];
      },
      'Plan canicule, nouvelle annonce : ce que les gens doivent savoir : Plan canicule ; affichée à partir du : 1er juillet 2026, 8 h ; jusqu’au : 3 juillet 2026, 0 h',
    ],
    [
      'a day of the ARS',
      (raw) => void raw.directory.pdsa.bridgeDays.push('2026-05-15'),
      'Permanence des soins, jours ajoutés par l’ARS : rien → 15 mai 2026',
    ],
  ];
  for (const [what, edit, text] of rows)
    it(what, () => {
      const changes = changesBetween(trial, trialWith(edit));
      expect(changes).to.have.length(1);
      expect(plain(changeText(changes[0]!))).to.include(plain(text));
    });
  it('nothing, where only the day of the edition did', () =>
    expect(
      changesBetween(
        trial,
        trialWith((raw) => {
          raw.directory.date = '2026-11-23';
        }),
      ),
    ).to.deep.equal([]));
  it('a mail has as many as an address holds, and says how many are missing', () => {
    const edited = trialWith((raw) => {
      for (const channel of raw.channels) channel.name += ' (essai)';
    });
    const link = mailLink('', '2026-11-23', changesBetween(trial, edited));
    expect(link.length).to.be.lessThan(2_000);
    expect(decodeURIComponent(link)).to.match(/… et \d+ autres\s: voir le fichier\./);
  });
  it('an edition has the present day where something changed, and never an earlier one', () => {
    const edited = trialWith((raw) => {
      raw.channels[0]!.name = 'Essai';
    });
    expect(editionOf(trial, edited, '2026-11-25').directory.date).to.equal('2026-11-25');
    expect(editionOf(trial, edited, '2026-11-20').directory.date).to.equal('2026-11-22');
    expect(editionOf(trial, trial, '2026-11-25')).to.equal(trial);
  });
});

describe('the page', () => {
  const open = async (theme: 'light' | 'dark', hash: string, title: string) => {
    localStorage.clear();
    location.hash = hash;
    const src = URL.createObjectURL(new Blob([JSON.stringify(trial)], { type: 'application/json' }));
    const page = await fixture<HTMLElement>(html`<yonne-editeur src=${src} theme=${theme}></yonne-editeur>`);
    await until(() => page.shadowRoot!.querySelector('.view h2')?.textContent?.includes(title), title);
    return page;
  };
  after(() => {
    location.hash = '';
    localStorage.clear();
  });
  const views: [hash: string, title: string][] = [
    ['fiches', 'Fiches'],
    ['fiche/channels/csnp-bourg', 'Bourg'],
    [`fiche/cpts/${trial.cpts.cpts[0]!.id}`, trial.cpts.cpts[0]!.name],
    ['communes', 'CPTS des communes'],
    ['annonces', 'Annonces'],
    ['changements', 'Changements'],
  ];
  for (const [hash, title] of views)
    for (const theme of ['light', 'dark'] as const)
      it(`${hash} has nothing that axe objects to (${theme})`, async () => {
        const page = await open(theme, hash, title);
        await expect(page).to.be.accessible();
      }).timeout(120_000);

  it('says of a new record what it lacks', async () => {
    const page = await open('light', 'fiches', 'Fiches');
    const root = page.shadowRoot!;
    const button = [...root.querySelectorAll('button')].find((other) => /nouvelle fiche/.test(other.textContent!))!;
    button.click();
    const lacks = () => [...root.querySelectorAll('.view > section > ul > .error')];
    await until(() => lacks().length > 0, 'what it lacks');
    const texts = lacks().map((error) => plain(error.textContent!));
    expect(texts).to.deep.equal([
      'Donnez un nom.',
      'Choisissez dans la liste.',
      'Choisissez dans la liste.',
      'Gardez au moins une source.',
    ]);
  });

  describe('the day on which a record was compared with its sources', () => {
    // The day in Paris, wherever the officer sits.
    const today = () => DateTime.now().setZone('Europe/Paris').toISODate();
    const clinic = trial.channels.find(({ id }) => id === 'csnp-bourg')!;
    const field = (page: HTMLElement, label: string) => {
      const root = page.shadowRoot!;
      const found = [...root.querySelectorAll('.form label')].find((other) => plain(other.textContent!) === label);
      return root.querySelector<HTMLInputElement>(`[id="${found?.getAttribute('for')}"]`)!;
    };
    const day = (page: HTMLElement) => field(page, 'Comparée à ses sources le');
    const write = (input: HTMLInputElement, value: string) => {
      input.value = value;
      for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
    };
    const rows: [label: string, value: string][] = [
      ['Numéro', '03 53 01 00 12'],
      ['Horaires en notation d’OpenStreetMap', 'Mo-Fr 09:00-12:00'],
      ['Nom', 'Essai'],
    ];
    for (const [label, value] of rows)
      it(`is that of the change: ${label}`, async () => {
        const page = await open('light', 'fiche/channels/csnp-bourg', 'Bourg');
        expect(day(page).value).to.equal(clinic.checked);
        write(field(page, label), value);
        await until(() => day(page).value === today(), 'the present day');
        // One step: with the change, the day goes, too.
        const undo = [...page.shadowRoot!.querySelectorAll('button')].find(({ textContent }) =>
          /Annuler/.test(textContent!),
        );
        undo!.click();
        await until(() => day(page).value === clinic.checked, 'the day before');
      });
    it('is what the officer writes', async () => {
      const page = await open('light', 'fiche/channels/csnp-bourg', 'Bourg');
      write(field(page, 'Numéro'), '03 53 01 00 12');
      await until(() => day(page).value === today(), 'the present day');
      write(day(page), '2026-11-01');
      await until(() => day(page).value === '2026-11-01', 'the day written');
      expect(field(page, 'Numéro').value).to.equal('03 53 01 00 12');
    });
  });

  it('finds records by name, sort and town, and those that are not confirmed or old', async () => {
    const page = await open('light', 'fiches', 'Fiches');
    const root = page.shadowRoot!;
    const rows = () => [...root.querySelectorAll('.rows > li > a')].map((link) => link.textContent!.trim());
    expect(rows()).to.have.length(trial.channels.length);
    const search = root.querySelector<HTMLInputElement>('#recherche')!;
    search.value = 'soins non programmés';
    search.dispatchEvent(new Event('input'));
    const wanted = trial.channels.filter(({ kind }) => kind === 'csnp').map(({ name }) => name);
    await until(() => rows().length === wanted.length, 'the places of that sort');
    expect(rows()).to.deep.equal(wanted);
  });
});
