/** For the tools: modules of the sources, which node cannot read by itself. */
import { join } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { assets } from '../../build/assets.mjs';

const root = join(import.meta.dirname, '../..');

/** What some modules of the sources export, such as `src/directory.ts`. */
export async function load(...paths) {
  const all = paths.map((path) => `export * from ${JSON.stringify(join(root, path))};`).join('\n');
  const bundle = await rollup({
    input: 'all',
    plugins: [
      { name: 'all', resolveId: (id) => (id === 'all' ? id : null), load: (id) => (id === 'all' ? all : null) },
      nodeResolve({ extensions: ['.ts', '.js', '.mjs'] }),
      assets(),
      esbuild({ target: 'es2022', tsconfig: join(root, 'tsconfig.json') }),
    ],
  });
  const { output } = await bundle.generate({ format: 'es' });
  return import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
}
