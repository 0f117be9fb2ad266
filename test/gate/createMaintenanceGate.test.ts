// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { createMaintenanceGate } from '../../src/gate/createMaintenanceGate.ts';
import { createMaintenanceSwitch } from '../../src/gate/createMaintenanceSwitch.ts';
import type { MaintenanceGateOptions } from '../../src/gate/gateOptions.ts';
import { readMaintenanceNotice } from '../../src/protocol/readMaintenanceNotice.ts';
import { readServiceCheck } from '../../src/protocol/serviceCheck.ts';
import { english } from '../../src/messages/english.ts';

const origin = 'https://app.example';

function request(method: string, path: string, headers: Record<string, string> = {}): Request {
  return new Request(`https://api.example${path}`, { method, headers });
}

/** Returns the gate's response to a mutation. */
async function rejectionOf(
  options: Partial<MaintenanceGateOptions>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const gate = createMaintenanceGate({ isActive: true, ...options });
  const response = await gate.reject(request('POST', '/', headers));
  if (!response) throw new Error('The request passed.');
  return response;
}

async function headersOf(
  options: Partial<MaintenanceGateOptions>,
  headers: Record<string, string>,
): Promise<Headers> {
  return (await rejectionOf(options, headers)).headers;
}

const served: readonly (readonly [method: string, path: string])[] = [
  ['GET', '/v1/me'],
  ['HEAD', '/v1/me'],
  ['OPTIONS', '/v1/me'],
  ['GET', '/v1/me?_method=DELETE'],
  ['POST', '/v1/client/sessions/sess_1/touch'],
  ['POST', '/v1/client/sessions/sess_1/tokens'],
  ['POST', '/v1/client/sessions/sess_1/tokens/supabase'],
];

const held: readonly (readonly [method: string, path: string])[] = [
  ['POST', '/v1/client/sign_ins'],
  ['POST', '/v1/client/sign_ups'],
  ['POST', '/v1/me?_method=PATCH'],
  ['POST', '/v1/me?_method=GET'],
  ['PATCH', '/v1/me'],
  ['PUT', '/v1/organizations/org_1/logo'],
  ['DELETE', '/v1/client/sessions'],
  ['POST', '/v1/client/sessions/sess_1/end'],
  ['POST', '/v1/me/touchscreen'],
];

describe('a production instance in maintenance', () => {
  const { reject } = createMaintenanceGate({ isActive: true });

  it.each(served)('serves %s %s', async (method, path) => {
    expect(await reject(request(method, path))).toBeUndefined();
  });

  it.each(held)('rejects %s %s', async (method, path) => {
    expect((await reject(request(method, path)))?.status).toBe(503);
  });

  it('answers with the contract’s body', async () => {
    const response = await reject(request('POST', '/v1/client/sign_ins'));
    expect(response?.headers.get('content-type')).toContain('application/json');
    expect(response?.headers.get('cache-control')).toBe('no-store');
    expect(await response?.json()).toEqual({
      shortMessage: english.maintenance.title,
      longMessage:
        'We are currently undergoing maintenance and only essential operations are permitted. We will be back shortly.',
      code: 'maintenance_mode',
    });
  });
});

describe('a development instance in maintenance', () => {
  const { reject } = createMaintenanceGate({ instance: 'development', isActive: true });

  it.each([...served, ...held])('rejects %s %s', async (method, path) => {
    expect((await reject(request(method, path)))?.status).toBe(503);
  });
});

describe.each(['production', 'development'] as const)('a %s instance outside of maintenance', (instance) => {
  const { reject } = createMaintenanceGate({ instance, isActive: false });

  it.each([...served, ...held])('serves %s %s', async (method, path) => {
    expect(await reject(request(method, path))).toBeUndefined();
  });
});

