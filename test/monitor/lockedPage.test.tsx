import { act, render, screen, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { createMaintenanceMonitor, MaintenanceBanner, MaintenanceProvider } from '../../src/index.ts';
import { answerFetch, maintenanceAnswer } from '../support/answers.ts';

const { fetch: nativeFetch, XMLHttpRequest: NativeXhr } = globalThis;
afterEach(() => {
  Object.defineProperty(globalThis, 'fetch', { value: nativeFetch, writable: true, configurable: true });
  globalThis.XMLHttpRequest = NativeXhr;
});

test('a locked page renders: the kit warns once about each locked function, and the monitor works without them', async () => {
  answerFetch(() => maintenanceAnswer());
  const locked = globalThis.fetch;
  Object.defineProperty(globalThis, 'fetch', { get: () => locked, configurable: true });
  class FrozenXhr extends NativeXhr {}
  Object.freeze(FrozenXhr.prototype);
  globalThis.XMLHttpRequest = FrozenXhr;
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});

  const monitor = createMaintenanceMonitor();
  const page = (
    <StrictMode>
      <MaintenanceProvider monitor={monitor}>
        <MaintenanceBanner />
        <p>The page</p>
      </MaintenanceProvider>
    </StrictMode>
  );
  render(page).unmount();
  render(page);
  expect(screen.getByText('The page')).toBeDefined();
  expect(warn.mock.calls).toEqual([
    [
      expect.objectContaining({
        number: 'MK406',
        message: expect.stringContaining('globalThis.fetch') as unknown,
      }),
    ],
    [
      expect.objectContaining({
        number: 'MK406',
        message: expect.stringContaining('XMLHttpRequest') as unknown,
      }),
    ],
  ]);

  await act(() => monitor.fetch('/api/notes', { method: 'POST' }));
  await waitFor(() => expect(monitor.getSnapshot().status).toBe('maintenance'));
});
