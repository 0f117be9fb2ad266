import { useEffect, useState, type ReactElement } from 'react';

const modes = {
  operational: 'Operational',
  maintenance: 'Maintenance',
  unavailable: 'Development instance: all fails',
} as const;

interface Service {
  readonly mode: keyof typeof modes;
  /** In seconds. */
  readonly retryAfter: number | null;
}

/** Flips the server, so that one can watch what the page makes of it. No application has this. */
export function ServicePanel(): ReactElement {
  const [service, setService] = useState<Service>();

  useEffect(() => {
    void ask().then(setService);
  }, []);

  function set(change: Partial<Service>): void {
    if (service) void ask({ ...service, ...change }).then(setService);
  }

  return (
    <aside className="service" aria-label="Service panel">
      <fieldset>
        <legend>The service is</legend>
        {Object.entries(modes).map(([mode, label]) => (
          <label key={mode}>
            <input
              type="radio"
              name="mode"
              checked={service?.mode === mode}
              onChange={() => set({ mode: mode as Service['mode'] })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <label>
        Retry-After
        <select
          value={service?.retryAfter ?? ''}
          onChange={({ target }) => set({ retryAfter: target.value === '' ? null : Number(target.value) })}
        >
          <option value="">none</option>
          <option value="5">5 seconds</option>
          <option value="60">1 minute</option>
          <option value="1800">half an hour</option>
        </select>
      </label>
    </aside>
  );
}

async function ask(service?: Service): Promise<Service> {
  const response = await fetch(
    '/service',
    service && {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ mode: service.mode, retryAfter: service.retryAfter }),
    },
  );
  return (await response.json()) as Service;
}
