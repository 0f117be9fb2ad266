import { act, screen } from '@testing-library/react';
import { Profiler, useState, type ProfilerOnRenderCallback, type ReactElement, type ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import {
  AuthError,
  OtpField,
  PasswordField,
  SubmitButton,
  Field,
  SystemUnderMaintenanceError,
  useSubmission,
} from '../../src/index.ts';
import { english } from '../../src/messages/english.ts';
import { renderWithApi, type RenderedApp } from '../support/renderWithApi.tsx';
import { TestForm } from '../support/TestForm.tsx';

interface Request {
  readonly values: FormData;
  readonly answer: (error?: Error) => Promise<void>;
}

const name = (): HTMLInputElement => screen.getByLabelText('Name');
const password = (): HTMLInputElement => screen.getByLabelText('Password');
const code = (): HTMLInputElement => screen.getByLabelText('Code');

/** A form whose requests the test answers. */
function renderForm(
  children: ReactElement,
  onRender: ProfilerOnRenderCallback = () => {},
): RenderedApp & { readonly requests: readonly Request[] } {
  const requests: Request[] = [];
  const send = (values: FormData): Promise<void> =>
    new Promise((resolve, reject) => {
      requests.push({
        values,
        answer: (error) => act(async () => (error ? reject(error) : resolve())),
      });
    });

  function Form(): ReactElement {
    const { submission, submit } = useSubmission(send, {});
    return (
      <TestForm submission={submission} onSubmit={(values) => void submit(values)}>
        {children}
        <SubmitButton pending={submission.status === 'submitting'}>Send</SubmitButton>
      </TestForm>
    );
  }

  return {
    ...renderWithApi(
      <Page>
        <Profiler id="form" onRender={onRender}>
          <Form />
        </Profiler>
      </Page>,
    ),
    requests,
  };
}

async function leaveAndReturn({ user }: RenderedApp): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'Leave or return' }));
  await user.click(screen.getByRole('button', { name: 'Leave or return' }));
}

const send = (): HTMLElement => screen.getByRole('button', { name: 'Send' });

describe('GuardedForm', () => {
  it('renders once when it mounts', async () => {
    const onRender = vi.fn<ProfilerOnRenderCallback>();
    renderForm(
      <Profiler id="fields" onRender={onRender}>
        <Field name="name" label="Name" />
      </Profiler>,
      onRender,
    );
    expect(await screen.findByLabelText('Name')).toBeInTheDocument();
    await act(async () => {});
    expect(onRender.mock.calls.map(([id, phase]) => `${id}: ${phase}`).toSorted()).toEqual([
      'fields: mount',
      'form: mount',
    ]);
  });

  it('keeps what the user types while it is saved, in the field and in the draft', async () => {
    const app = renderForm(<Field name="name" label="Name" />);
    await app.user.type(name(), 'Ada');
    await app.user.click(send());
    await app.user.type(name(), ' Lovelace');
    await app.requests[0]?.answer();
    expect(name()).toHaveValue('Ada Lovelace');
    await leaveAndReturn(app);
    expect(name()).toHaveValue('Ada Lovelace');
  });

  it('clears the saved values from the draft', async () => {
    const app = renderForm(<Field name="name" label="Name" />);
    await app.user.type(name(), 'Ada');
    await app.user.click(send());
    await app.requests[0]?.answer();
    await leaveAndReturn(app);
    expect(name()).toHaveValue('');
  });

  it('clears a rejected password, and keeps one that the user has typed since', async () => {
    const app = renderForm(
      <PasswordField name="password" label="Password" autoComplete="current-password" />,
    );
    await app.user.type(password(), 'wrong');
    await app.user.click(send());
    await app.user.clear(password());
    await app.user.type(password(), 'right');
    await app.requests[0]?.answer(new AuthError('invalid_credentials'));
    expect(password()).toHaveValue('right');

    await app.user.click(send());
    await app.requests[1]?.answer(new AuthError('invalid_credentials'));
    expect(password()).toHaveValue('');
    expect(password()).toHaveFocus();
  });

  it('sends nothing in maintenance from any button', async () => {
    const onSubmit = vi.fn<() => void>();
    const app = renderWithApi(
      <TestForm onSubmit={onSubmit}>
        <button type="submit">Plain button</button>
      </TestForm>,
    );
    const button = screen.getByRole('button', { name: 'Plain button' });
    await app.user.click(button);
    expect(onSubmit).toHaveBeenCalledTimes(1);
    await act(async () => void (await app.monitor.report({ status: 503, code: 'maintenance_mode' })));
    await app.user.click(button);
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });
});

describe('a code', () => {
  it('is cleared by an error, unless the user has changed it since', async () => {
    const app = renderWithApi(<CodeForm />);
    const reject = () => app.user.click(screen.getByRole('button', { name: 'Reject' }));
    await app.user.type(code(), '111111');
    await app.user.type(code(), '{Backspace}{Backspace}');
    await reject();
    expect(code()).toHaveValue('1111');
    await app.user.type(code(), '22');
    await reject();
    expect(code()).toHaveValue('');
  });

  it('submits no form in maintenance, not even your own', async () => {
    const onSubmit = vi.fn<() => void>();
    const app = renderWithApi(
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <OtpField name="code" label="Code" />
      </form>,
    );
    await app.user.type(code(), '111111');
    expect(onSubmit).toHaveBeenCalledTimes(1);
    await app.user.clear(code());
    await act(async () => void (await app.monitor.report({ status: 503, code: 'maintenance_mode' })));
    await app.user.type(code(), '222222');
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });

  it("that a draft restores isn't submitted automatically", async () => {
    const app = renderForm(<OtpField name="code" label="Code" />);
    await app.user.type(code(), '11111');
    await act(async () => void (await app.monitor.report({ status: 503, code: 'maintenance_mode' })));
    await app.user.type(code(), '1');
    await app.advance(600_000);
    await leaveAndReturn(app);
    expect(code()).toHaveValue('111111');
    expect(app.requests).toEqual([]);
    await app.user.type(code(), '{Backspace}1');
    expect(app.requests).toHaveLength(1);
  });
});

function Page({ children }: { readonly children: ReactNode }): ReactElement {
  const [isAway, setIsAway] = useState(false);
  return (
    <>
      {isAway ? null : children}
      <button type="button" onClick={() => setIsAway(!isAway)}>
        Leave or return
      </button>
    </>
  );
}

/** A code whose rejection the test decides. Sending it forgets the rejection. */
function CodeForm(): ReactElement {
  const [rejection, setRejection] = useState<string>();
  return (
    <TestForm draftKey="code" onSubmit={() => setRejection(undefined)}>
      <OtpField name="code" label="Code" serverError={rejection} />
      <button type="button" onClick={() => setRejection('Wrong.')}>
        Reject
      </button>
    </TestForm>
  );
}

describe('a maintenance that begins and ends', () => {
  it('changes attributes of a submit button, and no text, so that nothing is laid out', async () => {
    const app = renderForm(<input name="name" aria-label="Name" />);
    const button = screen.getByRole('button', { name: 'Send' });
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(button.parentElement as HTMLElement, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
    await act(() => app.monitor.report(new SystemUnderMaintenanceError()));
    expect(button).toHaveAccessibleDescription(english.maintenance.availableAgain);
    await app.advance(120_000);
    expect(button).not.toHaveAttribute('aria-disabled');
    observer.disconnect();
    expect(changes.map(({ type }) => type)).toEqual(changes.map(() => 'attributes'));
    expect(changes.length).toBeLessThanOrEqual(8);
  });
});
