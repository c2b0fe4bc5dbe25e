import { css } from 'lit';

/**
 * What differs from a screen across (`styles.ts`) in the other forms that `fit.ts` chooses: upright (`portrait`), a strip
 * above a counter (`ribbon`), and what is too small for one sheet, or zoomed, and scrolls (`flow`).
 */
export const formStyles = css`
  .portrait .head {
    flex-direction: column-reverse;
    align-items: stretch;
  }
  .portrait .say {
    flex: none;
    margin: 0.5em 0 0;
  }
  .portrait .clock {
    display: flex;
    align-items: flex-end;
    justify-content: space-between;
  }
  .portrait .body {
    flex-direction: column;
  }
  .portrait .column {
    flex: 1 0 auto;
  }
  .portrait .column + .column {
    margin: 0.9em 0 0;
  }
  .ribbon.screen {
    padding: 0.5em 0.7em;
  }
  .ribbon .main {
    flex-direction: row;
  }
  .ribbon .head {
    flex: 3 1 0;
    flex-direction: column-reverse;
    align-items: flex-start;
    justify-content: center;
    min-width: 0;
    margin: 0;
    margin-inline-end: 0.7em;
  }
  .ribbon .say {
    flex: none;
    width: 100%;
    margin: 0.3em 0 0;
  }
  .ribbon .clock {
    text-align: start;
  }
  .ribbon .time {
    font-size: 2.8em;
  }
  .ribbon .where {
    display: none;
  }
  .ribbon .date {
    font-size: 1em;
  }
  .ribbon .regime {
    font-size: 1.35em;
  }
  .ribbon .body {
    flex: 9 1 0;
    min-width: 0;
  }
  .ribbon .column {
    flex-direction: row;
    flex: 5 1 0;
  }
  .ribbon .column.two {
    flex: 3 1 0;
  }
  .ribbon .box {
    flex: 1 1 0;
    min-width: 0;
    padding: 0.4em 0.7em;
  }
  .ribbon .box + .box,
  .ribbon .column + .column {
    margin: 0;
    margin-inline-start: 0.6em;
  }
  .ribbon .vital .number {
    font-size: 3.6em;
  }
  .ribbon .vital .title {
    font-size: 1.2em;
  }
  .ribbon .duty .name,
  .ribbon .duty .number {
    font-size: 1.25em;
  }
  .ribbon .channel {
    padding: 0;
  }
  .ribbon .foot {
    margin-top: 0.3em;
    font-size: 0.75em;
  }
  .ribbon .codes,
  .ribbon .doctor,
  .ribbon .here,
  .ribbon .sentence,
  .ribbon .then {
    display: none;
  }
  .flow.screen {
    height: auto;
    min-height: 100%;
    max-height: 100%;
    padding: 16px;
    overflow-y: auto;
    font-size: 1em;
    overflow-wrap: break-word;
    overflow-wrap: anywhere;
  }
  /* In pixels: where text is twice as large, what is around it is not. */
  .flow .box {
    padding: 12px 16px;
  }
  .flow .sheet {
    height: auto;
  }
  .flow .head,
  .flow .body {
    flex-direction: column;
    align-items: stretch;
  }
  .flow .say {
    flex: none;
    margin: 0 0 0.5em;
  }
  .flow .clock {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    text-align: start;
  }
  .flow .regime,
  .flow .time {
    font-size: 1.4em;
  }
  .flow .time {
    margin-inline-end: 0.4em;
  }
  .flow .vital {
    flex-wrap: wrap;
    align-items: flex-start;
  }
  /* Beside 15 where there is room for words, else below it. */
  .flow .vital .text {
    flex-basis: 7em;
  }
  .flow .vital .number {
    font-size: 3.6em;
  }
  .flow .column + .column {
    margin: 0.9em 0 0;
  }
  .flow .nowrap,
  .flow .number,
  .flow .phone {
    white-space: normal;
  }
`;
