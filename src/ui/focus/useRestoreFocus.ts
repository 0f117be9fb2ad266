'use client';

import { useEffect, type RefObject } from 'react';
import { focusedElement } from '../../react/focusReplacement.ts';

const focusable = 'a[href], button:not([disabled]), input:not([type="hidden"]), textarea, select, [tabindex]';

/**
 * Focuses an element with `data-autofocus` when it mounts, such as a form that opens. If the focused element is
 * removed, focuses its replacement, the next sibling, the previous one, or `fallback`.
 *
 * Watches the DOM instead of state, since any element may be removed: a list item, a form, a button.
 */
export function useRestoreFocus(
  area: RefObject<HTMLElement | null>,
  fallback: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const root = area.current;
    if (!root) return undefined;
    let last: Node | undefined;

    const remember = ({ target }: FocusEvent): void => {
      if (target instanceof Node) last = target;
    };
    const observer = new MutationObserver((changes) => {
      const added = addedTargetOf(changes, root);
      const loss = changes.find(({ removedNodes }) => isAmong(last, removedNodes));
      if (loss) last = undefined;
      if (added) added.focus();
      else if (loss && !focusedElement()) (replacementOf(loss, root) ?? fallback.current)?.focus();
    });

    root.addEventListener('focusin', remember);
    observer.observe(root, { childList: true, subtree: true });
    return () => {
      root.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, [area, fallback]);
}

/** Returns the focus target of an added element with `data-autofocus`: its first field, or the element. */
function addedTargetOf(changes: readonly MutationRecord[], root: HTMLElement): HTMLElement | undefined {
  const added = [...root.querySelectorAll<HTMLElement>('[data-autofocus]')].find((element) =>
    changes.some(({ addedNodes }) => isAmong(element, addedNodes)),
  );
  return added?.querySelector<HTMLElement>('input:not([type="checkbox"], [hidden])') ?? added;
}

function isAmong(node: Node | undefined, nodes: NodeList): boolean {
  return node !== undefined && [...nodes].some((root) => root.contains(node));
}

/** Returns a focus target near a removed node: in its next sibling, its previous sibling or its parent. */
function replacementOf(loss: MutationRecord, root: HTMLElement): HTMLElement | undefined {
  return [loss.nextSibling, loss.previousSibling, loss.target]
    .filter((node) => node instanceof HTMLElement && node !== root && root.contains(node))
    .map((node) => focusTargetOf(node as HTMLElement))
    .find((target) => target !== undefined);
}

function focusTargetOf(element: HTMLElement): HTMLElement | undefined {
  if (element.closest('[hidden]')) return undefined;
  if (element.matches(focusable)) return element;
  return [...element.querySelectorAll<HTMLElement>(focusable)].find((inner) => !inner.closest('[hidden]'));
}
