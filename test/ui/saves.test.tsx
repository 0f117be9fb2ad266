import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { english } from '../../src/messages/english.ts';
import { authenticatorCode } from '../../src/testing/frontend-api/index.ts';
import { ADA_IN_FULL, closedDialog, renderAccount, section } from '../support/account.tsx';
import { createPng, withPictures } from '../support/pictures.ts';
import { ALAN, GRACE, organizations, renderOrganization } from '../support/renderOrganization.tsx';
import { ADA, type RenderedApp } from '../support/renderWithApi.tsx';
import { textOf } from '../support/textOf.ts';

const {
  profileDetails,
  emailAddresses,
  security,
  devices,
  connectedAccounts,
  organizationGeneral,
  organizationMembers,
  organizationInvitations,
} = english;
const [second = ''] = ADA_IN_FULL.otherEmailAddresses;

const button = (name: string): Promise<HTMLElement> => screen.findByRole('button', { name });
const mark = (): HTMLElement | null => document.querySelector('[data-slot="page-saved"]');

/** Expects one check mark with the text, and one announcement of it. */
async function expectConfirmed(app: RenderedApp, text: string): Promise<void> {
  await waitFor(() => expect(mark()).toHaveTextContent(text));
  expect(document.querySelectorAll('[data-slot="page-saved"]')).toHaveLength(1);
  // It waits until the action of the user has settled.
  await waitFor(async () => {
    await app.advance(200);
    expect(app.spoken).toContain(`status: ${text}`);
  });
  expect(app.spoken.filter((said) => said === `status: ${text}`)).toHaveLength(1);
}

function row(text: string): HTMLElement {
  const item = section().getByText(text).closest('li');
  if (item === null) throw new Error(`${text} is in no row.`);
  return item;
}

describe('on the account page, a check mark and one announcement confirm', () => {
  it('the names, until the next edit', async () => {
    const app = await renderAccount();
    await app.user.type(await screen.findByLabelText(profileDetails.firstName), ' Augusta');
    await app.press(profileDetails.save);
    await expectConfirmed(app, profileDetails.saved);
    await app.user.type(screen.getByLabelText(profileDetails.firstName), ' King');
    expect(mark()).toBeNull();
  });

  it('a saved or removed picture, until the user chooses another', async () => {
    const app = await renderAccount({ adapter: withPictures().adapter });
    await app.user.upload(await screen.findByLabelText(profileDetails.choosePicture), createPng());
    await app.press(profileDetails.savePicture);
    await expectConfirmed(app, profileDetails.pictureSaved);
    await app.user.upload(screen.getByLabelText(profileDetails.choosePicture), createPng());
    expect(mark()).toBeNull();
    await app.press(profileDetails.discardPicture);
    await app.press(profileDetails.removePicture);
    await expectConfirmed(app, profileDetails.pictureRemoved);
  });

  it('a new password, in its row after the form is closed', async () => {
    const app = await renderAccount();
    await app.open(security.tab);
    await app.press(security.changePassword);
    await app.user.type(await screen.findByLabelText(security.currentPassword), ADA.password);
    await app.user.type(screen.getByLabelText(security.newPassword), 'difference engine no. 2');
    await app.press(security.savePassword);
    await button(security.changePassword);
    await expectConfirmed(app, security.passwordChanged);
    expect(within(row(security.password)).getByText(security.passwordChanged)).toBeVisible();
    await app.press(security.changePassword);
    expect(mark()).toBeNull();
  });

  it('turning on the authenticator', async () => {
    const app = await renderAccount();
    await app.open(security.tab);
    await app.press(security.setUpAuthenticator);
    await screen.findByText(security.secret);
    const secret = document.querySelector('[data-slot="page-secret-key"]')?.textContent ?? '';
    const code = await authenticatorCode(secret.replaceAll(' ', ''), app.platform.now());
    await app.user.type(screen.getByLabelText(security.code), code);
    await expectConfirmed(app, security.turnedOn);
    expect(within(row(security.authenticator)).getByText(security.turnedOn)).toBeVisible();
  });

  it('turning off the authenticator', async () => {
    const app = await renderAccount({
      service: { users: [{ ...ADA_IN_FULL, authenticatorSecret: 'JBSWY3DPEHPK3PXP' }] },
    });
    await app.open(security.tab);
    await app.press(security.turnOffAuthenticator);
    await app.user.click(within(await screen.findByRole('alertdialog')).getByText(security.turnOff));
    await expectConfirmed(app, security.turnedOff);
    expect(within(row(security.authenticator)).getByText(security.turnedOff)).toBeVisible();
  });

  it('new backup codes', async () => {
    const app = await renderAccount({
      service: {
        users: [{ ...ADA_IN_FULL, authenticatorSecret: 'JBSWY3DPEHPK3PXP', backupCodes: ['11111111'] }],
      },
    });
    await app.open(security.tab);
    await app.press(security.renewCodes);
    await app.user.click(within(await screen.findByRole('alertdialog')).getByText(security.renewCodes));
    await expectConfirmed(app, security.codesRenewed);
    expect(row(security.backupCodes)).toContainElement(mark());
  });

  it('a new primary email address, in its row', async () => {
    const app = await renderAccount();
    await app.open(emailAddresses.tab);
    await app.press(textOf(emailAddresses.makeAddressPrimary, { email: second }));
    await expectConfirmed(app, textOf(emailAddresses.madePrimary, { email: second }));
    expect(row(second)).toContainElement(mark());
  });

  it('the removal of an email address', async () => {
    const app = await renderAccount();
    await app.open(emailAddresses.tab);
    await app.press(textOf(emailAddresses.removeAddress, { email: second }));
    await app.user.click(within(await screen.findByRole('alertdialog')).getByText(emailAddresses.remove));
    await closedDialog();
    await expectConfirmed(app, textOf(emailAddresses.removed, { email: second }));
    expect(mark()?.closest('li')).toBeNull();
  });

  it('the sign-out of a device', async () => {
    const app = await renderAccount();
    await app.open(devices.tab);
    await app.user.click((await screen.findAllByText(devices.signOut))[0] as HTMLElement);
    await waitFor(() => expect(mark()).not.toBeNull());
    await expectConfirmed(app, mark()?.textContent.trim() ?? '');
  });

  it('the disconnection of an account', async () => {
    const app = await renderAccount();
    await app.open(connectedAccounts.tab);
    await app.user.click(await screen.findByText(connectedAccounts.disconnect));
    await app.user.click(
      within(await screen.findByRole('alertdialog')).getByText(connectedAccounts.disconnect),
    );
    await closedDialog();
    await waitFor(() => expect(mark()).not.toBeNull());
    await expectConfirmed(app, mark()?.textContent.trim() ?? '');
  });
});

