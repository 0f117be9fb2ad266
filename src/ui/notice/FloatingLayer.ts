'use client';

import { useEffect, type RefObject } from 'react';

interface FloatingLayerProps {
  readonly element: RefObject<HTMLElement | null>;
}

/**
 * Renders nothing. While it is mounted, keeps a floating element at the end of the viewport, and tells the stylesheet its height as `--mk-banner-height`.
 *
 * An ancestor with a transform, a filter or containment would place it within itself, possibly above the button of a
 * dialog. There the element moves to the browser's top layer, as a popover: it stays where it is in the document, so that it
 * belongs to the dialog around it and to the order of the Tab key. An element that your styles position in another way
 * stays as it is.
 */
export function FloatingLayer({ element: ref }: FloatingLayerProps): null {
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    if (!isAtEndOfViewport(element)) moveToTopLayer(element);
    if (typeof ResizeObserver === 'undefined') return undefined;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      style.setProperty('--mk-banner-height', `${String(element.offsetHeight)}px`);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty('--mk-banner-height');
    };
  }, [ref]);
  return null;
}

/** Returns whether the viewport places the element, or nothing does. */
function isAtEndOfViewport(element: HTMLElement): boolean {
  const { position, bottom } = getComputedStyle(element);
  if (position !== 'fixed') return true;
  const box = element.getBoundingClientRect();
  const page = document.documentElement;
  return (
    isNear(box.width, page.clientWidth) && isNear(box.bottom + Number.parseFloat(bottom), window.innerHeight)
  );
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1;
}

function moveToTopLayer(element: HTMLElement): void {
  // Older browsers have no popovers.
  if (!('popover' in element) || element.popover !== null) return;
  element.popover = 'manual';
  element.showPopover();
}
