import { expect, test, vi } from 'vitest';
import { createInvalidations } from '../../src/stores/createInvalidations.ts';

test('invalidate notifies every subscriber of a topic once', () => {
  const { invalidate, subscribe } = createInvalidations();
  const header = vi.fn<() => void>();
  const page = vi.fn<() => void>();
  subscribe('organizations', header);
  const leave = subscribe('organizations', page);
  invalidate('organizations');
  leave();
  invalidate('organizations');
  expect(header).toHaveBeenCalledTimes(2);
  expect(page).toHaveBeenCalledTimes(1);
});
