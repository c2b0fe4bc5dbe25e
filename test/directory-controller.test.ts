import { expect, fixture, html } from '@open-wc/testing';
import type { YonneAffiche } from '../components/affiche/affiche.ts';
import '../components/entries/define.ts';
import '../components/entries/define-affiche.ts';
import '../components/locales/languages.ts';
import type { YonneContacts } from '../components/contacts/contacts.ts';
import { YonneSoinsNow } from '../components/soins-now/soins-now.ts';
import { answersFor } from './browser.ts';
import { trial, trialWith, useTrial } from './fixtures/trial.ts';
import { handClock } from './hand-clock.ts';
import { unfold, visibleText, warnings } from './reading.ts';
import { answered, followed, followedFetch } from './waiting.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const OLD = 'Cet annuaire a plus d’un an : vérifiez par téléphone avant de vous déplacer.';

useTrial();

/** The directory of `date`, where one place has the name `name`. */
function directory(date: string, name: string): string {
  return JSON.stringify(
    trialWith((raw) => {
      raw.directory.date = date;
      raw.channels.find(({ id }) => id === 'csnp-bourg')!.name = name;
    }),
  );
}

let count = 0;

/** A URL of its own for each test, and what answers it. */
function server() {
  const url = `https://mairie.example/${count++}/annuaire.json`;
  const asked: RequestInit[] = [];
  const answers = { now: (): Response | Promise<Response> => new Response('', { status: 503 }) };
  const { fetch } = window;
  window.fetch = async (input, options) => {
    if (input !== url) return followedFetch(input, options);
    asked.push(options!);
    return followed(await answers.now());
  };
  after(() => {
    window.fetch = fetch;
  });
  return { url, asked, answers };
}

const widget = async (clock: ReturnType<typeof handClock>, url = '') => {
  const element = await fixture<YonneSoinsNow>(
    html`<yonne-soins-now lang="fr" directory=${url} .clock=${clock}></yonne-soins-now>`,
  );
  await answered();
  return element;
};

