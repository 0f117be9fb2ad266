import type { ReactElement } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { OrganizationProfile, useOrganizationSwitcher } from '../../src/index.ts';
import { english } from '../../src/messages/english.ts';
import { ADA, renderInBrowser } from '../support/renderInBrowser.tsx';

const { organizationInvitations: invitations } = english;
const MARY = 'mary@example.com';

const service = {
  users: [ADA],
  signedInAs: ADA.emailAddress,
  organizations: [
    { name: 'Analytical Engines', members: [{ emailAddress: ADA.emailAddress, role: 'org:admin' as const }] },
  ],
};

function FirstOrganization(): ReactElement | null {
  const { organizations } = useOrganizationSwitcher();
  const first = organizations.status === 'loaded' ? organizations.value[0] : undefined;
  return first ? <OrganizationProfile organizationId={first.id} /> : null;
}

// The user-event of Testing Library doesn't notice that a form was reset, and types after the text that is gone.
// happy-dom resets a list of options to none.
test('the form for invitations has its first role, and accepts the same address again after it was sent and cleared', async () => {
  await renderInBrowser(<FirstOrganization />, { service });
  await userEvent.click(page.getByRole('tab', { name: invitations.tab }));
  const field = page.getByLabelText(invitations.emails);
  const role = page.getByLabelText(invitations.role);
  const send = page.getByRole('button', { name: invitations.send, exact: true });
  await expect.element(role).toHaveValue('org:member');
  await userEvent.selectOptions(role, 'Admin');
  await userEvent.click(field);
  await userEvent.keyboard(MARY);
  await userEvent.click(send);
  await expect.element(field).toHaveValue('');
  await expect.element(role).toHaveValue('org:member');
  await userEvent.click(field);
  await userEvent.keyboard(MARY);
  await userEvent.click(send);
  await expect.element(field).toHaveAttribute('aria-invalid', 'true');
  await expect.element(field).toHaveValue(MARY);
});
