import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { contentSecurityPolicy, NONCE_PLACEHOLDER } from './contentSecurityPolicy.ts';
import { StartError } from './StartError.ts';

/** Serves the built client. Every path that isn't a file gets the page, which has its own routing. */
export function clientFiles(folder: string): Hono {
  const pagePath = join(folder, 'index.html');
  if (!existsSync(pagePath)) {
    throw new StartError(
      `The client is not built: ${folder} holds no index.html. Run npm run build:playground.`,
    );
  }
  const page = readFileSync(pagePath, 'utf8');

  return new Hono()
    .use('/assets/*', async (context, next) => {
      await next();
      // Their names contain a hash.
      if (context.res.ok) context.header('Cache-Control', 'public, max-age=31536000, immutable');
    })
    .get('/assets/*', serveStatic({ root: folder }), (context) => context.notFound())
    .get('*', (context) => {
      const nonce = randomBytes(16).toString('base64');
      context.header('Cache-Control', 'no-store');
      context.header('Content-Security-Policy', contentSecurityPolicy(nonce));
      return context.html(page.replaceAll(NONCE_PLACEHOLDER, nonce));
    });
}
