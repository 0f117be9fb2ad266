import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { english } from '../../src/messages/english.ts';
import { createAccount, createTestUser } from '../e2e/playground.ts';
import { launchOptions } from '../support/launchOptions.ts';
import { patternOf, textOf } from '../support/textOf.ts';
import { startScreenReader, type ScreenReader } from './startScreenReader.ts';

const { maintenance, over, notice, signIn, profileDetails, userProfile } = english;

const isOver = textOf(notice.announcement, over);

function begun(text: string): string {
  return textOf(notice.announcement, { title: maintenance.title, text });
}

/** In seconds. Until then the page doesn't check, unless the user asks. */
const RETRY_AFTER = 1800;

async function setService(request: APIRequestContext, mode: 'operational' | 'maintenance'): Promise<void> {
  expect((await request.put('/service', { data: { mode, retryAfter: RETRY_AFTER } })).status()).toBe(200);
}

/** The user: acts, and listens. */
interface User {
  readonly page: Page;
  /** Returns everything that the screen reader has said. */
  readonly heard: () => readonly string[];
  /** Acts, and waits until the screen reader has said each of the expected texts. */
  readonly hears: (
    act: string,
    run: () => Promise<unknown>,
    ...expected: (string | RegExp)[]
  ) => Promise<void>;
}

function createUser(page: Page, reader: ScreenReader, transcript: string[]): User {
  return {
    page,
    heard: reader.speech,
    async hears(act, run, ...expected) {
      await reader.rest();
      const before = reader.speech().length;
      const said = (): string[] => reader.speech().slice(before);
      await run();
      try {
        for (const text of expected) {
          const pattern = text instanceof RegExp ? text : patternOf(text);
          await expect.poll(() => said().join('\n'), act).toMatch(pattern);
        }
      } finally {
        transcript.push(`## ${act}`, ...said().map((line) => `   ${line}`), '');
      }
    },
  };
}

/** A whole maintenance, from the rejected form to the one that the user sends again. The focus is in the form. */
async function goThroughMaintenance(
  { page, heard, hears }: User,
  request: APIRequestContext,
  { submit, paused, done }: { readonly submit: string; readonly paused: string; readonly done?: string },
): Promise<void> {
  const button = page.getByRole('main').getByRole('button', { name: submit });
  const checkNow = page.getByRole('button', { name: maintenance.checkNow }).last();
  const press = (key: string) => () => page.keyboard.press(key);

  const before = heard().length;
  await setService(request, 'maintenance');
  await hears('Sends the form: it is rejected', press('Enter'), begun(paused));
  await hears('Goes to the button', () => button.focus(), submit, maintenance.availableAgain);
  await hears('Presses the button', press('Space'), maintenance.blocked);
  await checkNow.focus();
  await hears('Checks, still on', press('Enter'), patternOf(maintenance.stillOnAnnouncement));
  await setService(request, 'operational');
  await hears('Checks, over', press('Enter'), isOver);
  await button.focus();
  await hears('Sends the form again', press('Enter'), ...(done === undefined ? [] : [done]));
  for (const announcement of [begun(paused), maintenance.blocked, isOver]) {
    const times = heard()
      .slice(before)
      .filter((said) => patternOf(announcement).test(said)).length;
    expect(times, announcement).toBe(1);
  }
}

test('a screen reader tells a whole maintenance, in the sign-in and on the account page', async ({
  baseURL,
  request,
}, { outputDir, project }) => {
  const user = createTestUser();
  await createAccount(request, user);
  await setService(request, 'operational');
  const transcript: string[] = [];
  mkdirSync(outputDir, { recursive: true });
  const reader = await startScreenReader(join(outputDir, 'orca.log'));
  try {
    const profile = join(outputDir, 'profile');
    mkdirSync(join(profile, 'Default'), { recursive: true });
    // The browser would ask whether to save the password, and the screen reader would read the question.
    writeFileSync(join(profile, 'Default/Preferences'), '{ "credentials_enable_service": false }');
    // A window without an address bar, whose events Orca can't follow.
    const context = await chromium.launchPersistentContext(profile, {
      ...launchOptions,
      headless: false,
      viewport: null,
      args: [...launchOptions.args, '--force-renderer-accessibility', `--app=${String(baseURL)}/#sign-in`],
      ignoreDefaultArgs: ['about:blank'],
      env: { ...reader.environment },
    });
    const [page = await context.waitForEvent('page')] = context.pages();
    const listener = createUser(page, reader, transcript);
    const { hears } = listener;
    await page.bringToFront();
    await expect.poll(() => reader.speech().join('\n')).toContain('Acme');
    await hears('Goes to the email address', () => page.getByLabel(signIn.email).focus(), signIn.email);
    await page.keyboard.type(user.email);
    await hears(
      'Goes to the password',
      () => page.getByLabel(signIn.password, { exact: true }).focus(),
      signIn.password,
    );
    await page.keyboard.type(user.password);
    await goThroughMaintenance(listener, request, { submit: signIn.submit, paused: signIn.paused });
    await expect(page.getByRole('heading', { name: 'Notes' })).toBeVisible();

    await page.evaluate(() => location.assign('#account'));
    const name = page.getByLabel('Name', { exact: true });
    await hears('Goes to the name', () => name.focus(), 'Name');
    await page.keyboard.press('End');
    await page.keyboard.type(' King');
    await goThroughMaintenance(listener, request, {
      submit: profileDetails.save,
      paused: userProfile.pausedForm,
      done: profileDetails.saved,
    });
    await context.close();
  } finally {
    reader.close();
    writeFileSync(join(project.outputDir, 'transcript.txt'), transcript.join('\n'));
  }
});
