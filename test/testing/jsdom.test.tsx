// @vitest-environment jsdom
import { describe } from 'vitest';

// Applications test in jsdom too. These tests also run in happy-dom, as all others here do.
describe('in jsdom', () => {
  describe('the guide', async () => void (await import('./guide.test.tsx')));
  describe('a service that a test switches', async () => void (await import('./survives.test.tsx')));
});
