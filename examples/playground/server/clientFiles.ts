import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { StartError } from './StartError.ts';

/** The built client. Every path that is no file answers with the page, which routes by itself. */
export function clientFiles(folder: string): Hono {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new StartError(
      `The client is not built: ${folder} holds no index.html. Run npm run build:playground.`,
    );
  }
  return new Hono()
    .use(
      serveStatic({
        root: folder,
        onFound(path, context) {
          // Vite puts a hash into the names of everything but the page.
          context.header(
            'Cache-Control',
            path.endsWith('.html') ? 'no-store' : 'public, max-age=31536000, immutable',
          );
        },
      }),
    )
    .get('/assets/*', (context) => context.notFound())
    .get('*', async (context, next) => {
      context.header('Cache-Control', 'no-store');
      return serveStatic({ root: folder, path: 'index.html' })(context, next);
    });
}
