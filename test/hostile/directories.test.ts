import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../components/entries/define.ts';
import '../../components/entries/define-affiche.ts';
import '../../components/entries/define-screen.ts';
import { trial, trialWith, useTrial, VILLE } from '../fixtures/trial.ts';
import { handClock } from '../hand-clock.ts';
import { visibleText, warnings } from '../reading.ts';
import { answered, followed } from '../waiting.ts';
import { changedFile, hostileDirectories } from './directories.ts';
import { expectSound, openAll, watch } from './sight.ts';

useTrial();

/** The right file, of a later day than that of the script; one of its records has another name. */
const right = trialWith((raw) => {
  raw.directory.date = '2026-11-30';
  raw.channels.find(({ id }) => id === 'csnp-bourg')!.name = 'Clinique fraîche';
});

let count = 0;

describe(`hostile directories: ${hostileDirectories.length}`, () => {
  it('the right one serves', async () => {
    const said = await warnings(() => show(() => new Response(JSON.stringify(right)), true));
    expect(said).to.be.empty;
  });

  for (const { title, change, answer, said: expected, serves } of hostileDirectories) {
    it(`${title}: ${serves ? 'the rest of it serves' : 'that of the script stays'}`, async () => {
      const file = change && changedFile(right, change);
      const said = await warnings(() => show(answer ?? (() => new Response(file)), serves));
      expect(said.join('\n')).to.match(expected);
    });
  }
});

/** Shows all widgets with a directory, everything unfolded, by day and in a holiday's night; 15 is seen and right. */
async function show(answer: () => Response, serves: boolean): Promise<void> {
  const url = `https://mairie.example/${count++}/annuaire.json`;
  const watched = watch();
  const asked: string[] = [];
  window.fetch = async (input) => {
    asked.push(String(input));
    return followed(answer());
  };
  try {
    const clock = handClock('2026-12-01T09:00:00Z');
    const box = await fixture(html`<div>
      <yonne-soins-now lang="fr" commune=${VILLE} directory=${url} .clock=${clock}></yonne-soins-now>
      <yonne-contacts lang="fr" audience="mairie" directory=${url} .clock=${clock}></yonne-contacts>
      <yonne-cpts-finder lang="fr" commune=${VILLE} directory=${url} .clock=${clock}></yonne-cpts-finder>
      <yonne-affiche lang="fr" directory=${url} .clock=${clock}></yonne-affiche>
      <yonne-garde-screen
        lang="fr"
        directory=${url}
        .clock=${clock}
        style="width: 640px; height: 360px"
      ></yonne-garde-screen>
    </div>`);
    await answered();
    const widgets = [...box.children] as LitElement[];
    for (const widget of widgets) await widget.updateComplete;
    for (const widget of widgets.slice(0, 2)) await openAll(widget);
    for (const widget of widgets) expectSound(widget, `${widget.localName}, by day`);
    const name = trial.channels.find(({ id }) => id === 'csnp-bourg')!.name;
    expect(visibleText(widgets[1]!)).to.include(serves ? 'Clinique fraîche' : name);
    clock.set('2026-12-25T23:30:00Z');
    await answered();
    for (const widget of widgets) await widget.updateComplete;
    for (const widget of widgets) expectSound(widget, `${widget.localName}, in the night of a public holiday`);
    expect(new Set(asked)).to.deep.equal(new Set([url]));
    expect(watched.errors).to.deep.equal([]);
    expect(watched.foreign()).to.deep.equal([]);
  } finally {
    watched.end();
  }
}
