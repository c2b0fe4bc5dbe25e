import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { whenOpen } from '../components/shared/when-open.ts';
import { bare, unfold } from './reading.ts';
import { until } from './waiting.ts';

class FoldedAway extends LitElement {
  word = 'first';
  drawn = 0;

  override render() {
    const content = () => {
      this.drawn++;
      return html`<p>${this.word}</p>`;
    };
    return html`<details>
      <summary>More</summary>
      ${whenOpen(content)}
    </details>`;
  }

  async say(word: string): Promise<void> {
    this.word = word;
    this.requestUpdate();
    await this.updateComplete;
  }
}
customElements.define('folded-away', FoldedAway);

describe('what stands in a closed <details>', () => {
  let element: FoldedAway;
  let details: HTMLDetailsElement;
  beforeEach(async () => {
    element = await fixture<FoldedAway>(html`<folded-away></folded-away>`);
    details = element.shadowRoot!.querySelector('details')!;
  });
  const text = () => bare(details.textContent!);

  it('is not drawn, however often the element is', async () => {
    for (const word of ['second', 'third']) await element.say(word);
    expect(text()).to.equal('More');
    expect(element.drawn).to.equal(0);
  });

  it('is drawn once it is opened, kept when it is closed, and up to date', async () => {
    await unfold(element);
    expect(text()).to.equal('More first');
    const closed = new Promise((done) => details.addEventListener('toggle', done, { once: true }));
    details.querySelector('summary')!.click();
    await closed;
    await element.say('second');
    expect(details.open).to.equal(false);
    expect(text()).to.equal('More second');
  });

  it('is drawn by a page that opens it, too', async () => {
    details.open = true;
    await until(() => text() === 'More first', 'the content');
  });

  it('is waited for by one listener, though the element is drawn each minute', async () => {
    let listeners = 0;
    const { addEventListener } = details;
    details.addEventListener = (...how: Parameters<typeof addEventListener>) => {
      listeners++;
      addEventListener.apply(details, how);
    };
    for (let minute = 0; minute < 60; minute++) await element.say(String(minute));
    expect(listeners).to.equal(0);
  });

  it('is drawn at the second opening, where the first was over before it was seen', async () => {
    const toggled = () => new Promise((done) => details.addEventListener('toggle', done, { once: true }));
    const first = toggled();
    details.open = true;
    details.open = false;
    await first;
    await element.updateComplete;
    expect(text()).to.equal('More');
    const second = toggled();
    details.open = true;
    await second;
    await element.updateComplete;
    expect(text()).to.equal('More first');
  });
});
