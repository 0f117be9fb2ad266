import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { OrganizationProfile, OrganizationSwitcher } from '../../src/index.ts';
import { organizations, page, renderOrganization, settled } from '../support/renderOrganization.tsx';
import { renderWithApi, type RenderedApp } from '../support/renderWithApi.tsx';
import { english } from '../../src/messages/english.ts';
import { textOf } from '../support/textOf.ts';

const name = (): HTMLInputElement => page().getByLabelText(english.organizationGeneral.name);
const slug = (): HTMLInputElement => page().getByLabelText(english.organizationGeneral.slug);
const save = (): HTMLElement => page().getByRole('button', { name: english.organizationGeneral.save });

const logo = new File(['logo'], 'logo.png', { type: 'image/png' });

async function renamed(text = 'Difference Engines'): Promise<RenderedApp> {
  const app = await renderOrganization('General');
  await app.user.clear(name());
  await app.user.type(name(), text);
  return app;
}

/** Submits a new name, which a maintenance that has begun rejects. */
async function rejected(): Promise<RenderedApp> {
  const app = await renamed();
  app.api.setMode('maintenance');
  await app.user.click(save());
  await page().findByText(textOf(english.notice.titleInLine, { title: english.organization.paused }));
  await waitFor(() => expect(name().form).toHaveAttribute('data-status', 'failed'));
  await settled();
  await app.advance(200);
  return app;
}

async function confirm(app: RenderedApp, button: string): Promise<void> {
  await app.user.click(page().getByRole('button', { name: button }));
  const dialog = await screen.findByRole('alertdialog');
  await app.user.click(within(dialog).getByRole('button', { name: button }));
}

describe('the names of an organization', () => {
  it('are saved, shown in the heading, and announced once', async () => {
    const app = await renamed();
    await app.user.click(save());
    expect(await screen.findByRole('heading', { level: 2, name: 'Difference Engines' })).toBeVisible();
    await app.advance(500);
    expect(app.mutations()).toHaveLength(1);
    expect(app.mutations()[0]).toMatch(/^PATCH \/v1\/organizations\/org_/);
    expect(app.spoken).toEqual([`status: ${english.organizationGeneral.saved}`]);
    expect(save()).toHaveFocus();
  });

  it("show the API's error at its field", async () => {
    const app = await renderOrganization('General');
    await app.user.clear(slug());
    await app.user.type(slug(), 'royal-society');
    await app.user.click(save());
    await waitFor(() => expect(slug()).toHaveAccessibleDescription(english.errors.slug_taken));
    await waitFor(() => expect(slug()).toHaveFocus());
    expect(slug()).toHaveValue('royal-society');
  });

  it('are restored when the user discards them, and the draft is cleared', async () => {
    const app = await renamed();
    await app.user.click(page().getByRole('button', { name: english.organizationGeneral.discard }));
    expect(name()).toHaveValue('Analytical Engines');
    app.remount();
    await screen.findByRole('tab', { name: english.organizationGeneral.tab });
    expect(name()).toHaveValue('Analytical Engines');
  });

  it('keep their draft when the user leaves and returns', async () => {
    const app = await renamed();
    app.remount();
    await screen.findByRole('tab', { name: english.organizationGeneral.tab });
    await waitFor(() => expect(name()).toHaveValue('Difference Engines'));
  });

  it('keep their input while the user looks at another section', async () => {
    const app = await renamed();
    await app.user.click(screen.getByRole('tab', { name: english.organizationMembers.tab }));
    await app.user.click(screen.getByRole('tab', { name: english.organizationGeneral.tab }));
    expect(name()).toHaveValue('Difference Engines');
  });
});

