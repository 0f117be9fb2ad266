import 'maintenance-kit/styles.css';
import { createMaintenanceMonitor, MaintenanceBanner, MaintenanceProvider } from 'maintenance-kit';
import type { Series } from '../measure/interleave.ts';
import { painted, render, stage } from './stage.ts';

/** Counts the frames from a 503 to the frame that paints the banner. */
export async function measureBanner(rounds: number): Promise<Series> {
  const frames: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    globalThis.fetch = () =>
      Promise.resolve(
        Response.json(
          { code: 'maintenance_mode', shortMessage: 'Paused', longMessage: 'Paused' },
          { status: 503, headers: { 'retry-after': '3600' } },
        ),
      );
    const page = stage();
    render(
      page.root,
      <MaintenanceProvider monitor={createMaintenanceMonitor()}>
        <MaintenanceBanner />
      </MaintenanceProvider>,
    );
    await painted();
    await fetch('/api/notes', { method: 'POST' });
    frames.push(await framesUntil(() => (page.element.querySelector('section')?.offsetHeight ?? 0) > 0));
    page.clear();
    await painted();
  }
  return { frames };
}

/** Counts the frames that begin until the condition is met. The one in which it is met paints it. */
async function framesUntil(isMet: () => boolean): Promise<number> {
  for (let frame = 1; frame < 100; frame += 1) {
    const isShown = await new Promise<boolean>((resolve) => {
      requestAnimationFrame(() => resolve(isMet()));
    });
    if (isShown) return frame;
  }
  throw new Error('The banner does not appear.');
}
