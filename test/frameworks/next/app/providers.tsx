'use client';

import {
  MaintenanceBanner,
  MaintenanceProvider,
  type AuthAdapter,
  type MaintenanceProviderProps,
} from 'maintenance-kit';
import { readServiceCheck } from 'maintenance-kit/protocol';

const adapter: AuthAdapter = {
  name: 'own',
  baseUrl: '/api',
  loadSession: async () => (await fetch('/api/session')).json(),
  checkService: async ({ signal = null } = {}) =>
    readServiceCheck(await fetch('/api/maintenance', { cache: 'no-store', signal })),
};

/** An adapter has functions, which a server component can't pass on. */
export function Providers({
  children,
  ...props
}: Pick<MaintenanceProviderProps, 'initialState' | 'initialSession' | 'children'>) {
  return (
    <MaintenanceProvider adapter={adapter} {...props}>
      <MaintenanceBanner />
      {children}
    </MaintenanceProvider>
  );
}
