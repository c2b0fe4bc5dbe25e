/**
 * `cem analyze`: from the elements' docstrings to `custom-elements.json`, and from that to what editors, React and Vue
 * read. Run by rollup.config.mjs, which makes the package.
 */
import { writeFileSync } from 'node:fs';

const OUT = 'dist/npm';

/** Where the package has the module of a source. */
const published = (path) => `${OUT}/${path.replace(/.*(?=components\/)/, '').replace(/\.ts$/, '.js')}`;

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The values and the default that a docstring gives: "`light` (default), `dark`, or `auto`: as the system asks". */
function choice(doc) {
  const [values] = doc.split(':');
  const initial = /`(\w+)` \(default\)/.exec(values)?.[1];
  if (!initial) return {};
  const text = [...values.matchAll(/`(\w+)`/g)].map(([, value]) => `'${value}'`).join(' | ');
  return { type: { text }, default: `'${initial}'` };
}

/** Lit's reactive properties: the analyzer's own plugin does not follow `...commonAttributes`, nor tell what is Lit's. */
function litProperties() {
  /** By class, or `commonAttributes`: what each property declares. */
  const declared = new Map();
  /** By class: what it overrides. */
  const overrides = new Map();
  /** By name: the module of each exported interface. */
  const interfaces = new Map();
  /** By tag: the module that registers it. */
  const registered = new Map();

  const read = (ts, object) =>
    object.properties.filter(ts.isPropertyAssignment).map((property) => {
      const options = property.initializer.properties.map((option) => [option.name.text, option.initializer.getText()]);
      const doc = ts.getJSDocCommentsAndTags(property).map(({ comment }) => comment)[0];
      return { name: property.name.text, doc, ...Object.fromEntries(options) };
    });

  /** Leaves what is public of an element, and adds what the analyzer did not see. */
  function complete(element) {
    element.members = element.members.filter(
      ({ name, privacy, static: isStatic }) =>
        !isStatic && !privacy?.startsWith('pr') && !overrides.get(element.name).includes(name),
    );
    element.attributes = [];
    for (const { name, doc, attribute, state, reflect } of declared.get(element.name)()) {
      if (attribute === 'false' || state) continue;
      let field = element.members.find((member) => member.name === name);
      if (!field) {
        // Those of HTMLElement, such as `lang`, are declared by no class of ours.
        const common = declared.get('commonAttributes').find((property) => property.name === name);
        field = { kind: 'field', name, type: { text: 'string' }, description: doc ?? common?.doc };
        element.members.push(field);
      }
      if (!field.description) throw new Error(`${element.tagName}: ${name} has no docstring`);
      field.attribute = attribute?.slice(1, -1) ?? kebab(name);
      if (reflect) field.reflects = true;
      Object.assign(field, choice(field.description));
      const { type, default: initial, description } = field;
      element.attributes.push({ name: field.attribute, fieldName: name, type, default: initial, description });
    }
    for (const member of element.members) delete member.privacy;
    for (const event of element.events) {
      const detail = /<(\w+)>/.exec(event.type?.text)?.[1];
      if (!interfaces.has(detail)) throw new Error(`${element.tagName}: ${event.name} has no detail type`);
      const start = event.type.text.indexOf(detail);
      const reference = { name: detail, module: published(interfaces.get(detail)) };
      event.type.references = [{ ...reference, start, end: start + detail.length }];
    }
  }

  return {
    name: 'lit-properties',
    collectPhase({ ts, node }) {
      if (ts.isInterfaceDeclaration(node)) interfaces.set(node.name.text, node.getSourceFile().fileName);
      if (ts.isStringLiteral(node) && /^yonne-/.test(node.text) && /\/define/.test(node.getSourceFile().fileName))
        registered.set(node.text, node.getSourceFile().fileName);
      if (ts.isVariableDeclaration(node) && node.name.getText() === 'commonAttributes')
        declared.set('commonAttributes', read(ts, node.initializer));
      if (!ts.isClassDeclaration(node)) return;
      const isOverride = ({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.OverrideKeyword);
      overrides.set(
        node.name.text,
        node.members.filter(isOverride).map(({ name }) => name.text),
      );
      const properties = node.members.find(({ name }) => name?.getText() === 'properties')?.initializer;
      if (properties)
        declared.set(node.name.text, () => [
          ...(properties.properties.some(ts.isSpreadAssignment) ? declared.get('commonAttributes') : []),
          ...read(ts, properties),
        ]);
    },
    packageLinkPhase({ customElementsManifest: manifest }) {
      manifest.modules = manifest.modules.filter(({ declarations }) => declarations.some((one) => one.customElement));
      for (const module of manifest.modules) {
        module.path = published(module.path);
        module.declarations = module.declarations.filter(({ customElement }) => customElement);
        const names = module.declarations.map(({ name }) => name);
        module.exports = module.exports.filter(({ declaration }) => names.includes(declaration.name));
        for (const { declaration } of module.exports) declaration.module = module.path;
        module.declarations.forEach(complete);
      }
      for (const path of new Set(registered.values())) {
        const exports = manifest.modules.flatMap((module) =>
          module.declarations
            .filter(({ tagName }) => registered.get(tagName) === path)
            .map(({ tagName, name }) => ({
              kind: 'custom-element-definition',
              name: tagName,
              declaration: { name, module: module.path },
            })),
        );
        manifest.modules.push({ kind: 'javascript-module', path: published(path), declarations: [], exports });
      }
    },
  };
}

/** What VS Code completes and explains in HTML and in CSS. */
function vsCodeData(elements) {
  const attribute = ({ name, description, type }) => {
    const values = [...type.text.matchAll(/'([^']+)'/g)].map(([, value]) => ({ name: value }));
    return {
      name,
      description,
      ...(type.text === 'boolean' && { valueSet: 'v' }),
      ...(values.length && { values }),
    };
  };
  const tag = ({ tagName, description, attributes, slots, events, cssParts }) => {
    const list = (title, items, code = (name) => name) =>
      `\n\n**${title}**\n${items.map((one) => `- \`${code(one.name)}\`: ${one.description}`).join('\n')}`;
    const value =
      description +
      list('Slots', slots, (name) => name || 'default') +
      list('Events', events) +
      list('Parts', cssParts, (name) => `::part(${name})`);
    return { name: tagName, description: { kind: 'markdown', value }, attributes: attributes.map(attribute) };
  };
  const properties = new Map(elements.flatMap(({ cssProperties }) => cssProperties.map((one) => [one.name, one])));
  return {
    html: { version: 1.1, tags: elements.map(tag) },
    css: {
      version: 1.1,
      properties: [...properties.values()].map(({ name, description }) => ({ name, description })),
    },
  };
}

/** The types of what a tag takes, by the name that `nameOf` gives each attribute. */
const propsOf = ({ name, attributes, members }, nameOf) => [
  ...attributes.map((one) => `/** ${one.description} */\n'${nameOf(one)}'?: ${one.type.text};`),
  ...members
    .filter(({ attribute, readonly }) => !attribute && !readonly)
    .map((one) => `/** ${one.description} */\n${one.name}?: ${name}['${one.name}'];`),
];

const indent = (depth, lines) => lines.join('\n').replace(/^/gm, '  '.repeat(depth));

/** The classes and details that typings name. */
const importsOf = (elements) => {
  const details = elements.flatMap(({ events }) => events.flatMap(({ type }) => type.references[0].name));
  const names = [...new Set([...elements.map(({ name }) => name), ...details])].sort();
  return `import type { ${names.join(', ')} } from '../components/index.js';`;
};

/** The tags in JSX: React 19 sets attributes and properties, and listens to the event `x` by `onx`. */
const reactTypes = (elements) => `/** The tags in JSX, for React 19: \`import 'yonne-soins/react'\`. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${importsOf(elements)}

type Tag<Element, Own> = Omit<DetailedHTMLProps<HTMLAttributes<Element>, Element>, keyof Own> & Own;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${indent(
  3,
  elements.map((element) => {
    const props = propsOf(element, ({ name }) => name);
    const events = element.events.map(
      ({ name, description, type }) => `/** ${description} */\n'on${name}'?: (event: ${type.text}) => void;`,
    );
    return `/** ${element.description} */\n'${element.tagName}': Tag<${element.name}, {\n${indent(1, [...props, ...events])}\n}>;`;
  }),
)}
    }
  }
}
`;

/** The tags in Vue's templates, as its guide on web components asks. */
const vueTypes = (elements) => `/** The tags in Vue's templates: \`import 'yonne-soins/vue'\`. */
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
${importsOf(elements)}

type Tag<Element, Own, Events> = new () => Element & {
  /** For the types of templates only. */
  $props: Omit<HTMLAttributes, keyof Own> & Own & PublicProps;
  /** For the types of templates only. */
  $emit: EmitFn<Events>;
};

declare module 'vue' {
  interface GlobalComponents {
${indent(
  2,
  elements.map((element) => {
    // Vue's compiler reads heading-level as headingLevel.
    const props = propsOf(element, ({ fieldName }) => fieldName);
    const events = element.events.map(
      ({ name, description, type }) => `/** ${description} */\n'${name}': (event: ${type.text}) => void;`,
    );
    return `/** ${element.description} */\n'${element.tagName}': Tag<${element.name}, {\n${indent(1, props)}\n}, {\n${indent(1, events)}\n}>;`;
  }),
)}
  }
}
`;

/** Writes the files that are made from the manifest. */
function fromManifest() {
  return {
    name: 'from-manifest',
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const elements = modules.flatMap(({ declarations }) => declarations);
      const write = (name, text) => writeFileSync(`${OUT}/${name}`, text);
      const { html, css } = vsCodeData(elements);
      write('vscode.html-custom-data.json', JSON.stringify(html, null, 2));
      write('vscode.css-custom-data.json', JSON.stringify(css, null, 2));
      write('react.d.ts', reactTypes(elements));
      write('vue.d.ts', vueTypes(elements));
      // There is nothing in them to run: `import` of the types must find a module.
      for (const name of ['react.js', 'vue.js']) write(name, 'export {};\n');
    },
  };
}

export default {
  globs: ['components/*.ts'],
  outdir: OUT,
  packagejson: false,
  plugins: [litProperties(), fromManifest()],
};