describe('the names of an organization when maintenance rejects them', () => {
  it('keep the input and the focus', async () => {
    await rejected();
    expect(name()).toHaveValue('Difference Engines');
    expect(save()).toHaveFocus();
    expect(save()).toHaveAttribute('aria-disabled', 'true');
  });

  it('show one notice above all forms of the page, and announce it once', async () => {
    const app = await rejected();
    expect(
      page().getAllByText(textOf(english.notice.titleInLine, { title: english.organization.paused })),
    ).toHaveLength(1);
    expect(app.spoken).toEqual([
      `alert: ${textOf(english.notice.announcement, { title: english.maintenance.title, text: english.userProfile.pausedForm })}`,
    ]);
  });

  it('send nothing, on a press or a submit', async () => {
    const app = await rejected();
    const before = app.mutations();
    await app.user.click(save());
    await app.user.keyboard('{Enter}');
    await app.user.type(name(), '{Enter}');
    await act(async () => name().form?.requestSubmit());
    expect(app.mutations()).toEqual(before);
  });

  it('are saved on the next press after maintenance, without a reload', async () => {
    const app = await rejected();
    app.api.setMode('operational');
    const checked = app.monitor.checkNow();
    await app.advance(5_000);
    await act(async () => void (await checked));
    await page().findByText(textOf(english.notice.titleInLine, english.over));
    await app.user.click(save());
    expect(await screen.findByRole('heading', { level: 2, name: 'Difference Engines' })).toBeVisible();
    expect(page().queryByText(textOf(english.notice.titleInLine, english.over))).not.toBeInTheDocument();
  });

  it('give way to a panel while reads are rejected, and return with input and focus', async () => {
    const app = await rejected();
    app.api.setMode('unavailable');
    await app.advance(60_000);
    await page().findByRole('heading', { name: english.unavailable.title });
    expect(page().queryByRole('button', { name: english.organizationGeneral.save })).not.toBeInTheDocument();
    app.api.setMode('operational');
    await app.advance(200_000);
    await waitFor(() => expect(name()).toBeVisible());
    expect(name()).toHaveValue('Difference Engines');
    expect(save()).toHaveFocus();
  });
});

describe('the logo', () => {
  it('keeps the chosen file, its buttons and the focus when maintenance rejects it', async () => {
    const app = await renderOrganization('General');
    await app.user.upload(page().getByLabelText(english.organizationGeneral.chooseLogo), logo);
    const saveLogo = page().getByRole('button', { name: english.organizationGeneral.saveLogo });
    app.api.setMode('maintenance');
    await act(async () => void (await app.monitor.report({ status: 503, code: 'maintenance_mode' })));
    await app.user.click(saveLogo);
    expect(
      page().getByText(textOf(english.organizationGeneral.logoChosen, { file: 'logo.png' })),
    ).toBeVisible();
    expect(saveLogo).toHaveFocus();
    expect(app.mutations()).toEqual([]);
  });

  it('can be chosen in maintenance, since that sends nothing', async () => {
    const app = await rejected();
    await app.user.upload(page().getByLabelText(english.organizationGeneral.chooseLogo), logo);
    expect(
      page().getByText(textOf(english.organizationGeneral.logoChosen, { file: 'logo.png' })),
    ).toBeVisible();
  });

  it('can be discarded, which moves the focus to the file input', async () => {
    const app = await renderOrganization('General');
    await app.user.upload(page().getByLabelText(english.organizationGeneral.chooseLogo), logo);
    await app.user.click(page().getByRole('button', { name: english.organizationGeneral.discardLogo }));
    expect(page().getByText(textOf(english.organizationGeneral.logoHint, { size: '10 MB' }))).toBeVisible();
    expect(page().getByLabelText(english.organizationGeneral.chooseLogo)).toHaveFocus();
  });

  it('can be removed', async () => {
    const app = await renderOrganization(
      'General',
      organizations({ imageUrl: 'https://img.example/logo.png' }),
    );
    await app.user.click(await page().findByRole('button', { name: english.organizationGeneral.removeLogo }));
    await waitFor(() =>
      expect(
        page().queryByRole('button', { name: english.organizationGeneral.removeLogo }),
      ).not.toBeInTheDocument(),
    );
    expect(page().getByLabelText(english.organizationGeneral.chooseLogo)).toHaveFocus();
  });
});

