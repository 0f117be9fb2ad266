import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  MaintenanceGuard,
  OrganizationProfile,
  SignedIn,
  SignedOut,
  SignIn,
  SignOutButton,
  SignUp,
  UserProfile,
  useOrganizationSwitcher,
} from '../../src/index.ts';
import { ADA, endMaintenance, renderWithClerk, type AppWithClerk } from './support/renderWithClerk.tsx';
import { english } from '../../src/messages/english.ts';
import { patternOf } from '../support/textOf.ts';

const signedInAs = ADA.emailAddress;
const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = (name: string) => page.getByLabelText(name, { exact: true });
/** The banner, which is the only notice on a page that has one. */
const paused = page.getByRole('region', { name: english.maintenance.title });
const over = page.getByRole('region', { name: english.over.title });

/** Returns the SDK's user, which every other part of an application uses. */
const userOf = ({ clerk }: AppWithClerk) => clerk.user?.primaryEmailAddress?.emailAddress;

function Application(): ReactElement {
  return (
    <>
      <SignedIn>
        <UserProfile />
        <SignOutButton />
      </SignedIn>
      <SignedOut>
        <SignIn />
      </SignedOut>
    </>
  );
}

function FirstOrganization(): ReactElement | null {
  const { organizations } = useOrganizationSwitcher();
  const first = organizations.status === 'loaded' ? organizations.value[0] : undefined;
  return first ? <OrganizationProfile organizationId={first.id} /> : null;
}

async function renameTo(text: string): Promise<void> {
  await userEvent.fill(field(english.details.firstName), text);
  await userEvent.click(button(english.profileDetails.save));
}

describe.each(['envelope', 'flat'] as const)('a maintenance in the format %s', (format) => {
  it('a maintenance that begins during input keeps the input, blocks requests, and ends without a reload', async () => {
    const app = await renderWithClerk(<Application />, { signedInAs });
    await userEvent.fill(field(english.details.firstName), 'Augusta');
    const { session } = app.clerk;
    app.service.setMode('maintenance', { format, retryAfter: 30 });

    await userEvent.click(button(english.profileDetails.save));
    await expect.element(page.getByText(english.userProfile.paused).first()).toBeVisible();
    expect(app.mutations()).toEqual(['PATCH /v1/me']);
    expect(app.monitor.getSnapshot()).toMatchObject({
      status: 'maintenance',
      notice: { retryAfterMs: 30_000 },
    });

    await expect.element(button(english.profileDetails.save)).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Enter}');
    await userEvent.click(button(english.profileDetails.save), { force: true });
    expect(app.mutations()).toEqual(['PATCH /v1/me']);
    await expect.element(field(english.details.firstName)).toHaveValue('Augusta');
    expect(app.clerk.session?.id).toBe(session?.id);

    await endMaintenance(app);
    await expect.element(over.first()).toBeVisible();
    expect(app.mutations()).toEqual(['PATCH /v1/me']);
    await userEvent.click(button(english.profileDetails.save));
    await expect.poll(() => app.clerk.user?.firstName).toBe('Augusta');
    expect(app.mutations()).toEqual(['PATCH /v1/me', 'PATCH /v1/me']);
  });
});

