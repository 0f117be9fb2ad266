import { Authenticator } from '@aws-amplify/ui-react';
import { Amplify } from 'aws-amplify';
import type { ReactElement } from 'react';

Amplify.configure({
  Auth: { Cognito: { userPoolId: 'eu-central-1_abcdefghi', userPoolClientId: 'abcdefghijklmnopqrstuvwxyz' } },
});

/** Otherwise it asks its own storage, which takes longer. */
const services = {
  getCurrentUser: () => Promise.reject(new Error('No user is signed in.')),
};

export const createForm = (): ReactElement => <Authenticator services={services} />;
