import type { AuthErrorCode } from '../auth/AuthError.ts';
import { actionsInEnglish, type ActionMessages } from './actions.ts';
import { authFlowInEnglish, type AuthFlowMessages } from './authFlow.ts';
import { lookUp } from '../protocol/lookUp.ts';
import type { OrganizationMessages } from './organization.ts';
import type { UserProfileMessages } from './userProfile.ts';

/** Why a submission did not succeed: a refusal's code, a maintenance, or no answer at all. */
export type ErrorCode = AuthErrorCode | 'maintenance_mode' | 'unreachable';

/**
 * Every sentence that people read. `{name}` stands for a value; which ones a sentence has is said at its side.
 */
export interface Messages extends CommonMessages, OrganizationMessages, UserProfileMessages {}

/** What the forms for signing in and up say, and what every part of the kit says. The pages bring theirs along. */
export interface CommonMessages extends AuthFlowMessages {
  readonly actions: ActionMessages;
  readonly maintenance: {
    readonly title: string;
    /** In the banner, while mutations are rejected. */
    readonly banner: string;
    /** Where the end is known: `{time}`. */
    readonly backAround: string;
    /** `{time}` as minutes and seconds. */
    readonly nextCheckIn: string;
    readonly checking: string;
    readonly checkNow: string;
    /** After a check that the user asked for. */
    readonly stillOn: string;
    /** After a check that the user asked for and that had no answer. */
    readonly notChecked: string;
    /** Above what is closed as a whole. */
    readonly paused: string;
    /** Beneath a closed button. */
    readonly opensAgain: string;
  };
  readonly recovering: { readonly title: string; readonly text: string };
  readonly over: { readonly title: string; readonly text: string; readonly dismiss: string };
  readonly unavailable: {
    readonly title: string;
    readonly text: string;
    /** Where nothing is known of a maintenance: the service did not answer. */
    readonly unreachable: string;
    readonly tryAgain: string;
  };
  readonly loading: string;
  readonly field: {
    readonly show: string;
    readonly hide: string;
    readonly valueMissing: string;
    readonly emailMismatch: string;
    /** `{count}` characters at least. */
    readonly tooShort: string;
    readonly invalid: string;
  };
  readonly signIn: {
    /** `{application}` where the application has a name. */
    readonly title: string;
    readonly titleFor: string;
    readonly text: string;
    readonly email: string;
    readonly password: string;
    readonly submit: string;
    readonly submitting: string;
    readonly paused: string;
    readonly noAccount: string;
    readonly signUp: string;
  };
  readonly signUp: {
    readonly title: string;
    readonly titleFor: string;
    readonly text: string;
    readonly name: string;
    readonly email: string;
    readonly password: string;
    /** `{count}` characters at least. */
    readonly passwordHint: string;
    readonly submit: string;
    readonly submitting: string;
    readonly paused: string;
    readonly haveAccount: string;
    readonly signIn: string;
  };
  /** By the kit's code. A backend's own code may be added and then comes first. */
  readonly errors: Readonly<Record<ErrorCode, string>> & Readonly<Record<string, string>>;
}

/** Some of the messages; what is left out stays as it is. */
export type MessageOverrides = {
  readonly [Group in keyof Messages]?: Messages[Group] extends string ? string : Partial<Messages[Group]>;
};

