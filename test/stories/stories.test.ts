import { expect, type Page } from '@playwright/test';
import { storyIds, test } from './support/test.ts';

const WIDTH = 320;

/** Returns the width of the page's content, when nothing has been rendered for 50 ms: a story may still load some. */
function contentWidth(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const end = (): void => {
          observer.disconnect();
          resolve(document.documentElement.scrollWidth);
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
  test(`${storyId} plays, is accessible and fits in ${String(WIDTH)} pixels`, async ({ storyPage }) => {
    await storyPage.show(storyId, WIDTH);
    expect(await contentWidth(storyPage.page), 'the width of the story').toBeLessThanOrEqual(WIDTH);
  });
}
