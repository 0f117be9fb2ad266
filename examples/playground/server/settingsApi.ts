import type { Client } from '@libsql/client';
import { Hono } from 'hono';
import * as v from 'valibot';
import type { Auth } from './createAuth.ts';
import { signedInAs, type SignedIn } from './signedInAs.ts';

const settings = v.object({
  digest: v.picklist(['daily', 'weekly', 'never']),
  signature: v.pipe(v.string(), v.trim(), v.maxLength(200)),
  notifies: v.boolean(),
});

const stored = v.object({ chosen: v.pipe(v.string(), v.parseJson(), settings) });

type Settings = v.InferOutput<typeof settings>;

const defaults: Settings = { digest: 'weekly', signature: '', notifies: true };

/** The signed-in user's settings. */
export async function createSettingsApi(database: Client, auth: Auth): Promise<Hono<SignedIn>> {
  await database.execute(
    'create table if not exists settings (userId text primary key, chosen text not null)',
  );

  async function load(userId: string): Promise<Settings> {
    const { rows } = await database.execute({
      sql: 'select chosen from settings where userId = ?',
      args: [userId],
    });
    return rows[0] ? v.parse(stored, rows[0]).chosen : defaults;
  }

  return new Hono<SignedIn>()
    .use(signedInAs(auth))
    .get('/', async (context) => context.json({ settings: await load(context.var.userId) }))
    .patch('/', async (context) => {
      const body: unknown = await context.req.json().catch(() => undefined);
      const parsed = v.safeParse(settings, { ...(await load(context.var.userId)), ...Object(body) });
      if (!parsed.success) return context.json({ code: 'invalid_settings' }, 422);
      const chosen = parsed.output;
      await database.execute({
        sql: 'insert into settings (userId, chosen) values (?, ?) on conflict (userId) do update set chosen = excluded.chosen',
        args: [context.var.userId, JSON.stringify(chosen)],
      });
      return context.json({ settings: chosen });
    });
}
