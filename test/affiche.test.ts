import { expect, fixture, html } from '@open-wc/testing';
import '../components/entries/define-affiche.ts';
import type { YonneAffiche } from '../components/affiche/affiche.ts';
import '../components/locales/languages.ts';
import { replaceBundledDirectory } from '../components/shared/bundled-directory.ts';
import { BOURG, trialWith, useTrial, VILLE } from './fixtures/trial.ts';
import { bare, visibleText, warnings } from './reading.ts';
import { until } from './waiting.ts';

useTrial();

const show = async (attributes: Record<string, string> = {}): Promise<YonneAffiche> => {
  const element = await fixture<YonneAffiche>(html`<yonne-affiche lang="fr"></yonne-affiche>`);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  await element.updateComplete;
  return element;
};

describe('<yonne-affiche>', () => {
  it('one commune: rules, numbers, CPTS, where to look, QR code', async () => {
    const element = await show({ commune: BOURG, page: 'https://www.example.org/sante' });
    const text = visibleText(element);
    for (const part of [
      'Bourg-d’Essai : qui appeler pour se soigner ?',
      '15',
      'Urgence ou besoin d’un médecin',
      '112',
      'SMS au 114',
      'D’abord votre médecin traitant',
      'Clinique d’essai du Bourg, soins non programmés',
      '03 53 01 00 02',
      'De 20 h à 8 h, du samedi midi au lundi 8 h et les jours fériés',
      'SOS Médecins Bourg-d’Essai',
      '36 24 0,15 €/min',
      '32 37',
      '3114',
      '119',
      '3919',
      '01 99 00 00 20',
      '36 46',
      'CPTS Nord-Essai',
      'sante.fr',
      'www.example.org/sante',
      'Annuaire du 22 novembre 2026',
    ])
      expect(text).to.include(part);
    expect(text).not.to.include('Centre d’essai de la Ville');
    expect(
      element.shadowRoot!.querySelector('[role="img"][aria-label="QR code vers https://www.example.org/sante"]'),
    ).not.to.equal(null);
  });

  it('without a page: no QR code', async () =>
    expect((await show()).shadowRoot!.querySelector('.qr') === null).to.equal(true));

  it('the nearest hospitals, 15 first; what 15 does', async () => {
    const text = visibleText(await show({ commune: BOURG }));
    expect(text).to.match(
      /Urgences de l’hôpital : le 15 d’abord Bourg-d’Essai \(sur place\)\. Pour un enfant : Bourg-d’Essai/,
    );
    expect(text).to.include('Un médecin vous répond et vous dit où aller.');
  });

  const codes: [title: string, attributes: Record<string, string>, expected: string | undefined][] = [
    [
      'the page of the commune, by its name',
      { commune: BOURG, site: 'https://www.example.org/' },
      'https://www.example.org/communes/bourg-d-essai/',
    ],
    [
      'the same in a folder',
      { commune: BOURG, site: 'https://www.example.org/sante' },
      'https://www.example.org/sante/communes/bourg-d-essai/',
    ],
    ['without a commune: the site', { site: 'https://www.example.org' }, 'https://www.example.org/'],
    [
      'a page that is given goes before it',
      { commune: BOURG, site: 'https://www.example.org/', page: 'https://bourg.example/' },
      'https://bourg.example/',
    ],
    ['without a site: nowhere', { commune: BOURG }, undefined],
  ];
  for (const [title, attributes, expected] of codes)
    it(`QR code: ${title}`, async () => {
      const label = (await show(attributes)).shadowRoot!.querySelector('.qr')?.getAttribute('aria-label');
      expect(label).to.equal(expected && `QR code vers ${expected}`);
    });

  it('the town hall: name, number, hours in words or as they are given', async () => {
    const name = 'Mairie d’Essai <b>';
    const hall = async (hours: string) => {
      const element = await show({ name, phone: '03 53 01 00 09', hours });
      return bare(element.shadowRoot!.querySelector<HTMLElement>('.town-hall')!.innerText);
    };
    expect(await hall('Mo-Fr 09:00-12:00')).to.equal(`${name} 03 53 01 00 09 · du lundi au vendredi, 9 h à 12 h`);
    expect(await hall('le matin')).to.equal(`${name} 03 53 01 00 09 · le matin`);
    expect((await show()).shadowRoot!.querySelector('.town-hall')).to.equal(null);
  });

  it('its logo: of the same site or by https; one that is no image leaves no hole', async () => {
    const image = (element: Element) => element.shadowRoot!.querySelector<HTMLImageElement>('img');
    const element = await show({ logo: '/test/no-such-image.svg' });
    await until(() => image(element)!.hidden, 'an image that is hidden');
    expect(image(await show({ logo: 'https://127.0.0.1:9/logo.png' }))!.referrerPolicy).to.equal('no-referrer');
    for (const logo of [
      'javascript:alert(1)',
      'data:image/svg+xml,<svg/>',
      'http://example.org/logo.png',
      'https://',
    ]) {
      const said = await warnings(async () => {
        expect(image(await show({ logo })), logo).to.equal(null);
      });
      expect(said.join(), logo).to.include(`logo="${logo}"; expected the URL of an image`);
    }
  });

  it('large print: fewer things', async () => {
    const text = visibleText(await show({ commune: BOURG, 'large-print': '' }));
    for (const part of ['15', 'SMS au 114', 'Clinique d’essai du Bourg', '32 37', '36 46'])
      expect(text).to.include(part);
    for (const part of ['3114', 'sante.fr', 'CPTS']) expect(text).not.to.include(part);
  });

  it('needs no clock: the same by day and by night', async () => {
    const at = async (now: string) => visibleText(await show({ commune: VILLE, now }));
    expect(await at('2026-11-24T10:00')).to.equal(await at('2026-11-25T03:00'));
  });

  it('helplines that answer day and night only; the price of the call', async () => {
    replaceBundledDirectory(
      trialWith(({ channels }) => {
        channels.find(({ id }) => id === '119')!.hours = 'Mo-Su 09:00-19:00';
        Object.assign(channels.find(({ id }) => id === 'sos-bourg')!.phones![0]!, { plusCall: true });
      }),
    );
    try {
      const text = visibleText(await show({ commune: BOURG }));
      expect(text).to.include('Violences faites aux femmes');
      expect(text).not.to.include('Enfance en danger');
      expect(text).to.include('0,15 €/min + prix de l’appel');
    } finally {
      useTrial();
    }
  });

  const closures: [title: string, closed: { from: string; to: string }, stands: boolean][] = [
    ['that was closed in spring stands on it', { from: '2026-04-01', to: '2026-04-02' }, true],
    ['that is closed today does not', { from: '2026-11-24', to: '2026-11-24' }, false],
    ['that closes at Christmas does not: it hangs until then', { from: '2026-12-25', to: '2026-12-25' }, false],
  ];
  for (const [title, closed, stands] of closures)
    it(`a helpline ${title}`, async () => {
      replaceBundledDirectory(
        trialWith(({ channels }) => {
          channels.find(({ id }) => id === '119')!.closed = [closed];
        }),
      );
      try {
        const text = visibleText(await show({ commune: BOURG, now: '2026-11-24T10:00' }));
        expect(text.includes('Enfance en danger')).to.equal(stands);
      } finally {
        useTrial();
      }
    });

  it('site="sante": says so and works', async () => {
    const said = await warnings(async () => {
      expect(visibleText(await show({ site: 'sante' }))).to.include('15');
    });
    expect(said.join()).to.include('site="sante"; expected the URL of a site');
  });

  it('page="sante": says so once and works', async () => {
    let element!: YonneAffiche;
    const said = await warnings(async () => {
      element = await show({ page: 'sante' });
      element.requestUpdate();
      await element.updateComplete;
    });
    expect(said).to.have.length(1);
    expect(said[0]).to.include('page="sante"; expected the URL of a page');
    expect(visibleText(element)).to.include('15');
  });

  const forms: Record<string, string>[] = [
    { commune: VILLE, page: 'https://www.example.org/' },
    { lang: 'en' },
    { theme: 'dark' },
    { commune: VILLE, name: 'Mairie d’essai', site: 'https://www.example.org/', 'large-print': '' },
  ];
  for (const attributes of forms)
    it(`${JSON.stringify(attributes)}: accessible`, async () => expect(await show(attributes)).to.be.accessible());

  for (const width of [280, 320, 640, 1280]) {
    it(`nothing sticks out at ${width} px`, async () => {
      const element = await show({ commune: BOURG, page: 'https://www.example.org/' });
      element.style.width = `${width}px`;
      for (const node of element.shadowRoot!.querySelectorAll('.poster a, .poster strong, .poster span')) {
        if (node.closest('.visually-hidden, svg')) continue;
        const { right, width: shown } = node.getBoundingClientRect();
        if (shown) expect(right, bare(node.textContent!)).to.be.at.most(element.getBoundingClientRect().right + 0.5);
      }
    });
  }

  it('no heading breaks within a word with a hyphen', async () => {
    const element = await show({ commune: BOURG });
    window.dispatchEvent(new Event('beforeprint'));
    const poster = element.shadowRoot!.querySelector<HTMLElement>('.sheet')!;
    const words = new Set<string>();
    for (let width = 30; width < 60; width += 0.5) {
      poster.style.width = `${width}em`;
      for (const heading of poster.querySelectorAll('.heading')) {
        const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode())
          for (const { 0: word, index } of text.textContent!.matchAll(/\S+-\w+/g)) {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            expect(range.getClientRects().length, `lines of ${word} in ${width} em`).to.equal(1);
            words.add(word);
          }
      }
    }
    expect([...words]).to.deep.equal(['week-end']);
    window.dispatchEvent(new Event('afterprint'));
  });
});
