/** Calls a function without types, as JavaScript does. */
export const untyped =
  (run: (...given: never[]) => unknown) =>
  (...given: unknown[]): unknown =>
    Reflect.apply(run, undefined, given);
