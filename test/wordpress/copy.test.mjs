/**
 * The copy of the directory that the plugin keeps, and what is left once the plugin is deleted: `npm run plugins && node
 * --test test/wordpress/copy.test.mjs`.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { logIn, press, publish, settings, shot } from './administration.mjs';
import { close, edition, HUNG, inSite, open, PEOPLE, root, site, siteOf, visit } from './wordpress.mjs';

const ZIP = join(root, 'dist/hosts/yonne-soins-wordpress.zip');
if (!existsSync(ZIP)) {
  console.error(`${ZIP} is not there: npm run plugins`);
  process.exit(1);
}
const [administrator] = PEOPLE;
const author = PEOPLE.find(({ role }) => role === 'author');

/** What the server of directories answers now. */
let answer = {};
let directories;

before(async () => {
  const make = `$key = openssl_pkey_new(['private_key_bits' => 2048]);
    $request = openssl_csr_new(['commonName' => '127.0.0.1'], $key);
    openssl_x509_export(openssl_csr_sign($request, null, $key, 2), $cert);
    openssl_pkey_export($key, $pem);
    echo json_encode(['cert' => $cert, 'key' => $pem]);`;
  const server = createServer(JSON.parse(execFileSync('php', ['-r', make], { encoding: 'utf8' })), (_, response) => {
    const { status = 200, headers = {}, body = '' } = answer;
    response.writeHead(status, headers).end(body);
  }).unref();
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address();
  directories = `https://127.0.0.1:${port}/annuaire.json`;
  await open({ SITE_DIRECTORY_PORT: String(port) });
  inSite(`require_once ABSPATH . 'wp-admin/includes/admin.php';
    WP_Filesystem();
    unzip_file('${ZIP}', WP_PLUGIN_DIR);
    return activate_plugin('yonne-soins/yonne-soins.php');`);
});
after(() => close());

/** A text without what only typography sees. */
const bare = (text) => text.replace(/\s+/g, ' ');
/** What a page of the administration says. */
const textOf = (page) => page.$eval('.wrap', ({ innerText }) => innerText).then(bare);

