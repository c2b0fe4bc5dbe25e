import { expect, fixture, html } from '@open-wc/testing';
import '../components/entries/define.ts';
import '../components/entries/define-affiche.ts';
import '../components/entries/define-screen.ts';
import { replaceBundledContours } from '../components/cpts-finder/bundled-contours.ts';
import { distanceText, priceText } from '../components/shared/care-words.ts';
import { hoursText } from '../components/shared/hours-words.ts';
import { yonneSoins } from '../components/shared/languages.ts';
import { translateBy } from '../components/shared/msg.ts';
import { registerLanguage } from '../components/shared/register-language.ts';
import {
  dayText,
  isoDayText,
  minutesText,
  momentText,
  sourceDateText,
  whenText,
} from '../components/shared/time-words.ts';
import type { Widget } from '../components/shared/widget.ts';
import { DAY, parseInstant } from '../src/time/calendar.ts';
import { parseOpeningHours } from '../src/time/opening-hours.ts';
import { useTrial, VILLE } from './fixtures/trial.ts';
import { trialContours } from './fixtures/trial-contours.ts';
import { bare, unfold, visibleText } from './reading.ts';

useTrial();
replaceBundledContours(trialContours);

const languages = await fetch(new URL('../lit-localize.json', import.meta.url));
const { targetLocales } = (await languages.json()) as { targetLocales: string[] };
for (const code of targetLocales) await import(`../components/locales/register-${code}.ts`);

const FILES = new Map<string, Document>();
for (const code of targetLocales) {
  const response = await fetch(new URL(`../components/locales/${code}.xlf`, import.meta.url));
  FILES.set(code, new DOMParser().parseFromString(await response.text(), 'text/xml'));
}
const unitsOf = (code: string) => [...FILES.get(code)!.querySelectorAll('trans-unit')];

/** What a message has that is not words: placeholders, and the names in braces of a pattern. */
const holes = (message: Element) =>
  [
    ...[...message.querySelectorAll('x')].map((hole) => hole.id || hole.getAttribute('id')!),
    ...(message.textContent!.match(/\{\w+\}/g) ?? []),
  ].sort();

describe('translations', () => {
  for (const [code, file] of FILES) {
    const units = unitsOf(code);

    it(`${code} says everything that French says`, () => {
      const missing = units.filter(
        (unit) => !unit.querySelector('target')?.textContent?.trim() && !unit.querySelector('target x'),
      );
      expect(units).not.to.have.length(0);
      expect(missing.map((unit) => unit.querySelector('source')?.textContent)).to.deep.equal([]);
    });

    it(`${code} has each number, name and date that French has, once`, () => {
      const wrong = units.filter(
        (unit) => `${holes(unit.querySelector('source')!)}` !== `${holes(unit.querySelector('target')!)}`,
      );
      expect(wrong.map((unit) => unit.textContent)).to.deep.equal([]);
    });

    it(`${code} is written from where its script begins, and names itself`, () => {
      const of = (french: string) =>
        units.find((unit) => unit.querySelector('source')!.textContent === french)!.querySelector('target')!
          .textContent;
      const { script } = new Intl.Locale(code).maximize();
      expect(of('ltr')).to.equal(script === 'Arab' ? 'rtl' : 'ltr');
      expect(of('Français')!.toLowerCase()).to.equal(
        new Intl.DisplayNames(code, { type: 'language' }).of(code)!.toLowerCase(),
      );
    });

    it(`${code} is marked as long as its file has no phase of review`, () => {
      const reviewed = file.querySelector('phase[process-name="review"]') !== null;
      expect(yonneSoins().languages.get(code)!.toReview).to.equal(!reviewed);
    });
  }

  it('no count stands before a word that it would put in the plural', () => {
    const counts = /\$\{[^}]*(length|count|total|more)[^}]*\}/;
    const counted = unitsOf(targetLocales[0]!).filter((unit) =>
      [...unit.querySelectorAll('source x')].some(
        (hole) =>
          counts.test(hole.getAttribute('equiv-text')!) && /^\s\p{L}/u.test(hole.nextSibling?.textContent ?? ''),
      ),
    );
    expect(counted.map((unit) => bare(unit.querySelector('source')!.textContent!))).to.have.members([
      'et de plus',
      'et de plus : précisez',
      'et de plus : appelez le 15',
    ]);
  });
});

