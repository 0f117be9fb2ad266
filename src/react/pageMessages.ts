'use client';

import { organizationInEnglish, type OrganizationMessages } from '../messages/organization.ts';
import { userProfileInEnglish, type UserProfileMessages } from '../messages/userProfile.ts';
import { useKit } from './KitContext.ts';

/** What the account page says. Loaded with it, as nothing else needs it. */
export function useUserProfileMessages(): UserProfileMessages {
  return useKit().messagesOf(userProfileInEnglish);
}

/** What the pages of organisations say. */
export function useOrganizationMessages(): OrganizationMessages {
  return useKit().messagesOf(organizationInEnglish);
}
