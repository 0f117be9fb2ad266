import type { Preview } from '@storybook/react-vite';

type Enhancer = NonNullable<Preview['argTypesEnhancers']>[number];
type ArgType = ReturnType<Enhancer>[string];

/**
 * Fits the controls to the props: a text field for a string, a switch for a boolean, a list for a union of literals.
 * A callback becomes an action. The docs generator takes every optional prop for a union, because the kit types it
 * `| undefined`.
 */
export const fitControls: Enhancer = ({ argTypes, initialArgs }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => [name, fit(argType, name, initialArgs[name])]),
  );

function fit(argType: ArgType, name: string, arg: unknown): ArgType {
  // The stories' own argTypes win.
  if (argType.options) return argType;
  const written = writtenType(argType, arg);
  if (written === undefined) return argType;
  return {
    ...argType,
    ...controlOf(written, name, arg),
    table: { ...argType.table, type: { summary: written } },
  };
}

/** The type in the source, without `undefined`; else the type of the story's arg or of the default. */
function writtenType({ type, table }: ArgType, arg: unknown): string | undefined {
  if (type === undefined || type.name === 'function') {
    if (typeof arg === 'function') return '() => void';
    return /^(true|false)$/.test(table?.defaultValue?.summary ?? '') ? 'boolean' : undefined;
  }
  if (type.name === 'other') return type.value;
  if (type.name !== 'union' || type.raw === undefined) return undefined;
  return type.raw.replace(/ \| undefined$/, '').replace(/^\((.*)\)$/, '$1');
}

const plain = new Set(['string', 'number', 'boolean']);

function controlOf(written: string, name: string, arg: unknown): Partial<ArgType> {
  if (written.includes('=>')) return { type: { name: 'function' }, action: name, control: false };
  if (plain.has(written)) return { type: { name: written as 'string' | 'number' | 'boolean' } };
  if (/^'[^']*'( \| '[^']*')+$/.test(written)) {
    return { control: 'select', options: [...written.matchAll(/'([^']*)'/g)].map(([, value]) => value) };
  }
  // A text is a node too. JSON can't hold elements and functions.
  if (written === 'ReactNode' && (arg === undefined || typeof arg === 'string')) return { control: 'text' };
  if (/^(ReactNode|ReactElement|Renderers)$/.test(written)) return { control: false };
  return { control: 'object' };
}
