import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { frontendApiAdapter } from '../../src/adapters/frontendApi.ts';
import {
  AuthError,
  english,
  SignedIn,
  SignedOut,
  SignUp,
  UserProfile,
  type AdditionalField,
  type AuthAdapter,
} from '../../src/index.ts';
import { createInMemoryAuth } from '../../src/testing/index.ts';
import { ADA_IN_FULL, renderAccount } from '../support/account.tsx';
import { betterAuthBackend } from '../support/betterAuthBackend.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';
import { renderWithApi, type RenderedApp, type RenderOptions } from '../support/renderWithApi.tsx';
import { textOf } from '../support/textOf.ts';

const phoneNumber: AdditionalField = {
  name: 'phoneNumber',
  label: 'Phone number',
  type: 'tel',
  autoComplete: 'tel',
};
const additionalFields = [phoneNumber];
const texts = english.profileDetails;

const field = (label: string): HTMLInputElement => screen.getByLabelText(new RegExp(`^${label}`));
const button = (name: string): HTMLElement => screen.getByRole('button', { name });

async function enter(app: RenderedApp, input: HTMLElement, text: string): Promise<void> {
  await app.user.clear(input);
  if (text !== '') await app.user.paste(text);
}

async function fillIn(app: RenderedApp, phone = '+43 1 234'): Promise<void> {
  // Some backends have no field for the full name.
  const name = screen.queryByLabelText(english.signUp.name);
  if (name) await enter(app, name, 'Grace Hopper');
  await enter(app, field(english.signUp.email), 'grace@example.com');
  await enter(app, field(english.signUp.password), 'nanoseconds');
  await enter(app, field('Phone number'), phone);
}

async function retype(app: RenderedApp, phone: string): Promise<void> {
  await enter(app, await screen.findByLabelText('Phone number'), phone);
}

const emulator = (): AuthAdapter => frontendApiAdapter({ baseUrl: '/__api' });
const accepting = { additionalFields: { phoneNumber: { type: 'string', required: false } } } as const;

function renderSignUp(operations: Partial<AuthAdapter> = {}, options: RenderOptions = {}): RenderedApp {
  return renderWithApi(<SignUp additionalFields={additionalFields} />, {
    adapter: { ...emulator(), ...operations },
    ...options,
  });
}

const account = (options: RenderOptions = {}) =>
  renderAccount(
    { service: { users: [{ ...ADA_IN_FULL, unsafeMetadata: { phoneNumber: '+44 20' } }] }, ...options },
    { additionalFields },
  );

describe('an additional phone number', () => {
  it.each([
    ['the Frontend API', emulator],
    ['better-auth', () => betterAuthBackend(accepting)],
    ['the in-memory adapter', () => createInMemoryAuth().adapter],
  ])('is stored by %s at sign-up, and can be changed on the account page', async (_, adapter) => {
    const app = renderWithApi(
      <>
        <SignedOut>
          <SignUp additionalFields={additionalFields} />
        </SignedOut>
        <SignedIn>
          <UserProfile additionalFields={additionalFields} />
        </SignedIn>
      </>,
      { adapter: adapter() },
    );
    await screen.findByRole('button', { name: english.signUp.submit });
    await fillIn(app);
    await app.user.click(button(english.signUp.submit));
    await screen.findByRole('tablist');
    expect(await screen.findByLabelText('Phone number')).toHaveValue('+43 1 234');

    await retype(app, '+43 1 567');
    await app.user.click(button(texts.save));
    expect(await screen.findByText(texts.saved)).toBeVisible();
    app.remount();
    expect(await screen.findByLabelText('Phone number')).toHaveValue('+43 1 567');
  });

  it("isn't sent if it is optional and empty", async () => {
    const signUp = vi.fn<NonNullable<AuthAdapter['signUp']>>(async () => ({ status: 'complete' }));
    const app = renderSignUp({ signUp });
    await fillIn(app, '');
    await app.user.click(button(english.signUp.submit));
    await waitFor(() => expect(signUp).toHaveBeenCalledOnce());
    expect(signUp.mock.calls[0]?.[0]).not.toHaveProperty('additional');
  });

  it('must be entered before the form is sent if it is required', async () => {
    const app = renderWithApi(<SignUp additionalFields={[{ ...phoneNumber, required: true }]} />);
    await fillIn(app, '');
    await app.user.click(button(english.signUp.submit));
    expect(field('Phone number')).toHaveFocus();
    expect(field('Phone number')).toHaveAccessibleDescription(
      textOf(english.field.valueMissing, { label: 'Phone number' }),
    );
    expect(app.mutations()).toEqual([]);
  });

  it('keeps its text when maintenance rejects the sign-up, and through a reload', async () => {
    const app = renderSignUp();
    await fillIn(app);
    app.api.setMode('maintenance');
    await app.user.click(button(english.signUp.submit));
    await waitFor(() => expect(app.monitor.getSnapshot().status).toBe('maintenance'));
    expect(field('Phone number')).toHaveValue('+43 1 234');
    app.remount();
    await waitFor(() => expect(field('Phone number')).toHaveValue('+43 1 234'));
  });

  it('keeps its text when maintenance rejects its change, and is saved afterwards', async () => {
    const app = await account();
    await retype(app, '+44 21');
    app.beginMaintenance();
    await app.user.click(button(texts.save));
    await screen.findByText(textOf(english.notice.titleInLine, { title: english.userProfile.paused }));
    expect(field('Phone number')).toHaveValue('+44 21');
    await app.endMaintenance();
    await app.user.click(button(texts.save));
    await waitFor(() => expect(field('Phone number').defaultValue).toBe('+44 21'));
  });

  it('is sent only if it changed', async () => {
    const updateUser = vi.fn<NonNullable<AuthAdapter['updateUser']>>(async () => {});
    const app = await account({ adapter: { ...emulator(), updateUser } });
    await enter(app, await screen.findByLabelText(texts.firstName), 'Augusta');
    await app.user.click(button(texts.save));
    await waitFor(() => expect(updateUser).toHaveBeenCalledOnce());
    expect(updateUser.mock.calls[0]?.[0]).not.toHaveProperty('additional');
  });

  it("is shown as text if the adapter can't change it", async () => {
    const { updateUser: _, ...adapter } = emulator();
    await account({ adapter });
    expect(await screen.findByText('Phone number')).toBeVisible();
    expect(screen.getByText('+44 20')).toBeVisible();
  });

  it('is sent with the step that asks for missing details', async () => {
    const completeSignUp = vi.fn<NonNullable<AuthAdapter['completeSignUp']>>(async () => ({
      status: 'complete',
    }));
    const app = renderSignUp({
      signUp: () => Promise.resolve({ status: 'needs-details', missing: ['username'] }),
      completeSignUp,
    });
    await fillIn(app);
    await app.user.click(button(english.signUp.submit));
    await enter(app, await screen.findByLabelText(english.details.username), 'grace');
    expect(field('Phone number')).toHaveValue('+43 1 234');
    await app.user.click(button(english.details.submit));
    await waitFor(() => expect(completeSignUp).toHaveBeenCalledOnce());
    expect(completeSignUp).toHaveBeenCalledWith({
      username: 'grace',
      additional: { phoneNumber: '+43 1 234' },
    });
  });
});

