import { screen } from '@testing-library/react';
import { afterAll, expect, test, vi } from 'vitest';
import { renderAccount, section } from '../support/account.tsx';
import { english } from '../../src/messages/english.ts';

// Files share their modules. This one starts from its own modules and leaves none behind.
vi.hoisted(() => vi.resetModules());
vi.mock('../../src/ui/user-profile/sections.tsx', () => {
  throw new Error('Failed to fetch dynamically imported module');
});

afterAll(() => {
  vi.doUnmock('../../src/ui/user-profile/sections.tsx');
  vi.resetModules();
});

test('UserProfile shows an error for a section whose code fails to load, and keeps the rest of the page', async () => {
  const app = await renderAccount();
  await app.open('Devices');
  expect(await section().findByText(english.userProfile.loadFailed)).toBeVisible();
  expect(section().getByRole('button', { name: english.userProfile.tryAgain })).toBeEnabled();
  await app.open('Profile');
  expect(await screen.findByLabelText(english.profileDetails.firstName)).toHaveValue('Ada');
});
