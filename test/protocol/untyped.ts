/** Calls a function as JavaScript does, which knows no types. */
export const untyped =
  (run: (...given: never[]) => unknown) =>
  (...given: unknown[]): unknown =>
    Reflect.apply(run, undefined, given);
