import { css } from 'lit';
import { dark, light } from './colours.ts';

/** Colours, type and parts that all widgets share. Sizes in em: a host's html font size must not shrink them. */
export const sharedStyles = css`
  :host {
    ${light}
    --radius: var(--yonne-radius, 0.625em);
    display: block;
    flex: 1 1 auto;
    box-sizing: border-box;
    min-width: 0;
    color-scheme: light;
  }
  :host([hidden]),
  [hidden] {
    display: none;
  }
  :host([theme='dark']) {
    ${dark}
    color-scheme: dark;
  }
  @media (prefers-color-scheme: dark) {
    :host([theme='auto']) {
      ${dark}
      color-scheme: dark;
    }
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  /* Of the host's text only the font comes in; what hides the host hides the card. */
  .card {
    all: initial;
    display: block;
    position: relative;
    box-sizing: border-box;
    font-family: inherit;
    font-size: inherit;
    line-height: 1.5;
    visibility: inherit;
    pointer-events: inherit;
    color-scheme: inherit;
    -webkit-text-size-adjust: inherit;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background-color: var(--surface);
    color: var(--text);
    overflow-wrap: break-word;
  }
  /* What is French stays as it is in a text from right to left. */
  [lang='fr'] {
    unicode-bidi: plaintext;
  }
  .card > * {
    padding: 0.75em 1em;
    border-top: 1px solid var(--line);
  }
  .card > :first-child {
    border-top: 0;
    border-radius: var(--radius) var(--radius) 0 0;
  }
  /* Not cut by the card: what is cut can be scrolled by the focus, and then nobody can scroll it back. */
  .foot {
    border-radius: 0 0 var(--radius) var(--radius);
  }
  h2,
  h3,
  p,
  ul,
  .heading {
    margin: 0;
  }
  .title {
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.3;
  }
  .subtitle,
  .small {
    font-size: 0.875em;
    color: var(--muted);
  }
  .heading {
    margin-bottom: 0.2em;
    font-weight: 700;
    line-height: 1.35;
    text-wrap: balance;
  }
  p + p {
    margin-top: 0.1em;
  }
  ul {
    padding: 0;
    list-style: none;
  }
  /* As tall as a finger, without spreading the lines of its text. */
  .inline {
    display: inline-block;
    margin: -0.65em 0;
    padding: 0.65em 0.1em;
    font-weight: 700;
    white-space: nowrap;
  }
  a {
    color: var(--accent);
    text-underline-offset: 0.15em;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip: rect(0 0 0 0);
    white-space: nowrap;
  }
  .icon {
    flex: none;
    width: 1.15em;
    height: 1.15em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    margin: -0.25em -0.5em;
  }
  .row > * {
    margin: 0.25em 0.5em;
  }
  .row > .calls {
    margin: 0 0.25em;
  }
  .row > .grow {
    flex: 1 1 15em;
    min-width: 0;
  }
  /* A number stands beside its text wherever there is room for a few words. */
  .channels .row > .grow {
    flex-basis: 11em;
  }
  .channels .price {
    max-width: 9em;
    text-align: center;
  }
  .call {
    display: inline-flex;
    flex-direction: column;
    align-items: center;
    max-width: 100%;
    min-width: 0;
  }
  .price {
    font-size: 0.8125em;
    line-height: 1.3;
    color: var(--muted);
  }
  .button,
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-width: 2.75em;
    max-width: 100%;
    min-height: 2.75em;
    margin: 0;
    padding: 0.4em 0.8em;
    border: 1px solid var(--accent);
    border-radius: calc(var(--radius) * 0.8);
    background-color: var(--surface);
    color: var(--accent);
    font: inherit;
    font-weight: 700;
    line-height: 1.25;
    text-decoration: none;
    cursor: pointer;
  }
  input {
    min-height: 2.75em;
    padding: 0.3em 0.6em;
    border: 1px solid var(--muted);
    border-radius: calc(var(--radius) * 0.6);
    background-color: var(--surface);
    color: inherit;
    font: inherit;
  }
  .link,
  .link:hover {
    padding: 0.4em 0;
    border: 0;
    background: none;
    font-weight: 400;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .button .icon {
    margin-inline-end: 0.5em;
  }
  .button > span {
    min-width: 0;
  }
  .button:hover,
  button:hover {
    text-decoration: underline;
  }
  .button.primary {
    background-color: var(--fill);
    color: var(--on-accent);
  }
  .button.vital {
    border-color: var(--danger-fill);
    background: var(--danger-fill);
    color: #fff;
  }
  .button.danger {
    border-color: var(--danger);
    color: var(--danger);
  }
  a:focus-visible,
  button:focus-visible,
  summary:focus-visible,
  input:focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .status {
    font-weight: 700;
  }
  .status::before {
    content: '';
    display: inline-block;
    width: 0.6em;
    height: 0.6em;
    margin-inline-end: 0.4em;
    border: 0.14em solid currentColor;
    vertical-align: 0.02em;
  }
  .status.open {
    color: var(--open);
  }
  .status.open::before {
    border-radius: 50%;
    background: currentColor;
  }
  .status.referral,
  .status.emergency,
  .status.unconfirmed {
    color: var(--caution);
  }
  .status.referral::before,
  .status.emergency::before {
    background: currentColor;
    transform: rotate(45deg) scale(0.85);
  }
  .status.closed {
    color: var(--muted);
  }
  .status.closed::before {
    border-radius: 50%;
  }
  .strip {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    padding-top: 0.35em;
    padding-bottom: 0.35em;
    background: var(--danger-band);
  }
  .strip .heading {
    flex: 1 1 4em;
    margin: 0;
    margin-inline-end: 0.25em;
    line-height: 1.2;
  }
  .strip .button {
    padding-right: 0.6em;
    padding-left: 0.6em;
  }
  .strip .calls {
    margin: 0 -0.25em;
  }
  .strip .heading {
    color: var(--danger);
  }
  .group > .heading {
    padding-bottom: 0.25em;
    font-size: 0.875em;
    color: var(--muted);
  }
  .channels > li {
    padding: 0.5em 0;
    border-top: 1px solid var(--line);
  }
  .channels > li:first-child {
    border-top: 0;
  }
  .group > details {
    border-top: 1px solid var(--line);
  }
  .group > details:only-child {
    margin: -0.5em 0;
    border-top: 0;
  }
  .calls {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    min-width: 0;
  }
  .calls > * {
    margin: 0.25em;
  }
  .foot {
    background: var(--sunken);
    font-size: 0.875em;
  }
  .foot summary,
  .foot .button,
  .foot button {
    min-height: 3.15em;
  }
  .bar {
    display: block;
    width: 100%;
    height: 12px;
    margin-top: 0.5em;
    overflow: visible;
  }
  [dir='rtl'] .bar {
    transform: scaleX(-1);
  }
  .scale {
    display: flex;
    justify-content: space-between;
    font-size: 0.75em;
    color: var(--muted);
  }
  .bar .track {
    fill: var(--line);
  }
  .bar .open {
    fill: var(--open-fill);
  }
  .bar .unknown {
    fill: var(--surface);
    stroke: var(--caution);
    stroke-width: 1.5;
    stroke-dasharray: 5 3;
  }
  .bar .now {
    fill: var(--text);
  }
  summary {
    min-height: 2.75em;
    padding: 0.6em 0;
    font-weight: 700;
    cursor: pointer;
  }
  @media (forced-colors: active) {
    .button,
    button {
      border: 2px solid;
    }
    .status::before,
    .band .icon {
      color: CanvasText;
      forced-color-adjust: none;
    }
    .bar .track {
      fill: GrayText;
    }
    .bar .open,
    .bar .now {
      fill: CanvasText;
    }
    .bar .unknown {
      fill: Canvas;
      stroke: CanvasText;
    }
  }
  @media print {
    :host,
    :host([theme]) {
      ${light}
      --text: #000;
      --muted: #000;
      --danger: #000;
      --open: #000;
      --caution: #000;
      --band: #fff;
      --sunken: #fff;
      --danger-band: #fff;
    }
    /* Its shade for the screen stands at the card itself. */
    .card {
      --accent: #000 !important;
      --fill: #000 !important;
    }
    .button.primary,
    .button.vital {
      border: 2px solid;
      background: none;
      color: #000;
    }
    .status::before,
    .bar,
    .map {
      -webkit-print-color-adjust: exact;
      print-color-adjust: exact;
    }
    button {
      display: none;
    }
  }
`;
