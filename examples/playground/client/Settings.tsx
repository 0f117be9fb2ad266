import { useEffect, useState, type ReactElement } from 'react';
import { PageTitle } from './PageTitle.tsx';
import { DigestForm } from './DigestForm.tsx';
import { NotificationSwitch } from './NotificationSwitch.tsx';
import { loadSettings, type AppSettings } from './settingsClient.ts';

/** A page of the application's own: a form that the kit did not make, and a switch that shows its result at once. */
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
        text="Forms of the application’s own: one inside of the kit’s guard, one switch on the kit’s hook."
      />
      {settings === undefined || settings === 'unanswered' ? (
        <p className="empty">{settings ? 'The settings could not be loaded yet.' : 'Loading …'}</p>
      ) : (
        <>
          <NotificationSwitch initially={settings.notifies} />
          <DigestForm initially={settings} />
        </>
      )}
    </section>
  );
}
