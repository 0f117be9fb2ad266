import {
  createMaintenanceMonitor,
  MaintenanceProvider,
  useMaintenance,
  type MaintenanceState,
} from 'maintenance-kit';
import { memo, type ReactElement } from 'react';
import type { Subjects } from './changes.ts';
import { createSwitch } from './createSwitch.ts';
import { setMaintenance } from './setMaintenance.ts';
import { render, rested, stage } from './stage.ts';

const COUNT = 10_000;

let renders = 0;

const isOn = (state: MaintenanceState): boolean => state.status === 'maintenance';

const Consumer = memo(function Consumer(): ReactElement {
  renders += 1;
  return <p>{useMaintenance(isOn) ? 'paused' : 'open'}</p>;
});

const { useIsOn, set } = createSwitch();

const Bare = memo(function Bare(): ReactElement {
  return <p>{useIsOn() ? 'paused' : 'open'}</p>;
});

/** A change of state with 10,000 consumers, and a loop that changes as many elements. */
export async function createConsumers(): Promise<Subjects> {
  const monitor = createMaintenanceMonitor();
  const kit = stage(true);
  render(
    kit.root,
    <MaintenanceProvider monitor={monitor} watch={false}>
      {Array.from({ length: COUNT }, (_, at) => (
        <Consumer key={at} />
      ))}
    </MaintenanceProvider>,
  );
  const bare = stage(true);
  render(
    bare.root,
    Array.from({ length: COUNT }, (_, at) => <Bare key={at} />),
  );
  const raw = stage(true);
  const texts = Array.from({ length: COUNT }, () => {
    const text = document.createTextNode('open');
    raw.element.appendChild(document.createElement('p')).append(text);
    return text;
  });
  await rested();

  let [isPaused, isBarePaused] = [false, false];
  return {
    async 'raw DOM'() {
      const next = texts[0]?.data === 'open' ? 'paused' : 'open';
      for (const text of texts) text.data = next;
      await rested();
    },
    async 'React alone'() {
      isBarePaused = !isBarePaused;
      set(isBarePaused);
      await rested();
    },
    async kit() {
      renders = 0;
      isPaused = !isPaused;
      await setMaintenance(monitor, isPaused);
      await rested();
      if (renders !== COUNT)
        throw new Error(`${renders} renders for a change that ${COUNT} components read.`);
    },
    async 'kit, a change that nothing reads'() {
      renders = 0;
      await setMaintenance(monitor, isPaused);
      await rested();
      if (renders > 0) throw new Error(`${renders} renders for a change that no component reads.`);
    },
  };
}
