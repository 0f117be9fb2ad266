import type { Platform } from '../platform/platform.ts';

const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"]';

/** Long enough for a view whose code is loaded on demand, and for a navigation. */
const LOADS_WITHIN_MS = 10_000;

/** Returns the focused element, or `undefined` if the focus fell back to the page. */
export function focusedElement(): Element | undefined {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body ? undefined : activeElement;
}

/**
 * Moves the focus to the content that is about to replace the current content: to its first heading, or to its first
 * element if it has none. Call it before the replacement. It does nothing while any element has the focus, and stops
 * when the user presses a key or the pointer. Returns a function that stops it.
 *
 * It observes the DOM instead of components, so that it works for views of the application too.
 */
export function focusReplacement({ setTimer }: Pick<Platform, 'setTimer'>): () => void {
  const added: HTMLElement[] = [];
  let focused = focusedElement();

  const observer = new MutationObserver((changes) => {
    const arrived = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter(isContent);
    added.push(...arrived);
    const current = focusedElement();
    if (current) {
      focused = current;
      return;
    }
    if (added.flatMap(headingsOf).some(takeFocus)) {
      stop();
    } else if (focused) {
      // A user without a focused element may be reading, so only a heading takes the focus.
      arrived.some(takeFocus);
      focused = focusedElement();
    }
  });

  const cancelTimer = setTimer(stop, LOADS_WITHIN_MS);
  function stop(): void {
    observer.disconnect();
    cancelTimer();
    removeEventListener('keydown', stop, true);
    removeEventListener('pointerdown', stop, true);
  }
  addEventListener('keydown', stop, true);
  addEventListener('pointerdown', stop, true);
  observer.observe(document.body, { childList: true, subtree: true });
  return stop;
}

/** Returns whether a node is content: not an announcement, and not an element that only scripts use. */
function isContent(node: Node): node is HTMLElement {
  return node instanceof HTMLElement && node.closest('[aria-live], [aria-hidden="true"]') === null;
}

/** Returns the headings of an element, including the element. */
function headingsOf(element: HTMLElement): HTMLElement[] {
  const inside = [...element.querySelectorAll<HTMLElement>(HEADINGS)];
  return element.matches(HEADINGS) ? [element, ...inside] : inside;
}

/** Focuses an element. Returns whether it has the focus now: a removed or hidden element can't. */
function takeFocus(element: HTMLElement): boolean {
  if (element.tabIndex < 0) element.setAttribute('tabindex', '-1');
  element.focus();
  return focusedElement() === element;
}
