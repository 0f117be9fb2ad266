// @vitest-environment node
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { readSettings, type Settings } from '../../examples/playground/server/readSettings.ts';
import { startPlayground } from '../../examples/playground/server/startPlayground.ts';
import { StartError } from '../../examples/playground/server/StartError.ts';
import { temporaryFolder, visit } from './startTemporaryPlayground.ts';

let folder: string;
let settings: Settings;
let remove: () => void;

beforeEach(() => {
  ({ folder, settings, remove } = temporaryFolder());
});

afterEach(() => remove());

async function startErrorOf(changes: Partial<Settings>): Promise<string> {
  const error: unknown = await startPlayground({ ...settings, ...changes }).then(
    () => 'it started',
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartError);
  return error instanceof StartError ? error.message : '';
}

describe("the server names in one sentence why it can't start", () => {
  it('a port that is taken', async () => {
    const { address, close } = await startPlayground(settings);
    const port = Number(new URL(address).port);
    expect(await startErrorOf({ port })).toBe(
      `Port ${port} of 127.0.0.1 is taken: choose another with PORT.`,
    );
    await close();
  });

  it('a host of another machine', async () => {
    expect(await startErrorOf({ host: '192.0.2.1' })).toBe(
      '192.0.2.1 cannot be listened on (EADDRNOTAVAIL): choose another address with HOST.',
    );
  });

  it("a data folder that isn't writable", async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const data = join(file, 'data');
    expect(await startErrorOf({ databaseUrl: `file:${join(data, 'playground.db')}` })).toBe(
      `The folder ${data} cannot be written: choose another with DATABASE_URL.`,
    );
  });

  it("a file that isn't a database", async () => {
    const file = join(folder, 'notes.txt');
    writeFileSync(
      file,
      'Not a database, and long enough to have a header that could be read as one. '.repeat(20),
    );
    expect(await startErrorOf({ databaseUrl: `file:${file}` })).toBe(
      `The database file:${file} cannot be opened for writing: check DATABASE_URL and the rights of its folder.`,
    );
  });

  it('an unreachable database server, without its token', async () => {
    // Port 9 (discard) is closed on every ordinary machine.
    expect(await startErrorOf({ databaseUrl: 'http://127.0.0.1:9/?authToken=secret' })).toBe(
      'The database at http://127.0.0.1:9 cannot be reached: check DATABASE_URL and DATABASE_AUTH_TOKEN.',
    );
  });

  it("an address that isn't a database's", async () => {
    expect(await startErrorOf({ databaseUrl: 'the usual one' })).toBe(
      'The database at DATABASE_URL cannot be reached: check DATABASE_URL and DATABASE_AUTH_TOKEN.',
    );
  });

  it("a client that wasn't built", async () => {
    const clientFolder = join(folder, 'nowhere');
    expect(await startErrorOf({ clientFolder })).toBe(
      `The client is not built: ${clientFolder} holds no index.html. Run npm run build:playground.`,
    );
  });
});

test('a failed start leaves the port free', async () => {
  const { address, close } = await startPlayground(settings);
  const port = Number(new URL(address).port);
  await close();
  await startErrorOf({ port, databaseUrl: 'http://127.0.0.1:9' });
  const again = await startPlayground({ ...settings, port });
  expect(again.address).toBe(address);
  await again.close();
});

test('users stay signed in after a restart', async () => {
  const first = await startPlayground(settings);
  const port = Number(new URL(first.address).port);
  const visitor = visit(first.address);
  const person = { name: 'Person', email: 'person@example.com', password: 'correct horse battery' };
  expect((await visitor.send('POST', '/api/auth/sign-up/email', person)).status).toBe(200);
  await first.close();

  const second = await startPlayground({ ...settings, port });
  expect(await (await visitor.get('/api/auth/get-session')).json()).toMatchObject({
    user: { email: person.email },
  });
  await second.close();
});

test.skipIf(process.platform === 'win32')('only the owner of the file can read the secret', async () => {
  await (await startPlayground(settings)).close();
  expect(statSync(join(settings.dataFolder, 'auth-secret')).mode & 0o777).toBe(0o600);
});

test('the secret is created once, beside the database', async () => {
  const path = join(settings.dataFolder, 'auth-secret');
  await (await startPlayground(settings)).close();
  const secret = readFileSync(path, 'utf8');
  await (await startPlayground(settings)).close();
  expect(readFileSync(path, 'utf8')).toBe(secret);
  expect(secret.length).toBeGreaterThanOrEqual(32);
});

test('a secret from the environment is never written to a file', async () => {
  const secret = 'a secret of thirty-two characters or more';
  await (await startPlayground({ ...settings, secret })).close();
  expect(() => statSync(join(settings.dataFolder, 'auth-secret'))).toThrow(/ENOENT/);
});

describe('settings', () => {
  it('have defaults', () => {
    expect(readSettings({})).toMatchObject({
      port: 4321,
      host: '127.0.0.1',
      databaseUrl: expect.stringMatching(/^file:.*playground\.db$/) as unknown,
    });
  });

  it('come from the environment', () => {
    const env = {
      PORT: '0',
      HOST: 'localhost',
      DATABASE_URL: 'libsql://db.example',
      DATABASE_AUTH_TOKEN: 'token',
      BETTER_AUTH_SECRET: 'secret',
    };
    expect(readSettings(env)).toMatchObject({
      port: 0,
      host: 'localhost',
      databaseUrl: 'libsql://db.example',
      databaseToken: 'token',
      secret: 'secret',
    });
  });

  it('use their defaults if they are empty', () => {
    const env = { PORT: '', HOST: '', DATABASE_URL: '', DATABASE_AUTH_TOKEN: '', BETTER_AUTH_SECRET: '' };
    expect(readSettings(env)).toEqual(readSettings({}));
  });

  it.each(['http', '-1', '65536', '80.5'])('reject the port %s', (port) => {
    expect(() => readSettings({ PORT: port })).toThrow(
      `PORT must be a whole number from 0 to 65535, but it is "${port}".`,
    );
  });
});
