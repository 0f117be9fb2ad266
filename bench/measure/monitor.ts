import { createMaintenanceMonitor } from 'maintenance-kit';
import { parseMaintenanceNotice } from 'maintenance-kit/protocol';
import { interleave, type Series } from './interleave.ts';
import { maintenanceOf } from './maintenance.ts';

/** Measures a change of state for each of 1,000 and 10,000 subscribers, in milliseconds for each subscriber. */
export function measureSubscribers(rounds: number): Promise<Series> {
  const subject = (count: number) => (): number => {
    const monitor = createMaintenanceMonitor();
    let calls = 0;
    const stops = Array.from({ length: count }, () =>
      monitor.subscribe(() => {
        calls += 1;
      }),
    );
    const started = performance.now();
    monitor.connect({ initialState: maintenanceOf(['']) })();
    const time = performance.now() - started;
    for (const stop of stops) stop();
    if (calls !== count) throw new Error(`${calls} of ${count} subscribers were called.`);
    return time / count;
  };
  return interleave({ '1,000': subject(1_000), '10,000': subject(10_000) }, { rounds, warmUp: 20 });
}

/** Measures how long hostile values take to be parsed, in milliseconds. */
export function measureHostileValues(rounds: number): Promise<Series> {
  const flat = { code: 'maintenance_mode', shortMessage: '', longMessage: '' };
  const values: Readonly<Record<string, unknown>> = {
    'JSON text of 10 MB': JSON.stringify({ ...flat, more: 'x'.repeat(10 * 1024 * 1024) }),
    'brackets without end': '['.repeat(60_000) + flat.code,
    'JSON text 5,000 deep': `${'{"cause":'.repeat(5_000)}"${flat.code}"${'}'.repeat(5_000)}`,
    'causes 10,000 deep': nested(10_000),
    'a list of 1,000,000 errors': Array.from({ length: 1_000_000 }, () => ({ code: 'other' })),
    'a million members': Object.fromEntries(Array.from({ length: 1_000_000 }, (_, at) => [`m${at}`, at])),
    'members without end': endless(),
  };
  const nowMs = Date.now();
  return interleave(
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        () => {
          const started = performance.now();
          parseMaintenanceNotice(value, { nowMs });
          return performance.now() - started;
        },
      ]),
    ),
    { rounds, warmUp: 20 },
  );
}

function nested(depth: number): object {
  let value: object = { code: 'maintenance_mode' };
  for (let level = 0; level < depth; level += 1) value = { cause: value };
  return value;
}

/** Returns an object each of whose members is another such object. */
function endless(): object {
  return new Proxy(
    {},
    {
      has: () => true,
      get: (_, name) => (name === 'length' ? 1e9 : endless()),
    },
  );
}
