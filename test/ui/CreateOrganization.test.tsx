import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CreateOrganization, type CreateOrganizationProps } from '../../src/index.ts';
import { organizations, settled } from '../support/renderOrganization.tsx';
import { renderWithApi, type RenderedApp } from '../support/renderWithApi.tsx';
import { english } from '../../src/messages/english.ts';
import { textOf } from '../support/textOf.ts';

const name = (): HTMLInputElement => screen.getByLabelText(english.createOrganization.name);
const slug = (): HTMLInputElement => screen.getByLabelText(english.createOrganization.slug);
const submit = (): HTMLElement => screen.getByRole('button', { name: english.createOrganization.submit });

async function typed(text = 'Difference Engines', props: CreateOrganizationProps = {}): Promise<RenderedApp> {
  const app = renderWithApi(<CreateOrganization {...props} />, { service: organizations() });
  await app.user.type(name(), text);
  return app;
}

async function rejected(): Promise<RenderedApp> {
  const app = await typed();
  app.api.setMode('maintenance');
  await app.user.click(submit());
  await waitFor(() => expect(screen.getByRole('form')).toHaveAttribute('data-status', 'failed'));
  await settled();
  await app.advance(200);
  return app;
}

describe('CreateOrganization', () => {
  it('creates an organization, makes it active, and announces it', async () => {
    const onCreated = vi.fn<NonNullable<CreateOrganizationProps['onCreated']>>();
    const app = await typed('Difference Engines', { onCreated });
    await app.user.click(submit());
    const card = await screen.findByRole('group', {
      name: textOf(english.createOrganization.created, { name: 'Difference Engines' }),
    });
    await waitFor(() => expect(card).toHaveFocus());
    expect(onCreated).toHaveBeenCalledWith(expect.objectContaining({ name: 'Difference Engines' }));
    expect(app.api.requests.map(({ method, path }) => `${method} ${path}`)).toContainEqual(
      expect.stringMatching(/^POST \/v1\/client\/sessions\/.*\/touch$/),
    );
  });

  it("shows success even if it can't make the organization active", async () => {
    const app = renderWithApi(<CreateOrganization />, {
      service: {
        ...organizations(),
        delay: ({ path }) => (path.endsWith('/touch') ? Promise.reject(new TypeError()) : Promise.resolve()),
      },
    });
    await app.user.type(name(), 'Difference Engines{Enter}');
    expect(
      await screen.findByText(textOf(english.createOrganization.created, { name: 'Difference Engines' })),
    ).toBeVisible();
    expect(app.mutations()).toEqual(['POST /v1/organizations']);
  });

  it('starts again with empty fields', async () => {
    const app = await typed();
    await app.user.click(submit());
    await app.user.click(
      await screen.findByRole('button', { name: english.createOrganization.createAnother }),
    );
    expect(name()).toHaveValue('');
    expect(slug()).toHaveValue('');
    expect(screen.getByRole('form')).toHaveAttribute('data-status', 'editing');
  });

  it.each([
    ['Analytical Engines', 'analytical-engines'],
    ['Société Générale & Co.', 'societe-generale-co'],
    ['  --  ', ''],
    ['北京', ''],
  ])('proposes for the name %j the URL name %j', async (text, proposed) => {
    await typed(text);
    expect(slug()).toHaveValue(proposed);
  });

  it('keeps a URL name that the user edited', async () => {
    const app = await typed('Difference');
    await app.user.clear(slug());
    await app.user.type(slug(), 'engines');
    await app.user.type(name(), ' Engines');
    expect(slug()).toHaveValue('engines');
  });

  it('keeps proposing after an unmount', async () => {
    const app = await typed('Difference');
    app.remount();
    await app.user.type(name(), ' Engines');
    expect(slug()).toHaveValue('difference-engines');
  });

  it('shows what a URL name may contain', async () => {
    const app = await typed();
    await app.user.clear(slug());
    await app.user.type(slug(), 'Engines!');
    await app.user.click(submit());
    expect(slug()).toHaveAccessibleDescription(english.organizationGeneral.slugMismatch);
    expect(app.mutations()).toEqual([]);
  });

  it('shows that the URL name is taken, and focuses its field', async () => {
    const app = await typed('Royal Society');
    await app.user.click(submit());
    expect(await screen.findByText(english.errors.slug_taken)).toBeVisible();
    await waitFor(() => expect(slug()).toHaveFocus());
  });

  it('is replaced if the backend doesn’t allow it', async () => {
    renderWithApi(<CreateOrganization />, {
      service: { ...organizations(), settings: { organizations: false } },
    });
    expect(await screen.findByText(english.createOrganization.closed)).toBeVisible();
    expect(screen.queryByRole('form')).not.toBeInTheDocument();
  });
});

describe('CreateOrganization that a maintenance rejects', () => {
  it('keeps the input and the focus, and announces it once', async () => {
    const app = await rejected();
    expect(name()).toHaveValue('Difference Engines');
    expect(slug()).toHaveValue('difference-engines');
    expect(submit()).toHaveFocus();
    expect(app.spoken).toEqual([
      `alert: ${textOf(english.notice.announcement, { title: english.maintenance.title, text: english.createOrganization.paused })}`,
    ]);
  });

  it('sends nothing on any press', async () => {
    const app = await rejected();
    const before = app.mutations();
    await app.user.click(submit());
    await app.user.type(name(), '{Enter}');
    expect(app.mutations()).toEqual(before);
  });

  it('creates it on the next press after the maintenance', async () => {
    const app = await rejected();
    app.api.setMode('operational');
    await app.advance(45_000);
    await screen.findByText(textOf(english.notice.titleInLine, english.over));
    await app.user.click(submit());
    expect(
      await screen.findByText(textOf(english.createOrganization.created, { name: 'Difference Engines' })),
    ).toBeVisible();
  });
});
