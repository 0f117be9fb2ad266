// @vitest-environment node
import { get } from 'node:http';
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import {
  startTemporaryPlayground,
  type TemporaryPlayground,
  type Visitor,
} from './startTemporaryPlayground.ts';
import { english } from '../../src/messages/english.ts';

let playground: TemporaryPlayground;
/** A signed-in user of all tests that neither change an account nor count what is stored. */
let member: Visitor;

beforeAll(async () => {
  playground = await startTemporaryPlayground();
  member = (await signUp()).visitor;
});

afterAll(() => playground.close());

beforeEach(() => playground.setService('operational'));

const password = 'correct horse battery';
let people = 0;

/** Signs up a new user. */
async function signUp() {
  people += 1;
  const email = `person-${people}@example.com`;
  const visitor = playground.visit();
  const response = await visitor.send('POST', '/api/auth/sign-up/email', { name: 'Person', email, password });
  expect(response.status).toBe(200);
  return { email, visitor };
}

async function json(response: Response | Promise<Response>): Promise<unknown> {
  return (await response).json();
}

const panelAnswer = v.object({ mutations: v.record(v.string(), v.number()) });

const rejection = {
  code: 'maintenance_mode',
  shortMessage: english.maintenance.title,
  longMessage:
    'We are currently undergoing maintenance and only essential operations are permitted. We will be back shortly.',
};