describe('the response', () => {
  it.each([
    ['seconds', 120, '120'],
    ['a moment', new Date('2026-11-03T10:00:00Z'), 'Tue, 03 Nov 2026 10:00:00 GMT'],
    ['a function', () => 45, '45'],
    ['a function that does not know', () => undefined, null],
    ['nothing', undefined, null],
  ])('Retry-After comes from %s', async (_, retryAfter, header) => {
    const response = await rejectionOf(retryAfter === undefined ? {} : { retryAfter });
    expect(response.headers.get('retry-after')).toBe(header);
  });

  it('the response has the Frontend API’s format on request', async () => {
    const body: unknown = await (await rejectionOf({ format: 'envelope' })).json();
    expect(body).toMatchObject({
      errors: [{ code: 'maintenance_mode', message: english.maintenance.title }],
    });
  });

  it.each(['flat', 'envelope'] as const)('the response has the server’s own texts: %s', async (format) => {
    const response = await rejectionOf({
      format,
      shortMessage: 'Back at ten',
      longMessage: 'New disks.',
      retryAfter: 60,
    });
    expect(await readMaintenanceNotice(response)).toEqual({
      code: 'maintenance_mode',
      shortMessage: 'Back at ten',
      longMessage: 'New disks.',
      retryAfterMs: 60_000,
    });
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('no connection');
      },
    ],
    ['is no moment', () => Number.NaN],
  ])('the response lacks a Retry-After that %s, and the server is notified', async (_, retryAfter) => {
    const onError = vi.fn<(error: unknown) => void>();
    const response = await rejectionOf({ retryAfter, onError });
    expect(response.status).toBe(503);
    expect(response.headers.has('retry-after')).toBe(false);
    expect(onError).toHaveBeenCalledTimes(1);
  });
});

describe('isActive', () => {
  it.each([
    ['a function', () => true],
    ['a promise', () => Promise.resolve(true)],
  ])('isActive is called for each request: %s', async (_, answer) => {
    const isActive = vi.fn<() => boolean | Promise<boolean>>(answer);
    const { reject } = createMaintenanceGate({ isActive });
    expect(await reject(request('POST', '/'))).toBeDefined();
    isActive.mockReturnValue(false);
    expect(await reject(request('POST', '/'))).toBeUndefined();
    expect(isActive).toHaveBeenCalledTimes(2);
  });

  it('isActive isn’t called for requests that always pass', async () => {
    const isActive = vi.fn<() => boolean>(() => true);
    await createMaintenanceGate({ isActive }).reject(request('GET', '/'));
    expect(isActive).not.toHaveBeenCalled();
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('no connection');
      },
    ],
    ['rejects', () => Promise.reject(new Error('no connection'))],
  ])('requests pass if isActive %s, and the server is notified', async (_, isActive) => {
    const onError = vi.fn<(error: unknown) => void>();
    const { reject } = createMaintenanceGate({ isActive, onError });
    expect(await reject(request('POST', '/'))).toBeUndefined();
    expect(onError).toHaveBeenCalledExactlyOnceWith(new Error('no connection'));
  });

  it('errors are logged to the console by default', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { reject } = createMaintenanceGate({ isActive: () => Promise.reject(new Error('no connection')) });
    await reject(request('POST', '/'));
    expect(error).toHaveBeenCalledExactlyOnceWith(new Error('no connection'));
  });

  it.each([
    ['the text "false"', 'false'],
    ['undefined', undefined],
    ['1', 1],
  ])('%s, which is not true, lets requests pass', async (_, answer) => {
    // A function in plain JavaScript may return this.
    const { reject } = createMaintenanceGate({ isActive: () => answer as unknown as boolean });
    expect(await reject(request('POST', '/'))).toBeUndefined();
  });
});

