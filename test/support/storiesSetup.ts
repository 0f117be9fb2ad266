import { afterEach } from 'vitest';
import { page } from 'vitest/browser';

/** Resolves when nothing has been rendered for 50 ms: a story without a play function may still load its content. */
function waitForRest(): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      observer.disconnect();
      resolve();
    };
    let timer = setTimeout(end, 50);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(end, 50);
    });
    observer.observe(document.body, { subtree: true, childList: true });
  });
}

// Every story, in the state in which its play function leaves it. The next story sets its own viewport.
afterEach(async () => {
  await page.viewport(320, 640);
  await waitForRest();
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth > clientWidth) {
    throw new Error(
      `The story is ${String(scrollWidth)} pixels wide on a page of ${String(clientWidth)} pixels.`,
    );
  }
});
