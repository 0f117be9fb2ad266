import type { ReactElement } from 'react';
import SuperTokens, { SuperTokensWrapper } from 'supertokens-auth-react';
import EmailPassword from 'supertokens-auth-react/recipe/emailpassword';
import { EmailPasswordPreBuiltUI } from 'supertokens-auth-react/recipe/emailpassword/prebuiltui';
import Session from 'supertokens-auth-react/recipe/session';
import { AuthPage } from 'supertokens-auth-react/ui';

SuperTokens.init({
  appInfo: {
    appName: 'Benchmarks',
    apiDomain: location.origin,
    websiteDomain: location.origin,
    apiBasePath: '/auth',
    websiteBasePath: '/',
  },
  useShadowDom: false,
  recipeList: [EmailPassword.init(), Session.init()],
});

export const createForm = (): ReactElement => (
  <SuperTokensWrapper>
    <AuthPage preBuiltUIList={[EmailPasswordPreBuiltUI]} factors={['emailpassword']} isSignUp={false} />
  </SuperTokensWrapper>
);
