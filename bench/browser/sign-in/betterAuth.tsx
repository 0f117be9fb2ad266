import { AuthUIProvider, AuthView } from '@daveyplate/better-auth-ui';
import { createAuthClient } from 'better-auth/react';
import type { ReactElement } from 'react';

const authClient = createAuthClient({ baseURL: location.origin });

export const createForm = (): ReactElement => (
  <AuthUIProvider authClient={authClient} navigate={() => {}} replace={() => {}}>
    <AuthView view="SIGN_IN" />
  </AuthUIProvider>
);