describe('signing in', () => {
  it('a sign-in makes its session active in the SDK', async () => {
    const app = await renderWithClerk(<Application />);
    await userEvent.fill(field(english.signIn.email), ADA.emailAddress);
    await userEvent.fill(field(english.signIn.password), ADA.password);
    await userEvent.click(button(english.signIn.submit));
    await expect.element(field(english.details.firstName)).toHaveValue('Ada');
    expect(userOf(app)).toBe(ADA.emailAddress);
    expect(await app.clerk.session?.getToken()).toMatch(/^ey/);
  });

  it('a rejected sign-in keeps the password, and succeeds after the maintenance', async () => {
    const app = await renderWithClerk(<Application />);
    await userEvent.fill(field(english.signIn.email), ADA.emailAddress);
    await userEvent.fill(field(english.signIn.password), ADA.password);
    app.service.setMode('maintenance');
    await userEvent.click(button(english.signIn.submit));
    await expect.element(paused).toBeVisible();
    await expect.element(field(english.signIn.password)).toHaveValue(ADA.password);

    await endMaintenance(app);
    await expect.element(over.first()).toBeVisible();
    await userEvent.click(button(english.signIn.submit));
    await expect.element(field(english.details.firstName)).toHaveValue('Ada');
    expect(app.mutations()).toEqual(['POST /v1/client/sign_ins', 'POST /v1/client/sign_ins']);
  });

  it('a code stays during maintenance, is sent only by the user, and is accepted afterwards', async () => {
    const app = await renderWithClerk(<Application />);
    await userEvent.fill(field(english.signIn.email), ADA.emailAddress);
    await userEvent.click(button(english.codeByEmail.link));
    await userEvent.click(button(english.codeByEmail.submit));
    await expect.element(page.getByRole('heading', { name: english.code.title })).toBeVisible();
    await userEvent.type(field(english.code.label), '42424');
    app.service.setMode('maintenance', { format: 'flat' });
    const attempts = () => app.mutations().filter((request) => request.includes('attempt')).length;

    await userEvent.type(field(english.code.label), '2');
    await expect.element(paused).toBeVisible();
    await expect.element(field(english.code.label)).toHaveValue('424242');
    expect(attempts()).toBe(1);

    await endMaintenance(app);
    await expect.element(over.first()).toBeVisible();
    await expect.element(field(english.code.label)).toHaveValue('424242');
    expect(attempts()).toBe(1);
    await userEvent.click(button(english.signIn.submit));
    await expect.element(field(english.details.firstName)).toHaveValue('Ada');
    expect(userOf(app)).toBe(ADA.emailAddress);
  });
});

describe('signing up', () => {
  it('a sign-up continues through a maintenance between its steps', async () => {
    const app = await renderWithClerk(
      <>
        <SignedIn>
          <p>Welcome</p>
        </SignedIn>
        <SignedOut>
          <SignUp />
        </SignedOut>
      </>,
      { settings: { verifyEmailAddress: true, name: 'off' } },
    );
    // Before the settings are loaded, the form asks for a name, and the first input keeps its fields.
    await expect.element(field(english.signIn.email)).toBeVisible();
    await expect.element(field(english.signUp.name)).not.toBeInTheDocument();
    await userEvent.fill(field(english.signIn.email), 'grace@example.com');
    await userEvent.fill(field(english.signIn.password), 'nanoseconds');
    await userEvent.click(button(english.signIn.submit));
    await expect.element(page.getByRole('heading', { name: english.code.titleForSignUp })).toBeVisible();
    app.service.setMode('maintenance');
    await userEvent.type(field(english.code.label), '424242');
    await expect.element(paused).toBeVisible();

    await endMaintenance(app);
    await expect.element(over.first()).toBeVisible();
    await expect.element(field(english.code.label)).toHaveValue('424242');
    await userEvent.click(button(english.signIn.submit));
    await expect.element(page.getByText('Welcome')).toBeVisible();
    expect(userOf(app)).toBe('grace@example.com');
  });
});

describe('signing out', () => {
  it('a sign-out keeps the session in maintenance, is deferred, and runs afterwards', async () => {
    const app = await renderWithClerk(<Application />, { signedInAs });
    app.service.setMode('maintenance');
    await userEvent.click(button(english.actions.signOut));
    const dialog = page.getByRole('alertdialog', { name: english.actions.title });
    await expect.element(dialog).toBeVisible();
    expect(userOf(app)).toBe(ADA.emailAddress);

    await userEvent.click(button(english.actions.defer));
    await expect
      .element(page.getByText(patternOf(english.actions.deferred, { action: english.actions.signOut })))
      .toBeVisible();
    await expect.element(field(english.details.firstName)).toBeVisible();
    expect(app.mutations()).toEqual(['DELETE /v1/client/sessions']);

    await endMaintenance(app);
    await expect.element(field(english.signIn.password)).toBeVisible();
    expect(app.clerk.session).toBeFalsy();
    expect(app.mutations()).toEqual(['DELETE /v1/client/sessions', 'DELETE /v1/client/sessions']);
  });

  it('a sign-out by the SDK, which drops the session before it is rejected, is undone by the next refresh', async () => {
    const app = await renderWithClerk(<Application />, { signedInAs });
    await expect.element(field(english.details.firstName)).toHaveValue('Ada');
    app.service.setMode('maintenance');
    await expect(app.clerk.signOut()).rejects.toMatchObject({ status: 503 });
    expect(app.clerk.user).toBeFalsy();

    await app.platform.advance(50_000);
    await expect.poll(() => userOf(app)).toBe(ADA.emailAddress);
    await expect.element(field(english.details.firstName)).toHaveValue('Ada');
  });
});

