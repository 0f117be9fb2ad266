import type { Meta, StoryObj } from '@storybook/react-vite';
import { useId, useRef, type ComponentPropsWithRef, type ReactElement, type ReactNode } from 'react';
import { expect, waitFor } from 'storybook/test';
import {
  AppearanceProvider,
  MaintenanceProvider,
  SignIn,
  useDraft,
  useErrorText,
  useMaintenance,
  useSignIn,
} from '../src/index.ts';
import { serviceOf } from './support/service.tsx';
import { press, type, typeCredentials } from './support/typing.ts';
import './support/customizing.css';
import { english } from '../src/messages/english.ts';
import { textOf } from '../test/support/textOf.ts';

const meta = {
  title: 'Guide/Customizing',
  tags: ['!autodocs'],
  component: SignIn,
  args: { application: 'Acme', signUpUrl: '#sign-up' },
  beforeEach: () => history.replaceState(null, ''),
} satisfies Meta<typeof SignIn>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Colors, radius and font are custom properties that apply to all components. */
export const Tokens: Story = {
  decorators: [
    (Story) => (
      <div className="custom-tokens">
        <Story />
      </div>
    ),
  ],
};

/** Class names by slot, for a utility framework or a design system's stylesheet. */
export const ClassNames: Story = {
  args: {
    classNames: {
      card: 'custom-card',
      'card-title': 'custom-title',
      'field-input': 'custom-input',
      'submit-button': 'custom-button',
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: english.signIn.submit })).toHaveClass(
      'custom-button',
    );
  },
};

/** `AppearanceProvider` adds class names to every component below it. */
export const ClassNamesForAll: Story = {
  decorators: [
    (Story) => (
      <AppearanceProvider classNames={{ 'submit-button': 'custom-button' }}>
        <Story />
      </AppearanceProvider>
    ),
  ],
};

/** Texts, and errors by their code. The backend's own code comes first. */
export const Words: Story = {
  decorators: [
    (Story, context) => {
      const { adapter, monitor } = serviceOf(context);
      return (
        <MaintenanceProvider
          adapter={adapter}
          monitor={monitor}
          messages={{
            signIn: { text: 'Good to see you again', submit: 'Let me in' },
            errors: { invalid_credentials: 'That did not match. Try once more.' },
          }}
        >
          <Story />
        </MaintenanceProvider>
      );
    },
  ],
  play: async (play) => {
    await typeCredentials(play, 'wrong');
    await press(play, 'Let me in');
    await waitFor(() => expect(play.canvas.getByText('That did not match. Try once more.')).toBeVisible());
  },
};

const logo = (
  <svg width="40" height="40" viewBox="0 0 40 40" role="img" aria-label="Acme">
    <rect width="40" height="40" rx="10" fill="#0f766e" />
    <path d="M11 28 20 12l9 16" fill="none" stroke="#fff" strokeWidth="3.5" strokeLinejoin="round" />
  </svg>
);

/** `header` is rendered above the title. */
export const Logo: Story = { args: { header: logo } };

/** Your own layout of a card's header. The heading still names the form. */
export const Header: Story = {
  args: {
    header: logo,
    render: {
      cardHeader: ({ header, title, text }) => (
        <div className="custom-header">
          {header}
          <div>
            {title}
            {text}
          </div>
        </div>
      ),
    },
  },
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(
        canvas.getByRole('form', { name: textOf(english.signIn.titleFor, { application: 'Acme' }) }),
      ).toBeVisible(),
    );
  },
};

/** Your own footer of a card, with or without the kit's. */
export const Footer: Story = {
  args: {
    render: {
      cardFooter: (footer): ReactNode => (
        <>
          {footer} ·{' '}
          <a className="mk-link" href="#help">
            Help
          </a>
        </>
      ),
    },
  },
};

/** Your own layout of a field. The label and the error still belong to the input. */
export const Field: Story = {
  args: {
    render: {
      field: ({ label, aside, control, note }) => (
        <div className="custom-field">
          <div>
            {label}
            {aside}
          </div>
          <div>
            {control}
            {note}
          </div>
        </div>
      ),
    },
  },
  play: async (play) => {
    await press(play, english.signIn.submit);
    await expect(play.canvas.getByLabelText(english.signIn.email)).toHaveAccessibleDescription(
      english.missing.email,
    );
  },
};

function Underlined(props: ComponentPropsWithRef<'input'>): ReactElement {
  return <input {...props} className="custom-underlined" />;
}

/** A design system's input replaces the kit's. It takes all props of an input. */
export const Input: Story = { args: { render: { input: <Underlined /> } } };

/** The kit's behavior, with your own markup. */
function OwnSignIn(): ReactElement {
  const { step, submission, submit } = useSignIn();
  const isPaused = useMaintenance(({ status }) => status === 'maintenance');
  const errorTextOf = useErrorText();
  const formRef = useRef<HTMLFormElement>(null);
  useDraft('own-sign-in', formRef);
  const noteId = useId();
  const note = isPaused
    ? 'We are working on it. Your input is kept, and you can sign in after maintenance.'
    : submission.status === 'failed'
      ? errorTextOf(submission.error)
      : submission.status === 'complete'
        ? 'Welcome back!'
        : undefined;
  return (
    <form
      ref={formRef}
      className="custom-form"
      aria-label={`Sign in, step: ${step.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        const { elements } = event.currentTarget;
        const text = (name: string): string => {
          const field = elements.namedItem(name);
          return field instanceof HTMLInputElement ? field.value : '';
        };
        void submit({ identifier: text('email'), password: text('password') });
      }}
    >
      <label>
        Email <input name="email" type="email" autoComplete="username" required />
      </label>
      <label>
        Password <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <p id={noteId} role="status">
        {note}
      </p>
      <button
        type="submit"
        aria-disabled={isPaused || submission.status === 'submitting' || undefined}
        aria-describedby={noteId}
      >
        {submission.status === 'submitting' ? 'One moment…' : english.signIn.title}
      </button>
    </form>
  );
}

/** Your own form during maintenance: `useSignIn` blocks submission, `useDraft` saves the input. */
export const Headless: Story = {
  globals: { service: 'changes' },
  render: () => <OwnSignIn />,
  play: async (play) => {
    const { api, monitor } = serviceOf(play);
    await type(play, 'Email', 'ada@example.com');
    await type(play, english.signIn.password, 'correct horse battery');
    api.setMode('maintenance');
    await press(play, english.signIn.title);
    await waitFor(() => expect(play.canvas.getByText(/We are working on it/)).toBeVisible());
    const sent = api.requests.filter(({ kind }) => kind === 'mutation').length;
    await press(play, english.signIn.title);
    await expect(api.requests.filter(({ kind }) => kind === 'mutation')).toHaveLength(sent);
    await expect(play.canvas.getByLabelText(english.signIn.password)).toHaveValue('correct horse battery');
    api.setMode('operational');
    void monitor.checkNow();
    await waitFor(() => expect(monitor.getSnapshot().status).toBe('operational'));
    await press(play, english.signIn.title);
    await waitFor(() => expect(play.canvas.getByText('Welcome back!')).toBeVisible());
  },
};

/** With your own appearance, the form still shows the maintenance notice. */
export const InMaintenance: Story = {
  globals: { service: 'maintenance' },
  ...Header,
  args: { ...Header.args, classNames: { 'submit-button': 'custom-button' } },
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getByText(textOf(english.notice.titleInLine, english.maintenance))).toBeVisible(),
    );
  },
};