describe('dates, times and numbers', () => {
  afterEach(() => translateBy());

  const at = (iso: string) => parseInstant(iso)!;
  const sunday = at('2026-11-22T14:05');
  const said = (code: string) => {
    translateBy(yonneSoins().languages.get(code));
    return [
      momentText(sunday),
      whenText(at('2026-11-22T20:30'), sunday),
      whenText(at('2026-11-23T08:00'), sunday),
      whenText(at('2026-12-01T08:00'), sunday),
      minutesText(1440),
      isoDayText('2027-01-01'),
      sourceDateText('2023-09'),
      distanceText(25),
      priceText({ number: '36 24', price: 0.15 }),
      hoursText(parseOpeningHours('Mo-Sa 08:00-12:30,14:00-20:00; Su,PH off')).join(' / '),
    ].map((text) => bare(text).replace(/\u200f/g, ''));
  };

  const TABLE: Record<string, string[]> = {
    fr: [
      'dimanche 22 novembre, 14 h 05',
      '20 h 30',
      'lundi 8 h',
      'mardi 1er décembre, 8 h',
      'minuit',
      '1er janvier 2027',
      'septembre 2023',
      '≈ 25 km',
      '0,15 €/min',
      'du lundi au samedi, 8 h à 12 h 30, 14 h à 20 h / dimanche, jours fériés, fermé',
    ],
    en: [
      'Sunday 22 November, 14:05',
      '20:30',
      'Monday 8:00',
      'Tuesday 1 December, 8:00',
      'midnight',
      '1 January 2027',
      'September 2023',
      '≈ 25 km',
      '€0.15/min',
      'Monday to Saturday, 8:00 to 12:30, 14:00 to 20:00 / Sunday, public holidays, closed',
    ],
    de: [
      'Sonntag, 22. November, 14:05 Uhr',
      '20:30 Uhr',
      'Montag 8 Uhr',
      'Dienstag, 1. Dezember, 8 Uhr',
      'Mitternacht',
      '1. Januar 2027',
      'September 2023',
      '≈ 25 km',
      '0,15 €/Min.',
      'Montag bis Samstag, 8 Uhr bis 12:30 Uhr, 14 Uhr bis 20 Uhr / Sonntag, Feiertage, geschlossen',
    ],
    nl: [
      'zondag 22 november, 14.05 uur',
      '20.30 uur',
      'maandag 8 uur',
      'dinsdag 1 december, 8 uur',
      'middernacht',
      '1 januari 2027',
      'september 2023',
      '≈ 25 km',
      '€ 0,15/min',
      'maandag tot en met zaterdag, 8 uur tot 12.30 uur, 14 uur tot 20 uur / zondag, feestdagen, gesloten',
    ],
    ar: [
      'الأحد 22 نوفمبر، 14:05',
      '20:30',
      'الاثنين، 8:00',
      'الثلاثاء 1 ديسمبر، 8:00',
      'منتصف الليل',
      '1 يناير 2027',
      'سبتمبر 2023',
      '≈ 25 كم',
      '0.15 يورو/دقيقة',
      'من الاثنين إلى السبت، من 8:00 إلى 12:30، من 14:00 إلى 20:00 / الأحد، العطل الرسمية، مغلق',
    ],
    uk: [
      '14:05 (неділя, 22 листопада)',
      '20:30',
      '8:00 (понеділок)',
      '8:00 (вівторок, 1 грудня)',
      'опівночі',
      '1 січня 2027',
      'від вересня 2023',
      '≈ 25 км',
      '0,15 €/хв',
      'понеділок – субота, 8:00–12:30, 14:00–20:00 / неділя, святкові дні, зачинено',
    ],
  };
  for (const [code, expected] of Object.entries(TABLE)) {
    it(`in ${code}`, () => expect(said(code)).to.deep.equal(expected));
  }

  /** What CLDR writes, but for commas and "year", which its editions put here or there. */
  const plain = (text: string) =>
    bare(text)
      .replace(/[,،\u200f]/g, '')
      .replace('ʼ', '’')
      .replace(/ р\.$/, '');

  for (const code of targetLocales)
    it(`each day of a year in ${code} is as CLDR writes it`, () => {
      translateBy(yonneSoins().languages.get(code));
      const locale = code === 'en' ? 'en-GB' : `${code}-u-nu-latn`;
      const format = (options: Intl.DateTimeFormatOptions) =>
        new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long', ...options });
      const [withWeekday, withYear] = [format({ weekday: 'long' }), format({ year: 'numeric' })];
      for (let day = Date.UTC(2028, 0, 1) / DAY; day < Date.UTC(2029, 0, 1) / DAY; day++) {
        const iso = new Date(day * DAY).toISOString().slice(0, 10);
        expect(plain(dayText(day))).to.equal(plain(withWeekday.format(day * DAY)));
        expect(plain(isoDayText(iso))).to.equal(plain(withYear.format(day * DAY)));
      }
    });
});

