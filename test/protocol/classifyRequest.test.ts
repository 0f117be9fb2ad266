// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assertRequestRules,
  classifyRequest,
  KitError,
  type RequestKind,
  type RequestRule,
} from '../../src/protocol/index.ts';
import { untyped } from './untyped.ts';

const origin = 'https://api.example.com';

describe('the kind of a request', () => {
  it.each<[RequestKind, method: string, url: string]>([
    ['read', 'GET', '/v1/client'],
    ['read', 'HEAD', '/v1/client'],
    ['read', 'OPTIONS', '/v1/client/sign_ins'],
    ['read', 'get', '/v1/client'],
    ['mutation', 'POST', '/v1/client/sign_ins'],
    ['mutation', 'PATCH', '/v1/me'],
    ['mutation', 'PUT', '/v1/organizations/org_1/logo'],
    ['mutation', 'DELETE', '/v1/client/sessions'],
    ['mutation', 'patch', '/v1/me'],
    ['mutation', 'PURGE', '/v1/me'],
    ['mutation', '', '/v1/me'],
  ])('the kind is %s for %s %s', (kind, method, url) => {
    expect(classifyRequest({ method, url })).toBe(kind);
    expect(classifyRequest({ method, url: origin + url })).toBe(kind);
    expect(classifyRequest({ method, url: new URL(origin + url) })).toBe(kind);
  });

  it.each<[RequestKind, method: string, url: string]>([
    ['session', 'POST', '/v1/client/sessions/sess_1/touch'],
    ['session', 'POST', '/v1/client/sessions/sess_1/tokens'],
    ['session', 'POST', '/v1/client/sessions/sess_1/tokens/supabase'],
    ['session', 'post', '/v1/client/sessions/sess_1/touch'],
    ['session', 'POST', '/v1/client/sessions/sess_1/touch?_clerk_js_version=6.40.0'],
    ['session', 'POST', '/v1/client/sessions/sess_1/touch#part'],
    ['session', 'POST', '/v1/client/sessions/sess_1/touch/'],
    ['session', 'POST', '/v1/client/sessions/sess_1/tokens/'],
    ['session', 'POST', '/v1/client/sessions/sess%5F1/touch'],
    ['session', 'POST', '/v1/client/sessions/a%2Fb/touch'],
    ['session', 'POST', '/v1/client/sessions/%/touch'],
    ['session', 'POST', 'v1/client/sessions/sess_1/touch'],
    ['mutation', 'POST', '/__clerk/v1/client/sessions/sess_1/touch'],
    ['mutation', 'POST', '/graphql/v1/client/sessions/sess_1/tokens/hasura'],
    ['mutation', 'POST', '//v1/client/sessions/sess_1/touch'],
    ['mutation', 'POST', '/v1/me/touchscreen'],
    ['mutation', 'POST', '/v1/me/touch'],
    ['mutation', 'POST', '/v1/client/sessions//touch'],
    ['mutation', 'POST', '/v1/client/sessions//tokens/supabase'],
    ['mutation', 'POST', '/v1/client/sessions/sess_1/touch//'],
    ['mutation', 'POST', '/v1/client/sessions/sess_1/touchscreen'],
    ['mutation', 'POST', '/v1/client/sessions/sess_1/touch/again'],
    ['mutation', 'POST', '/v1/client/sessions/sess_1/tokens/supabase/again'],
    ['mutation', 'POST', '/v1/client/sessions/sess_1%2Ftouch'],
    ['mutation', 'POST', '/v1/client/sessions/sess_1/end'],
    ['mutation', 'POST', '/v1/client/sessions/touch'],
    ['mutation', 'POST', '/v1/me/sessions/sess_1/revoke'],
    ['mutation', 'POST', '/v2/client/sessions/sess_1/touch'],
    ['mutation', 'POST', '/nov1/client/sessions/sess_1/touch'],
    ['mutation', 'POST', '/client/sessions/sess_1/touch'],
    ['mutation', 'POST', '/V1/client/sessions/sess_1/TOUCH'],
    ['mutation', 'POST', '/v1/me?next=/v1/client/sessions/sess_1/touch'],
    ['mutation', 'POST', '/v1/me#/v1/client/sessions/sess_1/touch'],
    ['mutation', 'POST', '/v1/client/sessions/sess_1/touch/../end'],
    ['mutation', 'PATCH', '/v1/client/sessions/sess_1/touch'],
    ['mutation', 'DELETE', '/v1/client/sessions/sess_1/tokens'],
    ['read', 'GET', '/v1/client/sessions/sess_1/touch'],
  ])('the kind is %s for the path of %s %s', (kind, method, url) => {
    expect(classifyRequest({ method, url })).toBe(kind);
  });

  it.each<[RequestKind, method: string, url: string]>([
    ['mutation', 'POST', '/v1/client/sessions/sess_1/touch?_method=DELETE'],
    ['mutation', 'POST', '/v1/client/sessions/sess_1/touch?a=b&_method=patch'],
    ['mutation', 'POST', '/v1/client/sessions/sess_1/touch?_method=PUT'],
    ['mutation', 'POST', '/v1/environment?_method=PATCH'],
    ['mutation', 'POST', '/v1/me?_method=GET'],
    ['mutation', 'POST', '/v1/me?_method=HEAD'],
    ['mutation', 'POST', '/v1/me?_method='],
    ['session', 'POST', '/v1/client/sessions/sess_1/touch?_method=GET'],
    ['session', 'POST', '/v1/client/sessions/sess_1/touch?_method=POST'],
    ['session', 'POST', '/v1/client/sessions/sess_1/touch?_METHOD=DELETE'],
    ['read', 'GET', '/v1/me?_method=DELETE'],
    ['mutation', 'PUT', '/v1/me?_method=GET'],
  ])('the kind is %s for the tunneled method of %s %s', (kind, method, url) => {
    expect(classifyRequest({ method, url })).toBe(kind);
  });

  it.each(['http://', 'http://[', 'https://a b/', '//', 'http://:99999/', '\0'])(
    'the method decides for the unreadable URL %j',
    (url) => {
      expect(classifyRequest({ method: 'GET', url })).toBe('read');
      expect(classifyRequest({ method: 'POST', url })).toBe('mutation');
      expect(classifyRequest({ method: 'POST', url }, [{ kind: 'read', path: '/search' }])).toBe('mutation');
      expect(classifyRequest({ method: 'POST', url }, [{ kind: 'read', when: () => true }])).toBe('read');
    },
  );

  it('a native Request is classified and stays unread', () => {
    const request = new Request(`${origin}/v1/client/sessions/sess_1/touch`, { method: 'POST', body: 'a=b' });
    expect(classifyRequest(request)).toBe('session');
    expect(request.bodyUsed).toBe(false);
  });

  it('every method and URL has a kind, with and without rules', () => {
    const rules: RequestRule[] = [
      { kind: 'read', method: 'post', path: '/:a/search' },
      {
        kind: 'session',
        when: () => {
          throw new Error('no match');
        },
      },
    ];
    const url = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl({ withQueryParameters: true }),
      fc.webPath(),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), url, (method, address) => {
        expect(['read', 'session', 'mutation']).toContain(classifyRequest({ method, url: address }, rules));
      }),
    );
  });
});