describe('a fresher directory', () => {
  it('ten widgets, two kinds: one request, conditional, without cookie or referrer', async () => {
    const { url, asked, answers } = server();
    answers.now = () => new Response(directory('2026-11-30', 'Clinique renommée'));
    const clock = handClock('2026-12-01T09:00:00Z');
    const box = await fixture(html`<div>
      ${[1, 2, 3, 4, 5, 6, 7, 8].map(() => html`<yonne-soins-now lang="fr" directory=${url} .clock=${clock}></yonne-soins-now>`)}
      <yonne-contacts lang="fr" directory=${url} .clock=${clock}></yonne-contacts>
    </div>`);
    await answered();
    expect(asked).to.have.length(1);
    const { signal, ...options } = asked[0]!;
    expect(signal).to.exist;
    expect(options).to.deep.equal({ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-cache' });
    for (const element of box.querySelectorAll<YonneSoinsNow>('yonne-soins-now, yonne-contacts')) {
      await element.updateComplete;
      expect(element.shadowRoot!.textContent).to.include('Clinique renommée');
    }
  });

  it('a page that lives for weeks asks once a day, however many ticks, and follows what it gets', async () => {
    const { url, asked, answers } = server();
    const clock = handClock('2026-12-01T09:00:00Z');
    answers.now = () => new Response(directory('2026-11-30', 'Clinique une'));
    const element = await widget(clock, url);
    const start = clock.now();
    for (let minute = 1; minute < 1440; minute += 7) clock.set(start + minute * MINUTE);
    await answered();
    expect(asked).to.have.length(1);
    const rows: [number, string, string][] = [
      [1, directory('2026-12-01', 'Clinique deux'), 'Clinique deux'],
      [2, directory('2026-11-29', 'Clinique ancienne'), 'Clinique deux'],
      [3, '<!doctype html>', 'Clinique deux'],
      [4, directory('2026-12-04', 'Clinique trois'), 'Clinique trois'],
      [5, directory('2027-01-01', 'Clinique à venir'), 'Clinique trois'],
    ];
    for (const [day, body, name] of rows) {
      answers.now = () => new Response(body);
      await warnings(async () => {
        clock.set(start + day * DAY);
        await answered();
      });
      expect(asked).to.have.length(day + 1);
      expect(visibleText(element), `day ${day}`).to.include(name);
    }
  });

  it('after no answer: what is there stays, asked again after a quarter of an hour, not at each tick', async () => {
    const { url, asked, answers } = server();
    const clock = handClock('2026-12-01T09:00:00Z');
    let element!: YonneSoinsNow;
    const said = await warnings(async () => {
      element = await widget(clock, url);
      const start = clock.now();
      for (let minute = 1; minute < 15; minute++) {
        clock.set(start + minute * MINUTE);
        await answered();
      }
      expect(asked).to.have.length(1);
      clock.set(start + 15 * MINUTE);
      await answered();
      expect(asked).to.have.length(2);
      answers.now = () => new Response(directory('2026-11-30', 'Clinique renommée'));
      clock.set(start + 30 * MINUTE);
      await answered();
    });
    expect(visibleText(element)).to.include('Clinique renommée');
    expect(said).to.have.length(1);
    expect(said[0]).to.match(/directory="https:\/\/mairie.example\/\d+\/annuaire.json": answer 503; expected/);
  });

  it('a day that began in Paris is today', async () => {
    const { url, answers } = server();
    answers.now = () => new Response(directory('2026-12-02', 'Clinique renommée'));
    const element = await widget(handClock('2026-12-01T23:30:00Z'), url);
    await unfold(element);
    expect(visibleText(element)).to.include('Clinique renommée');
  });

  it('a widget that left the page asks for nothing, and hears on its return of what came', async () => {
    const { url, asked, answers } = server();
    const clock = handClock('2026-12-01T09:00:00Z');
    let send!: (response: Response) => void;
    answers.now = () =>
      new Promise<Response>((resolve) => {
        send = resolve;
      });
    const element = await widget(clock, url);
    const parent = element.parentElement!;
    element.remove();
    send(new Response(directory('2026-11-30', 'Clinique renommée')));
    await answered();
    clock.set(clock.now() + 3 * DAY);
    element.requestUpdate();
    await answered();
    expect(asked).to.have.length(1);
    answers.now = () => new Response(directory('2026-11-30', 'Clinique renommée'));
    parent.append(element);
    await answered();
    expect(asked).to.have.length(2);
    expect(visibleText(element)).to.include('Clinique renommée');
  });

  it('what is left out of it is named once, nine at most; the rest serves', async () => {
    const { url, answers } = server();
    const raw = JSON.parse(directory('2026-11-30', 'Clinique renommée'));
    for (let i = 0; i < 12; i++) raw.channels.push({ ...raw.channels.at(-1), id: `base-${i}`, kind: 'drone' });
    answers.now = () => new Response(JSON.stringify(raw));
    const clock = handClock('2026-12-01T09:00:00Z');
    const said = await warnings(async () => {
      const element = await widget(clock, url);
      clock.set(clock.now() + DAY);
      await answered();
      await unfold(element);
      expect(visibleText(element)).to.include('Clinique renommée');
    });
    expect(said).to.have.length(1);
    expect(said[0]!.split('\n')).to.have.length(10);
    expect(said[0])
      .to.include('channels.base-0.kind: ')
      .and.to.match(/\n\+ 3; expected a directory of this version; the rest of it serves$/);
  });

  it('more than a megabyte is not read to its end', async () => {
    const { url, answers } = server();
    let sent = 0;
    answers.now = () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            sent += 100_000;
            controller.enqueue(new Uint8Array(100_000).fill(32));
          },
        }),
      );
    const said = await warnings(async () => {
      await widget(handClock('2026-12-01T09:00:00Z'), url);
    });
    expect(sent).to.be.below(1_500_000);
    expect(said[0]).to.include('more than 1000000 bytes');
  });

  it('one that cannot be drawn all the same: back to that of the script, then to what the page has', async () => {
    class Failing extends YonneSoinsNow {
      always = false;
      protected override render() {
        if (this.always || this.shown.date === '2026-11-30') throw new Error('essai');
        return super.render();
      }
    }
    customElements.define('yonne-essai', Failing);
    const { url, answers } = server();
    answers.now = () => new Response(directory('2026-11-30', 'Clinique renommée'));
    const said = await warnings(async () => {
      const element = await fixture<Failing>(
        html`<yonne-essai lang="fr" directory=${url} .clock=${handClock('2026-12-01T09:00:00Z')}></yonne-essai>`,
      );
      await answered();
      await unfold(element);
      expect(visibleText(element)).to.include('Clinique d’essai du Bourg').and.to.include('15');
      element.always = true;
      element.requestUpdate();
      await element.updateComplete;
      const shown = element.shadowRoot!.querySelector<HTMLAnchorElement>('slot > a')!;
      expect([shown.innerText, shown.href]).to.deep.equal(['15', 'tel:15']);
    });
    expect(said).to.deep.equal([
      '<yonne-essai> could not be drawn (essai); expected no error; the directory of the script is shown',
      '<yonne-essai> could not be drawn (essai); expected no error; its content in the page is shown',
    ]);
  });

  it('the browser’s copy serves where the server says that nothing changed (ETag)', async () => {
    const url = new URL(`/dist/annuaire.json?${Math.random()}`, location.href);
    const clock = handClock('2026-12-01T09:00:00Z');
    const { fetch } = window;
    window.fetch = followedFetch;
    const said = await warnings(async () => {
      await widget(clock, url.href);
      // On the next day a browser may still be writing its copy; some days later it has it.
      for (let days = 0; days < 20 && (await answersFor(url)).at(-1) !== 304; days++) {
        clock.set(clock.now() + DAY);
        await answered();
      }
    });
    window.fetch = fetch;
    expect((await answersFor(url)).at(-1)).to.equal(304);
    expect(said).to.be.empty;
  });
});

