import * as v from 'valibot';
import type { AuthSession, AuthUser } from '../auth/AuthAdapter.ts';

/** What an endpoint answers, as far as the kit reads it, in the kit's words. */
type Answer<Output> = v.GenericSchema<unknown, Output>;

const text = v.nullish(v.string());

const user = v.object({
  id: v.string(),
  first_name: text,
  last_name: text,
  image_url: text,
  primary_email_address_id: text,
  email_addresses: v.array(v.object({ id: v.string(), email_address: v.string() })),
});
const session = v.object({ id: v.string(), status: v.string(), user: v.nullish(user) });
const client = v.object({ sessions: v.array(session), last_active_session_id: text });

/** Of one session; `null` when it has ended. */
export const sessionAnswer: Answer<AuthSession | null> = v.pipe(
  v.object({ response: session }),
  v.transform(({ response }) => toSession(response)),
);

/** Of the client: the session that it used last, else the first active one, `null` when there is none. */
export const clientAnswer: Answer<AuthSession | null> = v.pipe(
  v.object({ response: v.nullable(client) }),
  v.transform(({ response }) => {
    const sessions = response?.sessions.map(toSession).filter((found) => found !== null) ?? [];
    return sessions.find(({ id }) => id === response?.last_active_session_id) ?? sessions[0] ?? null;
  }),
);

/** Of a sign-in or a sign-up: how far it has come. */
export const stepAnswer: Answer<{ response: { status: string } }> = v.object({
  response: v.object({ status: v.string() }),
});

export const tokenAnswer: Answer<{ jwt: string }> = v.object({ jwt: v.string() });

/** Of anything that only has to be done. */
export const doneAnswer: Answer<{ response: unknown }> = v.object({ response: v.unknown() });

function toSession(body: v.InferOutput<typeof session>): AuthSession | null {
  return body.status === 'active' && body.user ? { id: body.id, user: toUser(body.user) } : null;
}

function toUser(body: v.InferOutput<typeof user>): AuthUser {
  const addresses = body.email_addresses;
  const address = addresses.find(({ id }) => id === body.primary_email_address_id) ?? addresses[0];
  const name = [body.first_name, body.last_name].filter(Boolean).join(' ');
  return {
    id: body.id,
    ...(address && { email: address.email_address }),
    ...(name && { name }),
    ...(body.image_url && { imageUrl: body.image_url }),
  };
}
