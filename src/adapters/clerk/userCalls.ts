import type { ClerkRevocable, ClerkSdk, ClerkUser } from './ClerkSdk.ts';
import { found, rememberListed, revoke, text, userOf, withReturnUrl, type SdkCallTable } from './sdkCall.ts';

/** The calls for the signed-in user. */
export const userCalls: SdkCallTable = [
  ['GET /me', (clerk) => userOf(clerk).reload()],
  ['PATCH /me', (clerk, { params }) => userOf(clerk).update(params)],
  ['PATCH /me/metadata', async (clerk, { params }) => userOf(clerk).updateMetadata?.(params)],
  ['DELETE /me', (clerk) => userOf(clerk).delete()],
  ['POST /me/profile_image', (clerk, { file }) => userOf(clerk).setProfileImage({ file })],
  ['DELETE /me/profile_image', (clerk) => userOf(clerk).setProfileImage({ file: null })],
  ['POST /me/change_password', (clerk, { params }) => userOf(clerk).updatePassword(params)],
  ['POST /me/totp', (clerk) => userOf(clerk).createTOTP()],
  [
    'POST /me/totp/attempt_verification',
    (clerk, { params }) => userOf(clerk).verifyTOTP({ code: text(params['code']) }),
  ],
  ['DELETE /me/totp', (clerk) => userOf(clerk).disableTOTP()],
  ['POST /me/backup_codes', (clerk) => userOf(clerk).createBackupCode()],

  [
    'POST /me/email_addresses',
    (clerk, { params }) => userOf(clerk).createEmailAddress({ email: text(params['emailAddress']) }),
  ],
  [
    'POST /me/email_addresses/:id/prepare_verification',
    async (clerk, { ids }) => emailAddress(clerk, ids).prepareVerification({ strategy: 'email_code' }),
  ],
  [
    'POST /me/email_addresses/:id/attempt_verification',
    async (clerk, { ids, params }) =>
      emailAddress(clerk, ids).attemptVerification({ code: text(params['code']) }),
  ],
  ['DELETE /me/email_addresses/:id', async (clerk, { ids }) => emailAddress(clerk, ids).destroy()],

  [
    'POST /me/external_accounts',
    (clerk, { params }) => userOf(clerk).createExternalAccount(withReturnUrl(clerk, params)),
  ],
  [
    'DELETE /me/external_accounts/:id',
    async (clerk, { ids }) => found(userOf(clerk).externalAccounts, ids[0]).destroy(),
  ],

  ['GET /me/sessions/active', (clerk, { listed }) => rememberListed(listed, devices(userOf(clerk)))],
  ['POST /me/sessions/:id/revoke', revoke],

  ['GET /me/organization_memberships', (clerk, { page }) => userOf(clerk).getOrganizationMemberships(page)],
  [
    'DELETE /me/organization_memberships/:organization',
    (clerk, { ids }) => userOf(clerk).leaveOrganization(text(ids[0])),
  ],
];

function emailAddress(clerk: ClerkSdk, [id]: readonly string[]) {
  return found(userOf(clerk).emailAddresses, id);
}

/** Clears the SDK's cache first, which keeps the first list as long as the user, and an empty one after a failure. */
function devices(user: ClerkUser): Promise<readonly ClerkRevocable[]> {
  Object.assign(user, { cachedSessionsWithActivities: null });
  return user.getSessions();
}
