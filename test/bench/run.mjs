/** Runs each `*.bench.ts` beside this file in Node, in the zone of the reference implementation; then `paint.mjs`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { assets } from '../../build/assets.mjs';
import { findChromium } from '../../build/chromium.mjs';

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
for (const name of readdirSync(import.meta.dirname).filter((file) => file.endsWith('.bench.ts'))) {
  const plugins = [
    nodeResolve({ extensions: ['.ts', '.js', '.mjs'] }),
    assets(),
    esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
  ];
  const bundle = await rollup({ input: join(import.meta.dirname, name), plugins, external: /^node:/ });
  const file = join(folder, name.replace('.ts', '.mjs'));
  await bundle.write({ file, format: 'es' });
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, [file], {
    stdio: 'inherit',
    env: { ...process.env, TZ: 'Europe/Paris', CHROMIUM: JSON.stringify(findChromium()) },
  });
  if (status) process.exit(status);
}

// In its own process and alone, since other work beside it would count as time to paint.
console.log('\npaint.mjs');
const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'paint.mjs')], { stdio: 'inherit' });
if (status) process.exit(status);
