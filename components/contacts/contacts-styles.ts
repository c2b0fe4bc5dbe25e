import { css } from 'lit';

/** Beside those that all widgets share. A number stands at the end of its line, what is said of it below. */
export const contactsStyles = css`
  .needs {
    padding-top: 0;
    padding-bottom: 0;
  }
  .whole {
    padding-bottom: 0.75em;
    columns: 23em 2;
    column-gap: 2em;
  }
  .need + .need,
  .found li + li {
    border-top: 1px solid var(--line);
  }
  .need > .heading {
    margin: 0;
    break-after: avoid;
  }
  .whole .heading {
    padding: 0.75em 0 0.15em;
    border-bottom: 2px solid var(--accent);
  }
  .whole .need {
    border-top: 0;
  }
  .panel {
    padding-bottom: 0.6em;
  }
  .panel > .small {
    padding-bottom: 0.2em;
    break-inside: avoid;
  }
  .needs li {
    break-inside: avoid;
  }
  .panel .row,
  .found .row {
    margin: 0 -0.25em;
  }
  .panel .row > *,
  .found .row > * {
    margin: 0 0.25em;
  }
  .channels > li {
    padding: 0.3em 0;
  }
  .channels + .channels > :first-child {
    border-top: 1px solid var(--line);
  }
  .fold,
  .name {
    justify-content: space-between;
    width: 100%;
    padding: 0.3em 0;
    border: 0;
    background: none;
    color: inherit;
    text-align: start;
  }
  .fold:hover,
  .name:hover {
    text-decoration: none;
  }
  .fold:hover > span,
  .name:hover b {
    text-decoration: underline;
  }
  /* Beside a long number on a narrow phone, each word of a name would have a line of its own. */
  .name {
    flex: 1 1 9.5em;
    min-width: 0;
    font-weight: 400;
  }
  .name > span {
    min-width: 0;
  }
  .name .small {
    display: block;
  }
  .fold::after,
  .name::after {
    content: '';
    flex: none;
    width: 0.45em;
    height: 0.45em;
    margin-bottom: 0.2em;
    margin-inline-start: 0.5em;
    margin-inline-end: 0.3em;
    border: solid;
    border-width: 0 0.14em 0.14em 0;
    color: var(--accent);
    transform: rotate(45deg);
  }
  [aria-expanded='true']::after {
    margin-bottom: -0.2em;
    transform: rotate(225deg);
  }
  .row > .to {
    flex: 0 1 auto;
    padding: 0.6em 0;
    font-size: 0.875em;
    text-align: end;
    overflow-wrap: anywhere;
  }
  .more {
    padding: 0.2em 0 0.4em;
    font-size: 0.875em;
    color: var(--muted);
  }
  .jump li {
    display: inline-block;
    margin-inline-end: 1.25em;
  }
  nav.jump {
    padding-top: 0;
    padding-bottom: 0;
  }
  .foot p {
    margin-top: 0.5em;
  }
  .plain > li {
    padding: 0.2em 0;
  }
  /* A long number leaves room for a name. */
  @media (max-width: 30em) {
    .channels .call .icon {
      display: none;
    }
  }
  @media print {
    /* Firefox keeps no heading with what follows: it takes the room of the first entry, too. */
    .need > .heading {
      break-inside: avoid;
    }
    .need > .heading::after {
      content: '';
      display: block;
      height: 6em;
      margin-bottom: -6em;
    }
    .field,
    .jump,
    .more {
      display: none;
    }
    button.name {
      display: inline-flex;
    }
    .fold::after,
    .name::after {
      content: none;
    }
  }
`;
