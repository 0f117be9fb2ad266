import { chromium, type BrowserContext, type Page } from '@playwright/test';
import {
  createAccount,
  createTestUser,
  expect,
  openPage,
  partsOf,
  test,
  type Service,
} from './playground.ts';
import { english } from '../../src/messages/english.ts';
import { wholeBrowser } from '../support/launchOptions.ts';
import { textOf } from '../support/textOf.ts';

const closed = textOf(english.notice.titleInLine, english.maintenance);
const over = textOf(english.notice.titleInLine, english.over);

/** Opens another tab of the same browser, on a clock of its own. */
async function openTab(context: BrowserContext, hash = '#notes'): Promise<Page> {
  const tab = await context.newPage();
  await tab.clock.install();
  await tab.goto(`/${hash}`);
  return tab;
}

/** Notices the maintenance, as a visitor does who signs in. */
async function noticeSigningIn(page: Page, service: Service, email: string): Promise<void> {
  await openPage(page, '#sign-in');
  await partsOf(page).email.fill(email);
  await partsOf(page).password.fill('correct horse battery');
  await service.set('maintenance');
  await partsOf(page).submit.click();
  await expect(partsOf(page).banner).toContainText(closed);
}

async function begin(page: Page): Promise<void> {
  await createAccount(page.request, createTestUser());
  await openPage(page, '#notes');
  await expect(partsOf(page).note).toBeVisible();
}

/** Notices the maintenance, as a user does who adds a note. */
async function notice(page: Page, text: string): Promise<void> {
  const { note, addNote, banner } = partsOf(page);
  await note.fill(text);
  await addNote.click();
  await expect(banner).toContainText(closed);
}

test('a page that loads in a maintenance shows it before the user changes anything', async ({
  page,
  service,
  traffic,
}) => {
  await service.set('maintenance');
  await page.goto('/#sign-in');
  await expect(partsOf(page).banner).toContainText(closed);
  await expect(partsOf(page).submit).toHaveAttribute('aria-disabled', 'true');
  expect(traffic.mutations).toEqual([]);
});

test('a reload and a new tab show the maintenance before any request of theirs is rejected', async ({
  page,
  service,
  traffic,
}) => {
  await noticeSigningIn(page, service, 'ada@example.com');
  const sent = traffic.mutations.length;
  await page.reload();
  await expect(partsOf(page).banner).toContainText(closed);
  await expect(partsOf(page).email).toHaveValue('ada@example.com');
  const second = await openTab(page.context(), '#sign-in');
  await expect(partsOf(second).banner).toContainText(closed);
  await expect(partsOf(second).email).toHaveValue('');
  expect(traffic.mutations).toHaveLength(sent);

  await service.set('operational');
  await partsOf(second).banner.getByRole('button', { name: english.maintenance.checkNow }).click();
  await second.clock.runFor(5000);
  await expect(partsOf(second).banner).toContainText(over);
  await expect(partsOf(page).banner).toContainText(over);
});

test('a sign-out and a sign-in reach the other tabs', async ({ page }) => {
  const user = createTestUser();
  await createAccount(page.request, user);
  await page.goto('/#notes');
  const second = await openTab(page.context());
  await expect(partsOf(second).note).toBeVisible();
  await page.getByRole('button', { name: user.name }).click();
  await page.getByRole('menuitem', { name: english.actions.signOut }).click();
  await expect(partsOf(second).email).toBeVisible();

  await partsOf(second).email.fill(user.email);
  await partsOf(second).password.fill(user.password);
  await partsOf(second).submit.click();
  await expect(partsOf(second).note).toBeVisible();
  await expect(partsOf(page).note).toBeVisible();
});

test('a tab checks when the one that was checking is closed', async ({ page, service }) => {
  await begin(page);
  const first = await openTab(page.context());
  await service.set('maintenance');
  await notice(first, 'Feed the cat');
  await expect(partsOf(page).banner).toContainText(closed);

  await first.route('**/api/maintenance', () => {});
  const asked = first.waitForRequest('**/api/maintenance');
  await partsOf(first).banner.getByRole('button', { name: english.maintenance.checkNow }).click();
  await first.clock.runFor(5000);
  await asked;
  await service.set('operational');
  await partsOf(page).banner.getByRole('button', { name: english.maintenance.checkNow }).click();
  await page.clock.runFor(5000);
  await first.close();
  await expect(partsOf(page).banner).toContainText(over);
});

test('a frozen tab shows what happened when it continues', async ({ page, service }) => {
  await begin(page);
  const frozen = await openTab(page.context());
  await expect(partsOf(frozen).note).toBeVisible();
  const session = await page.context().newCDPSession(frozen);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await service.set('maintenance');
  await notice(page, 'Sweep the floor');
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await expect(partsOf(frozen).banner).toContainText(closed);
});

test('a duplicated tab keeps drafts of its own', async ({ page, service }) => {
  await noticeSigningIn(page, service, 'ada@example.com');
  const [copy] = await Promise.all([
    page.context().waitForEvent('page'),
    page.evaluate(() => void open(location.href)),
  ]);
  await expect(partsOf(copy).email).toHaveValue('ada@example.com');
  await partsOf(copy).email.fill('grace@example.com');
  await copy.reload();
  await page.reload();
  await expect(partsOf(copy).email).toHaveValue('grace@example.com');
  await expect(partsOf(page).email).toHaveValue('ada@example.com');
});

test('a page that returns from the back/forward cache shows what happened in between', async ({
  service,
  baseURL,
}) => {
  // Playwright switches the cache off.
  const browser = await chromium.launch({
    ...wholeBrowser,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  try {
    const context = await browser.newContext({ ...(baseURL !== undefined && { baseURL }) });
    const page = await context.newPage();
    // The playground's pages carry a nonce, so they are sent with `no-store`, which keeps a page out of the cache.
    await page.route('/', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'cache-control': 'no-cache' } });
    });
    await begin(page);
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => {
        document.documentElement.dataset['persisted'] = String(persisted);
      });
    });
    await page.goto('/service');
    const second = await context.newPage();
    await second.goto('/#notes');
    await service.set('maintenance');
    await notice(second, 'Close the window');
    await page.evaluate(() => history.back());
    await expect(page.locator('html')).toHaveAttribute('data-persisted', 'true');
    await expect(partsOf(page).banner).toContainText(closed);
  } finally {
    await browser.close();
  }
});