describe('the base path of the Frontend API', () => {
  const kindOf = (basePath: string | undefined, url: string, method = 'POST') =>
    classifyRequest({ method, url }, [], { basePath });

  it.each<[RequestKind, basePath: string | undefined, url: string]>([
    ['session', undefined, '/v1/client/sessions/sess_1/touch'],
    ['session', '/', '/v1/client/sessions/sess_1/touch'],
    ['session', '/__clerk', '/__clerk/v1/client/sessions/sess_1/touch'],
    ['session', '/__clerk/', `${origin}/__clerk/v1/client/sessions/sess_1/tokens/hasura`],
    ['mutation', '/__clerk', '/v1/client/sessions/sess_1/touch'],
    ['mutation', '/__clerk', '/graphql/v1/client/sessions/sess_1/touch'],
    ['mutation', '/__clerk', '/graphql/__clerk/v1/client/sessions/sess_1/touch'],
    ['mutation', '/__clerk', '/__clerk/v1/client/sessions/sess_1/touch?_method=DELETE'],
    ['session', '*', '/v1/client/sessions/sess_1/touch'],
    ['session', '*', '/__clerk/v1/client/sessions/sess_1/touch'],
    ['session', '*', '/api/proxy/v1/client/sessions/sess_1/tokens/hasura'],
    ['mutation', '*', '/nov1/client/sessions/sess_1/touch'],
    ['mutation', '*', '/__clerk/v1/client/sessions//touch'],
  ])('the kind is %s below %s for a POST to %s', (kind, basePath, url) => {
    expect(kindOf(basePath, url)).toBe(kind);
  });

  it('a session is refreshed only below the base path', () => {
    const segment = fc.stringMatching(/^[A-Za-z0-9_~-]{1,8}$/);
    const path = fc.array(segment, { maxLength: 3 }).map((parts) => parts.map((part) => `/${part}`).join(''));
    const last = fc.constantFrom('touch', 'tokens', 'tokens/hasura');
    fc.assert(
      fc.property(path, path, last, (base, before, end) => {
        const url = `${before}/v1/client/sessions/s/${end}`;
        expect(kindOf(base || '/', url)).toBe(base === before ? 'session' : 'mutation');
        expect(kindOf('*', url)).toBe('session');
      }),
    );
  });

  it('the base path changes no other request', () => {
    const url = fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.webPath());
    fc.assert(
      fc.property(fc.constantFrom('GET', 'PUT', 'PATCH', 'DELETE'), url, (method, address) => {
        expect(kindOf('/__clerk', address, method)).toBe(kindOf('*', address, method));
      }),
    );
  });
});

