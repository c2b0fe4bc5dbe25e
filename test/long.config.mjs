/** `npm run test:long`: what tries thousands of cases, and takes minutes. */
import units, { chromiumIn } from '../web-test-runner.config.mjs';

export default {
  ...units,
  groups: ['hostile', 'oracles'].map((name) => ({
    name,
    files: `test/${name}/*.test.ts`,
    browsers: [chromiumIn('Europe/Paris')],
  })),
};
