/**
 * What a WordPress of Debian keeps of each snippet, by who pastes it, and what the visitor of the post then sees:
 * `node --test-reporter=spec test/wordpress/snippets.test.mjs`. All on loopback and in a temporary folder.
 */
import assert from 'node:assert/strict';
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  browser,
  close,
  HUNG,
  open,
  PEOPLE,
  rest,
  root,
  serve,
  site,
  siteOf,
  sites,
  visit,
  wordpress,
} from './wordpress.mjs';

/** What a town hall uploads, and the page that writes the codes. */
const FILES = ['yonne-soins.js', 'yonne-soins-now.js', 'cadre.html'];
const unbuilt = [...FILES, 'site/integrer/index.html'].filter((name) => !existsSync(join(root, 'dist', name)));
if (unbuilt.length) {
  console.error(`Missing in dist: ${unbuilt.join(', ')}. npm run site`);
  process.exit(1);
}

/**
 * The ladder: the codes that the configurator writes, by their forms. `strips`: the tags that a filtered post loses, but
 * for their content. `shows`: what the visitor sees of a post left whole, and of a filtered one; `themed`: the
 * same once the theme has the script.
 */
const SNIPPETS = [
  {
    id: 'script',
    strips: ['style', 'script', 'yonne-soins-now'],
    shows: { whole: 'widget', filtered: 'fallback' },
    themed: { whole: 'widget', filtered: 'fallback' },
  },
  {
    id: 'div',
    strips: ['style', 'script'],
    shows: { whole: 'widget', filtered: 'fallback' },
    themed: { whole: 'widget', filtered: 'widget' },
  },
  {
    id: 'iframe',
    strips: ['iframe'],
    shows: { whole: 'widget', filtered: 'fallback' },
    themed: { whole: 'widget', filtered: 'fallback' },
  },
  {
    id: 'html',
    strips: [],
    shows: { whole: 'fallback', filtered: 'fallback' },
    themed: { whole: 'fallback', filtered: 'fallback' },
  },
];

/** What an editor saves: the block of custom HTML, or the bare text that WordPress then cuts into paragraphs. */
const EDITORS = {
  block: (code) => `<!-- wp:html -->\n${code}\n<!-- /wp:html -->`,
  classic: (code) => code,
};

/** The codes to paste in each site, by its address. */
const pasted = {};

/** What the configurator writes for Auxerre and files that stand on a site: what stands once on it, and the code. */
async function codes(demo, address) {
  const page = await browser.newPage();
  const written = {};
  for (const { id } of SNIPPETS) {
    const choices = { commune: '89024', 'no-directory': 'on', forme: id, base: `${address}/` };
    await page.goto(`${demo}/dist/site/integrer/index.html?${new URLSearchParams(choices)}`);
    const question = await page.waitForSelector('#base-proposed button');
    await question.evaluate((button) => button.click());
    const parts = await page.$$eval('#once, #code', (found) => found.map(({ id, textContent }) => [id, textContent]));
    const { once, code } = Object.fromEntries(parts);
    written[id] = [once, code].filter(Boolean).join('\n');
  }
  await page.close();
  return written;
}

before(async () => {
  await open();
  for (const name of FILES) copyFileSync(join(root, 'dist', name), join(site, name));
  const demo = await serve(root);
  for (const address of Object.values(sites)) pasted[address] = await codes(demo, address);
});

after(async () => {
  if (wordpress) {
    console.log(`\nWordPress ${wordpress.version}, theme ${wordpress.theme}`);
    console.table(summary);
  }
  await close();
});

const summary = [];

/** Each snippet, by who pastes it and in which editor; while the tests run, the row of its summary and its address too. */
const CASES = SNIPPETS.flatMap((snippet) =>
  PEOPLE.flatMap((person) =>
    Object.keys(EDITORS).map((editor) => ({
      snippet,
      person,
      editor,
      kind: person.unfiltered ? 'whole' : 'filtered',
      title: `#${snippet.id}, ${person.who}, ${editor} editor`,
    })),
  ),
);

for (const one of CASES) {
  const { snippet, person, editor, kind, title } = one;
  const { id, strips, shows } = snippet;
  test(title, { timeout: 3 * HUNG }, async () => {
    one.row = { snippet: id, 'pasted by': person.who, editor };
    summary.push(one.row);
    const sent = EDITORS[editor](pasted[siteOf(person)][id]);
    const post = await rest(person, 'posts', { title: id, status: 'publish', content: sent });
    assert.equal('wp:action-unfiltered-html' in post._links, person.unfiltered, 'unfiltered_html');
    one.url = post.link;

    const { raw } = post.content;
    const lost = [...new Set(sent.match(/<[a-z][\w-]*/g))].filter((tag) => !raw.includes(tag));
    one.row.stored = lost.length ? `without ${lost.map((tag) => `${tag}>`).join(' ')}` : 'whole';
    const { shown, text } = await visit(post.link, shows[kind]);
    one.row.shown = shown;

    const tags = new RegExp(`</?(${strips.join('|')})\\b[^>]*>`, 'g');
    assert.equal(raw.trim(), (person.unfiltered || !strips.length ? sent : sent.replace(tags, '')).trim());
    assert.equal(shown, shows[kind], text);
  });
}

test('the script in the theme: an administrator puts it in the footer, unless the site filters', async () => {
  const [administrator] = PEOPLE;
  const route = `template-parts/${wordpress.theme}//footer`;
  const footer = (await rest(administrator, route)).content.raw;
  const block = EDITORS.block(`<script src="${siteOf(administrator)}/yonne-soins.js" async></script>`);
  const save = async (person) => {
    const { content } = await rest(person, route, { content: `${footer}\n${block}` });
    return content.raw.includes('<script');
  };
  assert.equal(await save({ ...administrator, filters: true }), false);
  assert.equal(await save(administrator), true);
});

for (const one of CASES) {
  test(`again, with the script in the theme: ${one.title}`, { timeout: 3 * HUNG }, async () => {
    const expected = one.snippet.themed[one.kind];
    const { shown, text } = await visit(one.url, expected);
    one.row['with the script in the theme'] = shown;
    assert.equal(shown, expected, text);
  });
}
