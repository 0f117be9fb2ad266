import type { ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { contractNotice } from '../../src/protocol/notice.ts';

const notice = JSON.stringify(contractNotice);

const pageHtml = `<!doctype html><title>A page of its own</title>
<script type="module" src="/test/support/pageModule.ts"></script>`;

/** The server's responses below `/__transparency/`, over the network and without a service worker. */
const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  page: (response) => response.setHeader('content-type', 'text/html').end(pageHtml),
  ok: (response) => response.setHeader('content-type', 'application/json').end('{"ok":true}'),
  maintenance: (response) => rejection(response).end(notice),
  hanging: (response) => void rejection(response).write(notice),
  /** Sends the beginning of a maintenance body, and nothing more. */
  unfinished: (response) => void rejection(response).write('{"code":"maintenance_mode","shortMessage":"Back'),
  silent: (response) => rejection(response).flushHeaders(),
  slow: () => {},
};

function rejection(response: ServerResponse): ServerResponse {
  response.statusCode = 503;
  return response.setHeader('content-type', 'application/json').setHeader('retry-after', '120');
}

/** Serves pages without a test runner, and the files that they request. */
export function transparencyServer(): Plugin {
  return {
    name: 'transparency-server',
    configureServer(server) {
      server.middlewares.use('/__transparency', (request, response, next) => {
        const answer = answers[new URL(request.url ?? '', 'http://localhost').pathname.slice(1)];
        if (answer) answer(response.setHeader('cache-control', 'no-store'));
        else next();
      });
    },
  };
}
