import { css } from 'lit';

/** The whole screen, across: sizes in em, since `fit.ts` sets one text size for all. Its other forms: `form-styles.ts`. */
export const screenStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    width: 100%;
    height: 100vh;
    overflow: hidden;
    line-height: 1.25;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    letter-spacing: normal;
    word-spacing: normal;
    white-space: normal;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before {
    box-sizing: border-box;
  }
  p,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  /* What is French stays as it is in a text from right to left. */
  [lang='fr'] {
    unicode-bidi: plaintext;
  }
  .screen {
    --text: #10181b;
    --muted: #3a474d;
    --surface: #e9eef0;
    --box: #fff;
    --line: #c5d0d4;
    --open: #0c5230;
    --vital: #a90f17;
    height: 100%;
    padding: 1.1em 1.3em;
    overflow: hidden;
    background: var(--surface);
    color: var(--text);
  }
  .screen.night {
    --text: #fff;
    --muted: #c3d2d4;
    --surface: #0b181b;
    --box: #15302f;
    --line: #365553;
    --open: #8fe0b0;
  }
  .sheet {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  .main {
    display: flex;
    flex: 1 0 auto;
    flex-direction: column;
  }
  .head {
    display: flex;
    flex: none;
    align-items: flex-end;
    justify-content: space-between;
    margin-bottom: 0.8em;
  }
  .say {
    flex: 1 1 0;
    min-width: 0;
    margin-inline-end: 1.5em;
  }
  .where,
  .date {
    font-size: 1.15em;
    color: var(--muted);
    text-wrap: balance;
  }
  .regime {
    margin-top: 0.1em;
    font-size: 1.85em;
    font-weight: 700;
    line-height: 1.12;
    text-wrap: balance;
  }
  .clock {
    flex: none;
    text-align: end;
  }
  .time {
    font-size: 3.3em;
    font-weight: 700;
    line-height: 1;
    font-variant-numeric: tabular-nums;
  }
  .body {
    display: flex;
    flex: 1 0 auto;
  }
  .column {
    display: flex;
    flex: 1 1 0;
    flex-direction: column;
    min-width: 0;
  }
  .column + .column {
    margin-inline-start: 0.9em;
  }
  .box {
    flex: 1 0 auto;
    padding: 0.8em 1em;
    border-radius: var(--yonne-radius, 0.5em);
    background: var(--box);
  }
  .box + .box {
    margin-top: 0.9em;
  }
  .label {
    color: var(--muted);
  }
  .number {
    white-space: nowrap;
    font-weight: 700;
  }
  .nowrap {
    white-space: nowrap;
  }
  .phone {
    display: inline-block;
    margin-inline-end: 0.8em;
    white-space: nowrap;
  }
  .long {
    overflow-wrap: break-word;
  }
  .vital {
    display: flex;
    align-items: center;
    background: var(--vital);
    color: #fff;
  }
  .vital .numbers {
    flex: none;
    margin-inline-end: 0.9em;
    text-align: center;
  }
  .vital .number {
    font-size: 5.2em;
    line-height: 0.95;
  }
  .vital .also {
    font-size: 1.3em;
    font-weight: 700;
  }
  .vital .text {
    flex: 1 1 0;
    min-width: 0;
  }
  .vital .title {
    font-size: 1.45em;
    font-weight: 700;
    line-height: 1.15;
  }
  .vital .then {
    margin-top: 0.25em;
    font-size: 1.2em;
  }
  .vital .deaf {
    margin-top: 0.35em;
    text-wrap: balance;
  }
  .pharmacy {
    display: flex;
    flex-direction: column;
    justify-content: center;
  }
  .duty {
    margin-top: 0.3em;
  }
  .duty .name {
    font-size: 1.6em;
    font-weight: 700;
    line-height: 1.15;
  }
  .duty .number,
  .line .number {
    font-size: 1.6em;
  }
  .line .number.only {
    font-size: 3em;
    line-height: 1.1;
  }
  .line {
    margin-top: 0.2em;
  }
  .channels {
    display: flex;
    flex-direction: column;
  }
  .channels ul {
    display: flex;
    flex: 1 0 auto;
    flex-direction: column;
    justify-content: space-evenly;
  }
  .channels .label + ul,
  .channels .label + p {
    margin-top: 0.15em;
  }
  .channels ul + .label,
  .channels ul + .sentence,
  .channels .label + .sentence,
  .sentence + .sentence {
    margin-top: 0.3em;
    padding-top: 0.4em;
    border-top: 1px solid var(--line);
  }
  .doctor + .doctor,
  .doctor + .label {
    margin-top: 0.5em;
  }
  .label.ask {
    font-weight: 700;
    color: inherit;
  }
  .channel {
    padding: 0.35em 0;
  }
  .channel .name {
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.15;
  }
  .channel .number {
    font-size: 1.25em;
  }
  .status {
    font-weight: 700;
  }
  .status.open {
    color: var(--open);
  }
  .from {
    margin-top: 0.2em;
    font-weight: 700;
  }
  .here:first-child {
    margin-bottom: 0.6em;
  }
  .here:last-child {
    margin-top: 0.6em;
  }
  .status::before {
    content: '';
    display: inline-block;
    width: 0.55em;
    height: 0.55em;
    margin-inline-end: 0.35em;
    border-radius: 50%;
    background: currentColor;
  }
  .codes,
  .code {
    display: flex;
    flex: none;
    align-items: center;
  }
  .code {
    flex: 1 1 0;
    min-width: 0;
  }
  .code + .code {
    margin-inline-start: 1em;
  }
  .code .qr {
    flex: none;
    width: 7em;
    height: 7em;
    margin-inline-end: 1em;
    border-radius: 0.2em;
  }
  .code p {
    flex: 1 1 0;
    min-width: 0;
  }
  .foot {
    flex: none;
    margin-top: 0.7em;
    /* A font taller than its line sticks out below it: the sheet must not count that as too high. */
    padding-bottom: 0.1em;
    font-size: 0.9em;
    color: var(--muted);
  }
  .foot span + span::before {
    content: ' · ';
  }
  @media (forced-colors: active) {
    .box {
      border: 2px solid;
    }
  }
`;