describe('the base path', () => {
  const touch = '/v1/client/sessions/sess_1/touch';
  const isServed = async (basePath: string | undefined, path: string): Promise<boolean> => {
    const gate = createMaintenanceGate({ isActive: true, ...(basePath !== undefined && { basePath }) });
    return (await gate.reject(request('POST', path))) === undefined;
  };

  it.each([
    [undefined, touch],
    ['/', touch],
    ['/__clerk', `/__clerk${touch}`],
    ['/__clerk/', `/__clerk${touch}`],
    ['/api/proxy', `/api/proxy${touch}`],
    ['/:tenant/auth', `/acme/auth${touch}`],
  ])('%s: serves the refresh of a session at %s', async (basePath, path) => {
    expect(await isServed(basePath, path)).toBe(true);
  });

  it.each([
    [undefined, `/graphql${touch}`],
    [undefined, `/__clerk${touch}`],
    ['/__clerk', touch],
    ['/__clerk', `/graphql${touch}`],
    ['/__clerk', `/x/__clerk${touch}`],
    ['/__clerk', `/__clerk/__clerk${touch}`],
    ['/__clerk', `/__clerks${touch}`],
    ['/:tenant/auth', `//auth${touch}`],
  ])('%s: rejects a POST to %s', async (basePath, path) => {
    expect(await isServed(basePath, path)).toBe(false);
  });
});

describe('rules', () => {
  it('rules precede the contract', async () => {
    const { reject } = createMaintenanceGate({
      isActive: true,
      rules: [
        { kind: 'read', method: 'POST', path: '/api/:resource/search' },
        { kind: 'mutation', when: ({ url }) => String(url).endsWith('/logout') },
      ],
    });
    expect(await reject(request('POST', '/api/users/search'))).toBeUndefined();
    expect(await reject(request('GET', '/logout'))).toBeDefined();
  });
});

describe('CORS', () => {
  it('a page of any origin may read the response, including cookies, Retry-After and Age', async () => {
    const headers = await headersOf({}, { origin });
    expect(headers.get('access-control-allow-origin')).toBe(origin);
    expect(headers.get('access-control-allow-credentials')).toBe('true');
    expect(headers.get('access-control-expose-headers')).toBe('Retry-After, Age');
    expect(headers.get('vary')).toBe('Origin');
  });

  it('the response never names "*", which a request with cookies may not read', async () => {
    const headers = await headersOf({}, {});
    expect(headers.has('access-control-allow-origin')).toBe(false);
    expect(headers.get('vary')).toBe('Origin');
  });

  it.each<[string, readonly string[] | ((origin: string) => boolean)]>([
    ['a list', [origin]],
    ['a function', (candidate) => candidate.endsWith('//app.example')],
  ])('the origins can be limited by %s', async (_, origins) => {
    const allowed = await headersOf({ cors: { origins } }, { origin });
    const response = await headersOf({ cors: { origins } }, { origin: 'https://app.example.evil.test' });
    expect(allowed.get('access-control-allow-origin')).toBe(origin);
    expect(response.has('access-control-allow-origin')).toBe(false);
    expect(response.get('vary')).toBe('Origin');
  });

  it('the headers can be omitted for other code to set', async () => {
    const headers = await headersOf({ cors: false }, { origin });
    expect(headers.has('access-control-allow-origin')).toBe(false);
    expect(headers.has('vary')).toBe(false);
  });

  it.each(['production', 'development'] as const)(
    'a preflight request passes a %s instance',
    async (instance) => {
      const { reject } = createMaintenanceGate({ instance, isActive: true });
      const preflight = request('OPTIONS', '/v1/me', { origin, 'access-control-request-method': 'PATCH' });
      expect(await reject(preflight)).toBeUndefined();
    },
  );
});

describe('the check path', () => {
  const checkPath = '/api/maintenance';
  const check = (options: MaintenanceGateOptions, method = 'GET', path = checkPath) =>
    createMaintenanceGate({ checkPath, ...options }).reject(request(method, path, { origin }));

  it.each([
    ['production', true, 'maintenance'],
    ['production', false, 'operational'],
    ['development', true, 'unavailable'],
    ['development', false, 'operational'],
  ] as const)('%s, active %s: the service is %s', async (instance, isActive, found) => {
    const response = await check({ instance, isActive });
    expect(response?.headers.get('cache-control')).toBe('no-store');
    expect(response?.headers.get('access-control-allow-origin')).toBe(origin);
    expect(response && (await readServiceCheck(response))).toBe(found);
  });

  it('the check path answers HEAD like GET', async () => {
    expect((await check({ isActive: true }, 'HEAD'))?.status).toBe(200);
  });

  it('the check path reports that requests pass if isActive cannot be read', async () => {
    const response = await check({
      isActive: () => Promise.reject(new Error('no connection')),
      onError: () => {},
    });
    expect(await response?.json()).toEqual({ maintenance_mode: false });
  });

  it('the check path accepts a query', async () => {
    expect((await check({ isActive: true }, 'GET', `${checkPath}?t=1`))?.status).toBe(200);
  });

  it.each(['/api/maintenance/', '/api/maintenances', '/x/api/maintenance'])(
    'the check path is not %s',
    async (path) => {
      expect(await check({ isActive: true }, 'GET', path)).toBeUndefined();
    },
  );

  it('a POST to the check path is an ordinary request', async () => {
    expect((await check({ isActive: true }, 'POST'))?.status).toBe(503);
    expect(await check({ isActive: false }, 'POST')).toBeUndefined();
  });
});

