import { css } from 'lit';

/**
 * The colours of all widgets on a light page; the host's own where it gives them. `--fill` is the accent of surfaces,
 * `--accent` that of texts, links and lines: a shade of it that is read, once `readable-accent.ts` has found it.
 */
export const light = css`
  --text: #1b1f23;
  --muted: #4b5960;
  --own-surface: #fff;
  --surface: var(--yonne-surface, var(--own-surface));
  --sunken: #f6f8f9;
  --line: #d5dde1;
  --own-accent: #0a5c5c;
  --own-on-accent: #fff;
  --band: #e6f0f0;
  --tint: #c3d3d6;
  --tint-2: #e8eef0;
  --danger: #9b1118;
  --danger-fill: #b4151c;
  --danger-band: #fdebeb;
  --open: #13643a;
  --open-fill: #2c8a57;
  --caution: #874700;
  --fill: var(--yonne-accent, var(--own-accent));
  --accent: var(--fill);
  --on-accent: var(--yonne-on-accent, var(--own-on-accent));
`;

/** The same on a dark one. */
export const dark = css`
  --text: #eef3f4;
  --muted: #b3c1c6;
  --own-surface: #12181b;
  --sunken: #1a2226;
  --line: #35434a;
  --own-accent: #7fd1cb;
  --own-on-accent: #06201f;
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
