import { expect, test } from 'vitest';
import { baseUrls, setMode } from './support/openService.ts';
import { openPage } from './support/openPage.ts';
import type { PageTools } from './support/page.ts';

const { other } = await baseUrls();

test('the first rejection of a page counts if its client reads the body and then aborts, as urql does', async () => {
  // The code that reads it isn't loaded yet.
  const page = await openPage<{ readonly tools: PageTools }>('page');
  const monitor = page.tools.watch([other]);
  await setMode('maintenance');
  const controller = new page.AbortController();
  const { signal } = controller;
  const response = await page.fetch(`${other}/notes`, { method: 'POST', signal });
  await response.text();
  controller.abort();
  await expect
    .poll(() => monitor.getSnapshot())
    .toMatchObject({ status: 'maintenance', notice: { retryAfterMs: 7000 } });
});
