import { chromeLauncher } from '@web/test-runner-chrome';
import { findChromium } from './build/chromium.mjs';
import { sources } from './build/sources.mjs';
import { browserCommands } from './test/browser-commands.mjs';

const launchOptions = findChromium();

/** Chromium whose clock is in `zone`: the widgets must show Paris time everywhere. */
const chromiumIn = (zone) => {
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
      files: ['test/*.test.ts'],
      browsers: ['America/New_York', 'Pacific/Auckland', 'Europe/Paris'].map(chromiumIn),
    },
    { name: 'hostile', files: 'test/hostile/*.test.ts', browsers: [chromiumIn('Europe/Paris')] },
    { name: 'oracles', files: 'test/oracles/*.test.ts', browsers: [chromiumIn('Europe/Paris')] },
  ],
  // No test judges how fast the machine is: these end what hangs.
  testFramework: { config: { timeout: 300_000 } },
  browserStartTimeout: 300_000,
  testsStartTimeout: 300_000,
  testsFinishTimeout: 1_800_000,
};
