import { screen, waitFor } from '@testing-library/react';
import { afterAll, expect, test, vi } from 'vitest';
import { english, OrganizationSwitcher, UserButton } from '../../src/index.ts';
import { organizations } from '../support/renderOrganization.tsx';
import { ADA, renderWithApi } from '../support/renderWithApi.tsx';

// Files share their modules. This one starts from its own modules and leaves none behind.
vi.hoisted(() => vi.resetModules());
vi.mock('../../src/ui/user-button/UserMenu.tsx', () => {
  throw new Error('Failed to fetch dynamically imported module');
});
vi.mock('../../src/ui/organization-switcher/OrganizationMenu.tsx', () => {
  throw new Error('Failed to fetch dynamically imported module');
});

afterAll(() => {
  vi.doUnmock('../../src/ui/user-button/UserMenu.tsx');
  vi.doUnmock('../../src/ui/organization-switcher/OrganizationMenu.tsx');
  vi.resetModules();
});

test('menus that fail to load are replaced by their links and buttons', async () => {
  const app = renderWithApi(
    <>
      <UserButton links={[{ label: 'Account', href: '/account' }]} />
      <OrganizationSwitcher />
    </>,
    { service: { ...organizations(), signedInAs: ADA.emailAddress } },
  );
  expect(await screen.findByRole('link', { name: 'Account' })).toBeVisible();
  expect(await screen.findByRole('combobox', { name: english.organizationSwitcher.label })).toBeVisible();
  await app.user.click(screen.getByRole('button', { name: english.actions.signOut }));
  await waitFor(() => expect(app.mutations()).toContain('DELETE /v1/client/sessions'));
});
