// @vitest-environment node
import { describe, expect, it } from 'vitest';
import {
  contractNotice,
  KitError,
  maintenanceResponse,
  readMaintenanceNotice,
} from '../../src/protocol/index.ts';
import { expectedNotice, longMessage, shortMessage } from './bodies.ts';
import { english } from '../../src/messages/english.ts';

describe('maintenanceResponse', () => {
  it('returns the documented body', async () => {
    const response = maintenanceResponse();
    expect(response.status).toBe(503);
    expect(response.statusText).toBe('Service Unavailable');
    expect(Object.fromEntries(response.headers)).toEqual({
      'access-control-expose-headers': 'Retry-After',
      'cache-control': 'no-store',
      'content-type': 'application/json',
    });
    expect(await response.json()).toEqual({
      shortMessage: english.maintenance.title,
      longMessage:
        'We are currently undergoing maintenance and only essential operations are permitted. We will be back shortly.',
      code: 'maintenance_mode',
    });
  });

  it('returns the envelope of the Frontend API', async () => {
    const response = maintenanceResponse({
      format: 'envelope',
      shortMessage,
      longMessage,
      traceId: 'trace_1',
    });
    expect(await response.json()).toEqual({
      errors: [{ code: 'maintenance_mode', message: shortMessage, long_message: longMessage }],
      clerk_trace_id: 'trace_1',
    });
    expect(await maintenanceResponse({ format: 'envelope' }).json()).toEqual({
      errors: [
        {
          code: 'maintenance_mode',
          message: contractNotice.shortMessage,
          long_message: contractNotice.longMessage,
        },
      ],
      clerk_trace_id: '',
    });
  });

  it.each<[header: string, retryAfter: number | Date]>([
    ['0', 0],
    ['120', 120],
    ['2', 1.2],
    ['Sun, 22 Nov 2026 09:02:00 GMT', new Date(Date.UTC(2026, 10, 22, 9, 2))],
  ])('sends Retry-After: %s', (header, retryAfter) => {
    expect(maintenanceResponse({ retryAfter }).headers.get('retry-after')).toBe(header);
  });

  it.each<'flat' | 'envelope'>(['flat', 'envelope'])(
    'the %s body is read back as the same notice',
    async (format) => {
      const response = maintenanceResponse({ format, shortMessage, longMessage, retryAfter: 30 });
      expect(await readMaintenanceNotice(response)).toEqual({ ...expectedNotice, retryAfterMs: 30_000 });
    },
  );

  it.each<[number: string, fault: string, options: object]>([
    ['MK111', 'an unknown format', { format: 'xml' }],
    ['MK112', 'a negative Retry-After', { retryAfter: -1 }],
    ['MK112', 'a Retry-After just below zero', { retryAfter: -0.5 }],
    ['MK112', 'an endless Retry-After', { retryAfter: Infinity }],
    ['MK112', 'a Retry-After that is no count', { retryAfter: 1e21 }],
    ['MK112', 'a Retry-After that is no number', { retryAfter: Number.NaN }],
    ['MK112', 'a Retry-After that is text', { retryAfter: '120' }],
    ['MK112', 'an invalid date', { retryAfter: new Date('never') }],
  ])('throws %s for %s', (number, _fault, options) => {
    const respond = () => maintenanceResponse(options);
    expect(respond).toThrow(KitError);
    expect(respond).toThrow(expect.objectContaining({ number }));
  });
});
