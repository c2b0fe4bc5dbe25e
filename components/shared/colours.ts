import { css } from 'lit';

/** The colours of all widgets on a light page; the host's own where it gives them. */
export const light = css`
  --text: #1b1f23;
  --muted: #4b5960;
  --surface: var(--yonne-surface, #fff);
  --sunken: #f6f8f9;
  --line: #d5dde1;
  --accent: var(--yonne-accent, #0a5c5c);
  --on-accent: var(--yonne-on-accent, #fff);
  --band: #e6f0f0;
  --tint: #c3d3d6;
  --tint-2: #e8eef0;
  --danger: #9b1118;
  --danger-fill: #b4151c;
  --danger-band: #fdebeb;
  --open: #13643a;
  --open-fill: #2c8a57;
  --caution: #874700;
`;

/** The same on a dark one. */
export const dark = css`
  --text: #eef3f4;
  --muted: #b3c1c6;
  --surface: var(--yonne-surface, #12181b);
  --sunken: #1a2226;
  --line: #35434a;
  --accent: var(--yonne-accent, #7fd1cb);
  --on-accent: var(--yonne-on-accent, #06201f);
  --band: #17302f;
  --tint: #4a5c64;
  --tint-2: #26323a;
  --danger: #ff9d99;
  --danger-fill: #b4151c;
  --danger-band: #3a1618;
  --open: #7ed6a0;
  --open-fill: #4cae76;
  --caution: #f0b86c;
`;
