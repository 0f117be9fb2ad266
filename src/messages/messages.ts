import type { AuthErrorCode } from '../auth/AuthError.ts';
import { actionsInEnglish } from './actions.ts';
import { authFlowInEnglish } from './authFlow.ts';
import { errorsInEnglish } from './errors.ts';
import { fieldsInEnglish } from './fields.ts';
import type { MessageVariants, PluralMessage, TextsOf } from './formatMessage.ts';
import { noticesInEnglish } from './notices.ts';
import type { OrganizationMessages } from './organization.ts';
import type { UserProfileMessages } from './userProfile.ts';

/** Why a submission failed: the code of a refusal, a maintenance, or no response. */
export type ErrorCode = AuthErrorCode | 'identifier_unknown' | 'maintenance_mode' | 'unreachable';

/** The text of an error. Of several variants, the first one whose values are all known is shown. */
type ErrorText = string | MessageVariants;

/**
 * Every text that the user reads. `{name}` stands for a value. A text with a `{count}` may have one sentence for each
 * plural form: `{ one: '{count} member found', other: '{count} members found' }`.
 */
export type Messages = CommonMessages & OrganizationMessages & UserProfileMessages;

/** The texts of the forms for signing in and signing up, and of what every part of the kit uses. Each page brings its own. */
export type CommonMessages = TextsOf<typeof authFlowInEnglish> &
  TextsOf<typeof actionsInEnglish> &
  TextsOf<typeof noticesInEnglish> &
  TextsOf<typeof fieldsInEnglish> & {
    /** By the kit's code. You may add your backend's own codes, which come first. */
    readonly errors: TextsOf<typeof errorsInEnglish> &
      Readonly<Record<ErrorCode, ErrorText>> &
      Readonly<Record<string, ErrorText>>;
  };

/** Some of the messages; what you leave out stays as it is. */
export type MessageOverrides = {
  readonly [Group in keyof Messages]?: Messages[Group] extends string | PluralMessage | MessageVariants
    ? Messages[Group]
    : Partial<Messages[Group]>;
};

export const commonInEnglish: CommonMessages = {
  ...authFlowInEnglish,
  ...actionsInEnglish,
  ...noticesInEnglish,
  ...fieldsInEnglish,
  errors: errorsInEnglish,
};
