import { useCallback, useRef, useState, type ReactElement } from 'react';
import { useGuardedMutation } from 'maintenance-kit';
import { saveSettings } from './settingsClient.ts';

const save = (notifies: boolean): ReturnType<typeof saveSettings> => saveSettings({ notifies });

/** Shows the change immediately, and undoes it if the request fails. */
export function NotificationSwitch({ initially }: { readonly initially: boolean }): ReactElement {
  const [isOn, setIsOn] = useState(initially);
  const shown = useRef(initially);
  const optimistic = useCallback((next: boolean) => {
    const show = (value: boolean): void => {
      shown.current = value;
      setIsOn(value);
    };
    const before = shown.current;
    show(next);
    return () => show(before);
  }, []);
  const { mutate, status } = useGuardedMutation(save, { optimistic });

  return (
    <div className="panel row">
      <div>
        <h2 id="notifies">Notifications</h2>
        <p id="notifies-text" role="status">
          {status === 'failed'
            ? 'This wasn’t saved. Nothing has changed.'
            : 'Tell me when someone joins my organization.'}
        </p>
      </div>
      <button
        className="switch"
        type="button"
        role="switch"
        aria-checked={isOn}
        aria-labelledby="notifies"
        aria-describedby="notifies-text"
        onClick={() => void mutate(!isOn)}
      />
    </div>
  );
}
