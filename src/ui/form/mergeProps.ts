import { clsx } from 'clsx';

export type ElementProps = Readonly<Record<string, unknown>>;

/**
 * Returns the props of an element with those that a component adds. The element's own props win; classes and styles
 * are combined, and both handlers of an event are called.
 */
export function mergeProps(added: ElementProps, own: ElementProps): ElementProps {
  return Object.fromEntries(
    Object.entries({ ...added, ...own }).map(([name, value]) => [
      name,
      Object.hasOwn(added, name) && Object.hasOwn(own, name) ? merge(name, added[name], own[name]) : value,
    ]),
  );
}

function merge(name: string, added: unknown, own: unknown): unknown {
  if (name === 'className') return clsx([added, own] as Parameters<typeof clsx>);
  if (name === 'style') return { ...(added as object), ...(own as object) };
  if (!isHandler(added) || !isHandler(own)) return own;
  return (...args: readonly unknown[]): void => {
    own(...args);
    added(...args);
  };
}

function isHandler(value: unknown): value is (...args: readonly unknown[]) => void {
  return typeof value === 'function';
}
