import { randomUUID } from 'node:crypto';
import type { Client } from '@libsql/client';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import type { Auth } from './createAuth.ts';
import { signedInAs, type SignedIn } from './signedInAs.ts';

const stored = v.object({ type: v.string(), bytes: v.instance(ArrayBuffer) });
const MAX_BYTES = 1_000_000;
const types: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

/** Keeps the pictures of people and organisations. Whoever knows the address of one may see it. */
export async function createPicturesApi(database: Client, auth: Auth): Promise<Hono<SignedIn>> {
  await database.execute(
    'create table if not exists picture (id text primary key, type text not null, bytes blob not null)',
  );
  const refused = { code: 'file_rejected' };

  return new Hono<SignedIn>()
    .get('/:id', async (context) => {
      const { rows } = await database.execute({
        sql: 'select type, bytes from picture where id = ?',
        args: [context.req.param('id')],
      });
      const picture = v.safeParse(stored, rows[0]);
      if (!picture.success) return context.notFound();
      const { type, bytes } = picture.output;
      context.header('Content-Type', type);
      context.header('X-Content-Type-Options', 'nosniff');
      context.header('Cache-Control', 'private, max-age=31536000, immutable');
      return context.body(bytes);
    })
    .post(
      '/',
      signedInAs(auth),
      bodyLimit({
        maxSize: MAX_BYTES,
        // What is left of the body is not waited for, so nothing else can come on this connection.
        onError: (context) => context.json(refused, 413, { Connection: 'close' }),
      }),
      async (context) => {
        const type = context.req.header('content-type') ?? '';
        if (!types.has(type)) return context.json(refused, 415);
        const id = randomUUID();
        await database.execute({
          sql: 'insert into picture (id, type, bytes) values (?, ?, ?)',
          args: [id, type, await context.req.arrayBuffer()],
        });
        return context.json({ url: `/api/pictures/${id}` }, 201);
      },
    );
}
