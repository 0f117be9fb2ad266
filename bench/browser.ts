import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright';
import { wholeBrowser } from '../test/support/launchOptions.ts';
import type { changes } from './browser/changes.ts';
import { interleave, type Series } from './measure/interleave.ts';

const folder = join(import.meta.dirname, 'dist/browser');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** What `browser/main.ts` adds to the page. */
interface BenchmarkGlobals {
  readonly benchmarks: Readonly<Record<string, (rounds: number) => Promise<Series>>>;
  readonly changes: typeof changes;
}

/** Serves the built pages on loopback. Everything else gets an empty answer. */
async function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = normalize(pathname === '/' ? '/index.html' : pathname);
    readFile(join(folder, path)).then(
      (content) => {
        response.writeHead(200, {
          'content-type': types[extname(path)] ?? 'application/octet-stream',
          // An isolated page has a clock of 5 microseconds; others have one of 100.
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-embedder-policy': 'require-corp',
        });
        response.end(content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

export interface BenchmarkPages {
  readonly version: string;
  /** Runs a benchmark of `browser/main.ts` on a page of its own. */
  readonly measure: (name: string, rounds: number) => Promise<Series>;
  /**
   * Makes each change of a page of `browser/changes.ts` once a round, and returns the processor time that the page's main
   * thread spent on it, in milliseconds: scripts, style, layout and painting, until the last frame.
   */
  readonly measureChanges: (name: string, rounds: number, subject?: string) => Promise<Series>;
  /** Runs the benchmark `memory` in steps, and returns the size of the heap in bytes before each and after the last. */
  readonly measureHeap: (steps: number, rounds: number) => Promise<readonly number[]>;
  readonly close: () => Promise<void>;
}

export async function openPages(): Promise<BenchmarkPages> {
  const server = await serve();
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({
    ...wholeBrowser,
    args: [...wholeBrowser.args, '--disable-renderer-backgrounding', '--enable-precise-memory-info'],
  });
  const address = `http://127.0.0.1:${port}/`;
  return {
    version: `Chromium ${browser.version()}`,
    async measure(name, rounds) {
      const page = await openPage(browser, address);
      const series = await run(page, name, rounds);
      await page.context().close();
      return series;
    },
    async measureChanges(name, rounds, subject = '') {
      const page = await openPage(browser, address);
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
      await session.send('Performance.enable');
      const subjects = await page.evaluate(
        ([of, peer]) => (globalThis as unknown as BenchmarkGlobals).changes.prepare(of, peer),
        [name, subject] as const,
      );
      const series = await interleave(
        Object.fromEntries(
          subjects.map((subject) => [
            subject,
            async () => {
              const before = await taskTimeOf(session);
              await page.evaluate(
                (of) => (globalThis as unknown as BenchmarkGlobals).changes.change(of),
                subject,
              );
              const time = (await taskTimeOf(session)) - before;
              await page.evaluate(() => (globalThis as unknown as BenchmarkGlobals).changes.change('reset'));
              return time;
            },
          ]),
        ),
        { rounds, warmUp: Math.ceil(rounds / 4) },
      );
      await page.context().close();
      return series;
    },
    async measureHeap(steps, rounds) {
      const page = await openPage(browser, address);
      const session = await page.context().newCDPSession(page);
      // Code is compiled and caches fill first.
      await run(page, 'memory', rounds);
      const sizes = [await heapOf(session)];
      for (let step = 0; step < steps; step += 1) {
        await run(page, 'memory', rounds);
        sizes.push(await heapOf(session));
      }
      await page.context().close();
      return sizes;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

async function openPage(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('pageerror', (error) => console.error(error));
  // Only loopback: what a peer loads from elsewhere, such as a font, is left out.
  await page.route('**/*', (route) =>
    new URL(route.request().url()).hostname === '127.0.0.1' ? route.continue() : route.abort(),
  );
  await page.goto(address);
  return page;
}

function run(page: Page, name: string, rounds: number): Promise<Series> {
  return page.evaluate(
    ([benchmark, count]) => {
      const measure = (globalThis as unknown as BenchmarkGlobals).benchmarks[benchmark];
      if (!measure) throw new Error(`There is no benchmark ${benchmark}.`);
      return measure(count);
    },
    [name, rounds] as const,
  );
}

/** Returns the processor time of the page's main thread, in milliseconds. */
async function taskTimeOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

async function heapOf(session: CDPSession): Promise<number> {
  // The second collection frees what finalizers of the first released.
  for (let time = 0; time < 3; time += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}
