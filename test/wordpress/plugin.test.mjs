/**
 * The plugin in a WordPress of Debian's, installed as a newcomer does it: `npm run plugins && node --test
 * test/wordpress/plugin.test.mjs`. WORDPRESS_SHOTS=folder keeps a picture of each step.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { logIn, press, publish, settings, shot } from './administration.mjs';
import {
  browser,
  close,
  FALLBACK,
  frames,
  HUNG,
  inSite,
  open,
  PEOPLE,
  root,
  siteOf,
  survey,
  visit,
} from './wordpress.mjs';

const ZIP = join(root, 'dist/hosts/yonne-soins-wordpress.zip');
if (!existsSync(ZIP)) {
  console.error(`${ZIP} is not there: npm run plugins`);
  process.exit(1);
}
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const [administrator] = PEOPLE;
const author = PEOPLE.find(({ role }) => role === 'author');

before(() => open());
after(() => close());

/** Puts a block, found by what it says, into a new post or page, gives it a commune, publishes, and gives the address. */
async function publishBlock(person, { type, title, search, commune }) {
  const page = await logIn(person);
  await page.goto(`${siteOf(person)}/wp-admin/post-new.php?post_type=${type}`);
  await page.waitForSelector('.editor-post-title__input');
  // The editor greets whoever comes for the first time.
  await page.evaluate(() => {
    const greets = window.wp.data.select('core/edit-post').isFeatureActive('welcomeGuide');
    if (greets) window.wp.data.dispatch('core/edit-post').toggleFeature('welcomeGuide');
  });
  await page.type('.editor-post-title__input', title);
  await page.click('.edit-post-header-toolbar__inserter-toggle');
  await page.waitForSelector('.block-editor-inserter__search input');
  await page.type('.block-editor-inserter__search input', search);
  const block = await page.waitForSelector('[class*="editor-block-list-item-yonne-soins"]');
  await shot(page, `${person.role}-search`);
  await block.click();
  await page.click('.edit-post-header-toolbar__inserter-toggle');
  // The preview is the widget itself.
  await page.waitForFunction(
    () => document.querySelector('[data-type^="yonne-soins/"] [data-yonne]')?.shadowRoot?.firstElementChild?.shadowRoot,
  );
  await shot(page, `${person.role}-block`);
  if (commune) {
    if (!(await page.$('.interface-complementary-area')))
      await page.click('.edit-post-header__settings [aria-label="Settings"]');
    const field = await page.waitForSelector('.interface-complementary-area input[role="combobox"]');
    await field.type(commune);
    await page.waitForSelector('[role="option"]');
    await shot(page, `${person.role}-commune`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-type^="yonne-soins/"] [data-commune^="89"]');
    await shot(page, `${person.role}-chosen`);
  }
  await page.click('.editor-post-publish-panel__toggle');
  const publish = await page.waitForSelector(
    '.editor-post-publish-panel .editor-post-publish-button:not([aria-disabled="true"])',
  );
  await publish.click();
  const link = await page.waitForSelector('.post-publish-panel__postpublish-buttons a.components-button');
  await shot(page, `${person.role}-published`);
  const url = await link.evaluate(({ href }) => href);
  await page.goto(url);
  await page.evaluate(frames);
  await shot(page, `${person.role}-page`);
  await page.browserContext().close();
  return url;
}

