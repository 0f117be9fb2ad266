import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderAccount, section } from '../support/account.tsx';

vi.mock('../../src/ui/user-profile/sections.tsx', () => {
  throw new Error('Failed to fetch dynamically imported module');
});

test('UserProfile tells of a part of itself that cannot be loaded, and the rest of the page stays', async () => {
  const app = await renderAccount();
  await app.open('Devices');
  expect(await section().findByText('This could not be loaded.')).toBeVisible();
  expect(section().getByRole('button', { name: 'Try again' })).toBeEnabled();
  await app.open('Profile');
  expect(await screen.findByLabelText('First name')).toHaveValue('Ada');
});
