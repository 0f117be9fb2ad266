import type { FrontendApiOptions } from '../../src/testing/createFrontendApi.ts';
import { account, cautious, passkeyId, type Demands } from './contractFixture.ts';

/** Returns the Frontend API's accounts and organizations for the contract. */
export function contractService(demands: Demands): FrontendApiOptions {
  return {
    users: [
      {
        emailAddress: account.email,
        password: account.password,
        firstName: 'Ada',
        lastName: 'Lovelace',
        otherEmailAddresses: ['ada@work.example'],
        connectedTo: ['google'],
        passkeys: [passkeyId],
        devices: [{ browserName: 'Firefox' }],
      },
      {
        emailAddress: cautious.identifier,
        password: cautious.password,
        firstName: 'Grace',
        authenticatorSecret: cautious.secret,
        backupCodes: [cautious.backupCode],
      },
      { emailAddress: 'bob@example.com', password: 'long enough' },
    ],
    organizations: [
      {
        name: 'Analytical Engines',
        members: [
          { emailAddress: account.email, role: 'org:admin' },
          { emailAddress: cautious.identifier, role: 'org:admin' },
          { emailAddress: 'bob@example.com' },
        ],
        invitations: [{ emailAddress: 'charles@example.com' }],
      },
    ],
    settings: { providers: ['google', 'github'], passkeys: true, ...demands },
    passwordIterations: 1,
  };
}
