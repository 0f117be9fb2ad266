import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { flushSync } from 'react-dom';

/** Renders and runs all effects, before it returns. */
export function render(root: Root, node: ReactNode): void {
  flushSync(() => root.render(node));
}

/**
 * Adds an element to the page with a root of React. The layout of an isolated one is its own, so that what another one
 * holds costs it nothing.
 */
export function stage(isIsolated = false): {
  readonly element: HTMLElement;
  readonly root: Root;
  readonly clear: () => void;
} {
  const element = document.createElement('div');
  if (isIsolated) element.style.cssText = 'contain: strict; block-size: 300px; overflow: auto';
  document.body.append(element);
  const root = createRoot(element);
  return {
    element,
    root,
    clear() {
      root.unmount();
      element.remove();
    },
  };
}

const channel = new MessageChannel();

/** Resolves in the next turn of the event loop: React's scheduled work runs before. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    channel.port1.addEventListener('message', () => resolve(), { once: true });
    channel.port1.start();
    channel.port2.postMessage(undefined);
  });
}

/** Runs style and layout of the whole page. */
export function layOut(): void {
  document.body.getBoundingClientRect();
}

/** Waits until the browser has painted. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => void turn().then(resolve));
  });
}

/** Waits until the browser has painted, and for the frames of every animation. */
export async function rested(): Promise<void> {
  await painted();
  await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
  await painted();
}
