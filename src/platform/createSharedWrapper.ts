/** Handles one call of a wrapped function. `original` is the function that it wraps. */
export type WrappedCall = (
  original: (...input: unknown[]) => unknown,
  receiver: unknown,
  input: unknown[],
) => unknown;

/** Each wrapper with the function to put back in its place once it has no observers. */
const restorable = new WeakMap<
  AnyFunction,
  { readonly observers: ReadonlySet<object>; readonly original: AnyFunction }
>();

interface Installation<Observer> {
  readonly observers: Set<Observer>;
  readonly restore: () => void;
}

/** Adds an observer. Returns the function that removes it, or `undefined` if a function cannot be replaced. */
type AddObserver<Observer> = (owner: object, observer: Observer) => (() => void) | undefined;

/**
 * Wraps functions of an object that all code shares, such as the page's `fetch`. All observers share one wrapper: the
 * first one installs it, the last one removes it. So observers may stop in any order, without leaving a chain of
 * wrappers behind.
 *
 * Other code may replace the functions before and afterwards. A wrapper that is no longer the outermost one stays in
 * place and only forwards calls, until a shared wrapper around it is removed.
 *
 * A wrapper is a proxy of the original, so its name, length, text and other properties are the original's.
 */
export function createSharedWrapper<Observer extends object>(
  names: readonly string[],
  createCalls: (observers: ReadonlySet<Observer>) => readonly WrappedCall[],
): AddObserver<Observer> {
  const installations = new WeakMap<object, Installation<Observer>>();

  function installed(owner: object): Installation<Observer> | undefined {
    const [found, ...others] = names.map((name) => {
      const current = readFunction(owner, name);
      return current && installations.get(current);
    });
    return others.every((other) => other === found) ? found : undefined;
  }

  function install(owner: object): Installation<Observer> | undefined {
    const observers = new Set<Observer>();
    const restores: (() => void)[] = [];
    const installation = { observers, restore: () => restores.forEach((restore) => restore()) };
    const calls = createCalls(observers);
    for (const [at, name] of names.entries()) {
      const call = calls[at];
      const replaced = call && replace(owner, name, observers, call);
      if (!replaced) {
        installation.restore();
        return undefined;
      }
      installations.set(replaced.current, installation);
      restores.push(replaced.restore);
    }
    return installation;
  }

  return (owner, observer) => {
    const installation = installed(owner) ?? install(owner);
    if (!installation) return undefined;
    installation.observers.add(observer);
    return () => {
      if (installation.observers.delete(observer) && installation.observers.size === 0)
        installation.restore();
    };
  };
}

type AnyFunction = (...input: unknown[]) => unknown;

function wrap(original: AnyFunction, observers: ReadonlySet<object>, call: WrappedCall): AnyFunction {
  const wrapper = new Proxy(original, {
    apply: (target, receiver: unknown, input: unknown[]) =>
      observers.size === 0 ? Reflect.apply(target, receiver, input) : call(target, receiver, input),
  });
  restorable.set(wrapper, { observers, original });
  return wrapper;
}

/** The function inside of the wrappers that have no observers. */
function withoutIdleWrappers(current: AnyFunction): AnyFunction {
  const wrapped = restorable.get(current);
  return wrapped?.observers.size === 0 ? withoutIdleWrappers(wrapped.original) : current;
}

/**
 * Replaces a function. Returns `undefined` if it is missing or cannot be replaced: a getter, a frozen object, a property
 * that is neither writable nor configurable, a setter that ignores the value.
 */
function replace(
  owner: object,
  name: string,
  observers: ReadonlySet<object>,
  call: WrappedCall,
): { readonly current: AnyFunction; readonly restore: () => void } | undefined {
  const original = readFunction(owner, name);
  if (!original) return undefined;
  const own = Reflect.getOwnPropertyDescriptor(owner, name);
  const set = (value: AnyFunction): void => {
    try {
      // Mock Service Worker makes a `fetch` that was an accessor read-only, and leaves it configurable.
      if (!Reflect.set(owner, name, value) && own) Object.defineProperty(owner, name, { ...own, value });
    } catch {
      // It stays as it is.
    }
  };
  set(wrap(original, observers, call));
  const current = readFunction(owner, name);
  if (!current || current === original) return undefined;
  const restore = (): void => {
    if (readFunction(owner, name) !== current) return;
    if (own) set(withoutIdleWrappers(original));
    else Reflect.deleteProperty(owner, name);
  };
  return { current, restore };
}

function readFunction(owner: object, name: string): AnyFunction | undefined {
  try {
    const value: unknown = Reflect.get(owner, name);
    return typeof value === 'function' ? (value as AnyFunction) : undefined;
  } catch {
    return undefined;
  }
}
