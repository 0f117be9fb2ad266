import { actionsInEnglish } from './actions.ts';
import { authStepsInEnglish } from './authSteps.ts';
import { errorsInEnglish } from './errors.ts';
import { fieldsInEnglish } from './fields.ts';
import type { Messages } from './messages.ts';
import { noticesInEnglish } from './notices.ts';
import { organizationInEnglish } from './organization.ts';
import { sessionInEnglish } from './session.ts';
import { signInInEnglish } from './signIn.ts';
import { signUpInEnglish } from './signUp.ts';
import { userProfileInEnglish } from './userProfile.ts';

/** Everything that the kit says, where nothing else is passed to the provider: to copy from, and to compare with. */
export const english: Messages = {
  ...noticesInEnglish,
  ...sessionInEnglish,
  ...signInInEnglish,
  ...signUpInEnglish,
  ...authStepsInEnglish,
  ...actionsInEnglish,
  ...fieldsInEnglish,
  ...errorsInEnglish,
  ...organizationInEnglish,
  ...userProfileInEnglish,
};