describe('an organization', () => {
  it('an organization is renamed before and after a maintenance, and the SDK has the new name', async () => {
    const app = await renderWithClerk(<FirstOrganization />, { signedInAs });
    const names = () => app.clerk.user?.organizationMemberships.map(({ organization }) => organization.name);
    await userEvent.click(page.getByRole('tab', { name: english.organizationGeneral.tab }));
    await userEvent.fill(field('Name'), 'Difference Engines');
    await userEvent.click(button(english.profileDetails.save));
    await expect.poll(names).toEqual(['Difference Engines']);

    app.service.setMode('maintenance');
    await userEvent.fill(field('Name'), 'Engines');
    await userEvent.click(button(english.profileDetails.save));
    await expect.element(page.getByText(english.userProfile.paused).first()).toBeVisible();
    await expect.element(field('Name')).toHaveValue('Engines');
    expect(names()).toEqual(['Difference Engines']);

    await endMaintenance(app);
    await expect.element(over.first()).toBeVisible();
    await userEvent.click(button(english.profileDetails.save));
    await expect.poll(names).toEqual(['Engines']);
  });
});

describe('the session', () => {
  it('the session survives a pending refresh when every request begins to fail, and is refreshed afterwards', async () => {
    const app = await renderWithClerk(<Application />, { signedInAs });
    await expect.element(field(english.details.firstName)).toHaveValue('Ada');
    app.service.hold('/touch');
    const token = app.clerk.session?.getToken({ skipCache: true });
    await app.platform.advance(50_000);
    await expect.poll(() => app.service.requests().some(({ path }) => path.endsWith('/touch'))).toBe(true);
    app.service.setMode('unavailable', { retryAfter: 30 });
    app.service.letGo();

    await expect.poll(() => app.monitor.getSnapshot().status).toBe('maintenance');
    expect(userOf(app)).toBe(ADA.emailAddress);
    expect(page.getByLabelText(english.signIn.password).query()).toBeNull();

    await endMaintenance(app);
    await expect.element(over.first()).toBeVisible();
    expect(await token).toMatch(/^ey/);
    await renameTo('Augusta');
    await expect.poll(() => app.clerk.user?.firstName).toBe('Augusta');
  });
});

/** A foreign form, which calls the SDK and doesn't use the kit. */
function ForeignForm({ clerk }: Pick<AppWithClerk, 'clerk'>): ReactElement {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const firstName = new FormData(event.currentTarget).get('name');
        if (typeof firstName === 'string') clerk.user?.update({ firstName }).catch(() => {});
      }}
    >
      <label>
        Nickname <input name="name" />
      </label>
      <button type="submit">Change</button>
    </form>
  );
}

describe('a foreign form that calls the SDK', () => {
  it.each(['envelope', 'flat'] as const)(
    'a foreign form’s rejection is detected (%s), and the form is disabled with its input until the end',
    async (format) => {
      const app = await renderWithClerk(
        (clerk) => (
          <MaintenanceGuard message="Your profile is paused.">
            <ForeignForm clerk={clerk} />
          </MaintenanceGuard>
        ),
        { signedInAs },
      );
      await userEvent.fill(field('Nickname'), 'Countess');
      app.service.setMode('maintenance', { format });
      await userEvent.click(button('Change'));
      await expect.element(page.getByText(english.maintenance.availableAgain)).toBeVisible();
      const input = document.querySelector<HTMLInputElement>('input[name=name]');
      expect(input?.closest('[inert]')).not.toBeNull();

      await endMaintenance(app);
      await expect.element(over.first()).toBeVisible();
      expect(input?.closest('[inert]')).toBeNull();
      expect(input).toHaveValue('Countess');
      await userEvent.click(button('Change'));
      await expect.poll(() => app.clerk.user?.firstName).toBe('Countess');
    },
  );
});
