import { createAuthClient } from 'better-auth/client';
import {
  emailOTPClient,
  organizationClient,
  twoFactorClient,
  usernameClient,
} from 'better-auth/client/plugins';
import { betterAuthAdapter } from '../src/adapters/betterAuth.ts';
import { clerkAdapter } from '../src/adapters/clerk.ts';
import { frontendApiAdapter } from '../src/adapters/frontendApi.ts';
import { authOperations, type AuthAdapter, type AuthOperation } from '../src/auth/AuthAdapter.ts';

// The passkey plugin has its own package. The adapter recognizes it by its id.
const plugins = [
  emailOTPClient(),
  twoFactorClient(),
  organizationClient(),
  usernameClient(),
  { id: 'passkey' },
];

/** A loaded Clerk. The table never calls its methods. */
const clerk = {
  loaded: true,
  publishableKey: 'pk_live_',
  frontendApi: 'clerk.app.example',
  setActive: () => Promise.resolve(),
  buildUrlWithAuth: String,
  createOrganization: () => Promise.resolve(),
  getOrganization: () => Promise.reject(new Error('No organization')),
};

/** The adapters, with every option that adds operations. */
const adapters: readonly (readonly [entry: string, adapter: AuthAdapter])[] = [
  ['`/adapters/frontend-api`', frontendApiAdapter({ baseUrl: '/__api' })],
  [
    '`/adapters/better-auth`',
    betterAuthAdapter(createAuthClient({ plugins }), {
      plugins,
      checkUrl: '/api/maintenance',
      canDeleteAccount: true,
      providers: [{ id: 'google', name: 'Google' }],
      uploadPicture: () => Promise.resolve('/pictures/1'),
    }),
  ],
  ['`/adapters/clerk`', clerkAdapter(clerk)],
];

const relatedOperations = [
  ['part', 'reads', 'changes'],
  ['Name and picture', '`loadUser`', '`updateUser`, `setAvatar`, `removeAvatar`'],
  ['Password', '`loadUser`', '`changePassword`'],
  [
    'Second factor',
    '`loadUser`',
    '`startAuthenticator` with `confirmAuthenticator`; `removeAuthenticator`, `renewBackupCodes`',
  ],
  [
    'Email addresses',
    '`loadEmailAddresses`',
    '`addEmailAddress`, `requestEmailAddressCode` with `verifyEmailAddress`, `setPrimaryEmailAddress`, `removeEmailAddress`',
  ],
  ['Devices', '`loadDevices`', '`revokeDevice`'],
  ['Connected accounts', '`loadConnectedAccounts`', '`connectAccount`, `disconnectAccount`'],
  ['Deleting the account', '–', '`deleteAccount`'],
  [
    'Organization',
    '`loadOrganization`',
    '`updateOrganization`, `setOrganizationLogo`, `removeOrganizationLogo`, `leaveOrganization`, `deleteOrganization`',
  ],
  ['Members', '`loadMembers`', '`changeMemberRole` with `loadRoles`; `removeMember`'],
  ['Invitations', '`loadInvitations`', '`inviteMembers` with `loadRoles`; `revokeInvitation`'],
  ['Sign-in with a code', '–', '`requestSignInCode` with `submitSignInCode`; `resendSignInCode`'],
  ['Forgotten password', '–', '`requestPasswordReset`, `submitSignInCode` and `setNewPassword`'],
  ['Other services', '`loadAuthOptions`', '`signInWithProvider` with `finishProviderSignIn`'],
];

const betterAuthOptions = [
  ['option', 'adds'],
  ['`checkUrl`', '`checkService`'],
  ['`canDeleteAccount`', '`deleteAccount`'],
  ['`uploadPicture`', 'pictures and logos'],
  ['`providers`', '`signInWithProvider`, `finishProviderSignIn`, connected accounts'],
  [
    '`plugins` with `emailOTPClient()`',
    'codes by email, `setNewPassword`, the email address and its verification',
  ],
  ['`plugins` with `twoFactorClient()`', 'second factors'],
  ['`plugins` with `organizationClient()`', 'organizations, members, invitations'],
  ['`plugins` with the passkey plugin', '`signInWithPasskey`'],
];

function toTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/** Returns the text of docs/adapters.md. */
export function adapterTable(): string {
  const operations = Object.keys(authOperations) as AuthOperation[];
  const rows = operations.map((operation) =>
    [`\`${operation}\``, authOperations[operation]].concat(
      adapters.map(([, adapter]) => (adapter[operation] ? 'yes' : '–')),
    ),
  );
  rows.push(
    ['additional fields', ''].concat(
      adapters.map(([, adapter]) => (adapter.supportsAdditionalFields ? 'yes' : '–')),
    ),
  );
  return `# Adapters

Every operation of an adapter, its kind, and the adapters that have it. During maintenance the kit doesn't send a
\`mutation\`; it sends each \`read\` and everything that belongs to the \`session\`. A form only shows what its adapter
supports.

This page is generated from the table in \`src/auth/AuthAdapter.ts\`. A test compares the two; run it with \`-u\` to update
the page.

${toTable([['operation', 'kind', ...adapters.map(([entry]) => entry)], ...rows])}

## Operations that belong together

A list or a form loads before it changes anything, so a mutation without its read is never shown:

${toTable(relatedOperations)}

\`UserProfile\` needs at least one of the sections from "Name and picture" to "Deleting the account", and throws
[MK506](errors.md) if the adapter has none.

## Additional fields

\`additionalFields\` of \`SignUp\` and \`UserProfile\` need an adapter with \`supportsAdditionalFields: true\`. Such an adapter
sends \`additional\` in \`signUp\`, \`completeSignUp\` and \`updateUser\`, and loads it in \`loadUser\`. With any other adapter,
the two components throw [MK507](errors.md).

better-auth stores the fields that the server lists in \`user.additionalFields\` and drops all others. The Frontend API and
Clerk store them in \`unsafe_metadata\`.

## What better-auth needs

The operations of \`betterAuthAdapter\` depend on its options. [Its guide](guides/better-auth.md) explains them.

${toTable(betterAuthOptions)}

better-auth has no counterpart for the operations that the adapter lacks: a sign-in that survives a reload, a sign-up in
several steps, and several email addresses per account. The adapter answers \`loadAuthOptions\` and \`loadRoles\` without a
request, and \`finishProviderSignIn\` only loads the session. \`setActiveOrganization\` passes a gate only with
[a rule](guides/better-auth.md#requests-that-differ-from-their-method).
`;
}
