import { createClient } from '@supabase/supabase-js';
import type { RequestRule } from '../../../src/protocol/index.ts';
import { second, type Client } from './Client.ts';

type Row = { id: number; text: string };

/** As `supabase gen types` generates it. */
type Database = {
  public: {
    Tables: {
      notes: { Row: Row; Insert: Partial<Row>; Update: Partial<Row>; Relationships: [] };
    };
    Views: { [name in never]: never };
    Functions: { [name in never]: never };
  };
};

/** The rule of a project whose URL has the path `base`. */
export const sessionRule = (base = ''): RequestRule => ({
  kind: 'session',
  method: 'POST',
  path: `${base}/auth/v1/token`,
  when: ({ url }) => String(url).includes('grant_type=refresh_token'),
});

const key = 'a-publishable-key';
const auth = () => ({
  persistSession: false,
  autoRefreshToken: false,
  detectSessionInUrl: false,
  // The SDK warns of two clients that share one.
  storageKey: crypto.randomUUID(),
});

export const openSupabase = (url: string): Client =>
  clientOf(createClient<Database>(url, key, { auth: auth() }));

export function openSupabaseWithoutRetries(url: string): Client {
  const supabase = createClient<Database>(url, key, { db: { retry: false }, auth: auth() });
  return clientOf(supabase);
}

/** Refreshes a session, as the client does before its token expires. */
export async function refreshSession(url: string): Promise<unknown> {
  const { data, error } = await createClient<Database>(url, key, { auth: auth() }).auth.refreshSession({
    refresh_token: 'a-refresh-token',
  });
  return error ?? data.user?.id;
}

function clientOf(supabase: ReturnType<typeof createClient<Database>>): Client {
  return {
    read: async () => await supabase.from('notes').select(),
    mutate: async () => await supabase.from('notes').insert(second).select(),
    replace: async () => await supabase.from('notes').upsert({ id: 2, ...second }),
  };
}
