import { createMaintenanceGate } from 'maintenance-kit/gate';
import { classifyRequest } from 'maintenance-kit/protocol';
import { maintenanceState } from 'maintenance-kit/server';

export const runtime = 'edge';

const gate = createMaintenanceGate({ isActive: true });

export async function GET(request: Request) {
  const rejected = await gate.reject(new Request(request.url, { method: 'POST' }));
  return Response.json({
    // Only the edge runtime has this global.
    runtime: 'EdgeRuntime' in globalThis,
    gate: rejected?.status,
    kind: classifyRequest({ method: 'POST', url: request.url }),
    state: maintenanceState().status,
  });
}
