import { describe, expect, it } from 'vitest';
import {
  availabilityOf,
  blocksMutations,
  mayReadAgain,
  type Availability,
} from '../../src/monitor/selectors.ts';
import { contractNotice } from '../../src/protocol/notice.ts';
import { operational, type MaintenanceState } from '../../src/monitor/maintenanceState.ts';
import { transition } from '../../src/monitor/transition.ts';
import type { EvidenceOf } from '../../src/monitor/evidence.ts';

const rejected = (kind: EvidenceOf<'request-rejected'>['kind']): MaintenanceState =>
  transition(operational, {
    type: 'request-rejected',
    kind,
    api: 'https://api.example.com',
    notice: contractNotice,
    startedAt: 0,
    receivedAt: 1,
    random: 0,
  });

describe('availabilityOf', () => {
  it.each<[Availability, boolean, MaintenanceState]>([
    ['operational', false, operational],
    ['read-only', true, rejected('mutation')],
    ['unavailable', true, rejected('read')],
    ['recovering', false, transition(rejected('mutation'), { type: 'trial-opened' })],
  ])('the availability is %s, and blocksMutations %s', (availability, isBlocking, state) => {
    expect(availabilityOf(state)).toBe(availability);
    expect(blocksMutations(state)).toBe(isBlocking);
  });
});

describe('mayReadAgain', () => {
  it.each<[before: Availability, now: Availability, isBetter: boolean]>([
    ['unavailable', 'read-only', true],
    ['unavailable', 'recovering', true],
    ['unavailable', 'operational', true],
    ['read-only', 'operational', true],
    ['recovering', 'operational', true],
    ['read-only', 'recovering', false],
    ['recovering', 'read-only', false],
    ['operational', 'read-only', false],
    ['read-only', 'unavailable', false],
    ['operational', 'operational', false],
  ])('the change from %s to %s is %s', (before, now, isBetter) => {
    expect(mayReadAgain(now, before)).toBe(isBetter);
  });
});
