import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { CreateOrganization } from '../../../src/index.ts';
import {
  confirming,
  field,
  finding,
  leaving,
  pressing,
  fakeMutation,
  type Mutation,
  type OperationRow,
  type Stage,
} from '../../support/operationRow.ts';
import { enter } from '../../support/enter.ts';
import { organizations, page, renderOrganization } from '../../support/renderOrganization.tsx';
import { renderWithApi, type RenderedApp, type RenderOptions } from '../../support/renderWithApi.tsx';
import { english } from '../../../src/messages/english.ts';
import { patternOf, textOf } from '../../support/textOf.ts';

const logo = new File(['logo'], 'logo.png', { type: 'image/png' });

function organization(
  { platform, adapter }: Stage,
  tab: 'General' | 'Members' | 'Invitations',
  first: Parameters<typeof organizations>[0] = {},
  operations: Parameters<Stage['adapter']>[0] = {},
): Promise<RenderedApp> {
  const options: RenderOptions = { platform, adapter: adapter(operations) };
  return renderOrganization(tab, organizations(first), options);
}

const isGone = (way: 'left' | 'deleted') => async (): Promise<void> =>
  void (await screen.findByRole('heading', { name: patternOf(english.organizationGeneral[way]) }));

type OrganizationMutation = Extract<
  Mutation,
  `${string}Organization${string}` | `${string}Member${string}` | 'revokeInvitation'
>;

export const organizationRows: Readonly<Record<OrganizationMutation, OperationRow>> = {
  createOrganization: {
    async open({ platform, adapter }) {
      const app = renderWithApi(<CreateOrganization />, {
        platform,
        adapter: adapter(),
        service: organizations(),
      });
      await enter(app, english.signUp.name, 'Difference Engines');
      return app;
    },
    press: pressing(english.organizationSwitcher.create),
    done: finding(textOf(english.createOrganization.created, { name: 'Difference Engines' })),
    shownIn: 'form',
    typed: { Name: 'Difference Engines', 'Short name': 'difference-engines' },
  },
  updateOrganization: {
    async open(stage) {
      const app = await organization(stage, 'General');
      await enter(app, english.signUp.name, 'Difference Engines');
      return app;
    },
    press: pressing(english.profileDetails.save),
    done: () => screen.findByRole('heading', { level: 2, name: 'Difference Engines' }),
    shownIn: 'page',
    typed: { Name: 'Difference Engines', 'Short name': 'analytical-engines' },
  },
  // The adapter's own upload needs a real browser.
  setOrganizationLogo: {
    async open(stage) {
      const app = await organization(stage, 'General', {}, { setOrganizationLogo: fakeMutation(undefined) });
      await app.user.upload(page().getByLabelText(english.organizationGeneral.chooseLogo), logo);
      await page().findByText(/logo\.png/);
      return app;
    },
    press: pressing(english.organizationGeneral.saveLogo),
    done: leaving(() => screen.queryByText(/logo\.png/)),
    shownIn: 'page',
  },
  removeOrganizationLogo: {
    open: (stage) => organization(stage, 'General', { imageUrl: 'https://img.example/logo.png' }),
    press: pressing(english.organizationGeneral.removeLogo),
    done: leaving(() => screen.queryByRole('button', { name: english.organizationGeneral.removeLogo })),
    shownIn: 'dialog',
  },
  leaveOrganization: {
    open: (stage) => organization(stage, 'General'),
    press: confirming(english.organizationGeneral.leaveTitle),
    done: isGone('left'),
    shownIn: 'dialog',
  },
  deleteOrganization: {
    async open(stage) {
      const app = await organization(stage, 'General');
      await pressing(english.organizationGeneral.deleteTitle)(app);
      const word = 'Analytical Engines';
      await enter(app, textOf(english.organization.typeToConfirm, { word }), word);
      return app;
    },
    press: pressing(english.organizationGeneral.deleteTitle),
    done: isGone('deleted'),
    shownIn: 'page',
  },
  changeMemberRole: {
    async open(stage) {
      const app = await organization(stage, 'Members');
      await page().findByLabelText(textOf(english.organizationMembers.role, { name: 'Alan Turing' }));
      await waitFor(() =>
        expect(field(textOf(english.organizationMembers.role, { name: 'Alan Turing' }))).toHaveValue(
          'org:member',
        ),
      );
      return app;
    },
    press: async (app) =>
      app.user.selectOptions(
        await page().findByLabelText(textOf(english.organizationMembers.role, { name: 'Alan Turing' })),
        'Admin',
      ),
    done: () =>
      waitFor(() =>
        expect(field(textOf(english.organizationMembers.role, { name: 'Alan Turing' }))).toHaveValue(
          'org:admin',
        ),
      ),
    shownIn: 'dialog',
  },
  removeMember: {
    async open(stage) {
      const app = await organization(stage, 'Members');
      await page().findByText('Alan Turing');
      return app;
    },
    press: confirming(textOf(english.organizationMembers.removeMember, { name: 'Alan Turing' })),
    done: leaving(() => screen.queryByText('Alan Turing')),
    shownIn: 'dialog',
  },
  inviteMembers: {
    async open(stage) {
      const app = await organization(stage, 'Invitations');
      await waitFor(() => expect(field('Role')).toHaveValue('org:member'));
      await enter(app, english.emailAddresses.tab, 'mary@example.com, evelyn@example.com');
      await app.user.selectOptions(field('Role'), 'Admin');
      return app;
    },
    press: pressing(english.organizationInvitations.send),
    done: finding('evelyn@example.com'),
    shownIn: 'page',
    typed: { 'Email addresses': 'mary@example.com, evelyn@example.com', Role: 'org:admin' },
  },
  revokeInvitation: {
    async open(stage) {
      const app = await organization(stage, 'Invitations', {
        invitations: [{ emailAddress: 'joan@example.com' }],
      });
      await page().findByText('joan@example.com');
      return app;
    },
    press: pressing(textOf(english.organizationInvitations.revokeInvitation, { email: 'joan@example.com' })),
    done: leaving(() => screen.queryByText('joan@example.com')),
    shownIn: 'dialog',
  },
};
