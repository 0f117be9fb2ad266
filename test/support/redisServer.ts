import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './freePort.ts';

/** Whether this machine has a Redis server. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

export interface RedisServer {
  readonly url: string;
  readonly port: number;
  start(): Promise<void>;
  /** Stops the server. Its values are there when it starts again. */
  stop(): Promise<void>;
  /** Stops the server and removes its values. */
  remove(): Promise<void>;
}

/** Creates a Redis server on a free port of the loopback interface. */
export async function createRedisServer(): Promise<RedisServer> {
  const port = await freePort();
  const directory = await mkdtemp(join(tmpdir(), 'redis-'));
  let server: ChildProcess | undefined;

  async function stop(): Promise<void> {
    const stopped = server;
    server = undefined;
    if (!stopped || stopped.exitCode !== null) return;
    const closed = new Promise<void>((resolve) => {
      stopped.once('close', () => resolve());
    });
    stopped.kill('SIGTERM');
    await closed;
  }

  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    async start() {
      // It saves its values when it stops.
      const options = { bind: '127.0.0.1', port: String(port), dir: directory, save: '3600 1' };
      const started = spawn(
        'redis-server',
        Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
      );
      server = started;
      await new Promise<void>((resolve, reject) => {
        let log = '';
        started.stdout.setEncoding('utf8').on('data', (text: string) => {
          log += text;
          if (log.includes('Ready to accept connections')) resolve();
        });
        started.once('close', () => reject(new Error(`The Redis server ended: ${log}`)));
      });
    },
    stop,
    async remove() {
      await stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
