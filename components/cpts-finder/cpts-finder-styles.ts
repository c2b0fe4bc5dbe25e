import { css } from 'lit';

export const finderStyles = css`
  .columns {
    display: flex;
    flex-wrap: wrap;
    margin: -0.5em -0.75em;
  }
  .columns > * {
    flex: 1 1 16em;
    min-width: 0;
    margin: 0.5em 0.75em;
  }
  .columns > :first-child {
    flex-grow: 1.6;
  }
  .badge {
    display: inline-block;
    margin-bottom: 0.4em;
    padding: 0.1em 0.7em;
    border: 1px solid;
    border-radius: 1em;
    font-size: 0.8125em;
    font-weight: 700;
  }
  .badge.documented {
    color: var(--open);
  }
  .badge.presumed,
  .badge.undetermined {
    color: var(--caution);
  }
  .steps {
    margin: 0.5em 0 0;
    padding: 0;
    list-style: none;
    counter-reset: step;
  }
  .steps > li {
    position: relative;
    padding: 0.4em 0;
    padding-inline-start: 2.2em;
    counter-increment: step;
  }
  .steps > li::before {
    content: counter(step);
    position: absolute;
    width: 1.7em;
    margin-inline-start: -2.2em;
    border-radius: 50%;
    background: var(--band);
    color: var(--accent);
    font-weight: 700;
    line-height: 1.7em;
    text-align: center;
  }
  .plain > li {
    padding: 0.2em 0;
  }
  .notice {
    margin-bottom: 0.5em;
    padding: 0.5em 0.75em;
    border-inline-start: 4px solid var(--accent);
    background: var(--sunken);
  }
  details yonne-soins-now {
    margin: 0 -1em -0.75em;
  }
`;