describe('signing in', () => {
  it('a user signs up, stays known, signs out, and signs in again', async () => {
    const { email, visitor } = await signUp();
    expect(await json(visitor.get('/api/auth/get-session'))).toMatchObject({ user: { email } });

    expect((await visitor.send('POST', '/api/auth/sign-out', {})).status).toBe(200);
    expect(await json(visitor.get('/api/auth/get-session'))).toBeNull();

    expect((await visitor.send('POST', '/api/auth/sign-in/email', { email, password })).status).toBe(200);
    expect(await json(visitor.get('/api/auth/get-session'))).toMatchObject({ user: { email } });
  });

  it('a wrong password is rejected with its code', async () => {
    const { email } = await signUp();
    const wrong = { email, password: 'incorrect horse battery' };
    const response = await playground.visit().send('POST', '/api/auth/sign-in/email', wrong);
    expect(response.status).toBe(401);
    expect(await json(response)).toMatchObject({ code: 'INVALID_EMAIL_OR_PASSWORD' });
  });

  it('the page opens at localhost and 127.0.0.1, and at no other host', async () => {
    const { email } = await signUp();
    const { port } = new URL(playground.address);
    const signInFrom = async (origin: string) => {
      const visitor = playground.visit();
      return (await visitor.send('POST', '/api/auth/sign-in/email', { email, password }, origin)).status;
    };
    expect(await signInFrom(`http://localhost:${port}`)).toBe(200);
    expect(await signInFrom(`http://127.0.0.1:${port}`)).toBe(200);
    expect(await signInFrom('https://elsewhere.example')).toBe(403);
  });

  it('many attempts in a row are all answered', async () => {
    const { email } = await signUp();
    // better-auth's own limit is 3 in 10 seconds.
    const attempts = Array.from({ length: 5 }, () =>
      playground.visit().send('POST', '/api/auth/sign-in/email', { email, password }),
    );
    const statuses = (await Promise.all(attempts)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});

describe('notes', () => {
  it('are stored for the user who wrote them, newest first', async () => {
    const { visitor } = await signUp();
    expect(await json(visitor.get('/api/notes'))).toEqual({ notes: [] });

    const first = await visitor.send('POST', '/api/notes', { text: ' Water the plants ' });
    expect(first.status).toBe(201);
    await visitor.send('POST', '/api/notes', { text: 'Post the letter' });

    expect(await json(visitor.get('/api/notes'))).toMatchObject({
      notes: [{ text: 'Post the letter' }, { text: 'Water the plants' }],
    });
    expect(await json((await signUp()).visitor.get('/api/notes'))).toEqual({ notes: [] });
  });

  it('require a signed-in user', async () => {
    const visitor = playground.visit();
    expect((await visitor.get('/api/notes')).status).toBe(401);
    expect((await visitor.send('POST', '/api/notes', { text: 'Hello' })).status).toBe(401);
  });

  it.each([{ text: '' }, { text: '  ' }, { text: 'x'.repeat(501) }, { text: 7 }, {}, null])(
    'reject %j',
    async (body) => {
      expect((await member.send('POST', '/api/notes', body)).status).toBe(422);
    },
  );
});

describe('in maintenance', () => {
  it('mutations are rejected with a Retry-After', async () => {
    const { email, visitor } = await signUp();
    await playground.setService('maintenance', 17);

    const responses = await Promise.all([
      playground.visit().send('POST', '/api/auth/sign-in/email', { email, password }),
      visitor.send('POST', '/api/auth/sign-out', {}),
      visitor.send('POST', '/api/notes', { text: 'Hello' }),
    ]);
    for (const { status, headers } of responses) {
      expect(status).toBe(503);
      expect(headers.get('retry-after')).toBe('17');
      expect(headers.get('cache-control')).toBe('no-store');
    }
    expect(await Promise.all(responses.map(json))).toEqual([rejection, rejection, rejection]);
  });

  it('reads succeed, and users stay signed in', async () => {
    const { email, visitor } = await signUp();
    await visitor.send('POST', '/api/notes', { text: 'Before' });
    await playground.setService('maintenance');

    expect(await json(visitor.get('/api/auth/get-session'))).toMatchObject({ user: { email } });
    expect(await json(visitor.get('/api/notes'))).toMatchObject({ notes: [{ text: 'Before' }] });
    expect(await json(visitor.get('/api/maintenance'))).toEqual({ maintenance_mode: true });

    await playground.setService('operational');
    expect(await json(visitor.get('/api/maintenance'))).toEqual({ maintenance_mode: false });
    expect((await visitor.send('POST', '/api/notes', { text: 'After' })).status).toBe(201);
  });

  it('the response has no Retry-After if none is set', async () => {
    await playground.setService('maintenance');
    const response = await member.send('POST', '/api/notes', { text: 'Hello' });
    expect(response.headers.has('retry-after')).toBe(false);
  });
});

test.each(['/api/auth/get-session', '/api/notes', '/api/maintenance'])(
  'rejects even %s while it is unavailable',
  async (path) => {
    await playground.setService('unavailable', 5);
    const response = await member.get(path);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await json(response)).toEqual(rejection);
  },
);

/** Reads the panel as a page does whose name resolves to this machine. */
function readPanelAs(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = get(`${playground.address}/service`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.once('error', reject);
  });
}

describe('the service panel', () => {
  it.each([
    ['localhost', 200],
    ['127.0.0.1', 200],
    ['[::1]', 200],
    ['rebound.example', 403],
    ['localhost.rebound.example', 403],
    ['192.168.0.7', 403],
  ])('answers a page of %s with %i', async (host, status) => {
    expect(await readPanelAs(host)).toBe(status);
  });

  it('answers in every mode', async () => {
    await playground.setService('unavailable', 3);
    const response = await playground.visit().get('/service');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await json(response)).toMatchObject({ mode: 'unavailable', retryAfter: 3 });
  });

  it('counts mutations, including rejected ones, and no reads', async () => {
    const counted = async () =>
      v.parse(panelAnswer, await json(playground.visit().get('/service'))).mutations;
    const before = (await counted())['POST /api/notes'] ?? 0;
    await member.send('POST', '/api/notes?from=test', { text: 'Hello' });
    await playground.setService('maintenance');
    await member.send('POST', '/api/notes', { text: 'Hello' });
    await member.get('/api/notes');

    const mutations = await counted();
    expect(mutations['POST /api/notes']).toBe(before + 2);
    expect(Object.keys(mutations).filter((key) => key.startsWith('GET'))).toEqual([]);
  });

  it.each([
    { mode: 'asleep', retryAfter: null },
    { mode: 'maintenance' },
    { mode: 'maintenance', retryAfter: -1 },
    null,
  ])('rejects %j and changes nothing', async (body) => {
    const visitor = playground.visit();
    expect((await visitor.send('PUT', '/service', body)).status).toBe(422);
    expect(await json(visitor.get('/service'))).toMatchObject({ mode: 'operational', retryAfter: null });
  });
});

