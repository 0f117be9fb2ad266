import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { NONCE_PLACEHOLDER } from './server/contentSecurityPolicy.ts';

const root = import.meta.dirname;

// Builds the client first, which empties its own folder only, then the server beside it.
export default defineConfig({
  root,
  plugins: [react()],
  html: { cspNonce: NONCE_PLACEHOLDER },
  builder: {
    async buildApp(builder) {
      const { client, ssr } = builder.environments;
      if (client !== undefined) await builder.build(client);
      if (ssr !== undefined) await builder.build(ssr);
    },
  },
  environments: {
    client: { build: { outDir: join(root, 'dist/client'), emptyOutDir: true } },
    ssr: {
      // Packages, the kit included, are resolved when the server runs, by their published entries.
      resolve: { external: ['maintenance-kit'] },
      build: {
        outDir: join(root, 'dist'),
        emptyOutDir: false,
        copyPublicDir: false,
        target: 'node20',
        sourcemap: true,
        rolldownOptions: {
          input: { server: join(root, 'server/main.ts') },
          external: /^maintenance-kit(\/|$)/,
        },
      },
    },
  },
});
