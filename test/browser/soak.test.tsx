import { StrictMode, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { expect, inject, onTestFinished, test, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { frontendApiAdapter } from '../../src/adapters/frontendApi.ts';
import {
  createMaintenanceMonitor,
  MaintenanceBanner,
  MaintenanceGuard,
  MaintenanceProvider,
  SignIn,
  SignUp,
  SystemUnderMaintenanceError,
} from '../../src/index.ts';
import { createFrontendApi } from '../../src/testing/frontend-api/index.ts';
import { answerFetch } from '../support/answers.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';

// 10,000 with SOAK_FLIPS=10000.
const flips = inject('soakFlips');

/** Until then, the engine compiles the code and collects what it knows of it. */
const WARM_UP_FLIPS = 400;

/** One listener or element that stays for each flip is far above these. They leave room for the test runner's own page. */
const LISTENERS_MORE = flips / 10;
const NODES_MORE = flips / 2;
const BYTES_MORE = 1_000_000 + flips * 50;

interface Usage {
  readonly listeners: number;
  readonly nodes: number;
  readonly bytes: number;
}

/** Returns what the browser counts after it has collected the garbage. */
async function measure(): Promise<Usage> {
  // React records measures in development, and the browser keeps them.
  performance.clearMeasures();
  performance.clearMarks();
  const session = cdp() as unknown as {
    readonly send: (method: string) => Promise<Record<string, number>>;
  };
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const counters = await session.send('Memory.getDOMCounters');
  const heap = await session.send('Runtime.getHeapUsage');
  return {
    listeners: counters['jsEventListeners'] ?? NaN,
    nodes: counters['nodes'] ?? NaN,
    bytes: heap['usedSize'] ?? NaN,
  };
}

function Forms({ isShown }: { readonly isShown: boolean }): ReactElement {
  return (
    <>
      <MaintenanceBanner />
      {isShown ? (
        <>
          <SignIn />
          <SignUp />
        </>
      ) : null}
      <MaintenanceGuard>
        <input aria-label="Note" />
      </MaintenanceGuard>
    </>
  );
}

/** A page whose service enters and leaves maintenance, with forms that come and go. */
function openPage() {
  const platform = createFakePlatform();
  const api = createFrontendApi({ now: platform.now });
  onTestFinished(answerFetch((request) => api.fetch(request)));
  const monitor = createMaintenanceMonitor({ platform });
  const adapter = frontendApiAdapter({ baseUrl: '/__api' });
  const container = document.body.appendChild(document.createElement('div'));
  const root: Root = createRoot(container);

  function show(isShown: boolean): void {
    flushSync(() => {
      root.render(
        <StrictMode>
          <MaintenanceProvider monitor={monitor} adapter={adapter}>
            <Forms isShown={isShown} />
          </MaintenanceProvider>
        </StrictMode>,
      );
    });
  }

  return {
    platform,
    async flip(count: number): Promise<void> {
      for (let index = 0; index < count; index += 1) {
        show(index % 2 === 0);
        await monitor.report(new SystemUnderMaintenanceError(), { api: '/__api' });
        expect(monitor.getSnapshot().status).toBe('maintenance');
        show(index % 2 === 1);
        await platform.advance(1_000);
        monitor.reportProcessed({ api: '/__api' });
        expect(monitor.getSnapshot().status).toBe('operational');
        await platform.advance(1_000);
      }
      // Notices and announcements of the last flip go.
      await platform.advance(60_000);
      // The emulator's log grows with each form.
      api.forgetRequests();
    },
    close(): void {
      root.unmount();
      container.remove();
    },
  };
}

test(`${flips} maintenances leave no listener, timer or element behind, and no memory`, async () => {
  // The page isn't rendered through the testing library, which wants to know of each update.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  onTestFinished(() => void vi.unstubAllGlobals());
  const page = openPage();
  await page.flip(Math.min(flips, WARM_UP_FLIPS));
  const timers = page.platform.timersDueAt.length;
  const before = await measure();
  await page.flip(flips);
  const after = await measure();
  // The figures of a long run.
  if (flips >= WARM_UP_FLIPS) console.warn(JSON.stringify({ flips, before, after, timers }));
  expect(page.platform.timersDueAt).toHaveLength(timers);
  expect(after.listeners - before.listeners).toBeLessThan(LISTENERS_MORE);
  expect(after.nodes - before.nodes).toBeLessThan(NODES_MORE);
  expect(after.bytes - before.bytes).toBeLessThan(BYTES_MORE);

  page.close();
  await page.platform.advance(0);
  expect(page.platform.timersDueAt).toEqual([]);
  expect(page.platform.attentionListeners).toBe(0);
}, 3_600_000);