/** The addresses of the plugin's scripts among those that a browser asked, without their folder. */
const scripts = (asked) =>
  asked
    .filter((url) => url.includes('/plugins/yonne-soins/'))
    .map((url) => url.replace(/.*\/plugins\/yonne-soins\//, ''));

describe('a newcomer’s three minutes', () => {
  test('an administrator uploads the plugin, activates it, chooses the commune', { timeout: 4 * HUNG }, async () => {
    const page = await logIn(administrator);
    await page.goto(`${siteOf(administrator)}/wp-admin/plugin-install.php?tab=upload`);
    const file = await page.waitForSelector('#pluginzip');
    await file.uploadFile(ZIP);
    await shot(page, 'upload');
    await press(page, '#install-plugin-submit');
    await shot(page, 'installed');
    await press(page, 'a[href*="action=activate"]');
    await shot(page, 'activated');
    await press(page, '#the-list a[href*="page=yonne-soins"]');
    await page.select('#yonne-soins-commune', '89206');
    await press(page, '#submit');
    await shot(page, 'settings');
    assert.equal(await page.$eval('#yonne-soins-commune', ({ value }) => value), '89206');
    await page.browserContext().close();
  });

  for (const [person, put, says] of [
    [administrator, { type: 'page', title: 'Se soigner', search: 'médecin' }, /Joigny, dimanche/],
    [author, { type: 'post', title: 'Cet hiver', search: 'urgence', commune: 'avallon' }, /Avallon, dimanche/],
  ])
    test(`${person.who}: a block in a ${put.type}`, { timeout: 4 * HUNG }, async () => {
      const url = await publishBlock(person, put);
      const { shown, text, asked } = await visit(url, 'widget');
      assert.equal(shown, 'widget', text);
      assert.match(text, says);
      assert.deepEqual(scripts(asked), [`yonne-soins.js?ver=${version}`]);
    });

  test('in the frame of the site editor the preview is the widget too', { timeout: 2 * HUNG }, async () => {
    const page = await logIn(administrator);
    await page.goto(`${siteOf(administrator)}/wp-admin/site-editor.php`);
    const canvas = await page.waitForSelector('iframe[name="editor-canvas"]');
    await page.waitForFunction(() => window.wp.data.select('core/block-editor').getBlocks().length);
    await page.evaluate(() => {
      const block = window.wp.blocks.createBlock('yonne-soins/contacts', { commune: '89024' });
      window.wp.data.dispatch('core/block-editor').insertBlocks([block], 0);
    });
    const frame = await canvas.contentFrame();
    await frame.waitForFunction(
      () => document.querySelector('[data-yonne="contacts"]')?.shadowRoot?.firstElementChild?.shadowRoot,
    );
    await shot(page, 'site-editor');
    await page.browserContext().close();
  });

  test('an author writes a shortcode in the classic editor', { timeout: 2 * HUNG }, async () => {
    const { link } = await publish(author, 'Avant.\n\n[yonne_soins commune="saint florentin"]\n\nAprès.');
    const { shown, text } = await visit(link, 'widget');
    assert.equal(shown, 'widget', text);
    assert.match(text, /^Avant\. Se soigner maintenant.*Saint-Florentin, dimanche.* Après\.$/);
  });
});

describe('whoever writes, the block and the shortcode stay whole and show the widget', () => {
  const forms = [
    ['<!-- wp:yonne-soins/soins-now {"commune":"89387"} /-->', /Sens, dimanche/],
    ['<!-- wp:yonne-soins/cpts-finder {"commune":"89387","headingLevel":"3"} /-->', /CPTS Nord Yonne/],
    ['<!-- wp:yonne-soins/contacts {"commune":"89387","audience":"mairie"} /-->', /Pour la mairie/],
    ['[yonne_soins commune="89387"]', /Sens, dimanche/],
    ['[yonne_cpts commune="Sens"]', /CPTS Nord Yonne/],
    ['[yonne_contacts commune="sens" audience="mairie"]', /Pour la mairie/],
  ];
  for (const person of PEOPLE)
    for (const [form, says] of forms)
      test(`${person.who}: ${form}`, { timeout: 2 * HUNG }, async () => {
        const { link, content } = await publish(person, form);
        assert.equal(content.raw, form);
        const page = await browser.newPage();
        await page.goto(link);
        const text = await page.waitForFunction(
          (pattern) => {
            const card = document.querySelector('[data-yonne]')?.shadowRoot?.firstElementChild?.shadowRoot;
            const { innerText } = card?.querySelector('[part~="card"]') ?? {};
            return innerText?.match(pattern) && innerText;
          },
          { timeout: HUNG },
          says.source.replace(', dimanche', ', '),
        );
        assert.ok(await text.jsonValue());
        await page.close();
      });
});

describe('what a visitor is given', () => {
  const post = (content) => publish(author, content).then(({ link }) => link);

  test('three widgets: one script, deferred, at the foot, with its version; nothing asked of others', {
    timeout: 2 * HUNG,
  }, async () => {
    const link = await post('[yonne_soins]\n\n<!-- wp:yonne-soins/cpts-finder /-->\n\n[yonne_contacts]');
    const { asked } = await visit(link, 'widget');
    assert.deepEqual(scripts(asked), [`yonne-soins.js?ver=${version}`]);
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(siteOf(author)) && !url.startsWith('data:')),
      [],
    );
    const html = await (await fetch(link)).text();
    const tags = html.match(/<script[^>]*plugins\/yonne-soins[^>]*>/g);
    assert.equal(tags.length, 1);
    assert.match(tags[0], / defer /);
    assert.ok(html.indexOf(tags[0]) > html.lastIndexOf('data-yonne='));
  });

  test('no script where no widget is', { timeout: 2 * HUNG }, async () => {
    const html = await (await fetch(await post('Rien.'))).text();
    assert.ok(!html.includes('plugins/yonne-soins'));
  });

  test('nothing moves when the script comes late', { timeout: 2 * HUNG }, async () => {
    const page = await browser.newPage();
    await page.setViewport({ width: 360, height: 640 });
    await page.setRequestInterception(true);
    let held;
    page.on('request', (request) => {
      if (scripts([request.url()]).length) held = request;
      else request.continue();
    });
    await page.evaluateOnNewDocument(() => {
      window.shifts = [];
      window.observer = new PerformanceObserver((list) => window.shifts.push(...list.getEntries()));
      window.observer.observe({ type: 'layout-shift', buffered: true });
    });
    const link = await post('[yonne_soins]\n\nAprès.');
    const loaded = page.goto(link, { timeout: HUNG });
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length, { timeout: HUNG });
    await page.evaluate(frames);
    await held.continue();
    await loaded;
    await page.waitForFunction(() => document.querySelector('[data-yonne]').shadowRoot?.firstElementChild?.shadowRoot, {
      timeout: HUNG,
    });
    await page.evaluate(frames);
    const shift = await page.evaluate(() =>
      [...window.shifts, ...window.observer.takeRecords()].reduce((sum, { value }) => sum + value, 0),
    );
    assert.equal(shift, 0);
    await page.close();
  });

  test('without script: the numbers, and no hole', { timeout: 2 * HUNG }, async () => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(await post('[yonne_soins]'));
    const { text, links } = await page.evaluate(survey);
    assert.match(text, new RegExp(FALLBACK));
    assert.deepEqual(links, ['tel:15', 'tel:112', 'sms:114', 'tel:3624', 'tel:3646']);
    assert.ok((await page.$eval('.yonne-soins', ({ offsetHeight }) => offsetHeight)) < 300);
    await page.close();
  });

  test('what an author writes in an attribute stays text; only those who write are told of a wrong commune', {
    timeout: 2 * HUNG,
  }, async () => {
    const { link } = await publish(author, `[yonne_soins commune='"><img src=x onerror=alert(1)>' onclick="alert(1)"]`);
    const html = await (await fetch(link)).text();
    assert.ok(!/<img src=x|onclick|attendu le nom/.test(html));
    const page = await logIn(author);
    await page.goto(link);
    assert.match(
      await page.$eval('[role="note"]', ({ innerText }) => innerText),
      /attendu le nom ou le code INSEE d’une commune du département 89/,
    );
    await page.browserContext().close();
  });

  test('the languages and the colours of the settings', { timeout: 2 * HUNG }, async () => {
    const set = (php) => inSite(`return update_option('yonne_soins', array_merge(get_option('yonne_soins'), ${php}));`);
    set("['languages' => ['en'], 'theme' => 'dark', 'accent' => '#ffcc00']");
    const link = await post('[yonne_soins lang="en"]');
    const page = await browser.newPage();
    await page.goto(link);
    const widget = await page.waitForFunction(
      () => document.querySelector('[data-yonne]').shadowRoot?.firstElementChild,
      { timeout: HUNG },
    );
    await page.waitForFunction(
      (element) => element.shadowRoot?.querySelector('[lang="en"]'),
      { timeout: HUNG },
      widget,
    );
    assert.deepEqual(
      await widget.evaluate((element) => [element.theme, getComputedStyle(element).getPropertyValue('--yonne-accent')]),
      ['dark', '#ffcc00'],
    );
    await page.close();
    set("['languages' => [], 'theme' => '', 'accent' => '']");
  });

  test('a feed has the numbers, without a place that nothing fills', { timeout: 2 * HUNG }, async () => {
    await post('[yonne_soins]');
    const feed = await (await fetch(`${siteOf(author)}/?feed=rss2`)).text();
    assert.ok(feed.includes('tel:15') && !feed.includes('data-yonne'));
  });
});

