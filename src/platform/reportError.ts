/**
 * Reports an error that a callback of the application threw, the way a browser reports an uncaught one: it reaches
 * `window.onerror` and the console, and the code that called back goes on. Never throws.
 */
export function reportError(error: unknown): void {
  if (typeof globalThis.reportError === 'function') globalThis.reportError(error);
  else console.error(error);
}
