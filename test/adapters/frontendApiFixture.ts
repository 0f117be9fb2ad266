import { frontendApiAdapter } from '../../src/adapters/frontendApi.ts';
import { createFrontendApi } from '../../src/testing/createFrontendApi.ts';
import { operations } from './adapterContract.ts';
import { contractService } from './contractService.ts';
import { now, type Contract } from './contractFixture.ts';
import { createCookieFetch } from './loopback.ts';

export const frontendApiContract: Contract = {
  supported: operations.filter((operation) => operation !== 'signInWithPasskey'),
  createFixture(origin, demands) {
    const api = createFrontendApi({ ...contractService(demands), now: () => now, clients: 'by-cookie' });
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
