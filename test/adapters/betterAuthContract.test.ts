// @vitest-environment node
import { describeAdapterContract } from './adapterContract.ts';
import { betterAuthContract } from './betterAuthFixture.ts';
import { startLoopback } from './loopback.ts';

describeAdapterContract('better-auth', betterAuthContract(), startLoopback);
// Only the errors arrive in another way: a maintenance, and an answer that isn't the API's.
describeAdapterContract(
  'better-auth with a client that throws',
  { ...betterAuthContract({ throw: true }), networkFaults: ['proxy-503'] },
  startLoopback,
);
