// @vitest-environment node
import { describe, expect, it } from 'vitest';
import {
  contractNotice,
  isMaintenanceError,
  KitError,
  SystemUnderMaintenanceError,
} from '../../src/protocol/index.ts';
import { expectedNotice, longMessage, shortMessage } from './bodies.ts';

describe('SystemUnderMaintenanceError', () => {
  it('has the texts of the API’s notice', () => {
    const cause = new Error('503');
    const error = new SystemUnderMaintenanceError({
      notice: { ...expectedNotice, retryAfterMs: 1500 },
      cause,
    });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'SystemUnderMaintenance',
      message: longMessage,
      code: 'maintenance_mode',
      digest: 'maintenance_mode',
      status: 503,
      shortMessage,
      longMessage,
      retryAfterMs: 1500,
      blocked: false,
      cause,
    });
    expect(isMaintenanceError(error)).toBe(true);
  });

  it('has the contract’s texts without a notice', () => {
    const error = new SystemUnderMaintenanceError({ blocked: true });
    expect(error).toMatchObject({ ...contractNotice, blocked: true });
    expect(error.retryAfterMs).toBeUndefined();
    expect(error).not.toHaveProperty('cause');
    expect(new SystemUnderMaintenanceError().blocked).toBe(false);
  });
});

describe('KitError', () => {
  it('starts its message with its number', () => {
    const cause = new Error('why');
    const error = new KitError('MK101', 'What is wrong.', { cause });
    expect(error).toMatchObject({ name: 'MaintenanceKitError', number: 'MK101', cause });
    expect(error.message).toBe('MK101: What is wrong.');
  });
});

describe('KitError in a production build', () => {
  it.each([
    ['whose message the bundler has left out', () => ''],
    [
      'in a browser without a bundler, where reading process throws',
      () => {
        throw new ReferenceError('process is not defined');
      },
    ],
  ])('names the documentation of its number %s', (_where, message) => {
    const error = new KitError('MK501', message);
    expect(error.number).toBe('MK501');
    expect(error.message).toMatch(/^MK501: .*docs\/errors\.md/);
  });
});