const WIDGETS = ['yonne-soins-now', 'yonne-cpts-finder', 'yonne-contacts', 'yonne-affiche'];

async function show(tag: string, lang: string, width = ''): Promise<Widget> {
  const place = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  place.style.width = width;
  const element = document.createElement(tag) as Widget;
  element.setAttribute('now', '2026-11-24T10:00');
  element.setAttribute('commune', VILLE);
  place.append(element);
  await element.updateComplete;
  return element;
}

describe('a language that no reader has confirmed', () => {
  const MARK = 'traduction à relire';

  for (const tag of [...WIDGETS, 'yonne-garde-screen'])
    it(`is marked in the foot of <${tag}>, in itself and in French, until one has`, async () => {
      registerLanguage('qaa', {}, undefined, true);
      registerLanguage('qab', {});
      const foot = async (lang: string) => visibleText(await show(tag, lang));
      expect(await foot('qaa')).to.include(`Traduction à relire · ${MARK}`);
      for (const lang of ['qab', 'fr']) expect(await foot(lang)).not.to.include(MARK);
      for (const code of ['qaa', 'qab']) yonneSoins().languages.delete(code);
    });
});

describe('a widget of 320 pixels', () => {
  for (const lang of targetLocales)
    for (const tag of WIDGETS)
      it(`<${tag}> in ${lang} cuts nothing`, async () => {
        const element = await show(tag, lang, '320px');
        await unfold(element);
        const { left, right } = element.getBoundingClientRect();
        const cut = [...element.shadowRoot!.querySelectorAll('.card *:not(.visually-hidden)')].filter((node) => {
          const place = node.getBoundingClientRect();
          return (
            place.width > 0 &&
            !node.closest('.visually-hidden, svg') &&
            (place.right > right + 0.5 || place.left < left - 0.5)
          );
        });
        expect(cut.map((node) => `${node.localName} ${bare(node.textContent!).slice(0, 40)}`)).to.deep.equal([]);
      });
});

/** The words and numbers of a text in the order in which they are seen, line by line from the left. */
function seenOrder(node: Text, from: number, to: number): string {
  const range = document.createRange();
  const signs = [...node.data.slice(from, to)].map((sign, i) => {
    range.setStart(node, from + i);
    range.setEnd(node, from + i + 1);
    const { left, bottom } = range.getBoundingClientRect();
    return { sign, left, line: Math.round(bottom) };
  });
  return signs
    .sort((a, b) => a.line - b.line || a.left - b.left)
    .map(({ sign }) => sign)
    .join('');
}

describe('what is French in a text from right to left', () => {
  /** Numbers of French lines; addresses and other French words that hold a number; sites. */
  const ORDERED = /\d[\d\u00a0]*\d|\d+ (bis )?[a-zà-ÿ’]+ [A-ZÀ-Ý][\wà-ÿ-]*|[\w-]+\.fr/g;

  for (const tag of [...WIDGETS, 'yonne-garde-screen'])
    it(`<${tag}>: numbers, addresses and sites are read from left to right`, async () => {
      const element = await show(tag, 'ar');
      if (tag === 'yonne-garde-screen') element.style.height = '720px';
      await unfold(element);
      expect(getComputedStyle(element.shadowRoot!.querySelector('[part~="card"]')!).direction).to.equal('rtl');
      const texts = document.createTreeWalker(element.shadowRoot!, NodeFilter.SHOW_TEXT);
      let found = 0;
      while (texts.nextNode()) {
        const node = texts.currentNode as Text;
        if (node.parentElement?.closest('style, svg, .visually-hidden')) continue;
        for (const { 0: text, index } of node.data.matchAll(ORDERED)) {
          const line = seenOrder(node, index, index + text.length);
          if (line.replace(/\s/g, '') !== text.replace(/\s/g, '')) expect.fail(`${text} is seen as ${line}`);
          found++;
        }
      }
      expect(found).to.be.above(3);
    });

  it('a day that follows a French name stays beside its month', async () => {
    const element = await show('yonne-soins-now', 'ar', '900px');
    await unfold(element);
    const texts = document.createTreeWalker(element.shadowRoot!.querySelector('.sources')!, NodeFilter.SHOW_TEXT);
    let found = 0;
    while (texts.nextNode()) {
      const node = texts.currentNode as Text;
      for (const { 0: text, index } of node.data.matchAll(/\d+\u00a0\p{Script=Arabic}/gu)) {
        const line = seenOrder(node, index, index + text.length);
        expect(line, node.data).to.match(/\p{Script=Arabic}\s*\d+$/u);
        found++;
      }
    }
    expect(found).to.be.above(0);
  });
});
