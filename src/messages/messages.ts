import type { actionsInEnglish } from './actions.ts';
import type { authStepsInEnglish } from './authSteps.ts';
import type { ErrorMessages } from './errors.ts';
import type { fieldsInEnglish } from './fields.ts';
import type { MessageVariants, PluralMessage, TextsOf } from './formatMessage.ts';
import type { noticesInEnglish } from './notices.ts';
import type { OrganizationMessages } from './organization.ts';
import type { sessionInEnglish } from './session.ts';
import type { signInInEnglish } from './signIn.ts';
import type { signUpInEnglish } from './signUp.ts';
import type { UserProfileMessages } from './userProfile.ts';

/**
 * Every text that the user reads. `{name}` stands for a value. A text with a `{count}` may have one sentence for each
 * plural form: `{ one: '{count} member found', other: '{count} members found' }`.
 */
export type Messages = CommonMessages & OrganizationMessages & UserProfileMessages;

/** The texts of the forms for signing in and signing up, and of what every part of the kit uses. Each page brings its own. */
type CommonMessages = TextsOf<typeof noticesInEnglish> &
  TextsOf<typeof sessionInEnglish> &
  TextsOf<typeof signInInEnglish> &
  TextsOf<typeof signUpInEnglish> &
  TextsOf<typeof authStepsInEnglish> &
  TextsOf<typeof actionsInEnglish> &
  TextsOf<typeof fieldsInEnglish> & {
    /** By the kit's code. You may add your backend's own codes, which come first. */
    readonly errors: ErrorMessages;
  };

/** Some of the messages; what you leave out stays as it is. */
export type MessageOverrides = {
  readonly [Group in keyof Messages]?: Messages[Group] extends string | PluralMessage | MessageVariants
    ? Messages[Group]
    : Partial<Messages[Group]>;
};