describe('the rules of an application', () => {
  const search: RequestRule = { kind: 'read', method: 'POST', path: '/api/:resource/search' };

  it.each<[RequestKind, method: string, url: string]>([
    ['read', 'POST', '/api/users/search'],
    ['read', 'post', '/api/users/search?q=1'],
    ['read', 'POST', '/api/users/search/'],
    ['read', 'POST', '/api/us%2Fers/search'],
    ['read', 'POST', '/api/users/se%61rch'],
    ['mutation', 'POST', '/api//search'],
    ['mutation', 'POST', '/api/users/searches'],
    ['mutation', 'POST', '/api/users/search/again'],
    ['mutation', 'POST', '/other/api/users/search'],
    ['mutation', 'POST', '/api/users/x/search'],
    ['mutation', 'POST', '/api/users%2Fsearch'],
    ['mutation', 'PUT', '/api/users/search'],
    ['mutation', 'POST', '/api/users/search?_method=PATCH'],
  ])('the exact path makes %s of %s %s', (kind, method, url) => {
    expect(classifyRequest({ method, url }, [search])).toBe(kind);
  });

  it('a rule matches the root path', () => {
    const rules: RequestRule[] = [{ kind: 'read', path: '/' }];
    expect(classifyRequest({ method: 'POST', url: 'https://api.example.com' }, rules)).toBe('read');
    expect(classifyRequest({ method: 'POST', url: '/a' }, rules)).toBe('mutation');
  });

  it('a rule matches a non-ASCII path', () => {
    expect(
      classifyRequest({ method: 'POST', url: '/büro/suche' }, [{ kind: 'read', path: '/büro/suche' }]),
    ).toBe('read');
  });

  it('a rule matches the tunneled method', () => {
    const rules: RequestRule[] = [{ kind: 'read', method: ['PUT', 'patch'], path: '/v1/environment' }];
    expect(classifyRequest({ method: 'POST', url: '/v1/environment?_method=PATCH' }, rules)).toBe('read');
    expect(classifyRequest({ method: 'POST', url: '/v1/environment' }, rules)).toBe('mutation');
  });

  it('rules precede the built-in ones, and the first match wins', () => {
    const rules: RequestRule[] = [
      { kind: 'mutation', path: '/reports/run' },
      { kind: 'session', path: '/reports/:id' },
      { kind: 'read', path: '/reports/:id' },
    ];
    expect(classifyRequest({ method: 'GET', url: '/reports/run' }, rules)).toBe('mutation');
    expect(classifyRequest({ method: 'GET', url: '/reports/7' }, rules)).toBe('session');
    expect(classifyRequest({ method: 'GET', url: '/reports' }, rules)).toBe('read');
  });

  it('a rule can decide by the body', () => {
    const rules: RequestRule[] = [
      {
        kind: 'read',
        method: 'POST',
        path: '/graphql',
        when: ({ body }) => typeof body === 'string' && !body.includes('mutation'),
      },
    ];
    const post = (url: string, body: unknown) => classifyRequest({ method: 'POST', url, body }, rules);
    expect(post('/graphql', '{"query":"{ me { id } }"}')).toBe('read');
    expect(post('/graphql', '{"query":"mutation { leave }"}')).toBe('mutation');
    expect(post('/graphql', new FormData())).toBe('mutation');
    expect(post('/other', '{"query":"{ me { id } }"}')).toBe('mutation');
  });

  it('a rule receives the request as the caller described it', () => {
    const request = { method: 'post', url: '/a?_method=PUT', body: new FormData() };
    const seen: unknown[] = [];
    classifyRequest(request, [{ kind: 'read', when: (given) => seen.push(given) > 1 }]);
    expect(seen).toEqual([request]);
    expect(seen[0]).toBe(request);
  });

  it('a rule whose predicate throws doesn’t match', () => {
    const rules: RequestRule[] = [
      {
        kind: 'mutation',
        when: () => {
          throw new Error('unreadable');
        },
      },
    ];
    expect(classifyRequest({ method: 'GET', url: '/' }, rules)).toBe('read');
  });
});

