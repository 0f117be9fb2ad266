/** Calls back when the page has nothing more urgent to do, or after five seconds. Never on a server. */
export function whenIdle(callback: () => unknown): void {
  // A page that draws each frame itself is never idle.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(callback, { timeout: 5_000 });
  else globalThis.window?.setTimeout(callback, 200);
}
