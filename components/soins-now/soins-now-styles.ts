import { css } from 'lit';

export const soinsNowStyles = css`
  .head {
    margin: 0;
    padding: 0 0.5em;
  }
  .head > .grow {
    flex-basis: 8em;
    margin-right: 0.4em;
    margin-left: 0.4em;
  }
  .group {
    padding-top: 0.25em;
    padding-bottom: 0.25em;
  }
  .group > .heading {
    margin: 0;
    padding: 0;
  }
  .group > details {
    margin: 0 0 -0.25em;
    border: 0;
  }
  .group > details:only-child {
    margin: -0.25em 0;
  }
  .channels > li {
    padding: 0.2em 0;
  }
  .channels .call .button {
    margin: 0.15em 0;
  }
  .channels .row,
  .channels .row > * {
    margin-top: 0;
    margin-bottom: 0;
  }
  .band {
    display: flex;
    align-items: flex-start;
    background: var(--band);
  }
  .band > .grow {
    flex: 1 1 auto;
    min-width: 0;
  }
  .band .icon {
    margin: 0.15em 0 0;
    margin-inline-end: 0.6em;
    color: var(--accent);
  }
  .band strong {
    display: block;
    line-height: 1.35;
    text-wrap: balance;
  }
  .band.moment,
  .band.alert {
    align-items: center;
    background: var(--sunken);
    font-weight: 700;
  }
  .band.moment {
    flex-wrap: wrap;
  }
  /* Beside its icon, with the button below where there is no room for it. */
  .band.moment > span {
    flex: 1 1 0;
    min-width: 6em;
  }
  .band button {
    margin-inline-start: auto;
  }
  .regime {
    padding-top: 0.4em;
    padding-bottom: 0.4em;
    line-height: 1.35;
  }
  .where {
    padding-top: 0.2em;
    padding-bottom: 0.2em;
  }
  .where p {
    line-height: 1.2;
  }
  /* As tall as a finger, within a line that is not. */
  .where .link {
    margin: -0.35em 0;
  }
  /* One beside the other where there is room for both. */
  .steps {
    display: flex;
    flex-wrap: wrap;
    align-items: stretch;
    padding: 0.4em 0.5em;
  }
  .steps > * {
    flex: 1 1 17em;
    min-width: 0;
    margin: 0.25em;
    padding: 0.5em 0.75em;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  .steps > .first {
    flex-grow: 2;
    border: 2px solid var(--accent);
  }
  .steps > .first.vital {
    border-color: var(--danger-fill);
  }
  .steps .calls {
    margin: 0.35em -0.25em 0;
  }
  /* Where letters are large, the icon stands above the words: none of them is broken. */
  .first .call,
  .first .button {
    flex-wrap: wrap;
    width: 100%;
    font-size: 1.0625em;
    text-align: center;
  }
  .first .price {
    font-size: 0.8125em;
  }
  @media (min-width: 30em) {
    .first .call,
    .first .button {
      width: auto;
    }
  }
  .fallback {
    flex: 1 1 100%;
    margin: 0 0.25em;
    padding: 0 0.25em;
    border: 0;
  }
  /* Closed, they stand side by side where they fit. */
  .foot {
    display: flex;
    flex-wrap: wrap;
    padding: 0 0.64em;
  }
  .foot > * {
    margin: 0 0.5em;
  }
  .foot > details[open],
  .foot > p,
  .foot > ul {
    flex: 1 1 100%;
    min-width: 0;
  }
  .lines {
    display: flex;
    flex-wrap: wrap;
    margin: 0;
  }
  .lines li {
    flex: 1 1 auto;
    max-width: 100%;
    padding: 0 0.5em;
  }
  .lines .inline {
    min-height: 3.15em;
    /* Two numbers that touch are pressed for one another. */
    margin: 1px 0;
    padding: 0.2em 0;
    line-height: 1.3;
    white-space: normal;
  }
  .lines span {
    display: block;
    font-weight: 400;
  }
  .shortcuts {
    display: flex;
    flex-wrap: wrap;
    margin: 0 -0.25em 0.5em;
  }
  .shortcuts > * {
    margin: 0.25em;
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    margin: -0.25em;
  }
  .fields > * {
    margin: 0.25em;
  }
  .fields label {
    display: block;
  }
  .sources li {
    padding: 0.25em 0;
  }
  @media (forced-colors: active) {
    .band .icon {
      color: CanvasText;
    }
  }
  @media print {
    .foot > details:not(:last-child),
    .change {
      display: none;
    }
  }
`;
