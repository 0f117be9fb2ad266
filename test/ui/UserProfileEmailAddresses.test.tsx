import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { expectPaused, renderAccount, section, type RenderedAccount } from '../support/account.tsx';
import type { RenderOptions } from '../support/renderWithApi.tsx';
import { english } from '../../src/messages/english.ts';
import { textOf } from '../support/textOf.ts';

const NEW = 'enchantress@example.com';
const email = (): HTMLElement => screen.getByLabelText(english.emailAddresses.email);
const code = (): HTMLElement => screen.getByLabelText(english.emailAddresses.code);

async function opened(options: RenderOptions = {}): Promise<RenderedAccount> {
  const app = await renderAccount(options);
  await app.open(english.emailAddresses.tab);
  await section().findByText('countess@example.com');
  return app;
}

async function typed(address = NEW, options: RenderOptions = {}): Promise<RenderedAccount> {
  const app = await opened(options);
  await app.press(english.emailAddresses.add);
  await waitFor(() => expect(email()).toHaveFocus());
  await app.user.type(email(), address);
  return app;
}

async function added(): Promise<RenderedAccount> {
  const app = await typed();
  await app.press(english.emailAddresses.add);
  await section().findByText(textOf(english.emailAddresses.codeSent, { email: NEW }));
  return app;
}

describe('the email addresses', () => {
  it('are added, and verified with the code from the email', async () => {
    const app = await added();
    await waitFor(() => expect(code()).toHaveFocus());
    await app.user.type(code(), app.api.lastCode(NEW) ?? '');
    expect(
      await screen.findByRole('button', {
        name: textOf(english.emailAddresses.makeAddressPrimary, { email: NEW }),
      }),
    ).toBeVisible();
    expect(screen.queryByText(english.emailAddresses.unverified)).not.toBeInTheDocument();
    await app.advance(200);
    expect(app.spoken.at(-1)).toBe(`status: ${NEW} is verified.`);
    await waitFor(() => expect(document.body).not.toHaveFocus());
  });

  it('clear an incorrect code, and show the error at its field', async () => {
    const app = await added();
    await app.user.type(code(), '111111');
    expect(await screen.findByText(english.errors.code_incorrect)).toBeVisible();
    await waitFor(() => expect(code()).toHaveValue(''));
    await waitFor(() => expect(code()).toHaveFocus());
  });

  it('can be verified later', async () => {
    const app = await added();
    await app.press(english.userProfile.cancel);
    await waitFor(() => expect(document.body).not.toHaveFocus());
    await app.press(textOf(english.emailAddresses.verifyAddress, { email: NEW }));
    expect(await section().findByText(textOf(english.emailAddresses.codeSent, { email: NEW }))).toBeVisible();
  });

  it('show at the field that an address is taken', async () => {
    const app = await typed('countess@example.com');
    await app.press(english.emailAddresses.add);
    await waitFor(() => expect(email()).toBeInvalid());
    expect(email()).toHaveValue('countess@example.com');
  });

  it('return the focus to the button when the user cancels', async () => {
    const app = await typed();
    await app.press(english.userProfile.cancel);
    await waitFor(() =>
      expect(screen.getByRole('button', { name: english.emailAddresses.add })).toHaveFocus(),
    );
  });

  it('move the focus to the next address when one is removed', async () => {
    const app = await opened();
    await app.press(textOf(english.emailAddresses.removeAddress, { email: 'ada@analytical.example' }));
    await app.press(english.emailAddresses.remove);
    await waitFor(() => expect(section().queryByText('ada@analytical.example')).not.toBeInTheDocument());
    await waitFor(() => expect(section().getByText('countess@example.com').closest('li')).toHaveFocus());
    await app.advance(200);
    expect(app.spoken).toEqual([
      `status: ${textOf(english.emailAddresses.removed, { email: 'ada@analytical.example' })}`,
    ]);
  });

  it('have one primary address, which the user can change', async () => {
    const app = await opened();
    await app.press(textOf(english.emailAddresses.makeAddressPrimary, { email: 'countess@example.com' }));
    await waitFor(() =>
      expect(section().getByText('countess@example.com').parentElement).toHaveTextContent(/Primary/),
    );
  });
});

describe('the email addresses in maintenance', () => {
  it('keep a rejected address, and add it after maintenance', async () => {
    const app = await typed();
    app.beginMaintenance();
    await app.press(english.emailAddresses.add);
    await expectPaused();
    expect(email()).toHaveValue(NEW);
    await app.endMaintenance();
    await app.press(english.emailAddresses.add);
    expect(await section().findByText(textOf(english.emailAddresses.codeSent, { email: NEW }))).toBeVisible();
  });

  it('show that no code was sent if maintenance begins after the address was added', async () => {
    let begin: (() => void) | undefined;
    const app = await typed(NEW, {
      service: {
        delay: async ({ path }) => {
          if (path.endsWith('prepare_verification')) begin?.();
        },
      },
    });
    begin = app.beginMaintenance;
    await app.press(english.emailAddresses.add);
    expect(
      await section().findByText(textOf(english.emailAddresses.codeNotSent, { email: NEW })),
    ).toBeVisible();
    await expectPaused();
    begin = undefined;
    await app.endMaintenance();
    await app.press(english.emailAddresses.sendAgain);
    expect(await section().findByText(textOf(english.emailAddresses.codeSent, { email: NEW }))).toBeVisible();
  });

  it('send nothing for a disabled button, and offer to defer its action', async () => {
    const app = await opened();
    app.beginMaintenance();
    await app.press(textOf(english.emailAddresses.makeAddressPrimary, { email: 'countess@example.com' }));
    await app.press(english.actions.defer);
    const sent = app.mutations();
    await app.press(textOf(english.emailAddresses.makeAddressPrimary, { email: 'ada@analytical.example' }));
    expect(app.mutations()).toEqual(sent);
    await app.press(english.actions.close);
    await app.endMaintenance();
    await waitFor(() =>
      expect(section().getByText('countess@example.com').parentElement).toHaveTextContent(/Primary/),
    );
  });
});
