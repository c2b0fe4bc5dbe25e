import { esbuildPlugin } from '@web/dev-server-esbuild';
import { rollupAdapter } from '@web/dev-server-rollup';
import { chromeLauncher } from '@web/test-runner-chrome';
import { assets } from './build/assets.mjs';

/** Chromium whose clock is in `zone`: the widgets must show Paris time everywhere. */
const chromiumIn = (zone) => {
  const launcher = chromeLauncher({
    launchOptions: {
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
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
  testFramework: { config: { timeout: 120_000 } },
  testsFinishTimeout: 600_000,
};
