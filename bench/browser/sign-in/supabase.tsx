import { Auth } from '@supabase/auth-ui-react';
import { ThemeSupa } from '@supabase/auth-ui-shared';
import { createClient } from '@supabase/supabase-js';
import type { ReactElement } from 'react';

const client = createClient('http://127.0.0.1:1', 'anonymous', {
  auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
});

export const createForm = (): ReactElement => (
  <Auth supabaseClient={client} appearance={{ theme: ThemeSupa }} providers={[]} />
);
