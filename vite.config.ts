import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import pkg from './package.json' with { type: 'json' };
import { packageEntries } from './tools/packageEntries.ts';

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

export default defineConfig({
  plugins: [react(), stylesheetTypes()],
  build: {
    target: 'es2022',
    // The modules are the sources without their types: a map would double the package to say the same.
    sourcemap: false,
    // Applications minify; what they read in a debugger should be readable.
    minify: false,
    // A stylesheet can be an entry of its own only with this.
    cssCodeSplit: true,
    lib: {
      entry: Object.fromEntries(packageEntries().map(({ output, source }) => [output, source])),
      formats: ['es'],
    },
    rolldownOptions: {
      external: (id) => externals.some((name) => id === name || id.startsWith(`${name}/`)),
      // One module for each source: "use client" stays where it was written, and bundlers drop what is unused.
      output: {
        preserveModules: true,
        preserveModulesRoot: join(import.meta.dirname, 'src'),
        entryFileNames: '[name].js',
      },
    },
  },
});
