import { useEffect } from 'react';
import {
  Links,
  Outlet,
  Scripts,
  useRouteError,
  useRouteLoaderData,
  type LoaderFunctionArgs,
} from 'react-router';
import {
  MaintenanceBanner,
  MaintenanceProvider,
  ServiceUnavailable,
  SignedIn,
  SignedOut,
  type AuthAdapter,
  type AuthSession,
} from 'maintenance-kit';
import { isMaintenanceError } from 'maintenance-kit/protocol';
import { readMaintenanceState } from 'maintenance-kit/server';
import type { ReactNode } from 'react';
import 'maintenance-kit/styles.css';
import { monitor } from './monitor';
import { askService, readSession } from './service';

const adapter: AuthAdapter = {
  name: 'own',
  baseUrl: '/',
  loadSession: async () => (await (await fetch('/session')).json()) as AuthSession | null,
};

export async function loader({ request }: LoaderFunctionArgs) {
  return {
    maintenance: await readMaintenanceState(await askService('/status')),
    session: readSession(request),
  };
}

// The boundary is inside of the layout, so it has the provider too.
export function Layout({ children }: { readonly children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root');
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <Links />
      </head>
      <body>
        <MaintenanceProvider
          monitor={monitor}
          adapter={adapter}
          initialState={data?.maintenance}
          initialSession={data?.session}
        >
          <MaintenanceBanner />
          <SignedIn>
            <p>Signed in as {data?.session?.user.name}</p>
          </SignedIn>
          <SignedOut>
            <p>Signed out</p>
          </SignedOut>
          {children}
        </MaintenanceProvider>
        <Scripts />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  useEffect(() => void monitor.report(error, { kind: 'read' }), [error]);
  return isMaintenanceError(error) ? <ServiceUnavailable /> : <h1>Something went wrong</h1>;
}
