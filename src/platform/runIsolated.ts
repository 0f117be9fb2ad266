/** Runs a callback of the application. Reports what it throws, as `reportError` does, and returns `undefined` then. */
export function runIsolated<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch (error) {
    reportError(error);
    return undefined;
  }
}

/**
 * Reports an error that a callback of the application threw, as a browser reports an uncaught one: it reaches
 * `window.onerror` and the console, and the calling code continues. Never throws.
 */
function reportError(error: unknown): void {
  if (typeof globalThis.reportError === 'function') globalThis.reportError(error);
  else console.error(error);
}
