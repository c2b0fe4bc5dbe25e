/** What people do in the administration of the site, in a browser. WORDPRESS_SHOTS=folder keeps pictures of it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { browser, HUNG, rest, siteOf, wordpress } from './wordpress.mjs';

let shots = 0;
/** Keeps a picture of the page, where WORDPRESS_SHOTS names a folder. */
export async function shot(page, name) {
  const folder = process.env.WORDPRESS_SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${String(++shots).padStart(2, '0')}-${name}.png`) });
}

/** A browser of one's own, at the administration of the site. */
export async function logIn(person) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(HUNG);
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`${siteOf(person)}/wp-login.php`);
  // Typed, it would get lost where the page moves the focus by itself.
  for (const [field, value] of [
    ['#user_login', person.role],
    ['#user_pass', wordpress.people[person.role].password],
  ])
    await page.$eval(
      field,
      (input, text) => {
        input.value = text;
      },
      value,
    );
  await press(page, '#wp-submit');
  return page;
}

/** Presses what leads to another page, and waits for that. */
export const press = (page, selector) => Promise.all([page.waitForNavigation(), page.click(selector)]);
/** The page of settings of the plugin. */
export const settings = '/wp-admin/options-general.php?page=yonne-soins';

/** Publishes a post by the REST API, as its author. */
export const publish = (person, content) => rest(person, 'posts', { title: 'Santé', status: 'publish', content });
