// @vitest-environment node
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { fileStorage } from '../../src/gate/fileStorage.ts';
import { createMaintenanceSwitch } from '../../src/gate/createMaintenanceSwitch.ts';
import { parseServiceStatus } from '../../src/protocol/serviceStatus.ts';
import { buildForNode } from '../support/buildForNode.ts';
import { createRedisServer, hasRedis, type RedisServer } from '../support/redisServer.ts';
import { runProcess } from '../support/runProcess.ts';

let cli = '';
let gateProcess = '';
const children = new Set<ChildProcess>();

beforeAll(async () => {
  [cli, gateProcess] = await Promise.all([
    buildForNode('src/cli/main.ts'),
    buildForNode('test/gate/gateProcess.ts'),
  ]);
});
afterAll(async () => {
  for (const child of children) child.kill();
  await Promise.all([cli, gateProcess].map((file) => rm(file, { force: true })));
});

interface GateProcess {
  readonly origin: string;
  /** Resolves to the status of a mutation. */
  readonly post: () => Promise<number>;
  /** The lines that the process has logged. */
  readonly log: () => readonly string[];
}

/** Starts a server behind a gate in a process of its own. */
async function startGate(address: string): Promise<GateProcess> {
  const child = spawn(process.execPath, [gateProcess, address]);
  children.add(child);
  const lines: string[] = [];
  const port = await new Promise<number>((resolve, reject) => {
    let text = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      lines.splice(0, Infinity, ...text.split('\n').slice(0, -1));
      const [first] = lines;
      if (first !== undefined) resolve((JSON.parse(first) as { port: number }).port);
    });
    child.once('close', () => reject(new Error(`The gate ended: ${text}`)));
  });
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    post: async () => (await fetch(origin, { method: 'POST' })).status,
    log: () => lines.slice(1),
  };
}

/** Starts two gates. Returns a function that resolves to the status of a mutation at each. */
async function startGates(address: string) {
  const gates = await Promise.all([startGate(address), startGate(address)]);
  return { gates, posts: () => Promise.all(gates.map((gate) => gate.post())) };
}

async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'switch-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  return directory;
}

describe('two gates with one file', () => {
  it('see a flip of a third process within a second', async () => {
    const path = join(await temporaryDirectory(), 'state', 'maintenance.json');
    const { gates, posts } = await startGates(path);
    expect(await posts()).toEqual([200, 200]);
    expect(await runProcess(cli, ['on', '--storage', `file:${path}`])).toMatchObject({ code: 0, stderr: '' });
    await delay(1000);
    expect(await posts()).toEqual([503, 503]);
    await createMaintenanceSwitch(fileStorage(path)).set({ mode: 'operational' });
    await expect.poll(posts).toEqual([200, 200]);
    expect(gates.map((gate) => gate.log())).toEqual([[], []]);
    expect(await readdir(dirname(path))).toEqual(['maintenance.json']);
  });
});

describe('a file', () => {
  it('is read whole while it is written', async () => {
    const storage = fileStorage(join(await temporaryDirectory(), 'maintenance.json'));
    const padding = 'x'.repeat(100_000);
    await storage.setItem('', { padding });
    for (let count = 0; count < 30; count += 1) {
      const reads = Array.from({ length: 5 }, () => storage.getItem(''));
      await storage.setItem('', { padding });
      for (const value of await Promise.all(reads)) expect(value).toEqual({ padding });
    }
  });

  it('is kept if it holds something else, or can’t be read', async () => {
    const directory = await temporaryDirectory();
    const path = join(directory, 'maintenance.json');
    await writeFile(path, 'mode: on');
    for (const unreadable of [path, directory]) {
      const service = createMaintenanceSwitch(fileStorage(unreadable));
      await expect(service.set({ mode: 'maintenance' })).rejects.toThrow('MK222');
    }
    expect(await readFile(path, 'utf8')).toBe('mode: on');
    expect(await fileStorage(join(directory, 'none.json')).getItem('')).toBeNull();
  });
});

if (!hasRedis)
  console.warn('Skipped: two gates with one Redis server. Install redis-server to run these tests.');

describe.skipIf(!hasRedis)('two gates with one Redis server', () => {
  let redis: RedisServer;
  let started: Awaited<ReturnType<typeof startGates>>;
  beforeAll(async () => {
    redis = await createRedisServer();
    await redis.start();
    started = await startGates(redis.url);
  });
  afterAll(() => redis.remove());

  it('read it twice a second at most, for any number of requests', async () => {
    const client = new Redis(redis.port, '127.0.0.1');
    onTestFinished(() => client.disconnect());
    const reads = async () =>
      Number(/cmdstat_get:calls=(\d+)/.exec(await client.info('commandstats'))?.[1] ?? 0);
    const startedAt = performance.now();
    const requests = started.gates.flatMap((gate) => Array.from({ length: 50 }, () => gate.post()));
    expect(new Set(await Promise.all(requests))).toEqual(new Set([200]));
    const halfSeconds = Math.ceil((performance.now() - startedAt) / 500);
    expect(await reads()).toBeGreaterThanOrEqual(2);
    expect(await reads()).toBeLessThanOrEqual(2 * (halfSeconds + 1));
  });

  it('see a flip of a third process within a second, serve the same document, and push it', async () => {
    const { gates, posts } = started;
    const streams = await Promise.all(gates.map(({ origin }) => fetch(`${origin}/maintenance/events`)));
    const command = ['on', '--retry-after', '120', '--storage', redis.url];
    expect(await runProcess(cli, command)).toMatchObject({ code: 0, stderr: '' });
    await delay(1000);
    expect(await posts()).toEqual([503, 503]);

    const [first, second] = await Promise.all(
      gates.map(async ({ origin }) => (await fetch(`${origin}/maintenance`)).text()),
    );
    expect(parseServiceStatus(first)).toMatchObject({ mode: 'maintenance', retryAfter: 120 });
    expect(second).toBe(first);
    for (const stream of streams) {
      let text = '';
      const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
      while (!text.includes('"mode":"maintenance"')) text += (await reader?.read())?.value ?? '';
      await reader?.cancel();
    }
  });

  it('keep the last known state while it is gone, log one line, and follow it again', async () => {
    const { gates, posts } = started;
    await redis.stop();
    for (let request = 0; request < 2; request += 1) {
      await delay(500);
      expect(await posts()).toEqual([503, 503]);
    }
    for (const gate of gates) expect(gate.log()).toEqual([expect.stringContaining('MK221')]);
    const { code, stderr } = await runProcess(cli, ['off', '--storage', redis.url]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('ECONNREFUSED')]);

    await redis.start();
    expect(await posts()).toEqual([503, 503]);
    expect(await runProcess(cli, ['off', '--storage', redis.url])).toMatchObject({ code: 0 });
    await expect.poll(posts).toEqual([200, 200]);
    for (const gate of gates) expect(gate.log()).toHaveLength(1);
  });
});
