import { NextResponse, type NextRequest } from 'next/server';
import { createMaintenanceGate } from 'maintenance-kit/gate';
import { parseServiceStatus } from 'maintenance-kit/protocol';

const gate = createMaintenanceGate({
  isActive: async () => {
    const response = await fetch(`${process.env['SERVICE_URL']}/status`, { cache: 'no-store' });
    return parseServiceStatus(await response.text())?.mode !== 'operational';
  },
  retryAfter: 1,
  checkPath: '/api/maintenance',
});

export async function proxy(request: NextRequest) {
  return (await gate.reject(request)) ?? NextResponse.next();
}

export const config = { matcher: '/api/:path*' };
