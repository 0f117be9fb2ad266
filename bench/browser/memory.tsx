import { createMaintenanceMonitor, MaintenanceBanner, MaintenanceProvider, SignIn } from 'maintenance-kit';
import { createInMemoryAuth } from 'maintenance-kit/testing';
import type { Series } from '../measure/interleave.ts';
import { setMaintenance } from './setMaintenance.ts';
import { render, stage, turn } from './stage.ts';

const { adapter } = createInMemoryAuth();
const monitor = createMaintenanceMonitor();
const page = stage();

/** Repeats each thing that an application does for days: it mounts forms, sends requests and meets maintenances. */
export async function repeat(rounds: number): Promise<Series> {
  globalThis.fetch = () => Promise.resolve(new Response('{}', { status: 200 }));
  for (let round = 0; round < rounds; round += 1) {
    const child = stage();
    render(
      child.root,
      <MaintenanceProvider adapter={adapter}>
        <SignIn />
      </MaintenanceProvider>,
    );
    await turn();
    child.clear();
    render(
      page.root,
      <MaintenanceProvider monitor={monitor} adapter={adapter}>
        <MaintenanceBanner />
        <SignIn />
      </MaintenanceProvider>,
    );
    for (let request = 0; request < 40; request += 1) await fetch(`/api/notes/${request}`);
    for (let change = 0; change < 10; change += 1) await setMaintenance(monitor, change % 2 === 0);
    await turn();
  }
  return { rounds: [rounds] };
}
