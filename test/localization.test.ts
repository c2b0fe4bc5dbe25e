import { expect } from '@open-wc/testing';

const languages = await fetch(new URL('../lit-localize.json', import.meta.url));
const { targetLocales } = (await languages.json()) as { targetLocales: string[] };

describe('translations', () => {
  for (const locale of targetLocales) {
    it(`${locale} says everything that French says`, async () => {
      const response = await fetch(new URL(`../components/locales/${locale}.xlf`, import.meta.url));
      const units = [
        ...new DOMParser().parseFromString(await response.text(), 'text/xml').querySelectorAll('trans-unit'),
      ];
      const missing = units.filter(
        (unit) => !unit.querySelector('target')?.textContent?.trim() && !unit.querySelector('target x'),
      );
      expect(units).not.to.have.length(0);
      expect(missing.map((unit) => unit.querySelector('source')?.textContent)).to.deep.equal([]);
    });
  }
});
