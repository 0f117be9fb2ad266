// Serves a folder of built files on loopback: node tools/serveFolder.mjs FOLDER PORT
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

const [folder = '.', port = '8080'] = process.argv.slice(2);
const app = new Hono().use('*', serveStatic({ root: folder }));
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(port) });
