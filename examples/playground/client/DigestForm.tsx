import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { MaintenanceGuard, useGuardedMutation } from 'maintenance-kit';
import { saveSettings, type AppSettings } from './settingsClient.ts';

const digests = { daily: 'Every day', weekly: 'Every week', never: 'Never' } as const;

/** A form without the kit's components. Only the guard around it handles maintenance. */
export function DigestForm({ initially }: { readonly initially: AppSettings }): ReactElement {
  const { mutate, status } = useGuardedMutation(saveSettings);
  const [isEdited, setIsEdited] = useState(false);

  async function save(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const { status: settled } = await mutate({
      digest: values.get('digest') as AppSettings['digest'],
      signature: values.get('signature') as string,
    });
    if (settled === 'succeeded') setIsEdited(false);
  }

  return (
    <div className="panel">
      <MaintenanceGuard>
        <form
          aria-labelledby="digest-title"
          onSubmit={(event) => void save(event)}
          onChange={() => setIsEdited(true)}
        >
          <h2 id="digest-title">Mail</h2>
          <fieldset className="choices">
            <legend>Send a digest</legend>
            {Object.entries(digests).map(([value, label]) => (
              <label key={value}>
                <input type="radio" name="digest" value={value} defaultChecked={initially.digest === value} />
                {label}
              </label>
            ))}
          </fieldset>
          <label htmlFor="signature">Signature</label>
          <input
            id="signature"
            className="mk-field-input"
            name="signature"
            maxLength={200}
            defaultValue={initially.signature}
            autoComplete="off"
          />
          <div className="actions">
            <button className="solid" type="submit" disabled={status === 'pending'}>
              Save
            </button>
            <p role="status">{messageOf(status, isEdited)}</p>
          </div>
        </form>
      </MaintenanceGuard>
    </div>
  );
}

function messageOf(status: 'idle' | 'pending' | 'succeeded' | 'failed', isEdited: boolean): string | null {
  if (status === 'succeeded' && !isEdited) return 'Saved.';
  return status === 'failed' ? 'Your settings weren’t saved. Your input is kept.' : null;
}
