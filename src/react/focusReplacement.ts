import type { Platform } from '../platform/platform.ts';

const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"]';

/** Enough for a view whose code is loaded on demand, or for a navigation. */
const LOADS_WITHIN_MS = 10_000;

/** Returns the focused element, or `undefined` if the focus fell back to the page. */
export function focusedElement(): Element | undefined {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body ? undefined : activeElement;
}

/**
 * Moves the focus to the content that is about to replace the current content: to its first heading, or to its first
 * element if it has none. Call it before the replacement. It leaves the focus alone while any element has it, and stops
 * when the user presses a key or the pointer. Returns a function that stops it.
 *
 * Watches the DOM instead of components, so that it works for views of the application too.
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
      // A user who had no focus may be reading: then only a heading says that the view is another one.
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

/** Leaves out announcements, and elements that only scripts use. */
function isContent(node: Node): node is HTMLElement {
  return node instanceof HTMLElement && node.closest('[aria-live], [aria-hidden="true"]') === null;
}

/** Returns the headings of an element, which may be one. */
function headingsOf(element: HTMLElement): HTMLElement[] {
  const inside = [...element.querySelectorAll<HTMLElement>(HEADINGS)];
  return element.matches(HEADINGS) ? [element, ...inside] : inside;
}

/** Returns whether the element is focused now: one that is removed or hidden is not. */
function takeFocus(element: HTMLElement): boolean {
  if (element.tabIndex < 0) element.setAttribute('tabindex', '-1');
  element.focus();
  return focusedElement() === element;
}
