import { randomUUID } from 'node:crypto';
import type { Client } from '@libsql/client';
import { Hono } from 'hono';
import * as v from 'valibot';
import type { Auth } from './createAuth.ts';

const newNote = v.object({ text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)) });

/** The application's own data: short notes of the person who is signed in. */
export async function createNotesApi(database: Client, auth: Auth): Promise<Hono> {
  await database.execute(
    'create table if not exists note (id text primary key, userId text not null, text text not null, createdAt integer not null)',
  );
  const userIdOf = async (headers: Headers) => (await auth.api.getSession({ headers }))?.user.id;

  return new Hono()
    .get('/', async (context) => {
      const userId = await userIdOf(context.req.raw.headers);
      if (userId === undefined) return context.json({ code: 'signed_out' }, 401);
      const { rows } = await database.execute({
        sql: 'select id, text, createdAt from note where userId = ? order by createdAt desc, rowid desc',
        args: [userId],
      });
      return context.json({ notes: rows.map(({ id, text, createdAt }) => ({ id, text, createdAt })) });
    })
    .post('/', async (context) => {
      const userId = await userIdOf(context.req.raw.headers);
      if (userId === undefined) return context.json({ code: 'signed_out' }, 401);
      const body: unknown = await context.req.json().catch(() => undefined);
      const parsed = v.safeParse(newNote, body);
      if (!parsed.success) return context.json({ code: 'invalid_note' }, 422);
      const note = { id: randomUUID(), text: parsed.output.text, createdAt: Date.now() };
      await database.execute({
        sql: 'insert into note (id, userId, text, createdAt) values (?, ?, ?, ?)',
        args: [note.id, userId, note.text, note.createdAt],
      });
      return context.json({ note }, 201);
    });
}
