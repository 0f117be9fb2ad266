import { createMaintenanceMonitor, watchFetch } from 'maintenance-kit';
import { afterEach, beforeEach } from 'vitest';

// Mock Service Worker replaces `fetch` before all tests of a file, and the kit observes its `fetch` as it would the page's.
const monitor = createMaintenanceMonitor({ apis: ['https://example.com', 'https://a.b.c'] });
let stop: () => void;

beforeEach(() => {
  stop = watchFetch(monitor);
});
afterEach(() => stop());