describe('the client', () => {
  it.each(['/', '/notes', '/sign-in?from=/notes'])(
    '%s returns the page, which may not be cached',
    async (path) => {
      const response = await playground.visit().get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toMatch(/^text\/html/);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.text()).toContain('<title>playground</title>');
    },
  );

  it('its files may be cached forever', async () => {
    const response = await playground.visit().get('/assets/main-abc123.js');
    expect(response.headers.get('cache-control')).toContain('immutable');
  });

  it("a file of an earlier build doesn't return the page", async () => {
    expect((await playground.visit().get('/assets/main-gone.js')).status).toBe(404);
  });

  it("an unknown path of the API doesn't return the page", async () => {
    const response = await playground.visit().get('/api/elsewhere');
    expect(response.status).toBe(404);
    expect(await json(response)).toEqual({ code: 'not_found' });
  });
});

describe('settings', () => {
  it('are stored per user, one at a time', async () => {
    const { visitor } = await signUp();
    const initial = { digest: 'weekly', signature: '', notifies: true };
    expect(await json(visitor.get('/api/settings'))).toEqual({ settings: initial });
    const changed = { settings: { ...initial, notifies: false } };
    expect(await json(visitor.send('PATCH', '/api/settings', { notifies: false }))).toEqual(changed);
    expect(await json(visitor.get('/api/settings'))).toEqual(changed);
    expect(await json((await signUp()).visitor.get('/api/settings'))).toEqual({ settings: initial });
  });

  it.each([{ digest: 'hourly' }, { signature: 'x'.repeat(201) }, { notifies: 'yes' }])(
    'reject %j',
    async (body) => {
      expect((await member.send('PATCH', '/api/settings', body)).status).toBe(422);
    },
  );

  it('are rejected in maintenance, and require a signed-in user', async () => {
    await playground.setService('maintenance');
    expect((await member.send('PATCH', '/api/settings', { notifies: false })).status).toBe(503);
    expect((await member.get('/api/settings')).status).toBe(200);
    expect((await playground.visit().get('/api/settings')).status).toBe(401);
  });
});

describe('pictures', () => {
  const upload = (visitor: Visitor, type: string, bytes: number) =>
    visitor.post('/api/pictures', type, new Uint8Array(bytes));

  it('are stored, and served with their type', async () => {
    const answer = await upload(member, 'image/png', 20);
    expect(answer.status).toBe(201);
    const { url } = v.parse(v.object({ url: v.string() }), await json(answer));
    const picture = await playground.visit().get(url);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(picture.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await picture.arrayBuffer()).byteLength).toBe(20);
  });

  it.each([
    ['text/html', 20, 415],
    ['image/png', 1_000_001, 413],
  ])('are not %s of %i bytes', async (type, bytes, status) => {
    expect((await upload(member, type, bytes)).status).toBe(status);
  });

  it('require a signed-in user to store one, and have unguessable URLs', async () => {
    expect((await upload(playground.visit(), 'image/png', 20)).status).toBe(401);
    expect((await playground.visit().get('/api/pictures/1')).status).toBe(404);
  });
});

describe('organizations', () => {
  it('keep working after a maintenance, and invite users with an email that the panel shows', async () => {
    const { visitor } = await signUp();
    const create = (slug: string) =>
      visitor.send('POST', '/api/auth/organization/create', { name: 'Engines', slug });
    const { id } = v.parse(v.object({ id: v.string() }), await json(create('engines')));
    const invitation = { organizationId: id, email: 'grace@example.com', role: 'member' };
    await visitor.send('POST', '/api/auth/organization/invite-member', invitation);
    expect(await json(visitor.get('/service'))).toMatchObject({
      letters: [{ to: 'grace@example.com', subject: 'Join Engines', text: 'Person invites you.' }],
    });

    await playground.setService('maintenance');
    const activate = await visitor.send('POST', '/api/auth/organization/set-active', { organizationId: id });
    expect(activate.status).toBe(200);
    expect((await create('other-engines')).status).toBe(503);
  });
});

test("the panel's mailbox shows codes", async () => {
  const { email, visitor } = await signUp();
  const body = { email, type: 'sign-in' };
  expect((await visitor.send('POST', '/api/auth/email-otp/send-verification-otp', body)).status).toBe(200);
  expect(await json(visitor.get('/service'))).toMatchObject({
    letters: expect.arrayContaining([
      { to: email, subject: 'Your code to sign in', text: expect.stringMatching(/^\d{6}$/) as unknown },
    ]) as unknown,
  });
});
