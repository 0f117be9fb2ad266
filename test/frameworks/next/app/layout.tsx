import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { readMaintenanceState } from 'maintenance-kit/server';
import 'maintenance-kit/styles.css';
import { Providers } from './providers';
import { askService, readSession, service } from './service';

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  if ((await cookies()).has('broken-layout')) await askService('/notes');
  const status = await fetch(`${service}/status`, { cache: 'no-store' });
  return (
    <html lang="en">
      <body>
        <Providers initialState={await readMaintenanceState(status)} initialSession={await readSession()}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
