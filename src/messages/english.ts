import { actionsInEnglish } from './actions.ts';
import { authStepsInEnglish } from './authSteps.ts';
import { checksInEnglish } from './checks.ts';
import { errorsInEnglish } from './errors.ts';
import { fieldsInEnglish } from './fields.ts';
import type { Messages } from './messages.ts';
import { noticesInEnglish } from './notices.ts';
import { organizationInEnglish } from './organization.ts';
import { sessionInEnglish } from './session.ts';
import { signInInEnglish } from './signIn.ts';
import { signUpInEnglish } from './signUp.ts';
import { userProfileInEnglish } from './userProfile.ts';
import { windowsInEnglish } from './windows.ts';

/** All texts of the kit in English, which are the default. Copy from it, or compare with it in tests. */
export const english: Messages = {
  ...noticesInEnglish,
  maintenance: { ...noticesInEnglish.maintenance, ...checksInEnglish.maintenance },
  ...windowsInEnglish,
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
