'use client';

import { organizationInEnglish, type OrganizationMessages } from '../messages/organization.ts';
import { userProfileInEnglish, type UserProfileMessages } from '../messages/userProfile.ts';
import { useKit } from './KitContext.ts';

/** Returns the messages of the account page, which are loaded with it. */
export function useUserProfileMessages(): UserProfileMessages {
  return useKit().messagesOf(userProfileInEnglish);
}

/** Returns the messages of the organization pages. */
export function useOrganizationMessages(): OrganizationMessages {
  return useKit().messagesOf(organizationInEnglish);
}
