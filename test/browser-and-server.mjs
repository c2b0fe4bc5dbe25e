/** A server of a test file, and the tests' browser beside it. */
import { launch } from 'puppeteer-core';
import { findChromium } from '../build/chromium.mjs';

/** To be called before the tests. @returns {Promise<{ origin: string, browser: import('puppeteer-core').Browser }>} */
export async function start(server) {
  await new Promise((resolve) => server.listen(0, resolve));
  return { origin: `http://localhost:${server.address().port}`, browser: await launch(findChromium()) };
}

/** To be called after them, also where it could not start. */
export async function stop(server, browser) {
  await browser?.close();
  server.closeAllConnections();
  server.close();
}
