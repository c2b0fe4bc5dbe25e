import { css } from 'lit';

/** The poster as a card of a page, and as a sheet of paper. */
export const posterStyles = css`
  .poster {
    padding: 1.25em;
    line-height: 1.3;
  }
  .poster a {
    color: inherit;
  }
  .poster .title {
    font-size: 1.6em;
  }
  .unbroken {
    white-space: nowrap;
  }
  .poster .big {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin: 0.6em 0;
    padding: 0.6em 1em;
    border: 0.2em solid var(--danger-fill);
    border-radius: var(--radius);
  }
  .poster .big > :first-child {
    margin-inline-end: 0.35em;
    color: var(--danger);
    font-size: 4.5em;
    font-weight: 700;
    line-height: 1;
  }
  .poster .big > div {
    flex: 1 1 12em;
    min-width: 0;
  }
  .poster .big strong {
    font-size: 1.25em;
  }
  .poster .big a {
    text-decoration: none;
  }
  .poster .halves {
    display: flex;
    flex-wrap: wrap;
    margin: 0 -0.75em;
  }
  .poster .halves > * {
    flex: 1 1 15em;
    min-width: 0;
    margin: 0 0.75em 0.6em;
  }
  .poster .lines {
    display: flex;
    flex-wrap: wrap;
    margin: 0 -0.75em;
  }
  .poster .lines > li {
    display: flex;
    flex: 1 1 15em;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    min-width: 0;
    margin: 0 0.75em;
    padding: 0.25em 0;
    border-top: 1px solid var(--line);
  }
  .poster .whole > li {
    flex-basis: 100%;
  }
  .poster .lines > li > :first-child {
    margin-inline-end: 0.75em;
  }
  .poster .place {
    margin-top: 0.35em;
  }
  .poster .name {
    font-weight: 700;
  }
  .poster .place > strong,
  .poster .lines strong {
    font-size: 1.25em;
  }
  .poster .bottom {
    display: flex;
    align-items: center;
    padding-top: 0.6em;
    border-top: 1px solid var(--line);
  }
  .poster .bottom > div {
    flex: 1;
    min-width: 0;
  }
  .address {
    overflow-wrap: break-word;
  }
  .qr {
    flex: none;
    width: 7em;
    height: 7em;
    margin-inline-end: 1em;
  }
  .town-hall {
    display: flex;
    align-items: center;
    margin-bottom: 0.6em;
  }
  .town-hall img {
    flex: none;
    max-width: 9em;
    max-height: 4em;
    margin-inline-end: 1em;
    background: #fff;
  }
  .town-hall strong {
    font-size: 1.25em;
  }
  :host {
    page: yonne-affiche;
  }
  /* On paper: text of the size that fills the page, none under 14 pt on A4, the digits of 15 four centimetres high. */
  .sheet {
    --page: min(100vw, 70.7vh);
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    box-sizing: border-box;
    min-height: calc(var(--page) * 1.41 - 2px);
    padding: calc(var(--page) * 0.045) calc(var(--page) * 0.05);
    font-family: Arial, 'Liberation Sans', sans-serif;
    font-size: calc(var(--page) * var(--em));
    line-height: 1.2;
  }
  @supports (width: 1cqw) {
    .sheet {
      --page: min(100cqw, 70.7vh);
    }
  }
  .sheet * {
    box-sizing: border-box;
  }
  .poster.sheet .small {
    font-size: 1em;
  }
  .poster.sheet .title {
    font-size: 1.7em;
    line-height: 1.1;
  }
  .poster.sheet .big {
    flex-wrap: nowrap;
    margin: 0.4em 0;
    padding: 0.3em 1em;
  }
  .poster.sheet .big > :first-child {
    margin-inline-end: calc(var(--page) * 0.03);
    font-size: calc(var(--page) * 0.28);
    line-height: 0.76;
  }
  .poster.sheet .big strong {
    font-size: 1.5em;
    line-height: 1.15;
  }
  .sheet .heading {
    font-size: 1.2em;
    line-height: 1.2;
  }
  .sheet .hospitals {
    margin: 0 0 0.5em;
  }
  .poster.sheet .lines > li {
    flex-wrap: nowrap;
  }
  .poster.sheet .lines > li > :first-child {
    flex: 1 1 0;
  }
  .poster.sheet .lines > li > :last-child {
    flex: 0 1 auto;
    text-align: end;
  }
  .poster.sheet .big,
  .poster.sheet .lines > li,
  .poster.sheet .bottom {
    border-color: #000;
  }
  .poster.sheet .whole > li > :last-child {
    max-width: 12em;
  }
  .sheet .qr {
    width: calc(var(--page) * 0.15);
    height: calc(var(--page) * 0.15);
  }
  .sheet button {
    display: none;
  }
  :host([large-print]) .poster {
    font-size: 1.25em;
  }
  :host([large-print]) .poster.sheet {
    font-size: calc(var(--page) * var(--em));
  }
  :host([large-print]) .sheet .title {
    font-size: 1.4em;
  }
  @media print {
    .card {
      border: 0;
      border-radius: 0;
      container-type: inline-size;
    }
    .heading {
      break-after: avoid;
    }
    .big,
    .bottom,
    .place,
    li {
      break-inside: avoid;
    }
  }
`;
