import { expect, test, type Page } from '@playwright/test';

interface Story {
  readonly id: string;
  readonly type: string;
}

interface Channel {
  emit(event: string, payload: { readonly storyId: string; readonly viewMode: 'story' }): void;
  once(event: string, listener: () => void): void;
}

/** Shows one story after the other in the open page, and returns those that are wider than it. */
function findWideStories(page: Page, ids: readonly string[]): Promise<string[]> {
  return page.evaluate(async (storyIds) => {
    const channel = Reflect.get(globalThis, '__STORYBOOK_ADDONS_CHANNEL__') as Channel;

    /** Waits until nothing is rendered any more, because a page loads its content after the first render. */
    const rest = (): Promise<void> =>
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
      });

    const wide: string[] = [];
    for (const storyId of storyIds) {
      await new Promise<void>((resolve) => {
        channel.once('storyRendered', () => resolve());
        channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
      });
      await rest();
      const { clientWidth, scrollWidth } = document.documentElement;
      if (scrollWidth > clientWidth) wide.push(`${storyId} is ${String(scrollWidth)} pixels wide`);
    }
    return wide;
  }, ids);
}

test('no story scrolls sideways at 320 pixels', async ({ page, request }) => {
  const index = (await (await request.get('/index.json')).json()) as { entries: Record<string, Story> };
  // The galleries have a test of their own.
  const stories = Object.values(index.entries)
    .filter(({ id, type }) => type === 'story' && !id.startsWith('gallery-'))
    .map(({ id }) => id);
  const [first = '', ...others] = stories;
  expect(stories.length).toBeGreaterThan(200);
  await page.setViewportSize({ width: 320, height: 640 });
  // Embedded stories aren't played. Neither play nor axe: test:stories runs both.
  await page.goto(`/iframe.html?id=${first}&viewMode=story&embed=true&globals=a11y.manual:!true`);
  await page.locator('#storybook-root > *').first().waitFor({ state: 'attached' });
  expect(await findWideStories(page, [...others, first])).toEqual([]);
});
