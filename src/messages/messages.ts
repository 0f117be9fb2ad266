import type { actionsInEnglish } from './actions.ts';
import type { authStepsInEnglish } from './authSteps.ts';
import type { checksInEnglish } from './checks.ts';
import type { ErrorMessages } from './errors.ts';
import type { fieldsInEnglish } from './fields.ts';
import type { MessageVariants, PluralMessage, TextsOf } from './formatMessage.ts';
import type { noticesInEnglish } from './notices.ts';
import type { OrganizationMessages } from './organization.ts';
import type { sessionInEnglish } from './session.ts';
import type { signInInEnglish } from './signIn.ts';
import type { signUpInEnglish } from './signUp.ts';
import type { UserProfileMessages } from './userProfile.ts';
import type { windowsInEnglish } from './windows.ts';

/**
 * All texts that the user reads. `{name}` is a placeholder. A text with a `{count}` can have one sentence for each
 * plural form: `{ one: '{count} member found', other: '{count} members found' }`.
 */
export type Messages = CommonMessages & OrganizationMessages & UserProfileMessages;

/** The texts of sign-in and sign-up, and those that all parts of the kit use. Each page has a separate bundle. */
type CommonMessages = TextsOf<typeof noticesInEnglish> &
  TextsOf<typeof checksInEnglish> &
  TextsOf<typeof windowsInEnglish> &
  TextsOf<typeof sessionInEnglish> &
  TextsOf<typeof signInInEnglish> &
  TextsOf<typeof signUpInEnglish> &
  TextsOf<typeof authStepsInEnglish> &
  TextsOf<typeof actionsInEnglish> &
  TextsOf<typeof fieldsInEnglish> & {
    /** Texts by the kit's code. You can add your backend's own codes, which take precedence. */
    readonly errors: ErrorMessages;
  };

/** Your own texts, for some or all keys. Absent keys keep the kit's text. */
export type MessageOverrides = {
  readonly [Group in keyof Messages]?: Messages[Group] extends string | PluralMessage | MessageVariants
    ? Messages[Group]
    : Partial<Messages[Group]>;
};
