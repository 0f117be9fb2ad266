/* A server behind a gate, in a process of its own. Its argument is the address of the switch's storage. */
import { createServer } from 'node:http';
import type { Redis } from 'ioredis';
import { createStorage, type Storage } from 'unstorage';
import redisDriver from 'unstorage/drivers/redis';
import { createMaintenanceGate, createMaintenanceSwitch, nodeMiddleware } from 'maintenance-kit/gate';
import { fileStorage } from '../../src/gate/fileStorage.ts';

/** Creates a storage on a Redis server. */
function redisStorage(url: string): Storage {
  const driver = redisDriver({ url });
  // The switch reports an outage once. Without a listener, ioredis logs every attempt to connect.
  (driver.getInstance?.() as Redis | undefined)?.on('error', () => {});
  return createStorage({ driver });
}

const address = process.argv[2] ?? '';
const storage = address.startsWith('redis:') ? redisStorage(address) : fileStorage(address);
const gate = createMaintenanceGate({
  switch: createMaintenanceSwitch(storage),
  checkPath: '/maintenance',
  eventsPath: '/maintenance/events',
});
const guarded = nodeMiddleware(gate);
const server = createServer((incoming, outgoing) =>
  guarded(incoming, outgoing, () => outgoing.end('passed')),
);
server.listen(0, '127.0.0.1', () => {
  const bound = server.address();
  console.warn(JSON.stringify({ port: typeof bound === 'object' ? bound?.port : undefined }));
});
