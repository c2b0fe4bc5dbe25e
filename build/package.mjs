import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { columns } from './assets.mjs';

const root = new URL('../', import.meta.url);

/** The bundled directory as the JSON that the `directory` attribute reads. */
export function publishDirectory() {
  const read = (name) => readFileSync(new URL(`data/${name}`, root), 'utf8').trim();
  const json = (name) => JSON.parse(read(`${name}.json`));
  return {
    name: 'publish-directory',
    generateBundle() {
      const source = JSON.stringify({
        directory: json('directory'),
        sources: json('sources'),
        channels: json('channels'),
        cpts: json('cpts'),
        localHealthContracts: json('local-health-contracts'),
        epci: columns(read('epci.csv')),
        communes: columns(read('communes.csv')),
      });
      this.emitFile({ type: 'asset', fileName: 'annuaire.json', source });
    },
  };
}

/** The licences of packages that are inlined, beside what holds them. */
export const licences = (...names) => ({
  name: 'licences',
  generateBundle() {
    for (const name of names) {
      const source = readFileSync(new URL(`node_modules/${name}/LICENSE`, root));
      this.emitFile({ type: 'asset', fileName: `vendor/${name}/LICENSE`, source });
    }
  },
});

/**
 * What the package holds beside its modules: nothing of an earlier build, the licences of what is inlined, types, and
 * what the analyzer makes of the docstrings.
 */
export function packageFiles(folder) {
  return {
    name: 'package-files',
    buildStart: () => rmSync(folder, { recursive: true, force: true }),
    generateBundle: licences('@lit/localize', 'lucide-static').generateBundle,
    writeBundle() {
      const run = (script, ...args) =>
        execFileSync(process.execPath, [`node_modules/${script}`, ...args], {
          cwd: fileURLToPath(root),
          stdio: 'inherit',
        });
      run('typescript/bin/tsc', '-p', 'tsconfig.package.json');
      run('@custom-elements-manifest/analyzer/cem.js', 'analyze', '--config', 'build/manifest.mjs', '--quiet');
    },
  };
}

/** Where a module goes in the package: npm leaves every `node_modules` out. */
export const packagePath = ({ name }) => `${name.replace(/(.*\/)?node_modules\//, 'vendor/')}.js`;
