import { join, posix } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, Visitor, type Plugin } from 'vite';
import pkg from './package.json' with { type: 'json' };
import { packageCommands, packageEntries } from './tools/packageEntries.ts';

const externals = [...Object.keys(pkg.dependencies), ...Object.keys(pkg.peerDependencies)];

/** Emits declarations for the stylesheets, since the compiler resolves `import 'maintenance-kit/styles.css'` too. */
function stylesheetTypes(): Plugin {
  return {
    name: 'stylesheet-types',
    apply: 'build',
    generateBundle() {
      // Storybook loads this file for its plugins; its build is no library.
      if (!this.environment.config.build.lib) return;
      for (const { output, source } of packageEntries()) {
        if (!source.endsWith('.css')) continue;
        this.emitFile({ type: 'asset', fileName: `${output}.css.d.ts`, source: 'export {};\n' });
      }
    },
  };
}

/**
 * Gives each module that the main entry exports from an entry of its own, and makes the main entry `export *` of these.
 *
 * esbuild moves all that a module in use imports into the first load if any chunk needs it. With the names listed in the
 * main entry, an application that imports the banner would load the menus and forms that only lazy chunks need. A module
 * that only has `export *` is never in use.
 */
function separateExports(): Plugin {
  return {
    name: 'separate-exports',
    apply: 'build',
    generateBundle(_options, bundle) {
      const index = bundle['index.js'];
      if (!this.environment.config.build.lib || index?.type !== 'chunk') return;
      const modules = [...index.code.matchAll(/^import \{ (.+) \} from "\.\/(.+)";$/gm)].map(
        ([, names = '', file = '']) => ({ names: names.split(', '), file }),
      );
      if (
        modules
          .flatMap(({ names }) => names)
          .toSorted()
          .join() !== index.exports.toSorted().join()
      ) {
        this.error('The main entry does more than pass names on.');
      }
      for (const { names, file } of modules) {
        const source = `export { ${names.join(', ')} } from "${posix.relative(posix.dirname(`exports/${file}`), file)}";\n`;
        this.emitFile({ type: 'asset', fileName: `exports/${file}`, source });
      }
      index.code = modules.map(({ file }) => `export * from "./exports/${file}";\n`).join('');
    },
  };
}

/**
 * Wraps each message and each assertion for developers, so that bundlers drop it from production builds: the number and
 * `docs/errors.md` remain. The message is a function, because `process` is unknown in a browser without a bundler. A
 * message that is a function in the sources stays: it reports what happens to a server in production, or to a command.
 */
function developerMessages(): Plugin {
  return {
    name: 'developer-messages',
    apply: 'build',
    enforce: 'post',
    transform(code) {
      if (!this.environment.config.build.lib || !/new KitError\(|inDevelopment\(/.test(code))
        return undefined;
      const found: { readonly start: number; readonly end: number; readonly wrapped: string }[] = [];
      const wrap = (
        { start, end }: { readonly start: number; readonly end: number },
        otherwise: string,
        before = '',
      ): void => {
        const wrapped = `${before}process.env.NODE_ENV === "production" ? ${otherwise} : ${code.slice(start, end)}`;
        found.push({ start, end, wrapped });
      };
      new Visitor({
        NewExpression({ callee, arguments: [, message] }) {
          const isKept = message?.type === 'ArrowFunctionExpression';
          if (callee.type === 'Identifier' && callee.name === 'KitError' && message && !isKept) {
            wrap(message, '""', '() => ');
          }
        },
        CallExpression({ callee, arguments: [assert] }) {
          if (callee.type !== 'Identifier' || callee.name !== 'inDevelopment') return;
          if (assert?.type === 'ArrowFunctionExpression') wrap(assert.body, 'undefined');
        },
      }).visit(this.parse(code));
      return found
        .toSorted((one, other) => other.start - one.start)
        .reduce((text, { start, end, wrapped }) => text.slice(0, start) + wrapped + text.slice(end), code);
    },
  };
}

export default defineConfig({
  plugins: [react(), stylesheetTypes(), separateExports(), developerMessages()],
  build: {
    target: 'es2022',
    // The modules are the sources without their types: a map would double the package to say the same.
    sourcemap: false,
    // Applications minify; what they read in a debugger should be readable.
    minify: false,
    // A stylesheet can be an entry of its own only with this.
    cssCodeSplit: true,
    lib: {
      entry: Object.fromEntries(
        [...packageEntries(), ...packageCommands()].map(({ output, source }) => [output, source]),
      ),
      formats: ['es'],
    },
    rolldownOptions: {
      external: (id) =>
        id.startsWith('node:') || externals.some((name) => id === name || id.startsWith(`${name}/`)),
      // One module for each source: "use client" stays where it was written, and bundlers drop what is unused.
      output: {
        preserveModules: true,
        preserveModulesRoot: join(import.meta.dirname, 'src'),
        entryFileNames: '[name].js',
      },
    },
  },
});
