/** The script as hosts load it: `npm test` builds it first. */
import { expect } from '@open-wc/testing';
import { visibleText } from './reading.ts';

/** A blank page of the same origin, with `head` and `body` written into it. */
async function page(
  head: string,
  body: string,
): Promise<HTMLIFrameElement & { contentWindow: Window & typeof globalThis }> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 640px; height: 800px';
  frame.srcdoc = `<!doctype html><html lang="fr"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame as never;
}

const script = `<script src="${new URL('../dist/yonne-soins.js', import.meta.url).href}"></script>`;
const widget = '<yonne-soins-now commune="89024" now="2026-11-22T14:05">15</yonne-soins-now>';

describe('dist/yonne-soins.js', () => {
  afterEach(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });

  it('shows the answer on a blank page, without request, cookie or storage', async () => {
    const { contentDocument, contentWindow } = await page(script, widget);
    const element = contentDocument!.querySelector('yonne-soins-now')!;
    const text = visibleText(element);
    expect(text).to.include('Auxerre et alentours · dimanche 22 novembre, 14 h 05');
    expect(text).to.include('Permanence des soins — dimanche, jusqu’à lundi 8 h');
    expect(text).to.include('Ouvert jusqu’à 20 h');
    const requests = contentWindow.performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
    expect(requests).to.deep.equal(['/dist/yonne-soins.js']);
    expect(contentDocument!.cookie).to.equal(document.cookie);
    expect(contentWindow.localStorage.length).to.equal(0);
  });

  it('loads twice without harm', async () => {
    const { contentDocument } = await page(
      `<script>window.failures = []; addEventListener('error', (e) => failures.push(e.message));</script>${script}${script}`,
      widget,
    );
    expect((contentDocument!.defaultView as unknown as { failures: string[] }).failures).to.deep.equal([]);
    expect(visibleText(contentDocument!.querySelector('yonne-soins-now')!)).to.include('15 SAMU');
  });

  it('speaks English', async () => {
    const { contentDocument } = await page(script, `<div lang="en">${widget}</div>`);
    expect(visibleText(contentDocument!.querySelector('yonne-soins-now')!)).to.include(
      'Out-of-hours care — Sunday, until Monday 8:00',
    );
  });

  it('works under a strict policy: this script, no style, Trusted Types', async () => {
    const policy = `default-src 'none'; script-src ${new URL('../dist/yonne-soins.js', import.meta.url).href}; require-trusted-types-for 'script'`;
    const { contentDocument } = await page(
      `<meta http-equiv="Content-Security-Policy" content="${policy}">${script}`,
      widget,
    );
    const element = contentDocument!.querySelector('yonne-soins-now')!;
    expect(visibleText(element)).to.include('Permanence des soins');
    expect(getComputedStyle(element).display).to.equal('block');
  });

  it('adds its data for search engines under the same policy, without violation', async () => {
    const policy = `default-src 'none'; script-src ${new URL('../dist/yonne-soins.js', import.meta.url).href}; require-trusted-types-for 'script'`;
    const { contentDocument, contentWindow } = await page(
      `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
      '<yonne-contacts structured-data>15</yonne-contacts>',
    );
    const violations: string[] = [];
    contentDocument!.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      violations.push(violatedDirective),
    );
    const late = contentDocument!.createElement('script');
    const trusted = (
      contentWindow as unknown as {
        trustedTypes: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } };
      }
    ).trustedTypes.createPolicy('test', { createScriptURL: (url: string) => url });
    late.src = trusted.createScriptURL(new URL('../dist/yonne-soins.js', import.meta.url).href);
    const loaded = new Promise((resolve) => late.addEventListener('load', resolve));
    contentDocument!.head.append(late);
    await loaded;
    const data = contentDocument!.querySelector('yonne-contacts script[type="application/ld+json"]')!;
    expect(JSON.parse(data.textContent!)['@graph'][0].name).to.include('SAMU');
    expect(violations).to.deep.equal([]);
  });
});
