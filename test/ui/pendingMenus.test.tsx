import { screen, waitFor } from '@testing-library/react';
import { afterAll, expect, test, vi } from 'vitest';
import { english, OrganizationSwitcher, UserButton } from '../../src/index.ts';
import { organizations } from '../support/renderOrganization.tsx';
import { ADA, renderWithApi } from '../support/renderWithApi.tsx';
import { patternOf } from '../support/textOf.ts';

// Files share their modules. This one starts from its own modules and leaves none behind.
vi.hoisted(() => vi.resetModules());

/** The code of the menus arrives when a test releases it. */
const network = vi.hoisted(() => {
  let arrive: () => void = () => {};
  const arrival = new Promise<void>((resolve) => (arrive = resolve));
  return { arrival, arrive };
});

vi.mock('../../src/ui/user-button/UserMenu.tsx', async (load) => {
  await network.arrival;
  return load();
});
vi.mock('../../src/ui/organization-switcher/OrganizationMenu.tsx', async (load) => {
  await network.arrival;
  return load();
});

afterAll(() => {
  vi.doUnmock('../../src/ui/user-button/UserMenu.tsx');
  vi.doUnmock('../../src/ui/organization-switcher/OrganizationMenu.tsx');
  vi.resetModules();
});

test('a menu that loads while its button is held down opens at that button', async () => {
  const app = renderWithApi(
    <>
      <UserButton />
      <OrganizationSwitcher />
    </>,
    { service: { ...organizations(), signedInAs: ADA.emailAddress } },
  );
  const account = await screen.findByRole('button', { name: patternOf(english.actions.account) });
  const switcher = await screen.findByRole('button', { name: /^Organization:/ });
  expect(account).toHaveAttribute('aria-haspopup', 'menu');
  expect(switcher).toHaveAttribute('aria-haspopup', 'menu');

  await app.user.tab();
  expect(account).toHaveFocus();
  await app.user.pointer({ target: switcher, keys: '[MouseLeft>]' });
  expect(switcher).toHaveAttribute('aria-busy', 'true');
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();

  network.arrive();
  expect(await screen.findByRole('menu')).toBeVisible();
  await app.user.pointer({ keys: '[/MouseLeft]' });
  expect(screen.getByRole('menu')).toBeVisible();
  expect(
    screen.getByRole('menuitemradio', { name: new RegExp(`^${english.organizationSwitcher.personal}`) }),
  ).toBeVisible();
  await app.user.keyboard('{Escape}');
  await waitFor(() => expect(switcher).toHaveFocus());
  expect(switcher).not.toHaveAttribute('aria-busy');
  expect(screen.getByRole('button', { name: patternOf(english.actions.account) })).toBe(account);
});
