import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { expect, test as playgroundTest } from '../e2e/playground.ts';
import { wholeBrowser } from '../support/launchOptions.ts';
import { startScreenReader, type ScreenReader } from './startScreenReader.ts';

export { expect };

/** The user: acts, and listens. */
export interface Listener {
  /** Returns every announcement of a live region that the screen reader has made. */
  readonly announcements: () => readonly string[];
  /** Acts, and waits until the screen reader has spoken each of the expected texts, in this order. */
  readonly expectSpeech: (act: string, run: () => Promise<unknown>, ...expected: RegExp[]) => Promise<void>;
}

interface Fixtures {
  readonly reader: ScreenReader;
  readonly listener: Listener;
}

/**
 * The sign-in of the playground with a screen reader. Orca's log goes into the folder of the test, and its speech
 * after each act into `transcript.txt` in the folder of the run.
 */
export const test = playgroundTest.extend<Fixtures>({
  reader: async ({ service }, provide, { outputDir }) => {
    await service.set('operational');
    mkdirSync(outputDir, { recursive: true });
    const reader = await startScreenReader(join(outputDir, 'orca.log'));
    await provide(reader);
    reader.close();
  },
  context: async ({ reader, baseURL }, provide, { outputDir }) => {
    const context = await launchBrowser(reader, join(outputDir, 'profile'), `${String(baseURL)}/#sign-in`);
    await provide(context);
    await context.close();
  },
  page: async ({ context, reader }, provide) => {
    const [page = await context.waitForEvent('page')] = context.pages();
    await page.bringToFront();
    await expect.poll(() => reader.speech().join('\n'), 'the title of the page').toContain('Acme');
    await reader.rest();
    await provide(page);
  },
  listener: async ({ reader }, provide, { project }) => {
    const transcript: string[] = [];
    await provide(createListener(reader, transcript));
    writeFileSync(join(project.outputDir, 'transcript.txt'), transcript.join('\n'));
  },
});

function launchBrowser(reader: ScreenReader, profile: string, address: string): Promise<BrowserContext> {
  mkdirSync(join(profile, 'Default'), { recursive: true });
  // The browser would ask whether to save the password, and the screen reader would read the question.
  writeFileSync(join(profile, 'Default/Preferences'), '{ "credentials_enable_service": false }');
  return chromium.launchPersistentContext(profile, {
    ...wholeBrowser,
    headless: false,
    viewport: null,
    // A window without an address bar, whose events Orca can't follow.
    args: [...wholeBrowser.args, '--force-renderer-accessibility', `--app=${address}`],
    ignoreDefaultArgs: ['about:blank'],
    env: { ...reader.environment },
  });
}

function createListener(reader: ScreenReader, transcript: string[]): Listener {
  return {
    announcements: reader.announcements,
    async expectSpeech(act, run, ...expected) {
      const before = reader.speech().length;
      const said = (): readonly string[] => reader.speech().slice(before);
      const inOrder = new RegExp(expected.map(({ source }) => source).join('[^]*'), 'u');
      try {
        await run();
        await expect.poll(() => said().join('\n'), act).toMatch(inOrder);
        await reader.rest();
      } finally {
        transcript.push(`## ${act}`, ...said().map((line) => `   ${line}`), '');
      }
    },
  };
}