describe('the copy of the directory', () => {
  const published = () => JSON.parse(readFileSync(join(root, 'dist/annuaire.json'), 'utf8'));
  const dayAfter = (day) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  const NEXT = dayAfter(edition);
  const NAME = 'SOS Médecins de la copie';
  const today = new Date().toISOString().slice(0, 10);
  const skip = NEXT > today && `the directory of the build is of today: no newer one can be right before ${NEXT}`;
  /** The directory of the build as one of the day after, but for what is changed. */
  function newer(change = () => {}) {
    const raw = published();
    raw.directory.date = NEXT;
    raw.channels.find(({ kind }) => kind === 'sos-medecins').name = NAME;
    change(raw);
    return JSON.stringify(raw);
  }
  const phoneOf = (raw, role) => raw.channels.find((channel) => channel.role === role).phones[0];
  const copy = () => inSite("return get_option('yonne_soins_copy') ?: null;");
  const file = join(site, 'wp-content/uploads/yonne-soins/annuaire.json');
  /** Runs what is due, as WordPress does for a visitor, after a day. */
  async function aDayLater() {
    inSite(
      "$at = wp_next_scheduled('yonne_soins_refresh'); wp_unschedule_event($at, 'yonne_soins_refresh'); wp_schedule_event(time() - 60, 'daily', 'yonne_soins_refresh'); return $at;",
    );
    await (await fetch(`${siteOf(administrator)}/wp-cron.php?doing_wp_cron`)).text();
  }
  async function saveAddress(address) {
    const page = await logIn(administrator);
    await page.goto(`${siteOf(administrator)}${settings}`);
    await page.$eval('#yonne-soins-directory', (field) => {
      field.value = '';
    });
    await page.type('#yonne-soins-directory', address);
    await press(page, '#submit');
    await shot(page, 'address');
    const text = await textOf(page);
    await page.browserContext().close();
    return text;
  }

  test('an address that is not https is refused, and named', { timeout: 2 * HUNG }, async () => {
    const [, ...told] = (await saveAddress('http://127.0.0.1/annuaire.json')).split(
      '« http://127.0.0.1/annuaire.json » : ',
    );
    assert.equal(told.length, 1);
    assert.match(told[0], /^attendu une adresse publique qui commence par https/);
    assert.equal(inSite("return get_option('yonne_soins')['directory'];"), '');
  });

  test('a good one is copied at once, and served by the site', { timeout: 2 * HUNG, skip }, async () => {
    answer = { body: newer() };
    const text = await saveAddress(directories);
    assert.doesNotMatch(text, /refusée/);
    assert.equal(copy().edition, NEXT);
    const { link } = await publish(author, '[yonne_soins commune="89024"]');
    const { text: shown, asked } = await visit(link, 'widget');
    assert.match(shown, new RegExp(NAME));
    assert.deepEqual(
      asked.filter((url) => url.includes('annuaire.json')),
      [`${siteOf(author)}/wp-content/uploads/yonne-soins/annuaire.json`],
    );
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(siteOf(author)) && !url.startsWith('data:')),
      [],
    );
  });

  const wrong = {
    'no answer': [{ status: 404 }, /réponse 404/],
    'a redirection': [
      { status: 302, headers: { location: 'http://127.0.0.1/' } },
      /réponse 302 ; attendu 200, sans redirection/,
    ],
    'no JSON': [{ body: '<!doctype html>' }, /ce n’est pas du JSON/],
    'more than 1 MB': [{ body: `${newer()}${' '.repeat(1_048_576)}` }, /plus de 1 Mo/],
    'another form': [{ body: '{"directory":{}}' }, /sans sources, channels/],
    'another format': [{ body: newer((raw) => Object.assign(raw, { format: 99 })) }, /format 99/],
    'another département': [
      {
        body: newer((raw) => {
          raw.directory.department.code = '58';
        }),
      },
      /département/,
    ],
    'a wrong 15': [
      {
        body: newer((raw) => {
          phoneOf(raw, 'vital').number = '16';
        }),
      },
      /le 15 n’y est pas/,
    ],
    'no 114': [
      {
        body: newer((raw) => {
          raw.channels = raw.channels.filter(({ role }) => role !== 'text-emergency');
        }),
      },
      /le 114 n’y est pas/,
    ],
    'a day that is none': [
      {
        body: newer((raw) => {
          raw.directory.date = '2026-02-30';
        }),
      },
      /attendu un jour/,
    ],
    'a day to come': [
      {
        body: newer((raw) => {
          raw.directory.date = dayAfter(dayAfter(today));
        }),
      },
      /à venir/,
    ],
    'an older edition': [
      {
        body: newer((raw) => {
          raw.directory.date = '2026-01-01';
        }),
      },
      /est plus récente/,
    ],
  };
  for (const [title, [wrongAnswer, says]] of Object.entries(wrong))
    test(`${title}: WP-Cron keeps the last good one, and says what was wrong`, {
      timeout: 2 * HUNG,
      skip,
    }, async () => {
      const before = readFileSync(file, 'utf8');
      answer = wrongAnswer;
      await aDayLater();
      const { edition: kept, problem } = copy();
      assert.match(bare(problem), says);
      assert.equal(kept, NEXT);
      assert.equal(readFileSync(file, 'utf8'), before);
    });

  test('the page of settings says what was wrong; the button asks again', { timeout: 2 * HUNG, skip }, async () => {
    const page = await logIn(administrator);
    await page.goto(`${siteOf(administrator)}${settings}`);
    assert.match(await textOf(page), /Copie refusée : édition du 2026-01-01 ; celle du site est plus récente/);
    await shot(page, 'refused');
    answer = { body: newer() };
    await press(page, 'form[action*="admin-post.php"] [type="submit"]');
    assert.doesNotMatch(await textOf(page), /refusée/);
    await page.browserContext().close();
  });
});

test('deleted, it leaves nothing', { timeout: 4 * HUNG }, async () => {
  const page = await logIn(administrator);
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(`${siteOf(administrator)}/wp-admin/plugins.php`);
  await press(page, '#deactivate-yonne-soins');
  assert.equal(inSite("return wp_next_scheduled('yonne_soins_refresh');"), false);
  await page.click('#delete-yonne-soins');
  await page.waitForSelector('tr.deleted[data-slug="yonne-soins"], #yonne-soins-deleted');
  await shot(page, 'deleted');
  await page.browserContext().close();
  const left = inSite(`global $wpdb;
    return $wpdb->get_col("SELECT option_name FROM $wpdb->options WHERE LOCATE('yonne_soins', CONCAT(option_name, option_value))");`);
  assert.deepEqual(left, []);
  assert.ok(!existsSync(join(site, 'wp-content/uploads/yonne-soins')));
  assert.ok(!existsSync(join(site, 'wp-content/plugins/yonne-soins')));
});
