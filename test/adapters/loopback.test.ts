// @vitest-environment node
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { startLoopback } from './loopback.ts';

// A browser opens connections in advance.
test('a server closes while a client holds a connection on which it has sent nothing', async () => {
  const server = await startLoopback(() => new Response());
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
  await once(socket, 'connect');
  const ended = once(socket, 'close');
  await server.close();
  await ended;
  expect(socket.destroyed).toBe(true);
});
