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

/** Stores the pictures of users and organizations. Their URLs are public. */
export async function createPicturesApi(database: Client, auth: Auth): Promise<Hono<SignedIn>> {
  await database.execute(
    'create table if not exists picture (id text primary key, type text not null, bytes blob not null)',
  );
  const rejection = { code: 'file_rejected' };

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
        // The rest of the body isn't read, so the connection can't be reused.
        onError: (context) => context.json(rejection, 413, { Connection: 'close' }),
      }),
      async (context) => {
        const type = context.req.header('content-type') ?? '';
        if (!types.has(type)) return context.json(rejection, 415);
        const id = randomUUID();
        await database.execute({
          sql: 'insert into picture (id, type, bytes) values (?, ?, ?)',
          args: [id, type, await context.req.arrayBuffer()],
        });
        return context.json({ url: `/api/pictures/${id}` }, 201);
      },
    );
}