export const commonInEnglish: CommonMessages = {
  ...authFlowInEnglish,
  actions: actionsInEnglish,
  maintenance: {
    title: 'System under maintenance',
    banner: 'You can read everything and stay signed in; changes open again shortly.',
    backAround: 'Back around {time}',
    nextCheckIn: 'Next check in {time}',
    checking: 'Checking…',
    checkNow: 'Check now',
    stillOn: 'Still under maintenance.',
    notChecked: 'The service could not be checked.',
    paused: 'Changes are paused for a moment. Everything here can be read, and nothing is lost.',
    opensAgain: 'Opens again when the maintenance is over',
  },
  recovering: {
    title: 'Maintenance may be over',
    text: 'You can try again now.',
  },
  over: {
    title: 'Maintenance is over',
    text: 'You can continue where you left off.',
    dismiss: 'Dismiss',
  },
  unavailable: {
    title: 'Temporarily unavailable',
    text: 'The service is under maintenance and will be back shortly. Nobody is signed out, and nothing is lost.',
    unreachable: 'The service is not answering at the moment. Nobody is signed out, and nothing is lost.',
    tryAgain: 'Try again',
  },
  loading: 'Loading…',
  field: {
    show: 'Show password',
    hide: 'Hide password',
    valueMissing: 'Please fill in this field.',
    emailMismatch: 'Please enter an email address, like name@example.com.',
    tooShort: 'Please use at least {count} characters.',
    invalid: 'Please check this field.',
  },
  signIn: {
    title: 'Sign in',
    titleFor: 'Sign in to {application}',
    text: 'Welcome back! Please sign in to continue',
    email: 'Email address',
    password: 'Password',
    submit: 'Continue',
    submitting: 'Signing in…',
    paused: 'Signing in is paused for a moment. What you typed stays here.',
    noAccount: 'No account?',
    signUp: 'Sign up',
  },
  signUp: {
    title: 'Create your account',
    titleFor: 'Create your {application} account',
    text: 'Welcome! Please fill in the details to get started',
    name: 'Name',
    email: 'Email address',
    password: 'Password',
    passwordHint: 'At least {count} characters',
    submit: 'Continue',
    submitting: 'Creating your account…',
    paused: 'Signing up is paused for a moment. What you typed stays here.',
    haveAccount: 'Already have an account?',
    signIn: 'Sign in',
  },
  errors: {
    maintenance_mode: 'The service is under maintenance. Nothing was sent, and nothing is lost.',
    unreachable: 'The service could not be reached. Check your connection and try again.',
    invalid_credentials: 'Email address or password is incorrect.',
    identifier_taken: 'There is already an account with this email address.',
    username_taken: 'This username is taken. Please try another.',
    password_too_weak: 'Please choose a longer or less common password.',
    password_incorrect: 'This is not your current password.',
    password_unchanged: 'Please choose a password that differs from the current one.',
    code_incorrect: 'This code is not correct.',
    code_expired: 'This code is no longer valid. Please ask for a new one.',
    flow_expired: 'This took too long. Please start again.',
    email_unverified: 'Please verify your email address first.',
    consent_required: 'Please agree to the terms.',
    provider_denied: 'The other service did not sign you in. Please try again.',
    account_taken: 'This account is already connected to somebody else.',
    passkey_cancelled: 'No passkey was used. Please try again.',
    signed_out: 'You are no longer signed in. Please sign in again.',
    session_missing:
      'That worked, but this browser has no session. Please allow cookies for this page and sign in again.',
    reverification_required: 'Please sign in again first, to confirm that it is you.',
    last_identifier: 'This is your only way to sign in, so it cannot be removed.',
    address_linked: 'This address belongs to a connected account. Please disconnect that first.',
    file_rejected: 'This file is not accepted. Please choose a smaller PNG, JPEG, GIF or WebP image.',
    slug_taken: 'This address is taken. Please try another.',
    already_member: 'This person is already a member.',
    already_invited: 'This person is already invited.',
    member_limit: 'There is no room for more members.',
    last_admin: 'There has to be at least one administrator.',
    not_allowed: 'You are not allowed to do this.',
    not_found: 'This is no longer there.',
    invalid_input: 'Something here is not accepted. Please check what you entered.',
    rate_limited: 'Too many attempts. Please wait a moment and try again.',
    unexpected: 'Something went wrong. Please try again.',
  },
};

/** The messages with some of them replaced. Groups that are not among them are left out. */
export function overrideMessages<Bundle extends object>(
  messages: Bundle,
  overrides: MessageOverrides = {},
): Bundle {
  const replacements = overrides as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(messages).map(([group, original]: [string, unknown]) => {
      const override = lookUp(replacements, group);
      return [
        group,
        typeof original === 'object' && typeof override === 'object'
          ? { ...original, ...override }
          : (override ?? original),
      ];
    }),
  ) as Bundle;
}

/** Fills in the values of a message; a value that is not given stays visible as `{name}`. */
export function formatMessage(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    String(lookUp(values, name) ?? placeholder),
  );
}
