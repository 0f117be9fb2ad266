import { vi } from 'vitest';
import { clerkAdapter } from '../../src/adapters/clerk.ts';
import { describeAdapterContract, operations } from '../adapters/adapterContract.ts';
import { contractService } from '../adapters/contractService.ts';
import { now, passkeyId, type AdapterFixture, type Demands } from '../adapters/contractFixture.ts';
import type { Loopback } from '../adapters/loopback.ts';
import { addPasskey } from './support/addPasskey.ts';
import { loadClerk } from './support/loadClerk.ts';
import { openService } from './support/openService.ts';

// The SDK repeats a failed read for some seconds, with its own timers.
const { setTimeout } = globalThis;
vi.stubGlobal('setTimeout', (run: () => void, ms = 0) => setTimeout(run, ms < 4000 ? ms / 20 : ms));

const service = openService();
/** The page has one SDK, because its classes share state. */
let loading: ReturnType<typeof loadClerk> | undefined;

async function load(): ReturnType<typeof loadClerk> {
  await addPasskey(passkeyId);
  return loadClerk(service.origin, 'live');
}

async function createFixture(_: string, demands: Demands): Promise<AdapterFixture> {
  service.begin({ ...contractService(demands), nowMs: now });
  const clerk = await (loading ??= load());
  // Resets the SDK, as in a new browser.
  clerk.client?.resetSignIn();
  clerk.client?.resetSignUp();
  await clerk.client?.reload();
  await clerk.setActive({ session: null });
  return {
    adapter: clerkAdapter(clerk),
    // The backend is served elsewhere.
    fetch: () => Response.error(),
    setMode: (mode) => service.setMode(mode, { retryAfter: 30 }),
    endSessions: service.endSessions,
    lastCode: service.lastCode,
    answerAtProvider: service.answerAtProvider,
  };
}

async function serve(): Promise<Loopback> {
  return {
    origin: service.origin,
    get network() {
      return 'clear' as const;
    },
    set network(network) {
      service.setNetwork(network);
    },
    close: () => Promise.resolve(),
  };
}

describeAdapterContract('clerk', { supported: operations, createFixture }, serve);
