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

// The passkey plugin lies in a package of its own; its id is what tells the adapter of it.
const plugins = [
  emailOTPClient(),
  twoFactorClient(),
  organizationClient(),
  usernameClient(),
  { id: 'passkey' },
];

/** Nothing is asked of it. */
const clerk = {
  loaded: true,
  publishableKey: 'pk_live_',
  frontendApi: 'clerk.app.example',
  setActive: () => Promise.resolve(),
  buildUrlWithAuth: String,
  createOrganization: () => Promise.resolve(),
  getOrganization: () => Promise.reject(new Error('There is none.')),
};

/** The adapters with everything switched on that they can do. */
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

function toTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/** The text of docs/adapters.md: what each adapter offers, and what a maintenance does to it. */
export function adapterTable(): string {
  const operations = Object.keys(authOperations) as AuthOperation[];
  const rows = operations.map((operation) =>
    [`\`${operation}\``, authOperations[operation]].concat(
      adapters.map(([, adapter]) => (adapter[operation] ? 'yes' : '–')),
    ),
  );
  return `# Adapters

What each adapter offers, and what a maintenance does to it: a \`mutation\` is held back, a \`read\` and what belongs
to the \`session\` go on. A form shows only what its adapter offers. Made from the table in
\`src/auth/AuthAdapter.ts\`; a test tells when this file is behind it, and writes it anew when it is run with \`-u\`.

${toTable([['operation', 'kind', ...adapters.map(([entry]) => entry)], ...rows])}

## What belongs together

A list or a form loads first and changes afterwards, so a mutation without its read is never shown:

| part                   | reads                   | changes                                                                                     |
| ---------------------- | ----------------------- | ------------------------------------------------------------------------------------------- |
| name and picture       | \`loadUser\`              | \`updateUser\`, \`setAvatar\`, \`removeAvatar\`                                                   |
| password               | \`loadUser\`              | \`changePassword\`                                                                            |
| second factor          | \`loadUser\`              | \`startAuthenticator\` with \`confirmAuthenticator\`; \`removeAuthenticator\`, \`renewBackupCodes\` |
| email addresses        | \`loadEmailAddresses\`    | \`addEmailAddress\`, \`requestEmailAddressCode\` with \`verifyEmailAddress\`, and the others      |
| devices                | \`loadDevices\`           | \`revokeDevice\`                                                                              |
| connected accounts     | \`loadConnectedAccounts\` | \`connectAccount\`, \`disconnectAccount\`                                                       |
| deleting the account   | –                       | \`deleteAccount\`                                                                             |
| an organization        | \`loadOrganization\`      | \`updateOrganization\`, \`setOrganizationLogo\`, \`leaveOrganization\`, and the others            |
| members                | \`loadMembers\`           | \`changeMemberRole\` with \`loadRoles\`; \`removeMember\`                                         |
| invitations            | \`loadInvitations\`       | \`inviteMembers\` with \`loadRoles\`; \`revokeInvitation\`                                        |
| signing in with a code | –                       | \`requestSignInCode\` with \`submitSignInCode\`; \`resendSignInCode\`                             |
| a forgotten password   | –                       | \`requestPasswordReset\`, \`submitSignInCode\` and \`setNewPassword\`                             |
| another service        | \`loadAuthOptions\`       | \`signInWithProvider\` with \`finishProviderSignIn\`                                            |

\`UserProfile\` needs at least one of the parts of an account, and throws MK506 where the adapter has none.

What the adapter of better-auth offers depends on what it is told, see [its guide](guides/better-auth.md):

- \`checkUrl\`: \`checkService\`. \`canDeleteAccount\`: \`deleteAccount\`. \`uploadPicture\`: pictures and logos.
- \`providers\`: \`signInWithProvider\`, \`finishProviderSignIn\`, connected accounts.
- \`plugins\` with \`emailOTPClient()\`: codes by email, \`setNewPassword\`, the address and its proof; with \`twoFactorClient()\`:
  second factors; with \`organizationClient()\`: everything about organisations; with the passkey plugin:
  \`signInWithPasskey\`.

It asks nobody for \`loadAuthOptions\` and \`loadRoles\`, and \`finishProviderSignIn\` only looks whether somebody is signed in. What it
lacks, better-auth has no counterpart for: a sign-in that outlives a reload, a sign-up in several steps, and more than
one address of an account. \`setActiveOrganization\` passes a gate that is told so.
`;
}
