import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import {
  CreateOrganization,
  OrganizationProfile,
  OrganizationSwitcher,
  type OrganizationSwitcherProps,
} from '../../src/index.ts';
import type { FrontendApiOptions } from '../../src/testing/frontend-api/index.ts';
import { organizations } from '../support/renderOrganization.tsx';
import { renderWithApi, type RenderedApp } from '../support/renderWithApi.tsx';
import { english } from '../../src/messages/english.ts';
import { patternOf, textOf } from '../support/textOf.ts';

/** Testing Library omits the space between the two parts of the name. */
const current = (name: string): Promise<HTMLElement> =>
  screen.findByRole('button', { name: new RegExp(`^Organization: ?${name}$`) });

async function rendered(
  service: FrontendApiOptions = organizations(),
  props: OrganizationSwitcherProps = {},
): Promise<RenderedApp> {
  const app = renderWithApi(<OrganizationSwitcher {...props} />, { service });
  await current(english.organizationSwitcher.personal);
  return app;
}

async function choose({ user }: RenderedApp, name: RegExp): Promise<void> {
  await user.click(screen.getByRole('button', { name: /^Organization:/ }));
  await user.click(await screen.findByRole('menuitemradio', { name }));
}

describe('OrganizationSwitcher', () => {
  it('switches to another organization and back, announces it, and keeps the focus', async () => {
    const app = await rendered();
    await choose(app, /^Analytical Engines/);
    await waitFor(async () => expect(await current('Analytical Engines')).not.toHaveAttribute('aria-busy'));
    await app.advance(200);
    expect(app.spoken).toEqual([
      `status: ${textOf(english.organizationSwitcher.switched, { name: 'Analytical Engines' })}`,
    ]);
    await waitFor(async () => expect(await current('Analytical Engines')).toHaveFocus());

    await choose(app, /^Personal account/);
    await waitFor(async () =>
      expect(await current(english.organizationSwitcher.personal)).not.toHaveAttribute('aria-busy'),
    );
    expect(app.mutations()).toEqual([]);
  });

  it('switches to the last choice if several are pending', async () => {
    let arrive = (): void => {};
    const arrival = new Promise<void>((resolve) => (arrive = resolve));
    const app = await rendered({
      ...organizations(),
      delay: ({ path }) => (path.endsWith('/touch') ? arrival : Promise.resolve()),
    });
    await choose(app, /^Analytical Engines/);
    expect(await current('Analytical Engines')).toHaveAttribute('aria-busy', 'true');
    await choose(app, /^Royal Society/);
    await choose(app, /^Personal account/);
    arrive();
    const button = await current(english.organizationSwitcher.personal);
    await waitFor(() => expect(button).not.toHaveAttribute('aria-busy'));
    await app.advance(200);
    expect(app.spoken).toEqual([
      `status: ${textOf(english.organizationSwitcher.switched, { name: english.organizationSwitcher.personal })}`,
    ]);
    expect(app.api.requests.filter(({ path }) => path.endsWith('/touch'))).toHaveLength(2);
  });

  it('shows the new name of an organization that is renamed on the same page', async () => {
    const app = renderWithApi(
      <>
        <OrganizationSwitcher />
        <OrganizationProfile />
      </>,
      { service: organizations() },
    );
    await current(english.organizationSwitcher.personal);
    await choose(app, /^Analytical Engines/);
    const name = await screen.findByLabelText(english.signUp.name);
    await app.user.clear(name);
    await app.user.type(name, 'Difference Engines{Enter}');
    expect(await current('Difference Engines')).toBeVisible();
  });

  it('switches in maintenance', async () => {
    const app = await rendered();
    app.api.setMode('maintenance');
    await act(async () => void (await app.monitor.report({ status: 503, code: 'maintenance_mode' })));
    await choose(app, /^Royal Society/);
    await waitFor(async () => expect(await current('Royal Society')).not.toHaveAttribute('aria-busy'));
    expect(app.monitor.getSnapshot().status).toBe('maintenance');
  });

  it('keeps the current organization when switching fails, and announces the error', async () => {
    const app = await rendered({
      ...organizations(),
      delay: ({ path }) => (path.endsWith('/touch') ? Promise.reject(new TypeError()) : Promise.resolve()),
    });
    await choose(app, /^Royal Society/);
    expect(await screen.findByText(patternOf(english.organizationSwitcher.switchFailed))).toBeVisible();
    expect(await current(english.organizationSwitcher.personal)).toBeVisible();
    await app.advance(200);
    expect(app.spoken).toEqual([`alert: ${english.organizationSwitcher.switchFailed}`]);
  });

  it('lists an organization that was created after the first load', async () => {
    const { user } = renderWithApi(
      <>
        <OrganizationSwitcher />
        <CreateOrganization />
      </>,
      { service: organizations() },
    );
    await current(english.organizationSwitcher.personal);
    await user.type(await screen.findByLabelText(english.signUp.name), 'Difference Engines');
    await user.click(screen.getByRole('button', { name: english.organizationSwitcher.create }));
    expect(await current('Difference Engines')).toBeVisible();
  });

  it("links to the organization's page and to a new organization", async () => {
    const app = await rendered(organizations(), { profileUrl: '/organization', createUrl: '/create' });
    await choose(app, /^Royal Society/);
    await app.user.click(await current('Royal Society'));
    expect(
      await screen.findByRole('menuitem', { name: english.organizationSwitcher.manage }),
    ).toHaveAttribute('href', '/organization');
    expect(screen.getByRole('menuitem', { name: english.organizationSwitcher.create })).toHaveAttribute(
      'href',
      '/create',
    );
  });

  it('omits the personal account if users have none', async () => {
    const app = await rendered(organizations(), { hasPersonalAccount: false });
    await app.user.click(await current(english.organizationSwitcher.personal));
    await screen.findByRole('menuitemradio', { name: /^Royal Society/ });
    expect(screen.queryByRole('menuitemradio', { name: /^Personal account/ })).not.toBeInTheDocument();
  });

  it('loads the list again from the menu after a failed load', async () => {
    let isDown = true;
    const app = await rendered({
      ...organizations(),
      delay: ({ path }) =>
        isDown && path.endsWith('organization_memberships')
          ? Promise.reject(new TypeError())
          : Promise.resolve(),
    });
    await app.user.click(await current(english.organizationSwitcher.personal));
    const again = await screen.findByRole('menuitem', { name: patternOf(english.organization.loadFailed) });
    isDown = false;
    await app.user.click(again);
    expect(await screen.findByRole('menuitemradio', { name: /^Royal Society/ })).toBeInTheDocument();
  });

  it('renders nothing for a signed-out user', async () => {
    const { signedInAs: _, ...service } = organizations();
    const app = renderWithApi(<OrganizationSwitcher />, { service });
    await waitFor(() => expect(app.api.requests).not.toEqual([]));
    await app.advance(100);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
