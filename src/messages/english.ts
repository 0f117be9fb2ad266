import { commonInEnglish, type Messages } from './messages.ts';
import { organizationInEnglish } from './organization.ts';
import { userProfileInEnglish } from './userProfile.ts';

/** Everything that the kit says, where nothing else is passed to the provider: to copy from, and to compare with. */
export const english: Messages = { ...commonInEnglish, ...organizationInEnglish, ...userProfileInEnglish };
