import { loadEngine } from '../../src/monitor/lazyEngine.ts';

// As on a page that was idle once. test/monitor/lazyEngine.test.ts has the pages that were not.
await loadEngine();
