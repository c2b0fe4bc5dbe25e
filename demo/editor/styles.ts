import { css } from 'lit';

/** What the editor adds to the styles of the widgets. */
export const editorStyles = css`
  .bar-of-tools,
  .filters,
  .actions,
  form.confirm,
  .confirm form {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 0.5em 0.75em;
  }
  .bar-of-tools,
  .actions {
    align-items: center;
  }
  .actions {
    margin: 0.75em 0;
  }
  .actions p,
  form.confirm > p {
    flex-basis: 100%;
    margin: 0;
  }
  nav ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.25em;
  }
  nav a {
    display: flex;
    align-items: center;
    min-height: 2.75em;
    padding: 0 0.75em;
    border-bottom: 3px solid transparent;
    color: var(--text);
    font-weight: 700;
    text-decoration: none;
  }
  nav a:hover {
    text-decoration: underline;
  }
  nav a[aria-current] {
    border-color: var(--accent);
    color: var(--accent);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5em;
  }
  h2,
  h3 {
    margin: 0 0 0.5em;
    font-size: 1.25em;
    line-height: 1.3;
  }
  h3 {
    margin-top: 1.5em;
    font-size: 1.05em;
  }
  .confirm > h3,
  .proof > h3 {
    margin-top: 0;
  }
  h2:focus:not(:focus-visible),
  [tabindex='-1']:focus:not(:focus-visible) {
    outline: 0;
  }
  .file:focus-within,
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  p + p,
  .rows + p,
  section > button {
    margin-top: 0.75em;
  }
  button.quiet {
    border-color: var(--muted);
    font-weight: 400;
  }
  button.primary {
    background-color: var(--fill);
    color: var(--on-accent);
  }
  button.danger {
    margin-top: 1.5em;
    border-color: var(--danger);
    color: var(--danger);
  }
  button:disabled,
  button[aria-disabled='true'] {
    border-color: var(--line);
    background: var(--sunken);
    color: var(--muted);
    cursor: default;
  }
  .rows > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75em;
    padding: 0.25em 0;
    border-top: 1px solid var(--line);
  }
  .rows > li > a {
    display: flex;
    align-items: center;
    min-height: 2.75em;
    font-weight: 700;
  }
  .rows .hint {
    margin: 0;
  }
  .changes > li {
    display: block;
    padding: 0.6em 0;
  }
  .changes p {
    margin: 0;
  }
  .side {
    display: inline-block;
    min-width: 3.5em;
    color: var(--muted);
    font-size: 0.875em;
  }
  ins {
    font-weight: 700;
    text-decoration: none;
  }
  .states {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.5em;
    font-size: 0.875em;
  }
  .state {
    padding: 0.05em 0.5em;
    border: 1px solid var(--line);
    border-radius: 1em;
  }
  .state.wrong {
    border-color: var(--danger);
    color: var(--danger);
    font-weight: 700;
  }
  .state.changed {
    border-color: var(--accent);
    color: var(--accent);
    font-weight: 700;
  }
  .state.old {
    border-color: var(--caution);
    color: var(--caution);
  }
  .confirm {
    margin: 1em 0;
    padding: 0.75em;
    border-radius: var(--radius);
    background: var(--band);
  }
  .confirm .hint {
    margin: 0.5em 0 0;
  }
  .form {
    margin-top: 1em;
  }
  .proof,
  .more {
    margin-top: 1em;
    padding-top: 0.75em;
    border-top: 1px solid var(--line);
  }
  .week > li {
    display: grid;
    grid-template-columns: minmax(0, 14em) minmax(0, 1fr);
    gap: 0 1em;
    align-items: center;
    padding: 0.2em 0;
  }
  .week .now {
    display: none;
  }
  .only {
    color: var(--muted);
  }
  .scroll {
    max-height: 30em;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  table {
    width: 100%;
    min-width: 36em;
    border-collapse: collapse;
    font-size: 0.875em;
  }
  th {
    position: sticky;
    top: 0;
    z-index: 1;
    background: var(--sunken);
    text-align: start;
  }
  th,
  td {
    padding: 0.2em 0.6em;
    border-bottom: 1px solid var(--line);
  }
  .preview {
    min-width: 0;
  }
  .shown {
    margin-top: 0.75em;
  }
  .told {
    background: var(--band);
  }
  code {
    overflow-wrap: anywhere;
  }
  @media (min-width: 70em) {
    .columns {
      grid-template-columns: minmax(0, 1.25fr) minmax(22em, 1fr);
    }
    .preview {
      position: sticky;
      top: 1em;
      align-self: start;
      max-height: calc(100vh - 2em);
      overflow: auto;
    }
  }
  @media (max-width: 30em) {
    .week > li {
      grid-template-columns: minmax(0, 1fr);
    }
    .actions > * {
      width: 100%;
    }
  }
  @media (forced-colors: active) {
    nav a {
      border-color: Canvas;
    }
    nav a[aria-current] {
      border-color: Highlight;
    }
    .confirm {
      border: 1px solid;
    }
    button:disabled,
    button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
