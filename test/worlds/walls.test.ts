import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type Axe from 'axe-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A wall shows every state of a component at once, so a few of them show everything. */
const walls = readdirSync(join(import.meta.dirname, '../../stories/walls')).flatMap((file) => {
  const source = readFileSync(join(import.meta.dirname, '../../stories/walls', file), 'utf8');
  const title = /title: '([^']+)'/.exec(source)?.[1] ?? file;
  return [...source.matchAll(/export const (\w+): Story/g)].map(
    ([, name = '']) => `${kebab(title)}--${kebab(name)}`,
  );
});

function kebab(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase();
}

/** How people look at a page, and how it comes to be looked at so. */
const worlds: readonly (readonly [name: string, enter: (page: Page) => Promise<unknown>])[] = [
  ['light', async () => {}],
  ['dark', (page) => page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'))],
  [
    'right to left',
    (page) =>
      page.evaluate(() => {
        document.documentElement.dataset['theme'] = 'light';
        document.documentElement.dir = 'rtl';
      }),
  ],
  ['forced colours', (page) => page.emulateMedia({ forcedColors: 'active' })],
  [
    '320 pixels wide',
    async (page) => {
      await page.emulateMedia({ forcedColors: 'none' });
      await page.setViewportSize({ width: 320, height: 800 });
    },
  ],
  ['text at 200 %', (page) => page.evaluate(() => (document.documentElement.style.fontSize = '200%'))],
];

/** What is wrong by the rules of WCAG 2.2 AA, as a sentence for each. */
function findings(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof Axe };
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
  });
}

/** What reaches beyond the side of the page. */
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

/** How far Storybook is with the story that it shows. */
function phaseOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const preview = Reflect.get(globalThis, '__STORYBOOK_PREVIEW__') as
      { readonly currentRender?: { readonly phase?: string } } | undefined;
    return preview?.currentRender?.phase;
  });
}

for (const wall of walls) {
  test(`${wall} is accessible, and fits, in every world`, async ({ page }) => {
    await page.goto(`/iframe.html?id=${wall}&viewMode=story`);
    await expect.poll(() => phaseOf(page), { timeout: 120_000 }).toMatch(/^(completed|finished|errored)$/);
    // Whether it could be played is for the stories' own suite to say, which plays it too.
    await page.evaluate(axeSource);
    await worlds.reduce(async (before, [name, enter]) => {
      await before;
      await enter(page);
      expect.soft([...(await findings(page)), ...(await overhang(page))], name).toEqual([]);
    }, Promise.resolve());
  });
}
