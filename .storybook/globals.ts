/** The values that the toolbar sets. */
export interface ToolbarGlobals {
  /** The state of the service at first. A story that changes it sets "changes". */
  readonly service: 'operational' | 'maintenance' | 'unavailable';
  readonly theme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
  /** The language of dates and times. The texts are English. */
  readonly locale: 'en-US' | 'en-GB' | 'de-DE' | 'ja-JP';
}

export const initialGlobals: ToolbarGlobals = {
  service: 'operational',
  theme: 'light',
  direction: 'ltr',
  locale: 'en-US',
};

/** The values of each menu, with what the toolbar calls them. */
const choices: { readonly [Name in keyof ToolbarGlobals]: Readonly<Record<ToolbarGlobals[Name], string>> } = {
  service: { operational: 'operational', maintenance: 'maintenance', unavailable: 'unavailable' },
  theme: { light: 'light', dark: 'dark' },
  direction: { ltr: 'left to right', rtl: 'right to left' },
  locale: { 'en-US': 'US English', 'en-GB': 'British English', 'de-DE': 'German', 'ja-JP': 'Japanese' },
};

/** Reads Storybook's untyped globals. An unknown value becomes the default. */
export function readGlobals(globals: Readonly<Record<string, unknown>>): ToolbarGlobals {
  return {
    service: choice('service', globals['service']),
    theme: choice('theme', globals['theme']),
    direction: choice('direction', globals['direction']),
    locale: choice('locale', globals['locale']),
  };
}

function choice<Name extends keyof ToolbarGlobals>(name: Name, value: unknown): ToolbarGlobals[Name] {
  return valuesOf(name).find((known) => known === value) ?? initialGlobals[name];
}

function valuesOf<Name extends keyof ToolbarGlobals>(name: Name): ToolbarGlobals[Name][] {
  return Object.keys(choices[name]) as ToolbarGlobals[Name][];
}

/** The toolbar's menus. Storybook disables a menu whose value the story itself sets, and shows that value. */
export const toolbar = {
  service: menu('service', 'Service', 'wrench', 'State of the service. A story that depends on it sets it.'),
  theme: menu('theme', 'Theme', 'contrast', 'Theme'),
  direction: menu('direction', 'Direction', 'transfer', 'Text direction'),
  locale: menu('locale', 'Dates', 'globe', 'Language of dates and times'),
};

function menu<Name extends keyof ToolbarGlobals>(
  name: Name,
  title: string,
  icon: 'wrench' | 'contrast' | 'transfer' | 'globe',
  description: string,
) {
  const items = valuesOf(name).map((value) => ({ value, title: `${title}: ${choices[name][value]}` }));
  // A value that isn't in the menu has this title.
  return { description, toolbar: { icon, items, title: `${title}: changes`, dynamicTitle: true } };
}
