// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { authOperations } from '../../src/auth/AuthAdapter.ts';
import { describeAdapterContract, operations } from './adapterContract.ts';
import { contractRows } from './contractRows.ts';
import { frontendApiContract } from './frontendApiFixture.ts';
import { startLoopback } from './loopback.ts';

describe('the port', () => {
  it('the contract has a row for every operation of the port', () => {
    expect(Object.keys(contractRows).toSorted()).toEqual(operations.toSorted());
  });

  it('every load operation is a read', () => {
    const loading = operations.filter((operation) => operation.startsWith('load'));
    expect(new Set(loading.map((operation) => authOperations[operation]))).toEqual(new Set(['read']));
  });

  it('two operations are session requests, which pass in maintenance', () => {
    expect(operations.filter((operation) => authOperations[operation] === 'session')).toEqual([
      'refreshSession',
      'setActiveOrganization',
    ]);
  });
});

describeAdapterContract('frontend-api', frontendApiContract, startLoopback);
