import { relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { transformSync } from 'esbuild';

const root = new URL('..', import.meta.url).pathname;

/** A module's name in the report: our files one by one, a package as one. */
function moduleName(source) {
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
  return name ?? relative(root, source);
}

/**
 * Prints what the output weighs, gzip -9, and (with the environment variable `SIZES`) what takes it; fails past the
 * limit.
 *
 * @param {{ limit: number, aim?: number }} bytes - gzip -9. The aim is only told.
 */
export function budget({ limit, aim = limit }) {
  return {
    name: 'budget',
    writeBundle(_, bundle) {
      const { code, modules, fileName } = Object.values(bundle).find(({ type }) => type === 'chunk');
      const total = gzipSync(code, { level: 9 }).length;
      if (process.env.SIZES) {
        const texts = new Map();
        for (const [id, { code: rendered }] of Object.entries(modules)) {
          const name = moduleName(id);
          if (rendered)
            texts.set(name, (texts.get(name) ?? '') + transformSync(rendered, { minify: true, target: 'es2019' }).code);
        }
        // What a module costs beside the others cannot be measured alone: the total, shared out by what each gzips to.
        const rows = [...texts].map(([name, text]) => ({
          name,
          bytes: text.length,
          gzip: gzipSync(text, { level: 9 }).length - 20,
        }));
        const sum = rows.reduce((all, { gzip }) => all + gzip, 0);
        for (const { name, bytes, gzip } of rows.sort((a, b) => b.gzip - a.gzip))
          console.log(
            `${String(Math.round((gzip / sum) * total)).padStart(7)} ${String(bytes).padStart(8)}  ${name} (gzip share, minified)`,
          );
      }
      console.log(`${fileName}: ${total} bytes gzip -9 (aim ${aim}, limit ${limit}), ${Buffer.byteLength(code)} bytes`);
      if (total > limit) this.error(`${fileName} is ${total - limit} bytes over its budget`);
    },
  };
}
