import { css } from 'lit';

/** Fields, their labels and what is wrong with them. */
export const formStyles = css`
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 16em), 1fr));
    gap: 0.75em 1em;
    align-items: start;
  }
  .fields > .group,
  .fields > .wide {
    grid-column: 1 / -1;
  }
  .field {
    min-width: 0;
    margin: 0;
  }
  .grow {
    flex: 1 1 14em;
  }
  label,
  legend {
    display: block;
    margin-bottom: 0.2em;
    padding: 0;
    font-weight: 700;
  }
  .optional,
  .hint {
    color: var(--muted);
    font-size: 0.875em;
    font-weight: 400;
  }
  .hint {
    margin: 0 0 0.3em;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .group {
    padding: 0.75em;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  .group > legend {
    padding: 0 0.3em;
  }
  .item {
    margin-bottom: 0.75em;
    padding-bottom: 0.75em;
    border-bottom: 1px solid var(--line);
  }
  .group button,
  .item > button {
    margin-top: 0.5em;
  }
  input,
  select,
  textarea {
    width: 100%;
    min-height: 2.75em;
    padding: 0.3em 0.6em;
    border: 1px solid var(--muted);
    border-radius: calc(var(--radius) * 0.6);
    background-color: var(--surface);
    color: inherit;
    font: inherit;
  }
  [aria-invalid] {
    border: 2px solid var(--danger);
  }
  input[type='checkbox'] {
    flex: none;
    width: 1.4em;
    min-height: 1.4em;
    margin: 0;
    accent-color: var(--accent);
  }
  .check {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-height: 2.75em;
    margin: 0;
    font-weight: 400;
  }
  .checks {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
  }
  .error {
    color: var(--danger);
    font-weight: 700;
  }
  .picks > li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em;
    margin-bottom: 0.25em;
  }
  .picks > li > button {
    flex: none;
    margin: 0;
  }
  .days {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 0.3em 0.75em;
    align-items: center;
    max-width: 30em;
  }
  .days label {
    margin: 0;
    font-weight: 400;
  }
  .days .error {
    grid-column: 2;
    margin: 0;
  }
`;
