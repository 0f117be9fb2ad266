import { onTestFinished } from 'vitest';
import type { Dialect } from '../../src/dialects/index.ts';
import { createMaintenanceMonitor, watchFetch, type MaintenanceMonitor } from '../../src/index.ts';
import { answerFetch } from '../support/answers.ts';
import { createFakePlatform, type FakePlatform } from '../support/fakePlatform.ts';

interface Page {
  readonly platform: FakePlatform;
  readonly monitor: MaintenanceMonitor;
  /** Sends a request of the page and returns its response once the monitor has read it. */
  readonly send: (method: string, url?: string, init?: RequestInit) => Promise<Response>;
  /** Changes what the server answers. */
  readonly answer: (next: (request: Request) => Response | Promise<Response>) => void;
}

/** A page that is watched by a monitor with these dialects. */
export function openPage(dialects: readonly Dialect[], apis: readonly string[] = []): Page {
  const platform = createFakePlatform({ href: 'https://app.example/' });
  const monitor = createMaintenanceMonitor({ platform, dialects, apis });
  let answer: (request: Request) => Response | Promise<Response> = () => Response.json({});
  const stopAnswering = answerFetch((request) => answer(request));
  const stopWatching = watchFetch(monitor);
  onTestFinished(() => {
    stopWatching();
    stopAnswering();
  });
  return {
    platform,
    monitor,
    answer: (next) => {
      answer = next;
    },
    async send(method, url = '/api/notes', init = {}) {
      const response = await fetch(url, { ...init, method });
      await platform.advance(0);
      return response;
    },
  };
}
