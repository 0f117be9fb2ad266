'use client';

import { MaintenanceProvider, ServiceUnavailable } from 'maintenance-kit';
import { isMaintenanceError } from 'maintenance-kit/protocol';
import { maintenanceState } from 'maintenance-kit/server';

/** Replaces the layout, and its provider with it. */
export default function GlobalError({ error }: { readonly error: Error & { readonly digest?: string } }) {
  return (
    <html lang="en">
      <body>
        {isMaintenanceError(error) ? (
          <MaintenanceProvider initialState={maintenanceState({ mode: 'unavailable' })}>
            <ServiceUnavailable />
          </MaintenanceProvider>
        ) : (
          <h1>Something went wrong</h1>
        )}
      </body>
    </html>
  );
}
