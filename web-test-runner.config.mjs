import { chromeLauncher } from '@web/test-runner-chrome';
import { findChromium } from './build/chromium.mjs';
import { sources } from './build/sources.mjs';
import { browserCommands } from './test/browser-commands.mjs';

const launchOptions = findChromium();

/** Chromium whose clock is in `zone`: the widgets must show Paris time everywhere. */
export const chromiumIn = (zone) => {
  const launcher = chromeLauncher({
    launchOptions,
    async createPage({ context }) {
      const page = await context.newPage();
      await page.emulateTimezone(zone);
      return page;
    },
  });
  launcher.name = `Chromium in ${zone}`;
  return launcher;
};

/** Tests that ask nothing of the clock of the device: once is enough, in a zone that is not that of Paris. */
const TIMELESS = [
  'access',
  'cadre',
  'cadre-host',
  'colours',
  'communes',
  'configurator',
  'contours',
  'hosts',
  'kinds',
  'map-layout',
  'qr-code',
  'script',
  'search',
].map((name) => `test/${name}.test.ts`);

export default {
  ...sources,
  plugins: [...sources.plugins, browserCommands],
  // One page a browser: a page in the background gets no animation frames. Two browsers at once instead.
  concurrency: 1,
  concurrentBrowsers: 2,
  browsers: [chromiumIn('Europe/Paris')],
  groups: [
    {
      name: 'units',
      files: ['test/*.test.ts', ...TIMELESS.map((file) => `!${file}`)],
      browsers: ['America/New_York', 'Pacific/Auckland', 'Europe/Paris'].map(chromiumIn),
    },
    { name: 'timeless', files: TIMELESS, browsers: [chromiumIn('America/New_York')] },
  ],
  // No test judges how fast the machine is: these end what hangs.
  testFramework: { config: { timeout: 300_000 } },
  browserStartTimeout: 300_000,
  testsStartTimeout: 300_000,
  testsFinishTimeout: 1_800_000,
};
