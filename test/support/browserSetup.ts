import { beforeAll, beforeEach } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';

// The files share a page. Each starts with Vitest's default viewport, and without the styles that the one before set.
beforeAll(async () => {
  document.documentElement.removeAttribute('style');
  document.body.removeAttribute('style');
  await page.viewport(414, 896);
});

// The library does this for the first file of a page only.
beforeEach(() => cleanup());
