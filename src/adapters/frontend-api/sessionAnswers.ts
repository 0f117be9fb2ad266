import * as v from 'valibot';
import type { AuthSession, AuthUser } from '../../auth/SessionPort.ts';
import { optionalText, type Answer } from './answer.ts';

const user = v.object({
  id: v.string(),
  first_name: optionalText,
  last_name: optionalText,
  image_url: optionalText,
  primary_email_address_id: optionalText,
  email_addresses: v.array(v.object({ id: v.string(), email_address: v.string() })),
});
const session = v.object({
  id: v.string(),
  status: v.string(),
  last_active_organization_id: optionalText,
  user: v.nullish(user),
});
const client = v.object({ sessions: v.array(session), last_active_session_id: optionalText });

/** Reads one session; `null` if it has ended. */
export const sessionAnswer: Answer<AuthSession | null> = v.pipe(
  v.object({ response: session }),
  v.transform(({ response }) => toSession(response)),
);

/** Reads the session of the client: the one it used last, else the first active one, else `null`. */
export const clientAnswer: Answer<AuthSession | null> = v.pipe(
  v.object({ response: v.nullable(client) }),
  v.transform(({ response }) => {
    const sessions = response?.sessions.map(toSession).filter((found) => found !== null) ?? [];
    return sessions.find(({ id }) => id === response?.last_active_session_id) ?? sessions[0] ?? null;
  }),
);

export const tokenAnswer: Answer<{ jwt: string }> = v.object({ jwt: v.string() });

function toSession(body: v.InferOutput<typeof session>): AuthSession | null {
  if (body.status !== 'active' || !body.user) return null;
  return {
    id: body.id,
    user: toUser(body.user),
    ...(body.last_active_organization_id && { organizationId: body.last_active_organization_id }),
  };
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
