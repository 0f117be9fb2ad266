// @vitest-environment node
import { describeAdapterContract } from './adapterContract.ts';
import { betterAuthContract } from './betterAuthWorld.ts';
import { startLoopback } from './loopback.ts';

describeAdapterContract('better-auth', betterAuthContract(), startLoopback);
// It differs in how an error arrives: a maintenance, and an answer that is none of the API's.
describeAdapterContract(
  'better-auth with a client that throws',
  { ...betterAuthContract({ throw: true }), weathers: ['proxy-503'] },
  startLoopback,
);
