/**
 * A year of dist/ecran.html (to be built first) in Chromium whose clock is driven by hand: what it costs, whether memory
 * stays flat, and how many timers are armed. Each timer rings, five minutes late at most; `STEP=1`: on time, `DAYS=31`:
 * a month.
 */
export {};

// `as string`: Node's types stay out of a project for browsers.
const { createRequire } = await import('node:module' as string);
const { readFileSync, writeFileSync, mkdtempSync, existsSync } = await import('node:fs' as string);
const { tmpdir } = await import('node:os' as string);
const { join } = await import('node:path' as string);
const { env, cwd } = (globalThis as unknown as { process: { env: Record<string, string | undefined>; cwd(): string } })
  .process;

/** What this file needs of a browser: web-test-runner brings it. */
interface Session {
  send(method: string): Promise<{ usedSize: number; metrics: { name: string; value: number }[] }>;
}
interface Page {
  setViewport(size: { width: number; height: number }): Promise<void>;
  evaluateOnNewDocument(source: string): Promise<void>;
  goto(url: string): Promise<void>;
  evaluate<T>(source: string): Promise<T>;
  createCDPSession(): Promise<Session>;
}

const DAYS = Number(env.DAYS ?? 365);
/** Minutes; odd, so that both languages have their turn. */
const STEP = Number(env.STEP ?? 5);
const START = Date.parse('2026-11-22T11:00:00Z');
const file = 'dist/ecran.html';
if (!existsSync(file)) throw new Error(`${file} is missing: npm run build`);

/** A clock that stands still until told, and timers that ring when it does. */
const drive = `
  let now = ${START};
  const timers = new Map();
  let next = 1;
  window.most = 0;
  Date.now = () => now;
  window.setTimeout = (call, ms) => {
    timers.set(next, { call, at: now + ms });
    window.most = Math.max(window.most, timers.size);
    return next++;
  };
  window.clearTimeout = (id) => void timers.delete(id);
  window.setInterval = window.requestAnimationFrame = () => { throw new Error('not by the clock of the page') };
  const nodes = (root) => {
    const all = document.createNodeIterator(root, NodeFilter.SHOW_ALL);
    let count = 0;
    for (let node; (node = all.nextNode()); ) count += node.shadowRoot ? 1 + nodes(node.shadowRoot) : 1;
    return count;
  };
  window.drawn = () => nodes(document);
  window.pass = async (minutes) => {
    const screen = document.querySelector('yonne-garde-screen');
    let blank = 0;
    let rings = 0;
    for (let end = now + minutes * 60000; now < end; ) {
      const [[id, { call, at }]] = timers;
      timers.delete(id);
      now = at + ${(STEP - 1) * 60_000};
      rings++;
      call();
      await screen.updateComplete;
      if (!screen.shadowRoot.querySelector('.regime').textContent.trim()) blank++;
    }
    return { timers: timers.size, most: window.most, blank, rings, errors: document.querySelector('#error').textContent };
  };
`;

/** Made-up duties: a week each, every third week nobody's. */
const roster = Array.from({ length: 60 }, (_, week) => week)
  .filter((week) => week % 3)
  .map((week) => {
    const day = (days: number) => new Date(START + days * 86_400_000).toISOString().slice(0, 10);
    return `${day(7 * week)} 09:00;${day(7 * week + 7)} 09:00;Pharmacie d’essai ${week}`;
  })
  .join('\n');

const puppeteer = createRequire(join(cwd(), 'package.json'))('puppeteer-core');
const browser = await puppeteer.launch({ ...JSON.parse(env.CHROMIUM!), protocolTimeout: 3_600_000 });
try {
  const page: Page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 720 });
  await page.evaluateOnNewDocument(drive);
  const copy = join(mkdtempSync(join(tmpdir(), 'ecran-')), 'ecran.html');
  const withRoster = (_: string, open: string, close: string) => `${open}\ndébut;fin;nom\n${roster}\n${close}`;
  writeFileSync(copy, readFileSync(file, 'utf8').replace(/(<script type="text\/csv">)\s*(<\/script>)/, withRoster));
  await page.goto(`file://${copy}#commune=89024&lang2=en`);
  const session = await page.createCDPSession();
  await session.send('Performance.enable');

  console.log(`${DAYS} days of ${file}, every ${STEP} minutes, at 1280×720, two languages, a roster`);
  console.log('     day   heap, kB   nodes  drawn  listeners  timers now, most    ms a ring  blank');
  for (let day = 0; day < DAYS; ) {
    // The first hours fill caches; from then on it must stay flat.
    const days = Math.min(day ? 30.5 : 1, DAYS - day);
    const began = performance.now();
    const state = await page.evaluate<{ timers: number; most: number; blank: number; rings: number; errors: string }>(
      `pass(${days * 1440})`,
    );
    const each = (performance.now() - began) / state.rings;
    day += days;
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const drawn = await page.evaluate<number>('drawn()');
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (name: string) => metrics.find((candidate) => candidate.name === name)?.value ?? 0;
    const cells: [string | number, number][] = [
      [day, 8],
      [(usedSize / 1000).toFixed(0), 10],
      [metric('Nodes'), 7],
      [drawn, 6],
      [metric('JSEventListeners'), 10],
      [`${state.timers}, ${state.most}`, 17],
      [each.toFixed(2), 12],
      [state.blank, 6],
    ];
    console.log(cells.map(([cell, width]) => String(cell).padStart(width)).join(' '), state.errors);
  }
} finally {
  await browser.close();
}
