import { act, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { MaintenanceBanner, type Check } from '../../src/index.ts';
import { english } from '../../src/messages/english.ts';
import { renderWithApi } from '../support/renderWithApi.tsx';

const { checking, checkNow, notChecked, stillOn } = english.maintenance;

const button = (): HTMLElement => screen.getByRole('button', { name: checkNow });

async function inMaintenance(check: Check) {
  const app = renderWithApi(<MaintenanceBanner />, { check });
  await act(async () => void (await app.monitor.report({ status: 503, code: 'maintenance_mode' })));
  await app.advance(200);
  return app;
}

describe('Check now', () => {
  it('checks as soon as the rate limit allows, within five seconds, and is busy until then', async () => {
    const check = vi.fn<Check>(async () => 'maintenance');
    const app = await inMaintenance(check);
    await app.user.click(button());
    await app.advance(1_000);
    expect(app.spoken.at(-1)).toMatch(new RegExp(`^alert: ${stillOn} `));

    check.mockResolvedValue('operational');
    await app.user.click(button());
    await app.advance(3_000);
    expect(check).toHaveBeenCalledTimes(1);
    expect(screen.getByText(checking, { selector: '[data-slot="notice-outcome"]' })).toBeVisible();
    expect(button()).toHaveAttribute('aria-disabled', 'true');
    expect(app.spoken.at(-1)).toBe(`status: ${checking}`);

    await app.advance(1_000);
    expect(check).toHaveBeenCalledTimes(2);
    expect(app.monitor.getSnapshot().status).toBe('operational');
    expect(screen.getByRole('button', { name: english.over.dismiss })).not.toHaveAttribute('aria-disabled');
  });

  it('shows that the maintenance continues if the check finds it', async () => {
    const app = await inMaintenance(async () => 'maintenance');
    await app.user.click(button());
    await app.advance(1_000);
    expect(screen.getByText(stillOn)).toBeVisible();
  });

  it.each<[string, Check]>([
    ['fails', () => Promise.reject(new Error('offline'))],
    ['is not answered', () => new Promise(() => {})],
  ])('shows that the result is unknown if the check %s', async (_how, check) => {
    const app = await inMaintenance(check);
    await app.user.click(button());
    await app.advance(11_000);
    expect(screen.getByText(notChecked)).toBeVisible();
    expect(app.spoken.at(-1)).toMatch(new RegExp(`^alert: ${notChecked} `));
    expect(app.spoken.join()).not.toContain(stillOn);
  });
});
