// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { authOperations } from '../../src/auth/AuthAdapter.ts';
import { describeAdapterContract, operations } from './adapterContract.ts';
import { contractRows } from './contractRows.ts';
import { frontendApiContract } from './frontendApiWorld.ts';
import { startLoopback } from './loopback.ts';

describe('the port', () => {
  it('has a row in the contract for every operation', () => {
    expect(Object.keys(contractRows).toSorted()).toEqual(operations.toSorted());
  });

  it('calls everything that loads a read', () => {
    const loading = operations.filter((operation) => operation.startsWith('load'));
    expect(new Set(loading.map((operation) => authOperations[operation]))).toEqual(new Set(['read']));
  });

  it('knows two operations of the session itself, which a maintenance lets pass', () => {
    expect(operations.filter((operation) => authOperations[operation] === 'session')).toEqual([
      'refreshSession',
      'setActiveOrganization',
    ]);
  });
});

describeAdapterContract('frontend-api', frontendApiContract, startLoopback);
