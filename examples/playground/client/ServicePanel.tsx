import { useCallback, useEffect, useState, type ReactElement } from 'react';

const modes = {
  operational: 'Operational',
  maintenance: 'Maintenance',
  unavailable: 'Unavailable',
} as const;

interface Service {
  readonly mode: keyof typeof modes;
  /** In seconds. */
  readonly retryAfter: number | null;
  /** The emails that the server would have sent, newest first. */
  readonly letters: readonly { readonly to: string; readonly subject: string; readonly text: string }[];
}

/** Switches the mode of the server. A real application doesn't have this panel. */
export function ServicePanel(): ReactElement {
  const [service, setService] = useState<Service>();
  /** Keeps the current state if the server can't be reached. */
  const show = useCallback((loaded: Service | undefined) => setService((shown) => loaded ?? shown), []);

  useEffect(() => {
    const look = () => void ask().then(show);
    look();
    // Another window may have changed the mode.
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [show]);

  function set(change: Partial<Service>): void {
    if (service) void ask({ ...service, ...change }).then(show);
  }

  return (
    <aside className="service" aria-label="Service panel">
      <fieldset className="modes">
        <legend>Service</legend>
        {Object.entries(modes).map(([mode, label]) => (
          <label key={mode}>
            <input
              type="radio"
              name="mode"
              checked={service?.mode === mode}
              onChange={() => set({ mode: mode as Service['mode'] })}
            />
            <span>{label}</span>
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
          <option value="1800">30 minutes</option>
        </select>
      </label>
      <details className="mail" onToggle={() => void ask().then(show)}>
        <summary>Mail</summary>
        <ul>
          {service?.letters.map(({ to, subject, text }, index) => (
            // Newest first. Two emails may have the same text, so the key is their position.
            <li key={`${service.letters.length - index}`}>
              <span>
                {subject} – {to}
              </span>
              <strong>{text}</strong>
            </li>
          ))}
        </ul>
        {service?.letters.length === 0 ? <p>Codes and invitations arrive here.</p> : null}
      </details>
    </aside>
  );
}

/** Resolves to `undefined` if the server can't be reached or its response is invalid. */
async function ask(service?: Service): Promise<Service | undefined> {
  try {
    const response = await fetch(
      '/service',
      service && {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ mode: service.mode, retryAfter: service.retryAfter }),
      },
    );
    return response.ok ? ((await response.json()) as Service) : undefined;
  } catch {
    return undefined;
  }
}
