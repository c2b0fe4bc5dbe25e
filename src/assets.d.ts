/** How the build reads files that are not code: see `assets()` in rollup.config.mjs. */
declare module '*.csv' {
  const text: string;
  export default text;
}

declare module '*.svg' {
  import type { TemplateResult } from 'lit';

  const icon: TemplateResult;
  export default icon;
}