describe('an error about an additional field', () => {
  const reject = () => Promise.reject(new AuthError('invalid_input', { field: 'phoneNumber' }));

  it('is shown at its field on sign-up', async () => {
    const app = renderSignUp({ signUp: reject });
    await fillIn(app);
    await app.user.click(button(english.signUp.submit));
    await waitFor(() => expect(field('Phone number')).toHaveFocus());
    expect(field('Phone number')).toBeInvalid();
    expect(field('Phone number')).toHaveAccessibleDescription(english.errors.invalid_input);
  });

  it('is shown at its field on the account page', async () => {
    const app = await account({ adapter: { ...emulator(), updateUser: reject } });
    await retype(app, '+44 21');
    await app.user.click(button(texts.save));
    await waitFor(() => expect(field('Phone number')).toBeInvalid());
    expect(field('Phone number')).toHaveAccessibleDescription(english.errors.invalid_input);
  });

  const invalid = {
    '~standard': {
      version: 1,
      vendor: 'the application',
      validate: () => ({ issues: [{ message: 'Not a phone number' }] }),
    },
  } as const;

  it.each([
    ['that a better-auth server requires', { required: true }, ''],
    ['that a better-auth server validates', { required: false, validator: { input: invalid } }, 'none'],
  ])('is shown at the field %s', async (_, rule, typed) => {
    const adapter = betterAuthBackend({ additionalFields: { phoneNumber: { type: 'string', ...rule } } });
    const app = renderSignUp({}, { adapter });
    await fillIn(app, typed);
    await app.user.click(button(english.signUp.submit));
    await waitFor(() => expect(field('Phone number')).toBeInvalid());
    expect(field('Phone number')).toHaveAccessibleDescription(english.errors.invalid_input);
  });
});

function renderingOf(fields: readonly AdditionalField[], adapter: AuthAdapter): () => void {
  const silent = vi.spyOn(console, 'error').mockReturnValue();
  onTestFinished(() => silent.mockRestore());
  return () =>
    void renderWithApi(<SignUp additionalFields={fields} />, { adapter, platform: createFakePlatform() });
}

describe('additional fields', () => {
  const { supportsAdditionalFields: _, ...plain } = emulator();

  it("throw MK507 if the adapter doesn't support them", () => {
    expect(renderingOf(additionalFields, plain)).toThrow('MK507');
    expect(() =>
      renderWithApi(<UserProfile additionalFields={additionalFields} />, { adapter: plain }),
    ).toThrow('MK507');
  });

  it('may be an empty list with every adapter', () => {
    expect(renderingOf([], plain)).not.toThrow();
  });

  it.each([['email'], ['password'], ['']])('throw MK508 for the name %j', (name) => {
    expect(renderingOf([{ ...phoneNumber, name }], emulator())).toThrow('MK508');
  });

  it('throw MK508 for two fields with one name', () => {
    expect(renderingOf([phoneNumber, phoneNumber], emulator())).toThrow('MK508');
  });
});
