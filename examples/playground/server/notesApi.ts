import { randomUUID } from 'node:crypto';
import type { Client } from '@libsql/client';
import { Hono } from 'hono';
import * as v from 'valibot';
import type { Auth } from './createAuth.ts';
import { signedInAs, type SignedIn } from './signedInAs.ts';

const newNote = v.object({ text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)) });

/** The application's own data: short notes of the signed-in user. */
export async function createNotesApi(database: Client, auth: Auth): Promise<Hono<SignedIn>> {
  await database.execute(
    'create table if not exists note (id text primary key, userId text not null, text text not null, createdAt integer not null)',
  );

  return new Hono<SignedIn>()
    .use(signedInAs(auth))
    .get('/', async (context) => {
      const { rows } = await database.execute({
        sql: 'select id, text, createdAt from note where userId = ? order by createdAt desc, rowid desc',
        args: [context.var.userId],
      });
      return context.json({ notes: rows.map(({ id, text, createdAt }) => ({ id, text, createdAt })) });
    })
    .post('/', async (context) => {
      const body: unknown = await context.req.json().catch(() => undefined);
      const parsed = v.safeParse(newNote, body);
      if (!parsed.success) return context.json({ code: 'invalid_note' }, 422);
      const note = { id: randomUUID(), text: parsed.output.text, createdAt: Date.now() };
      await database.execute({
        sql: 'insert into note (id, userId, text, createdAt) values (?, ?, ?, ?)',
        args: [note.id, context.var.userId, note.text, note.createdAt],
      });
      return context.json({ note }, 201);
    });
}
