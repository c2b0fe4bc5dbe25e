/**
 * Every single typing error in the names of all communes of five letters or more: the oracle is the definition of an
 * error itself, all texts that it can give.
 */
import { expect } from '@open-wc/testing';
import { createCommuneSearch } from '../../src/communes.ts';
import { frozen } from '../frozen.ts';
import { type Figures, figuresOf, KINDS } from '../single-edits.ts';

describe('one typing error in the name of a commune', () => {
  let figures: Record<(typeof KINDS)[number], Figures>;
  before(() => {
    figures = figuresOf(frozen.communes, createCommuneSearch(frozen.communes));
  });
  for (const kind of KINDS) {
    it(`a letter ${kind}: first in 98 % of the queries, among the first ten in 99.5 %`, () => {
      const { typed, first, ten } = figures[kind];
      expect(typed).to.be.above(3_900);
      expect(first / typed).to.be.at.least(0.98);
      expect(ten / typed).to.be.at.least(0.995);
    });
    it(`a letter ${kind}: first in 99.9 % where no other commune has as good a claim`, () => {
      const { typed, tied, lost } = figures[kind];
      expect(lost.length, lost.join('\n')).to.be.at.most((typed - tied) / 1_000);
    });
  }
});
