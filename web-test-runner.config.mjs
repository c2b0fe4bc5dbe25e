import { esbuildPlugin } from '@web/dev-server-esbuild';
import { rollupAdapter } from '@web/dev-server-rollup';
import { chromeLauncher } from '@web/test-runner-chrome';
import { assets } from './build/assets.mjs';
import { findChromium } from './build/chromium.mjs';

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
  rootDir: '.',
  nodeResolve: { exportConditions: ['production'] },
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
    { name: 'oracles', files: 'test/oracles/*.test.ts', browsers: [chromiumIn('Europe/Paris')] },
  ],
  // What the build made is served as it is.
  mimeTypes: {
    '**/{data,test,node_modules}/**/*.json': 'js',
    '**/package.json': 'js',
    '**/*.{csv,zone,svg}': 'js',
  },
  plugins: [rollupAdapter(assets()), esbuildPlugin({ ts: true, target: 'es2022', tsconfig: './tsconfig.json' })],
  // No test judges how fast the machine is: these end what hangs.
  testFramework: { config: { timeout: 300_000 } },
  browserStartTimeout: 300_000,
  testsStartTimeout: 300_000,
  testsFinishTimeout: 1_800_000,
};
