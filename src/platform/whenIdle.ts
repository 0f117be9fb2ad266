/** Calls back when the page has nothing more urgent to do. Never on a server. */
export function whenIdle(callback: () => void): void {
  if (typeof document === 'undefined') return;
  if (typeof requestIdleCallback === 'function') requestIdleCallback(callback);
  else setTimeout(callback, 200);
}
