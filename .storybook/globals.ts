/** The values that the toolbar sets. */
export interface ToolbarGlobals {
  readonly service: 'operational' | 'maintenance' | 'unavailable';
  readonly theme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
}

export const initialGlobals: ToolbarGlobals = { service: 'operational', theme: 'light', direction: 'ltr' };

const choices: { readonly [Name in keyof ToolbarGlobals]: readonly ToolbarGlobals[Name][] } = {
  service: ['operational', 'maintenance', 'unavailable'],
  theme: ['light', 'dark'],
  direction: ['ltr', 'rtl'],
};

/** Reads Storybook's untyped globals. An unknown value becomes the default. */
export function readGlobals(globals: Readonly<Record<string, unknown>>): ToolbarGlobals {
  return {
    service: choice('service', globals['service']),
    theme: choice('theme', globals['theme']),
    direction: choice('direction', globals['direction']),
  };
}

function choice<Name extends keyof ToolbarGlobals>(name: Name, value: unknown): ToolbarGlobals[Name] {
  return choices[name].find((known) => known === value) ?? initialGlobals[name];
}

/** The toolbar's menus. */
export const toolbar = {
  service: menu('State of the service', 'wrench', [...choices.service]),
  theme: menu('Theme', 'contrast', [...choices.theme]),
  direction: menu('Text direction', 'transfer', [...choices.direction]),
};

function menu(description: string, icon: 'wrench' | 'contrast' | 'transfer', items: string[]) {
  return { description, toolbar: { icon, items, dynamicTitle: true } };
}
