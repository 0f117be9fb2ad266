import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement, ReactNode } from 'react';
import { expect, waitFor } from 'storybook/test';
import {
  ActionButton,
  ConfirmButton,
  Field,
  FormAlert,
  GuardedLink,
  OtpField,
  PasswordField,
  SubmitButton,
} from '../../src/index.ts';
import { CardForm } from '../support/CardForm.tsx';
import { press, type } from '../support/typing.ts';
import { gallery, galleryParameters, type Cell, type CellPlay } from '../support/gallery.tsx';
import { english } from '../../src/messages/english.ts';
import { patternOf, textOf } from '../../test/support/textOf.ts';

/** Every state of the parts of forms and lists. */
const meta = {
  title: 'Gallery/Parts',
  // A docs page with all galleries is too large.
  tags: ['!autodocs'],
  parameters: { ...galleryParameters },
  globals: { service: 'changes' },
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

const never = (): Promise<never> => new Promise(() => {});

const cell = (caption: string, field: ReactNode, reach?: Cell['reach']): Cell => ({
  caption,
  children: (
    <CardForm title="Contact" submit="Save">
      {field}
    </CardForm>
  ),
  ...(reach && { reach }),
});

const closed = (caption: string, field: ReactNode, reach: NonNullable<Cell['reach']>): Cell => ({
  ...cell(caption, field, async (play) => {
    await play.canvas.findByText(textOf(english.notice.titleInLine, english.maintenance));
    await reach(play);
  }),
  service: { mode: 'maintenance' },
});

const save = (play: CellPlay): Promise<void> => press(play, 'Save');

const email = { name: 'email', label: 'Work email', type: 'email', required: true };
const password = {
  name: 'password',
  label: 'Password',
  autoComplete: 'current-password',
  required: true,
} as const;
const code = { name: 'code', label: 'Code' };

export const OfFields: Story = {
  name: 'Field, PasswordField, OtpField',
  ...gallery({
    cellWidth: '20rem',
    cells: [
      cell('Field: empty', <Field {...email} />),
      cell('Field: with a hint', <Field {...email} hint="Where we write to you about invoices" />),
      cell('Field: with an aside', <Field {...email} aside={<a href="#why">Why?</a>} />),
      cell('Field: required and empty', <Field {...email} />, save),
      cell('Field: invalid', <Field {...email} />, async (play) => {
        await type(play, 'Work email', 'ada');
        await press(play, 'Save');
        await waitFor(() => expect(play.canvas.getByLabelText('Work email')).toBeInvalid());
      }),
      cell(
        'Field: rejected by the API',
        <Field {...email} serverError="There is already an account with this address." />,
      ),
      closed('Field: read-only service', <Field {...email} />, (play) =>
        type(play, 'Work email', 'ada@example.com'),
      ),
      cell('PasswordField: filled in', <PasswordField {...password} defaultValue="correct horse battery" />),
      cell(
        'PasswordField: revealed',
        <PasswordField {...password} defaultValue="correct horse battery" />,
        (play) => press(play, english.field.show),
      ),
      cell(
        'PasswordField: rejected',
        <PasswordField {...password} serverError={english.errors.password_incorrect} />,
      ),
      closed('PasswordField: read-only service', <PasswordField {...password} />, (play) =>
        type(play, 'Password', 'correct horse'),
      ),
      cell('OtpField: empty', <OtpField {...code} />),
      cell('OtpField: incomplete', <OtpField {...code} />, (play) => type(play, 'Code', '424')),
      cell('OtpField: eight digits', <OtpField {...code} length={8} initialValue="42424242" />),
      cell('OtpField: rejected', <OtpField {...code} serverError={english.errors.code_incorrect} />),
      closed('OtpField: read-only service', <OtpField {...code} />, (play) => type(play, 'Code', '424242')),
      {
        caption: 'FormAlert: with an error',
        children: <FormAlert>{english.errors.invalid_credentials}</FormAlert>,
      },
    ],
  }),
};

const button = (pending = false): ReactElement => (
  <form onSubmit={(event) => event.preventDefault()}>
    <SubmitButton pending={pending} pendingLabel="Saving…">
      Save changes
    </SubmitButton>
  </form>
);

export const OfSubmitButton: Story = {
  name: 'SubmitButton',
  ...gallery({
    cellWidth: '16rem',
    children: button(),
    cells: [
      { caption: 'Enabled' },
      { caption: 'Pending', children: button(true) },
      { caption: 'Disabled', service: { mode: 'maintenance' }, reach: givesReason },
      {
        caption: 'Disabled and pressed: keeps the focus',
        service: { mode: 'maintenance' },
        async reach(play) {
          await givesReason(play);
          await play.userEvent.tab();
          await press(play, 'Save changes');
        },
      },
    ],
  }),
};

async function givesReason({ canvas }: CellPlay): Promise<void> {
  await waitFor(() => expect(canvas.getByText(english.maintenance.availableAgain)).toBeVisible());
}

const done = (): Promise<void> => Promise.resolve();

const confirm = (
  <ConfirmButton
    label="Delete account"
    title="Delete your account?"
    text="Your notes and your settings go with it."
    confirm="Delete for good"
    run={done}
  />
);

const link = (
  <GuardedLink label="Manage billing" href="#billing">
    Manage billing
  </GuardedLink>
);

async function expectClosed({ canvas }: CellPlay): Promise<void> {
  await waitFor(() => expect(canvas.getByText(/^System under maintenance\. /)).toBeInTheDocument());
}

export const OfActions: Story = {
  name: 'ActionButton, ConfirmButton, GuardedLink',
  ...gallery({
    cellWidth: '16rem',
    children: <ActionButton label="Revoke" run={done} />,
    cells: [
      { caption: 'ActionButton: enabled' },
      {
        caption: 'ActionButton: pending',
        children: <ActionButton label="Revoke" run={never} />,
        reach: (play) => press(play, 'Revoke'),
      },
      {
        caption: 'ActionButton: failed',
        children: (
          <ActionButton label="Revoke" run={() => Promise.reject(new TypeError('Failed to fetch'))} />
        ),
        async reach(play) {
          await press(play, 'Revoke');
          await waitFor(() =>
            expect(play.canvas.getByRole('button', { name: 'Revoke' })).toHaveAccessibleDescription(
              patternOf(english.errors.unreachable),
            ),
          );
        },
      },
      { caption: 'ActionButton: disabled', service: { mode: 'maintenance' }, reach: expectClosed },
      { caption: 'ConfirmButton: enabled', children: confirm },
      {
        caption: 'ConfirmButton: disabled',
        children: confirm,
        service: { mode: 'maintenance' },
        reach: expectClosed,
      },
      { caption: 'GuardedLink: enabled', children: link },
      {
        caption: 'GuardedLink: disabled',
        children: link,
        service: { mode: 'maintenance' },
        reach: expectClosed,
      },
    ],
  }),
};