describe('settings that are wrong are named, and those of before stay', () => {
  for (const [name, sent, says] of [
    ['commune', '75056', /« 75056 » : attendu le code INSEE d’une commune/],
    ['theme', 'blue', /« blue » : attendu dark, auto/],
    ['accent', 'red;}', /« red;} » : attendu une couleur comme #0a5c5c/],
    [
      'directory',
      'ftp://127.0.0.1/a',
      /« ftp:\/\/127.0.0.1\/a » : attendu une adresse publique qui commence par https/,
    ],
    ['languages', ['xx'], /^$/],
  ])
    test(`${name}: ${sent}`, { timeout: HUNG }, () => {
      const [kept, before, told] = inSite(`require_once ABSPATH . 'wp-admin/includes/template.php';
        $before = yonne_soins_settings();
        $sent = ['${name}' => json_decode('${JSON.stringify(sent)}')] + $before;
        return [yonne_soins_sanitize($sent), $before, implode(array_column(get_settings_errors('yonne_soins'), 'message'))];`);
      assert.deepEqual(kept, before);
      assert.match(told.replace(/\s/g, ' '), says);
    });
});

describe('who may do what', () => {
  test('the settings are for administrators only, and want a nonce', { timeout: 2 * HUNG }, async () => {
    const page = await logIn(author);
    const status = async (address, body) =>
      page.evaluate(
        async (url, fields) => (await fetch(url, { method: 'POST', body: new URLSearchParams(fields) })).status,
        address,
        body,
      );
    assert.equal((await page.goto(`${siteOf(author)}${settings}`)).status(), 403);
    assert.equal(await status('/wp-admin/admin-post.php', { action: 'yonne_soins_refresh' }), 403);
    assert.equal(
      await status('/wp-admin/options.php', {
        option_page: 'yonne_soins',
        action: 'update',
        'yonne_soins[commune]': '89024',
      }),
      403,
    );
    await page.browserContext().close();
    const own = await logIn(administrator);
    const forged = await own.evaluate(async () => {
      const body = new URLSearchParams({
        option_page: 'yonne_soins',
        action: 'update',
        'yonne_soins[commune]': '89024',
      });
      return (await fetch('/wp-admin/options.php', { method: 'POST', body })).status;
    });
    assert.equal(forged, 403);
    await own.browserContext().close();
    assert.equal(inSite("return get_option('yonne_soins')['commune'];"), '89206');
  });
});
