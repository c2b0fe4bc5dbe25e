/** How the build reads icons: see `build/assets.mjs`. */
declare module '*.svg' {
  import type { TemplateResult } from 'lit';

  const icon: TemplateResult;
  export default icon;
}
