import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { english, UserButton } from '../../src/index.ts';
import { ADA, renderWithApi } from '../support/renderWithApi.tsx';

test('every item of the menu has an icon, and a link its own if there is one', async () => {
  const app = renderWithApi(
    <UserButton
      links={[
        { label: 'Account', href: '/account' },
        { label: 'Billing', href: '/billing', icon: <svg data-testid="card" aria-hidden="true" /> },
      ]}
    />,
    { service: { signedInAs: ADA.emailAddress } },
  );
  await app.user.click(await screen.findByRole('button', { expanded: false }));
  await screen.findByRole('menu');
  for (const name of ['Account', 'Billing', english.actions.signOut]) {
    expect(screen.getByRole('menuitem', { name }).querySelectorAll('svg')).toHaveLength(1);
  }
  expect(screen.getByRole('menuitem', { name: 'Billing' })).toContainElement(screen.getByTestId('card'));
});
