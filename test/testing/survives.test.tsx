import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MaintenanceProvider } from 'maintenance-kit';
import { createMaintenanceService, resetMaintenance } from 'maintenance-kit/testing';
import { maintenanceHandlers } from 'maintenance-kit/testing/msw';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { NoteForm } from '../../examples/note-form/NoteForm.tsx';

const service = createMaintenanceService();
const server = setupServer(
  ...maintenanceHandlers(service),
  http.all('*/api/notes', () => HttpResponse.json({})),
);
beforeAll(() => server.listen());
beforeEach(resetMaintenance);
afterEach(service.end);
afterAll(() => server.close());

test('my app survives a maintenance', async () => {
  render(<NoteForm />, { wrapper: MaintenanceProvider });
  service.begin({ retryAfter: 120 });
  await userEvent.type(screen.getByLabelText('Note'), 'Buy milk{Enter}');
  const save = screen.getByRole('button', { name: 'Save' });
  await expect.poll(() => save).toHaveAttribute('aria-disabled', 'true');
  expect(screen.getByLabelText('Note')).toHaveValue('Buy milk');
});

async function statusOf(method: string, url = `${location.origin}/api/notes`): Promise<number> {
  return (await fetch(url, { method })).status;
}

describe('maintenanceHandlers', () => {
  it('answers mutations while the maintenance is on, and leaves the rest to the other handlers', async () => {
    expect(await statusOf('POST')).toBe(200);
    service.begin({ retryAfter: 120 });
    const rejection = await fetch(`${location.origin}/api/notes`, { method: 'DELETE' });
    expect(rejection.status).toBe(503);
    expect(rejection.headers.get('retry-after')).toBe('120');
    expect(await rejection.json()).toMatchObject({ code: 'maintenance_mode' });
    expect(await statusOf('GET')).toBe(200);
    service.end();
    expect(await statusOf('POST')).toBe(200);
  });

  it('answers reads too with the scope all', async () => {
    service.begin({ scope: 'all' });
    expect(await statusOf('GET')).toBe(503);
  });

  it('answers for the given APIs only, and by the given rules', async () => {
    const { begin, reject } = createMaintenanceService({
      apis: ['https://api.example/v1/'],
      rules: [{ kind: 'read', method: 'POST', path: '/v1/search' }],
    });
    begin();
    const isRejected = async (url: string) =>
      (await reject(new Request(url, { method: 'POST' }))) !== undefined;
    expect(await isRejected('https://api.example/v1/notes')).toBe(true);
    expect(await isRejected('https://api.example/v1?note=1')).toBe(true);
    expect(await isRejected('https://api.example/v1/search')).toBe(false);
    expect(await isRejected('https://api.example/v10/notes')).toBe(false);
    expect(await isRejected('https://api.example.evil/v1/notes')).toBe(false);
  });
});

describe('resetMaintenance', () => {
  it('forgets what the kit has stored, and nothing else', () => {
    for (const storage of [localStorage, sessionStorage]) {
      storage.setItem('maintenance-kit.state', '{}');
      storage.setItem('maintenance-kit:drafts', '{}');
      storage.setItem('theme', 'dark');
    }
    resetMaintenance();
    for (const storage of [localStorage, sessionStorage]) {
      expect(Object.keys(storage)).toEqual(['theme']);
      storage.removeItem('theme');
    }
  });
});
