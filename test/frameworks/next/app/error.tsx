'use client';

import { useEffect } from 'react';
import { ServiceUnavailable, useMonitor } from 'maintenance-kit';
import { isMaintenanceError } from 'maintenance-kit/protocol';

export default function ErrorPage({ error }: { readonly error: Error & { readonly digest?: string } }) {
  const monitor = useMonitor();
  useEffect(() => void monitor.report(error, { kind: 'read' }), [monitor, error]);
  return isMaintenanceError(error) ? <ServiceUnavailable /> : <h1>Something went wrong</h1>;
}
