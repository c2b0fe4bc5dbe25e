/** Which Chromium the tests run in: `node build/chromium.mjs` says it, and unpacks that of npm if it is needed. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Launcher } from 'chrome-launcher';

const root = join(import.meta.dirname, '..');

/** What a browser asks for by itself would slow the tests down. */
const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where its one font is: its own configuration names folders of a cloud, and old engines know no relative ones. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="xdg">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`;

/**
 * The Chromium that npm carries for Linux x64, unpacked into `node_modules` the first time. Several processes may ask
 * at once: each unpacks into a folder of its own, and the first to rename its folder wins.
 *
 * @returns the program, and the environment in which it finds its own libraries and font; `undefined` elsewhere, and
 * where the development packages are not installed.
 */
export function carriedChromium() {
  const name = '@sparticuz/chromium';
  const manifest = join(root, 'node_modules', name, 'package.json');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(manifest)) return undefined;
  const cache = join(root, 'node_modules/.cache/yonne-chromium');
  const folder = join(cache, JSON.parse(readFileSync(manifest, 'utf8')).version);
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    const own = mkdtempSync(join(cache, 'unpacking-'));
    try {
      const unpack = `import chromium from '${name}'; await chromium.executablePath();`;
      // It unpacks into the folder for temporary files, and its libraries only where it takes itself to be in that cloud.
      execFileSync(process.execPath, ['--input-type=module', '--eval', unpack], {
        cwd: root,
        env: { ...process.env, TMPDIR: own, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
      });
      writeFileSync(join(own, 'fonts.conf'), FONTS);
      renameSync(own, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error;
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  }
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: libraries,
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      XDG_DATA_HOME: folder,
      XDG_CACHE_HOME: join(folder, 'cache'),
      // In the language of C, navigator.language would be "en-US@posix", which is none.
      LC_ALL: 'en_US.UTF-8',
    },
  };
}

/** The first installed browser of those that `chrome-launcher` finds, which throws where it finds none. */
function installed() {
  try {
    return Launcher.getInstallations()[0];
  } catch {
    return undefined;
  }
}

/**
 * What Puppeteer's `launch` takes: the browser that `CHROME_PATH` names, else an installed one, else the one that npm
 * carries. Where there is none, the process stops with a line that says what to install.
 */
export function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named && !statSync(named, { throwIfNoEntry: false })?.isFile()) {
    stop(`CHROME_PATH="${named}": expected the program of a Chrome or Chromium, and there is no such file`);
  }
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const executablePath = named || installed();
  if (executablePath) return { executablePath, args: [...sandbox, ...ARGS] };
  const carried = carriedChromium();
  if (!carried) {
    stop('No Chrome or Chromium found: install one (Debian: apt-get install chromium), or name it in CHROME_PATH');
  }
  // It is a headless shell, without the helper program that makes a sandbox where the kernel makes none.
  return { ...carried, args: ['--no-sandbox', ...ARGS], headless: 'shell' };
}

function stop(message) {
  console.error(message);
  process.exit(1);
}

if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename) {
  console.log(`Tests run in ${findChromium().executablePath}`);
}
