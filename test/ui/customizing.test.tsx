import { screen, waitFor } from '@testing-library/react';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { ConfirmButton, AppearanceProvider, SignIn, SignUp } from '../../src/index.ts';
import { ADA, renderWithApi, type RenderedApp } from '../support/renderWithApi.tsx';
import { english } from '../../src/messages/english.ts';
import { textOf } from '../support/textOf.ts';

const email = (): HTMLElement => screen.getByLabelText(english.signIn.email);
const slot = (name: string): Element | null => document.querySelector(`[data-slot="${name}"]`);

describe('classNames', () => {
  it('add to a slot, beside the class and the states that the kit gives it', () => {
    renderWithApi(
      <SignIn application="Acme" classNames={{ 'submit-button': 'btn', 'card-title': 'display' }} />,
    );
    expect(slot('submit-button')).toHaveClass('mk-submit-button', 'btn');
    expect(
      screen.getByRole('heading', { name: textOf(english.signIn.titleFor, { application: 'Acme' }) }),
    ).toHaveClass('display');
  });

  it('combine from the outermost provider to the innermost', () => {
    renderWithApi(
      <AppearanceProvider classNames={{ card: 'app', field: 'row' }}>
        <SignIn classNames={{ card: 'own' }} className="mine" />
      </AppearanceProvider>,
    );
    expect(slot('card')).toHaveClass('mk-card', 'mine', 'app', 'own');
    expect(slot('field')).toHaveClass('row');
  });

  it('reach a dialog anywhere in the page', async () => {
    const app = renderWithApi(
      <AppearanceProvider classNames={{ dialog: 'modal' }}>
        <ConfirmButton
          label="Delete"
          title="Delete it?"
          text="All of it."
          confirm="Yes"
          run={async () => {}}
        />
      </AppearanceProvider>,
    );
    await app.user.click(screen.getByRole('button', { name: 'Delete' }));
    expect(await screen.findByRole('alertdialog')).toHaveClass('modal');
  });
});

function Input(props: ComponentPropsWithRef<'input'>): ReactElement {
  return <input {...props} data-own="" />;
}

/** Submits a form, which a maintenance rejects. */
async function rejected(element: ReactElement): Promise<RenderedApp> {
  const app = renderWithApi(element);
  await app.user.type(email(), ADA.emailAddress);
  await app.user.type(screen.getByLabelText(english.signIn.password), ADA.password);
  app.api.setMode('maintenance');
  await app.user.click(screen.getByRole('button', { name: english.signIn.submit }));
  await screen.findByText(textOf(english.notice.titleInLine, english.maintenance));
  return app;
}

describe('render', () => {
  it('a rearranged card header still names the form', () => {
    renderWithApi(
      <SignIn
        application="Acme"
        header={<img alt="Acme" src="data:," />}
        render={{
          cardHeader: ({ header, title }) => (
            <>
              {title}
              {header}
            </>
          ),
        }}
      />,
    );
    expect(
      screen.getByRole('form', { name: textOf(english.signIn.titleFor, { application: 'Acme' }) }),
    ).toBeVisible();
    expect(slot('card-header')?.lastElementChild).toBe(screen.getByRole('img', { name: 'Acme' }));
    expect(slot('card-text')).toBeNull();
  });

  it("draws the footer of a card, with or without the kit's own line", () => {
    renderWithApi(<SignUp signInUrl="/sign-in" render={{ cardFooter: (footer) => <>{footer} · Help</> }} />);
    expect(slot('card-footer')).toHaveTextContent('Already have an account? Sign in · Help');
  });

  it('omits the footer if it renders nothing', () => {
    renderWithApi(<SignUp signInUrl="/sign-in" render={{ cardFooter: () => null }} />);
    expect(slot('card-footer')).toBeNull();
  });

  it('rearranged fields are still linked to their errors', async () => {
    const app = renderWithApi(
      <SignIn
        render={{
          field: ({ label, control, note }) => (
            <div data-own="">
              {note}
              {control}
              {label}
            </div>
          ),
        }}
      />,
    );
    expect(document.querySelectorAll('[data-own]')).toHaveLength(2);
    await app.user.click(screen.getByRole('button', { name: english.signIn.submit }));
    expect(email()).toHaveAccessibleDescription(english.missing.email);
    expect(email()).toHaveFocus();
  });

  it("accepts your own input, connected like the kit's", async () => {
    const app = await rejected(<SignIn render={{ input: <Input /> }} />);
    expect(email()).toHaveAttribute('data-own');
    expect(email()).toHaveValue(ADA.emailAddress);
    expect(screen.getByLabelText(english.signIn.password)).toHaveAttribute('type', 'password');
    expect(screen.getByLabelText(english.signIn.password)).toHaveValue(ADA.password);
    app.api.setMode('operational');
    await app.advance(45_000);
    await screen.findByText(textOf(english.notice.titleInLine, english.over));
    await app.user.click(screen.getByRole('button', { name: english.signIn.submit }));
    await waitFor(() => expect(screen.getByRole('form')).toHaveAttribute('data-status', 'complete'));
  });
});
