/* A server behind a gate, in a process of its own. Its argument is the address of the switch's storage. */
import { createServer } from 'node:http';
import { createMaintenanceGate, createMaintenanceSwitch, nodeMiddleware } from 'maintenance-kit/gate';
import { fileStorage } from '../../src/gate/fileStorage.ts';
import { createRedisSwitch } from './redisStorage.ts';

const address = process.argv[2] ?? '';
const service = address.startsWith('redis:')
  ? createRedisSwitch(address)
  : createMaintenanceSwitch(fileStorage(address));
const gate = createMaintenanceGate({
  switch: service,
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
