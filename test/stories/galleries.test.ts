import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type Axe from 'axe-core';
import { storyIds, test } from './support/test.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules of WCAG 2.2 AA, and those of them that read colors, or positions and sizes. */
const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const colorRules = ['color-contrast', 'link-in-text-block'];
const layoutRules = ['scrollable-region-focusable', 'target-size'];

interface RenderingMode {
  readonly name: string;
  readonly enter: (page: Page) => Promise<unknown>;
  readonly rules: readonly string[];
}

/** The other ways a page is rendered. Each one starts from the one before, and repeats the rules that it can break. */
const renderingModes: readonly RenderingMode[] = [
  {
    name: 'dark',
    enter: (page) => page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark')),
    rules: colorRules,
  },
  {
    name: 'right to left',
    enter: (page) =>
      page.evaluate(() => {
        document.documentElement.dataset['theme'] = 'light';
        document.documentElement.dir = 'rtl';
      }),
    rules: layoutRules,
  },
  {
    name: 'forced colors',
    enter: (page) => page.emulateMedia({ forcedColors: 'active' }),
    rules: colorRules,
  },
  {
    name: '320 pixels wide',
    enter: async (page) => {
      await page.emulateMedia({ forcedColors: 'none' });
      await page.setViewportSize({ width: 320, height: 800 });
    },
    // A narrow page has other parts.
    rules: everyRule,
  },
  {
    name: 'text at 200 %',
    enter: (page) => page.evaluate(() => (document.documentElement.style.fontSize = '200%')),
    rules: layoutRules,
  },
];

/** The violations of these rules, a sentence for each. */
function findings(page: Page, rules: readonly string[]): Promise<string[]> {
  return page.evaluate(
    async (runOnly) => {
      const { axe } = globalThis as unknown as { axe: typeof Axe };
      const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
      );
    },
    [...rules],
  );
}

/** The parts that are wider than the page. */
function overhang(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('[data-slot]')]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -1 || right > clientWidth + 1;
      })
      .map((element) => `${element.getAttribute('data-slot') ?? ''} scrolls the page sideways`);
  });
}

// The galleries together show every component in every state.
for (const gallery of storyIds.filter((id) => id.startsWith('gallery-'))) {
  test(`${gallery} plays, is accessible and fits in every rendering mode`, async ({ storyPage }) => {
    const { page } = storyPage;
    // Its own run of axe is in the light theme.
    await storyPage.show(gallery, 1280);
    expect.soft(await overhang(page), 'light').toEqual([]);
    await page.evaluate(axeSource);
    for (const { name, enter, rules } of renderingModes) {
      await enter(page);
      expect.soft([...(await findings(page, rules)), ...(await overhang(page))], name).toEqual([]);
    }
    await page.evaluate(() => document.documentElement.removeAttribute('style'));
  });
}
