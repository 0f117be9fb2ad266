import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = join(import.meta.dirname, '..');
const builtKit = (path: string): string => join(root, 'dist', path);

/** Two production builds: the pages for the browser, and `measure/node.ts` for Node. Both use the built package. */
export default defineConfig(({ isSsrBuild }) => ({
  root: join(import.meta.dirname, 'browser'),
  resolve: {
    alias: [
      { find: /^maintenance-kit$/, replacement: builtKit('index.js') },
      { find: /^maintenance-kit\/styles\.css$/, replacement: builtKit('styles.css') },
      { find: /^maintenance-kit\/protocol$/, replacement: builtKit('protocol/index.js') },
      { find: /^maintenance-kit\/testing$/, replacement: builtKit('testing/index.js') },
      // Some of the peers bring an older React. Here all of them use the kit's.
      { find: /^(react|react-dom)(?=\/|$)/, replacement: join(root, 'node_modules/$1') },
    ],
  },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'es2022',
    emptyOutDir: true,
    chunkSizeWarningLimit: Infinity,
    outDir: join(import.meta.dirname, isSsrBuild ? 'dist/node' : 'dist/browser'),
  },
}));
