import type { Page } from '@playwright/test';
import { createAccount, createTestUser, expect, openPage, partsOf, test } from './playground.ts';
import { english } from '../../src/messages/english.ts';
import { textOf } from '../support/textOf.ts';

/*
 * A release in the maintenance removes the files of the previous one. A page that is open has only what it has loaded by
 * then: at least the files that its HTML names.
 */

const closed = textOf(english.notice.titleInLine, english.maintenance);

/** The lazy files of a page, which a release removes or brings back. */
interface LazyFiles {
  readonly remove: () => void;
  readonly restore: () => void;
}

async function watchLazyFiles(page: Page): Promise<LazyFiles> {
  const answer = await page.request.get('/');
  const first = await answer.text();
  let areGone = false;
  await page.route('**/assets/*.js', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (areGone && !first.includes(pathname)) await route.fulfill({ status: 404, body: 'Not found' });
    else await route.continue();
  });
  return {
    remove: () => void (areGone = true),
    restore: () => void (areGone = false),
  };
}

/** Waits until the page has loaded what it loads when it is idle. */
async function openAndIdle(page: Page, hash: string): Promise<void> {
  const engine = page.waitForResponse('**/assets/engine-*.js');
  const reader = page.waitForResponse('**/assets/noticeReader-*.js');
  await openPage(page, hash);
  await Promise.all([engine, reader]);
}

/** Runs the page's clock until the maintenance is over on the page. */
async function waitForEnd(page: Page): Promise<void> {
  const { banner } = partsOf(page);
  // The notice of the end has gone if the clock ran on.
  const isOver = async (): Promise<boolean> =>
    (await banner.allTextContents()).every((text) => !text.includes(closed));
  for (let waited = 0; waited < 600 && !(await isOver()); waited += 10) {
    await page.clock.runFor(10_000);
    // The page's clock must not reach the timeout of a check that waits for its answer. A check holds a lock.
    await page.waitForFunction(async () => {
      const { held = [], pending = [] } = await navigator.locks.query();
      return held.length + pending.length === 0;
    });
  }
  await expect.poll(isOver).toBe(true);
}

type Moment = 'before the page is idle' | 'after the page was idle';

/** Opens a page whose lazy files are gone from a moment on. */
async function open(page: Page, hash: string, moment: Moment): Promise<LazyFiles> {
  const files = await watchLazyFiles(page);
  if (moment === 'before the page is idle') {
    files.remove();
    await page.goto(`/${hash}`);
  } else {
    await openAndIdle(page, hash);
    files.remove();
  }
  return files;
}

for (const moment of ['before the page is idle', 'after the page was idle'] as const) {
  test(`a user signs in through a maintenance when the lazy files went ${moment}`, async ({
    page,
    request,
    service,
  }) => {
    const user = createTestUser();
    await createAccount(request, user);
    await open(page, '#sign-in', moment);
    const { email, password, submit, banner, notes } = partsOf(page);
    await email.fill(user.email);
    await password.fill(user.password);
    await service.set('maintenance');
    await submit.click();
    await expect(banner).toContainText(closed);
    await expect(email).toHaveValue(user.email);
    await expect(password).toHaveValue(user.password);
    await expect(submit).toHaveAccessibleDescription(english.maintenance.availableAgain);
    await service.set('operational');
    await waitForEnd(page);
    await submit.click();
    await expect(notes).toBeVisible();
  });

  test(`signing out in a maintenance explains itself in place when the lazy files went ${moment}`, async ({
    page,
    service,
  }) => {
    const user = createTestUser();
    await createAccount(page.request, user);
    const files = await watchLazyFiles(page);
    if (moment === 'before the page is idle') {
      files.remove();
      await page.goto('/#notes');
    } else await openPage(page, '#notes');
    await expect(partsOf(page).note).toBeVisible();
    const menu = page.getByRole('button', { name: user.name });
    const plain = page.getByRole('banner').getByRole('button', { name: english.actions.signOut });
    await expect(menu.or(plain)).toBeVisible();
    if (moment === 'after the page was idle') {
      await menu.click();
      await page.keyboard.press('Escape');
      files.remove();
    }
    await service.set('maintenance');
    const { note, addNote, banner } = partsOf(page);
    await note.fill('Feed the cat');
    await addNote.click();
    await expect(banner).toContainText(closed);
    // The button is disabled, and a press says why.
    if (await plain.isVisible()) await plain.click({ force: true });
    else {
      await menu.click();
      await page.getByRole('menuitem', { name: english.actions.signOut }).click({ force: true });
    }
    const dialog = page.getByRole('alertdialog');
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: english.actions.close, exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(note).toHaveValue('Feed the cat');
  });
}

