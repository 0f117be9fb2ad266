import { frontendApiAdapter } from '../../src/adapters/frontendApi.ts';
import { createFrontendApi } from '../../src/testing/createFrontendApi.ts';
import { operations } from './adapterContract.ts';
import { account, cautious, now, type Contract } from './contractWorld.ts';
import { createCookieFetch } from './loopback.ts';

export const frontendApiContract: Contract = {
  offers: operations.filter((operation) => operation !== 'signInWithPasskey'),
  createWorld(origin, demands) {
    const api = createFrontendApi({
      users: [
        {
          emailAddress: account.email,
          password: account.password,
          firstName: 'Ada',
          lastName: 'Lovelace',
          otherEmailAddresses: ['ada@work.example'],
          connectedTo: ['google'],
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
      settings: { providers: ['google', 'github'], ...demands },
      clients: 'by-cookie',
      now: () => now,
      passwordIterations: 1,
    });
    return {
      fetch: api.fetch,
      adapter: frontendApiAdapter({
        baseUrl: `${origin}/__api/`,
        fetch: createCookieFetch('http://app.localhost:3000'),
      }),
      setMode: (mode) => api.setMode(mode, { retryAfter: 30 }),
      endSessions: api.endSessions,
      lastCode: api.lastCode,
      answerAtProvider: api.answerAtProvider,
    };
  },
};
