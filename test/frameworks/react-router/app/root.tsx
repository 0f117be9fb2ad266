import { useEffect } from 'react';
import { Links, Outlet, Scripts, useRouteError, useRouteLoaderData } from 'react-router';
import { MaintenanceBanner, MaintenanceProvider, ServiceUnavailable } from 'maintenance-kit';
import { isMaintenanceError } from 'maintenance-kit/protocol';
import { readMaintenanceState } from 'maintenance-kit/server';
import type { ReactNode } from 'react';
import 'maintenance-kit/styles.css';
import { monitor } from './monitor';
import { askService } from './service';

export async function loader() {
  return { maintenance: await readMaintenanceState(await askService('/status')) };
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
        <MaintenanceProvider monitor={monitor} initialState={data?.maintenance}>
          <MaintenanceBanner />
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