describe('a directory that is more than a year old', () => {
  const { date } = trial.directory;
  const after = (days: number) => new Date(Date.parse(date) + days * DAY + MINUTE).toISOString();

  it('says so to the reader from the 366th day, and once to the console', async () => {
    const said = await warnings(async () => {
      const clock = handClock(after(364));
      const element = await widget(clock);
      expect(visibleText(element)).not.to.include(OLD);
      clock.set(after(365));
      await answered();
      expect(visibleText(element)).to.include(OLD);
      clock.set(after(366));
      const contacts = await fixture<YonneContacts>(html`<yonne-contacts lang="fr" .clock=${clock}></yonne-contacts>`);
      expect(visibleText(contacts)).to.include(OLD);
      const poster = await fixture<YonneAffiche>(html`<yonne-affiche lang="fr" .clock=${clock}></yonne-affiche>`);
      expect(visibleText(poster)).to.include(OLD);
    });
    expect(said).to.deep.equal([
      `yonne-soins: the directory is of ${date}; expected one of the last 365 days: update the script`,
    ]);
  });

  it('says nothing before the answer of a directory URL, nor after one that is newer', async () => {
    const { url, answers } = server();
    const clock = handClock(after(500));
    let send!: (response: Response) => void;
    answers.now = () =>
      new Promise<Response>((resolve) => {
        send = resolve;
      });
    const element = await widget(clock, url);
    expect(visibleText(element)).not.to.include(OLD);
    send(new Response(directory(after(400).slice(0, 10), 'Clinique renommée')));
    await answered();
    await unfold(element);
    expect(visibleText(element)).to.include('Clinique renommée');
    expect(visibleText(element)).not.to.include(OLD);
  });

  it('says so where the directory URL does not answer', async () => {
    const { url } = server();
    await warnings(async () => {
      expect(visibleText(await widget(handClock(after(500)), url))).to.include(OLD);
    });
  });

  it('a clock that is wrong says nothing of age', async () => {
    expect(visibleText(await widget(handClock('1970-01-01T00:00:00Z')))).not.to.include(OLD);
  });
});
