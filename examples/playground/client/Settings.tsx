import { useEffect, useState, type ReactElement } from 'react';
import { PageTitle } from './PageTitle.tsx';
import { DigestForm } from './DigestForm.tsx';
import { NotificationSwitch } from './NotificationSwitch.tsx';
import { loadSettings, type AppSettings } from './settingsClient.ts';

/** A page with a form that isn't the kit's, and a switch with an optimistic update. */
export function Settings(): ReactElement {
  const [settings, setSettings] = useState<AppSettings | 'unanswered'>();

  useEffect(() => {
    loadSettings().then(setSettings, () => setSettings('unanswered'));
  }, []);

  return (
    <section className="sheet" aria-labelledby="settings-title">
      <PageTitle
        id="settings-title"
        title="Settings"
        text="The application’s own form inside the kit’s guard, and a switch with the kit’s hook."
      />
      {settings === undefined || settings === 'unanswered' ? (
        <p className="empty">{settings ? 'Your settings couldn’t be loaded yet.' : 'Loading…'}</p>
      ) : (
        <>
          <NotificationSwitch initially={settings.notifies} />
          <DigestForm initially={settings} />
        </>
      )}
    </section>
  );
}
