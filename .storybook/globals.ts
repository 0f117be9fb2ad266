/** What the toolbar sets, and what a story reads of it. */
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

/** Reads Storybook's untyped globals; a value that the toolbar does not know counts as the first one. */
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
  service: menu('What the service can do', 'wrench', [...choices.service]),
  theme: menu('Theme of the page', 'contrast', [...choices.theme]),
  direction: menu('Direction of the text', 'transfer', [...choices.direction]),
};

function menu(description: string, icon: 'wrench' | 'contrast' | 'transfer', items: string[]) {
  return { description, toolbar: { icon, items, dynamicTitle: true } };
}
