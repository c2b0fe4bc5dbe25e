/**
 * `cem analyze`: from the elements' docstrings to `custom-elements.json`, and from that to what VS Code and JetBrains
 * read. Run by `package.mjs`.
 */
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

const outdir = 'dist/npm';

/**
 * What the analyzer does not know of this project: that `defineElements` registers, that the package has its sources as
 * modules of `dist/npm`, and that only elements and their bases, and of those only what is public, are for others.
 */
function published() {
  return {
    name: 'published',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'defineElements') return;
      for (const { name, initializer } of node.arguments[0].properties) {
        const declaration = { name: initializer.text };
        moduleDoc.exports.push({ kind: 'custom-element-definition', name: name.text, declaration });
      }
    },
    packageLinkPhase({ customElementsManifest: manifest }) {
      const paths = new Map();
      for (const module of manifest.modules) {
        module.declarations = module.declarations.filter(({ kind, superclass }) => kind === 'class' && superclass);
        for (const one of module.declarations) {
          one.members = one.members.filter(({ privacy }) => privacy !== 'private' && privacy !== 'protected');
          paths.set(one.name, module.path);
        }
      }
      for (const module of manifest.modules) {
        module.exports = module.exports.filter(({ declaration }) => paths.has(declaration.name));
        for (const { declaration } of module.exports) declaration.module = paths.get(declaration.name);
      }
      const modules = JSON.stringify(manifest.modules.filter(({ exports }) => exports.length));
      manifest.modules = JSON.parse(modules.replace(/"\/?(components\/[^"]+)\.ts"/g, `"${outdir}/$1.js"`));
    },
  };
}

export default {
  // A page registers for itself what it is made of.
  globs: ['components/**/*.ts', '!components/entries/ecran.ts'],
  outdir,
  packagejson: false,
  litelement: true,
  plugins: [
    published(),
    customElementVsCodePlugin({ outdir, hideLogs: true }),
    customElementJetBrainsPlugin({ outdir, hideLogs: true, modulePathTemplate: () => 'yonne-soins' }),
  ],
};
