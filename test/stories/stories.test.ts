import { expect, type Page } from '@playwright/test';
import { storyIds, test } from './support/test.ts';

/** Resolves when nothing has been rendered for 50 ms: a story without a play function may still load its content. */
function waitForRest(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
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
      }),
  );
}

// The galleries have tests of their own.
for (const storyId of storyIds.filter((id) => !id.startsWith('gallery-'))) {
  test(`${storyId} plays, is accessible and fits in 320 pixels`, async ({ storyPage }) => {
    const { page } = storyPage;
    await storyPage.show(storyId, 414);
    // In the state in which its play function leaves it.
    await page.setViewportSize({ width: 320, height: 900 });
    await waitForRest(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, 'the width of the story').toBeLessThanOrEqual(320);
  });
}