describe('on the organization page, a check mark and one announcement confirm', () => {
  it('the names, until the next edit', async () => {
    const app = await renderOrganization('General');
    await app.user.type(screen.getByLabelText(organizationGeneral.name), ' Ltd');
    await app.user.click(await button(organizationGeneral.save));
    await expectConfirmed(app, organizationGeneral.saved);
    await app.user.type(screen.getByLabelText(organizationGeneral.name), '.');
    expect(mark()).toBeNull();
  });

  it('a saved or removed logo', async () => {
    const app = await renderOrganization('General', organizations(), { adapter: withPictures().adapter });
    await app.user.upload(screen.getByLabelText(organizationGeneral.chooseLogo), createPng());
    await app.user.click(await button(organizationGeneral.saveLogo));
    await expectConfirmed(app, organizationGeneral.logoSaved);
    await app.user.click(await button(organizationGeneral.removeLogo));
    await expectConfirmed(app, organizationGeneral.logoRemoved);
    expect(mark()?.closest('form')).toContainElement(screen.getByLabelText(organizationGeneral.chooseLogo));
  });

  it('a new role, in the row of the member', async () => {
    const app = await renderOrganization('Members');
    const name = `${ALAN.firstName} ${ALAN.lastName}`;
    await app.user.selectOptions(
      await screen.findByLabelText(textOf(organizationMembers.role, { name })),
      'org:admin',
    );
    await expectConfirmed(app, textOf(organizationMembers.roleChanged, { name, role: 'Admin' }));
    expect(row(name)).toContainElement(mark());
  });

  it('the removal of a member', async () => {
    const app = await renderOrganization('Members');
    const name = `${GRACE.firstName} ${GRACE.lastName}`;
    const label = textOf(organizationMembers.removeMember, { name });
    await app.user.click(await button(label));
    await app.user.click(within(await screen.findByRole('alertdialog')).getByText(label));
    await expectConfirmed(app, textOf(organizationMembers.removed, { name }));
    expect(mark()?.closest('li')).toBeNull();
  });

  it('sent invitations, until the next edit, and a revoked one', async () => {
    const app = await renderOrganization('Invitations');
    const field = screen.getByLabelText(organizationInvitations.emails);
    await app.user.type(field, 'mary@example.com');
    await app.user.click(await button(organizationInvitations.send));
    await expectConfirmed(app, textOf(organizationInvitations.sent, { count: 1 }));
    await app.user.type(field, 'joan@example.com');
    expect(mark()).toBeNull();
    const email = 'mary@example.com';
    await app.user.click(await button(textOf(organizationInvitations.revokeInvitation, { email })));
    await expectConfirmed(app, textOf(organizationInvitations.revoked, { email }));
  });
});

describe('a change that maintenance rejects', () => {
  it('is not confirmed', async () => {
    const app = await renderAccount();
    await app.user.type(await screen.findByLabelText(profileDetails.firstName), ' Augusta');
    app.beginMaintenance();
    await app.press(profileDetails.save);
    await waitFor(() => expect(app.monitor.getSnapshot().status).toBe('maintenance'));
    expect(mark()).toBeNull();
  });
});
