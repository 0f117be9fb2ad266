import * as v from 'valibot';

type Answer<Data> = v.GenericSchema<unknown, Data>;

/** The answers that several endpoints of better-auth share. */
export const succeeded: Answer<{ success: true }> = v.object({ success: v.literal(true) });
export const acknowledged: Answer<{ status: true }> = v.object({ status: v.literal(true) });
export const identified: Answer<{ id: string }> = v.object({ id: v.string() });
export const signedIn: Answer<{ user: { id: string } }> = v.object({ user: identified });
export const redirected: Answer<{ url: string }> = v.object({ url: v.string() });

export interface UserBody {
  id: string;
  name?: string | null | undefined;
  username?: string | null | undefined;
  email?: string | null | undefined;
  emailVerified: boolean;
  image?: string | null | undefined;
  twoFactorEnabled: boolean;
  /** The members that the server's `user.additionalFields` and its plugins add. */
  [name: string]: unknown;
}

const user = v.looseObject({
  id: v.string(),
  name: v.nullish(v.string()),
  username: v.nullish(v.string()),
  email: v.nullish(v.string()),
  emailVerified: v.nullish(v.boolean(), false),
  image: v.nullish(v.string()),
  twoFactorEnabled: v.nullish(v.boolean(), false),
});

/** The answer of `get-session` for a user who is signed in. */
export const currentSession: Answer<{
  session: { id: string; activeOrganizationId?: string | null | undefined };
  user: UserBody;
}> = v.object({
  session: v.object({ id: v.string(), activeOrganizationId: v.nullish(v.string()) }),
  user,
});