describe('wrap', () => {
  it('calls the handler only for requests that pass', async () => {
    const handler = vi.fn<(request: Request) => Response>(() => new Response('served'));
    const guarded = createMaintenanceGate({ isActive: true }).wrap(handler);
    expect(await (await guarded(request('GET', '/'))).text()).toBe('served');
    expect((await guarded(request('POST', '/'))).status).toBe(503);
    expect(handler).toHaveBeenCalledTimes(1);
  });

  it.each([true, false])('leaves the body of a request unread, active %s', async (isActive) => {
    const sent = new Request('https://api.example/', { method: 'POST', body: 'name=Ada' });
    const { reject } = createMaintenanceGate({ isActive, checkPath: '/check' });
    await reject(sent);
    expect(sent.bodyUsed).toBe(false);
    expect(await sent.text()).toBe('name=Ada');
  });
});

describe('bad options', () => {
  const service = createMaintenanceSwitch();

  it.each([
    ['MK201', 'isActive as text', { isActive: 'true' }],
    ['MK201', 'no isActive', { isActive: undefined }],
    ['MK202', 'an unknown instance', { instance: 'staging' }],
    ['MK203', 'a checkPath without a slash', { checkPath: 'maintenance' }],
    ['MK203', 'a checkPath with an origin', { checkPath: 'https://api.example/maintenance' }],
    ['MK203', 'a checkPath with a query', { checkPath: '/maintenance?now' }],
    ['MK203', 'a checkPath that names a host', { checkPath: '//maintenance' }],
    ['MK204', 'an origin with a path', { cors: { origins: ['https://app.example/'] } }],
    ['MK204', 'the origin "*"', { cors: { origins: ['*'] } }],
    [
      'MK203',
      'an eventsPath without a slash',
      { isActive: undefined, switch: service, eventsPath: 'events' },
    ],
    ['MK208', 'a switch beside isActive', { switch: service }],
    [
      'MK208',
      'a switch beside an instance',
      { isActive: undefined, switch: service, instance: 'development' },
    ],
    ['MK208', 'an eventsPath without a switch', { eventsPath: '/events' }],
    ['MK206', 'no time for isActive', { isActiveTimeoutMs: 0 }],
    ['MK206', 'more time than a timer has', { isActiveTimeoutMs: Infinity }],
    ['MK206', 'a time that is no number', { isActiveTimeoutMs: Number.NaN }],
    ['MK207', 'any base path', { basePath: '*' }],
    ['MK207', 'a base path without a slash', { basePath: '__clerk' }],
    ['MK207', 'a base path that is an address', { basePath: 'https://api.example/__clerk' }],
    ['MK101', 'a rule of an unknown kind', { rules: [{ kind: 'write', path: '/' }] }],
    ['MK111', 'an unknown format', { format: 'xml' }],
    ['MK112', 'a negative retryAfter', { retryAfter: -1 }],
    ['MK112', 'an invalid date', { retryAfter: new Date('never') }],
  ])('%s: %s', (number, _, options) => {
    // A caller in plain JavaScript may pass this.
    const create = () => createMaintenanceGate({ isActive: true, ...options } as MaintenanceGateOptions);
    expect(create).toThrow(number);
    expect(create).toThrow(expect.objectContaining({ name: 'MaintenanceKitError' }));
  });
});