describe('assertRequestRules', () => {
  it('accepts rules that can match', () => {
    const rules: RequestRule[] = [
      { kind: 'read', path: '/' },
      { kind: 'read', path: '/api/:resource/search/' },
      { kind: 'session', method: 'POST', path: '/auth/refresh' },
      { kind: 'mutation', method: ['GET', 'get', 'M-SEARCH'], when: () => true },
      { kind: 'read', path: '/graphql', when: () => true },
    ];
    expect(() => assertRequestRules(rules)).not.toThrow();
    expect(() => assertRequestRules([])).not.toThrow();
  });

  it.each<[number: string, fault: string, rule: unknown]>([
    ['MK101', 'an unknown kind', { kind: 'write', path: '/a' }],
    ['MK101', 'no kind', { path: '/a' }],
    ['MK102', 'neither path nor predicate', { kind: 'read', method: 'POST' }],
    ['MK102', 'an invalid predicate', { kind: 'read', when: true }],
    ['MK102', 'a path and an invalid predicate', { kind: 'read', path: '/a', when: 'POST' }],
    ['MK103', 'a path without a slash', { kind: 'read', path: 'api/search' }],
    ['MK103', 'an empty path', { kind: 'read', path: '' }],
    ['MK103', 'a path that is a URL', { kind: 'read', path: 'https://api.example.com/search' }],
    ['MK103', 'a path with a host', { kind: 'read', path: '//api.example.com/search' }],
    ['MK103', 'a path with a query', { kind: 'read', path: '/search?q=1' }],
    ['MK103', 'a path with a fragment', { kind: 'read', path: '/search#a' }],
    ['MK103', 'a path with a wildcard', { kind: 'read', path: '/search/*' }],
    ['MK103', 'a path with an empty segment', { kind: 'read', path: '/a//b' }],
    ['MK103', 'a path with a nameless parameter', { kind: 'read', path: '/a/:/b' }],
    ['MK103', 'a path that ends in a nameless parameter', { kind: 'read', path: '/a/:' }],
    ['MK103', 'a path that is no text', { kind: 'read', path: /search/ }],
    ['MK104', 'no method in a list', { kind: 'read', path: '/a', method: [] }],
    ['MK104', 'a method that is no word', { kind: 'read', path: '/a', method: 'GET POST' }],
    ['MK104', 'a method that is no text', { kind: 'read', path: '/a', method: ['GET', 1] }],
  ])('throws %s for %s', (number, _fault, rule) => {
    const assert = () => untyped(assertRequestRules)([{ kind: 'read', path: '/' }, rule]);
    expect(assert).toThrow(KitError);
    expect(assert).toThrow(`${number}: Request rule 2 `);
    expect(assert).toThrow(expect.objectContaining({ number }));
  });

  it('explains the mistake, its reason and how to fix it', () => {
    const faults = [
      { kind: 'write', path: '/a' },
      { kind: 'read' },
      { kind: 'read', path: '/search?q=1' },
      { kind: 'read', path: '/a', method: [] },
    ];
    const messages = faults.map((rule) => {
      try {
        untyped(assertRequestRules)([rule]);
        return undefined;
      } catch (error) {
        return error instanceof KitError ? error.message : error;
      }
    });
    expect(messages).toMatchInlineSnapshot(`
      [
        "MK101: Request rule 1 has a kind that means nothing in a maintenance: use "read", "session" or "mutation".",
        "MK102: Request rule 1 does not say which requests it is for: give it a \`path\`, or a function as \`when\`.",
        "MK103: Request rule 1 has a path that matches nothing, "/search?q=1": give the whole path without its query, with ":name" for a segment that varies, as in "/api/:resource/search".",
        "MK104: Request rule 1 has a method that no request has: name one or more, as in ["POST", "PUT"], or leave it out.",
      ]
    `);
  });
});