test('a user signs up through a maintenance without its lazy files', async ({ page, service }) => {
  const user = createTestUser();
  await open(page, '#sign-up', 'before the page is idle');
  const { email, password, banner, notes } = partsOf(page);
  const name = page.getByLabel(english.signUp.name, { exact: true });
  const submit = page.getByRole('button', { name: english.signUp.submit });
  await name.fill(user.name);
  await email.fill(user.email);
  await password.fill(user.password);
  await service.set('maintenance');
  await submit.click();
  await expect(banner).toContainText(closed);
  await expect(name).toHaveValue(user.name);
  await expect(email).toHaveValue(user.email);
  await expect(password).toHaveValue(user.password);
  await service.set('operational');
  await waitForEnd(page);
  await submit.click();
  await expect(notes).toBeVisible();
});

test('a step whose file is gone says so, keeps the input and works when the file is back', async ({
  page,
  request,
}) => {
  const user = createTestUser();
  await createAccount(request, user);
  const files = await open(page, '#sign-in', 'before the page is idle');
  await page.getByRole('button', { name: english.codeByEmail.link }).click();
  const email = page.getByLabel(english.signIn.email);
  if (await email.isVisible()) await email.fill(user.email);
  await expect(page.getByText(english.errors.unreachable).first()).toBeVisible();
  await expect(page.locator('#root')).toContainText(english.signIn.title);
  files.restore();
  await page.getByRole('button', { name: english.codeByEmail.link }).click();
  await expect(page.getByRole('button', { name: english.codeByEmail.submit })).toBeVisible();
});

test('the pages of a signed-in user stay readable and try again without its lazy files', async ({
  page,
  service,
}) => {
  const user = createTestUser();
  await createAccount(page.request, user);
  const files = await open(page, '#account', 'before the page is idle');
  const { banner } = partsOf(page);
  const panel = page.getByRole('tabpanel');
  const lost = page.getByText(english.userProfile.loadFailed);
  const again = page.getByRole('button', { name: english.userProfile.tryAgain });
  await expect(lost.or(page.getByLabel('Name', { exact: true })).first()).toBeVisible();

  files.restore();
  if (await again.isVisible()) await again.click();
  const name = page.getByLabel('Name', { exact: true });
  await expect(name).toHaveValue(user.name);
  files.remove();
  await service.set('maintenance');
  await name.fill('Augusta Ada King');
  // The check of the page may be late, and disable the button first.
  await page.getByRole('button', { name: english.profileDetails.save }).click({ force: true });
  await expect(banner).toContainText(closed);
  await page.getByRole('tab', { name: english.emailAddresses.tab }).click();
  await expect(panel).toContainText(english.userProfile.loadFailed);
  files.restore();
  await panel.getByRole('button', { name: english.userProfile.tryAgain }).click();
  await expect(panel).toContainText(user.email);
  await page.getByRole('tab', { name: english.profileDetails.tab }).click();
  await expect(name).toHaveValue('Augusta Ada King');
});

test('an organization’s page says what is missing without its lazy files', async ({ page, service }) => {
  await createAccount(page.request, createTestUser());
  await page.goto('/#new-organization');
  await page.getByLabel('Name', { exact: true }).fill(`Engines ${crypto.randomUUID().slice(0, 8)}`);
  await page.getByRole('button', { name: english.createOrganization.submit }).click();
  await expect(page).toHaveURL(/#organization$/);
  const files = await watchLazyFiles(page);
  files.remove();
  await page.reload();
  const again = page.getByRole('button', { name: english.userProfile.tryAgain });
  const members = page.getByRole('tab', { name: english.organizationMembers.tab });
  await expect(again.or(members).first()).toBeVisible();
  files.restore();
  if (await again.isVisible()) await again.click();
  await expect(members).toBeVisible();
  files.remove();
  await service.set('maintenance');
  await members.click();
  const panel = page.getByRole('tabpanel');
  await expect(panel).toContainText(english.userProfile.loadFailed);
  files.restore();
  await panel.getByRole('button', { name: english.userProfile.tryAgain }).click();
  await expect(panel).toContainText('Ada Lovelace');
});
