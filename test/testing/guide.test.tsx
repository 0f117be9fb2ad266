import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  createMaintenanceMonitor,
  english,
  MaintenanceBanner,
  MaintenanceProvider,
  SignIn,
} from 'maintenance-kit';
import { maintenanceResponse } from 'maintenance-kit/protocol';
import { createInMemoryAuth, resetMaintenance } from 'maintenance-kit/testing';
import { ContactForm } from '../../examples/contact-form/ContactForm.tsx';
import { NoteForm } from '../../examples/note-form/NoteForm.tsx';

const server = setupServer();
beforeAll(() => server.listen());
beforeEach(resetMaintenance);
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

test('keeps the note when maintenance rejects it', async () => {
  server.use(http.post('*/api/notes', () => maintenanceResponse()));
  render(<NoteForm />, { wrapper: MaintenanceProvider });
  await userEvent.type(screen.getByLabelText('Note'), 'Buy milk{Enter}');

  expect(await screen.findByText('Your note wasn’t saved.')).toBeVisible();
  expect(screen.getByLabelText('Note')).toHaveValue('Buy milk');
  expect(screen.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');
});

test('clears the note after it is saved', async () => {
  server.use(http.post('*/api/notes', () => HttpResponse.json({})));
  render(<NoteForm />, { wrapper: MaintenanceProvider });
  await userEvent.type(screen.getByLabelText('Note'), 'Buy milk{Enter}');

  await expect.poll(() => screen.getByLabelText('Note')).toHaveValue('');
});

test('keeps the draft of the contact form through a remount during maintenance', async () => {
  server.use(http.put('*/api/contact', () => maintenanceResponse()));
  const { rerender } = render(<ContactForm />, { wrapper: MaintenanceProvider });
  await userEvent.type(screen.getByLabelText('Email address'), 'ada@example.com{Enter}');
  expect(await screen.findByText('Saving is paused for a moment. Your input is kept.')).toBeVisible();

  rerender(<ContactForm key="again" />);
  expect(screen.getByLabelText('Email address')).toHaveValue('ada@example.com');
});

test('keeps the email address when maintenance rejects the sign-in', async () => {
  const { adapter, service } = createInMemoryAuth({
    users: [{ email: 'ada@example.com', password: 'correct horse' }],
  });
  service.setMode('maintenance', { retryAfter: 60 });
  render(
    <MaintenanceProvider adapter={adapter}>
      <SignIn />
    </MaintenanceProvider>,
  );
  await userEvent.type(await screen.findByLabelText(english.signIn.email), 'ada@example.com');
  await userEvent.type(screen.getByLabelText(english.signIn.password), 'correct horse{Enter}');

  expect(await screen.findByText(english.signIn.paused)).toBeVisible();
  expect(screen.getByLabelText(english.signIn.email)).toHaveValue('ada@example.com');
});

test('shows maintenance that was reported before the first render', async () => {
  const monitor = createMaintenanceMonitor();
  await monitor.report(maintenanceResponse());
  render(
    <MaintenanceProvider monitor={monitor}>
      <MaintenanceBanner />
    </MaintenanceProvider>,
  );

  expect(screen.getByText(english.maintenance.title, { exact: false })).toBeVisible();
});
