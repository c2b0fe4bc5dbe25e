/** How a server gives the sources to a browser, without a build: in the tests, and in `npm run dev`. */
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { rollupAdapter } from '@web/dev-server-rollup';
import { assets } from './assets.mjs';

export const sources = {
  rootDir: '.',
  nodeResolve: { exportConditions: ['production'] },
  // What the build made is served as it is.
  mimeTypes: {
    '**/{data,test,node_modules}/**/*.json': 'js',
    '**/package.json': 'js',
    '**/*.{csv,zone,svg}': 'js',
  },
  plugins: [rollupAdapter(assets()), esbuildPlugin({ ts: true, target: 'es2022', tsconfig: './tsconfig.json' })],
};
