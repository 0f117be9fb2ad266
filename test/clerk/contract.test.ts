import { vi } from 'vitest';
import { clerkAdapter } from '../../src/adapters/clerk.ts';
import { createFrontendApi } from '../../src/testing/frontend-api/index.ts';
import { describeAdapterContract, operations } from '../adapters/adapterContract.ts';
import { contractService } from '../adapters/contractService.ts';
import { now, passkeyId, type AdapterFixture, type Demands } from '../adapters/contractFixture.ts';
import { addPasskey } from './support/addPasskey.ts';
import { loadClerk } from './support/loadClerk.ts';
import { serveInPage } from './support/serveInPage.ts';

// The SDK repeats a failed read for some seconds, with its own timers.
const { setTimeout } = globalThis;
vi.stubGlobal('setTimeout', (run: () => void, ms = 0) => setTimeout(run, ms < 4000 ? ms / 20 : ms));

let api = createFrontendApi();
/** The page has one SDK, because its classes share state. */
let loading: ReturnType<typeof loadClerk> | undefined;

async function load(origin: string): ReturnType<typeof loadClerk> {
  await addPasskey(passkeyId);
  return loadClerk(origin, 'live');
}

async function createFixture(origin: string, demands: Demands): Promise<AdapterFixture> {
  const current = createFrontendApi({ ...contractService(demands), now: () => now });
  api = current;
  const clerk = await (loading ??= load(origin));
  // Resets the SDK, as in a new browser.
  clerk.client?.resetSignIn();
  clerk.client?.resetSignUp();
  await clerk.client?.reload();
  await clerk.setActive({ session: null });
  return {
    adapter: clerkAdapter(clerk),
    fetch: current.fetch,
    setMode: (mode) => current.setMode(mode, { retryAfter: 30 }),
    endSessions: current.endSessions,
    lastCode: current.lastCode,
    answerAtProvider: current.answerAtProvider,
  };
}

// The SDK asks this backend already while its fixture is created, which the contract's own doesn't allow.
describeAdapterContract('clerk', { supported: operations, createFixture }, () =>
  serveInPage((request) => api.fetch(request)),
);
