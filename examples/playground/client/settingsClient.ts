export interface AppSettings {
  readonly digest: 'daily' | 'weekly' | 'never';
  readonly signature: string;
  readonly notifies: boolean;
}

async function ask(changes?: Partial<AppSettings>): Promise<AppSettings> {
  const response = await fetch(
    '/api/settings',
    changes && {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(changes),
    },
  );
  if (!response.ok) throw new Error(`The settings were rejected with status ${response.status}.`);
  return ((await response.json()) as { readonly settings: AppSettings }).settings;
}

export const loadSettings = (): Promise<AppSettings> => ask();
export const saveSettings = (changes: Partial<AppSettings>): Promise<AppSettings> => ask(changes);