describe('leaving and deleting an organization', () => {
  it('shows the result, moves the focus to its heading, and calls onGone', async () => {
    const onGone = vi.fn<() => void>();
    const app = await renderOrganization('General', organizations(), { props: { onGone } });
    await confirm(app, english.organizationGeneral.leaveTitle);
    const heading = await screen.findByRole('heading', {
      name: textOf(english.organizationGeneral.left, { name: 'Analytical Engines' }),
    });
    await waitFor(() => expect(heading).toHaveFocus());
    expect(onGone).toHaveBeenCalledTimes(1);
  });

  it('explains in the dialog why the only administrator can’t leave', async () => {
    const app = await renderOrganization(
      'General',
      organizations({ members: [{ emailAddress: 'ada@example.com', role: 'org:admin' }] }),
    );
    await confirm(app, english.organizationGeneral.leaveTitle);
    expect(await screen.findByText(english.errors.last_admin)).toBeInTheDocument();
    expect(screen.getByRole('alertdialog')).toBeInTheDocument();
  });
});

describe('OrganizationProfile', () => {
  it("shows no controls for changes that the user's role doesn't allow", async () => {
    await renderOrganization('General', organizations({ members: [{ emailAddress: 'ada@example.com' }] }));
    expect(page().getByText(english.organizationGeneral.readOnly)).toBeVisible();
    expect(page().queryByRole('textbox')).not.toBeInTheDocument();
    expect(screen.queryByRole('tab', { name: english.organizationInvitations.tab })).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: english.organizationGeneral.deleteTitle }),
    ).not.toBeInTheDocument();
  });

  it('asks the user to choose an organization if none is active', async () => {
    renderWithApi(<OrganizationProfile />, { service: organizations() });
    expect(await screen.findByRole('heading', { name: english.organization.none })).toBeVisible();
  });

  it("shows the session's active organization", async () => {
    const app = renderWithApi(
      <>
        <OrganizationSwitcher />
        <OrganizationProfile />
      </>,
      { service: organizations() },
    );
    await app.user.click(await screen.findByRole('button', { name: /^Organization:/ }));
    await app.user.click(await screen.findByRole('menuitemradio', { name: /^Royal Society/ }));
    expect(await screen.findByRole('heading', { name: 'Royal Society' })).toBeVisible();
    await app.user.click(screen.getByRole('button', { name: /^Organization:/ }));
    await app.user.click(await screen.findByRole('menuitemradio', { name: /^Personal account/ }));
    expect(await screen.findByRole('heading', { name: english.organization.none })).toBeVisible();
  });

  it('renders nothing for a signed-out user', async () => {
    const { signedInAs: _, ...service } = organizations();
    const app = renderWithApi(<OrganizationProfile organizationId="org_0" />, { service });
    await waitFor(() => expect(document.querySelector('[data-slot="tabbed-card"]')).toBeNull());
    expect(app.api.requests.map(({ path }) => path)).toEqual(['/v1/client']);
  });

  it("shows that the user isn't a member of the organization", async () => {
    renderWithApi(<OrganizationProfile organizationId="org_0" className="mine" />, {
      service: organizations(),
    });
    expect(await screen.findByText(english.organization.gone)).toBeVisible();
    expect(document.querySelector('[data-slot="tabbed-card"]')).toHaveClass('mk-tabbed-card', 'mine');
  });

  it('loads again on request after a failed load', async () => {
    let isDown = true;
    const app = renderWithApi(<OrganizationProfile organizationId="org_0" />, {
      service: {
        ...organizations(),
        delay: ({ path }) =>
          isDown && path.endsWith('organization_memberships')
            ? Promise.reject(new TypeError())
            : Promise.resolve(),
      },
    });
    await screen.findByText(english.organization.loadFailed);
    isDown = false;
    await app.user.click(screen.getByRole('button', { name: english.organization.tryAgain }));
    expect(await screen.findByText(english.organization.gone)).toBeVisible();
  });
});
