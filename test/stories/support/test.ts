import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

interface Entry {
  readonly id: string;
  readonly type: 'story' | 'docs';
}

const index = join(import.meta.dirname, '../../../storybook-static/index.json');
const { entries } = JSON.parse(readFileSync(index, 'utf8')) as {
  readonly entries: Readonly<Record<string, Entry>>;
};

/** The ids of all stories in the built Storybook. */
export const storyIds = Object.values(entries)
  .filter(({ type }) => type === 'story')
  .map(({ id }) => id);

interface StoryResult {
  readonly storyId?: string;
  readonly status?: string;
  readonly message?: string;
  readonly reporters?: readonly { readonly result?: Partial<AxeResults> }[];
}

interface Channel {
  on(event: string, listener: (result: StoryResult) => void): void;
  off(event: string, listener: (result: StoryResult) => void): void;
  emit(event: string, selection: { readonly storyId: string; readonly viewMode: 'story' }): void;
}

/** Runs in the page: shows a story, waits for its play function and its axe run, and returns what failed. */
function showStory(storyId: string): Promise<string[]> {
  const channel = Reflect.get(globalThis, '__STORYBOOK_ADDONS_CHANNEL__') as Channel;
  const ends = ['storyThrewException', 'storyErrored', 'storyMissing'];
  const failures = [...ends, 'playFunctionThrewException', 'unhandledErrorsWhilePlaying'];
  return new Promise((resolve) => {
    const found: string[] = [];
    const listeners = failures.map((event) => {
      const keep = (failure: StoryResult): void => {
        found.push(`${event}: ${failure.message ?? JSON.stringify(failure)}`);
        if (ends.includes(event)) end();
      };
      return [event, keep] as const;
    });
    const finish = (result: StoryResult): void => {
      if (result.storyId !== storyId) return;
      const violations = (result.reporters ?? []).flatMap((reporter) => reporter.result?.violations ?? []);
      if (result.status !== 'success') found.push(`${result.status ?? ''} ${JSON.stringify(violations)}`);
      end();
    };
    const end = (): void => {
      for (const [event, listener] of listeners) channel.off(event, listener);
      channel.off('storyFinished', finish);
      resolve(found);
    };
    for (const [event, listener] of listeners) channel.on(event, listener);
    channel.on('storyFinished', finish);
    channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
  });
}

/** A page of the built Storybook, which shows one story after the other, as the sidebar does. */
interface StoryPage {
  readonly page: Page;
  /** Shows a story on a page of `width` pixels. Fails when its play function or its axe run fails. */
  readonly show: (storyId: string, width: number) => Promise<void>;
}

async function openStoryPage(page: Page): Promise<StoryPage> {
  const errors: string[] = [];
  page.on('pageerror', ({ stack, message }) => errors.push(stack ?? message));
  // The tests don't need the marks that the accessibility panel draws around elements, which cost a tenth of the time.
  await page.addInitScript(() => {
    let features = {};
    Object.defineProperty(globalThis, 'FEATURES', {
      get: () => features,
      set: (given: object) => {
        features = { ...given, highlight: false };
      },
    });
  });
  await page.goto('/iframe.html');
  await page.waitForFunction(() => Reflect.has(globalThis, '__STORYBOOK_ADDONS_CHANNEL__'));
  // What Storybook shows before a story has more elements than most stories. Axe reads hidden elements too.
  await page.evaluate(() => {
    for (const part of document.querySelectorAll('.sb-preparing-story, .sb-preparing-docs, .sb-nopreview')) {
      part.remove();
    }
  });
  return {
    page,
    async show(storyId, width) {
      if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: 900 });
      const failures = await page.evaluate(showStory, storyId);
      expect([...failures, ...errors]).toEqual([]);
    },
  };
}

/**
 * Gives each worker one page, because loading Storybook takes longer than most stories. A failed test ends its worker,
 * so the next story gets a new page.
 */
export const test = base.extend<object, { readonly storyPage: StoryPage }>({
  storyPage: [
    async ({ browser }, use, { project }) => {
      const page = await browser.newPage({ baseURL: project.use.baseURL ?? '', reducedMotion: 'reduce' });
      await use(await openStoryPage(page));
      await page.close();
    },
    { scope: 'worker' },
  ],
});
