import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { english } from '../../src/messages/english.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';
import { textOf } from '../support/textOf.ts';

const parts = '../../src/ui/notice/noticeParts.ts';
const title = textOf(english.notice.titleInLine, english.maintenance);

beforeEach(() => {
  // Each test begins on a page that has loaded no parts of a notice.
  vi.resetModules();
});
afterEach(() => {
  vi.doUnmock(parts);
  vi.resetModules();
});

/** Renders a banner on a page that was never idle, and rejects a request. */
async function renderRejected(): Promise<void> {
  const { createMaintenanceMonitor, MaintenanceBanner, MaintenanceProvider, SystemUnderMaintenanceError } =
    await import('../../src/index.ts');
  vi.stubGlobal('requestIdleCallback', () => 0);
  const monitor = createMaintenanceMonitor({ platform: createFakePlatform() });
  render(
    <MaintenanceProvider monitor={monitor}>
      <MaintenanceBanner />
    </MaintenanceProvider>,
  );
  await act(() => monitor.report(new SystemUnderMaintenanceError()));
}

describe('the banner of a page that is not idle yet', () => {
  it('shows its sentences at once, and its button when the code is loaded', async () => {
    await renderRejected();
    expect(screen.getByRole('region')).toHaveTextContent(title);
    expect(await screen.findByRole('button', { name: english.maintenance.checkNow })).toBeVisible();
    expect(screen.getByRole('timer')).toBeVisible();
  });

  it('shows its sentences if the code is gone', async () => {
    vi.doMock(parts, () => {
      throw new TypeError('Failed to fetch dynamically imported module');
    });
    await renderRejected();
    await act(() => vi.dynamicImportSettled());
    const notice = screen.getByRole('region');
    expect(notice).toHaveTextContent(title);
    expect(notice).toHaveTextContent(english.maintenance.banner);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
