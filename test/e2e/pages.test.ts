import type { FrameLocator, Locator, Page } from '@playwright/test';
import {
  bannerName,
  createAccount,
  createTestUser,
  expect,
  openPage,
  partsOf,
  test,
  waitForNextCheck,
} from './playground.ts';
import { english } from '../../src/messages/english.ts';
import { textOf } from '../support/textOf.ts';

const closed = english.maintenance.availableAgain;

/** Signs up a new user, on the page of the hash. */
async function begin(page: Page, hash: string): Promise<void> {
  // The page's own cookies, so the new user is signed in.
  await createAccount(page.request, createTestUser());
  await openPage(page, hash);
}

/** Ends the maintenance and waits until the page notices. */
async function end(page: Page, set: (mode: 'operational') => Promise<void>): Promise<void> {
  await set('operational');
  await waitForNextCheck(page);
  await expect(partsOf(page).banner).toContainText(textOf(english.notice.titleInLine, english.over));
}

test('a name that is edited in maintenance is saved after it', async ({ page, service, traffic }) => {
  await begin(page, '#account');
  const name = page.getByLabel('Name', { exact: true });
  const save = page.getByRole('button', { name: english.profileDetails.save });
  await expect(name).toHaveValue('Ada Lovelace');

  await service.set('maintenance');
  await name.fill('Augusta Ada King');
  await save.click();
  await expect(partsOf(page).banner).toBeVisible();
  await expect(save).toHaveAccessibleDescription(closed);
  await expect(name).toHaveValue('Augusta Ada King');
  await expect(page.getByRole('banner')).toContainText('Ada Lovelace');

  // Everything can be read during maintenance.
  await page.getByRole('tab', { name: english.emailAddresses.tab }).click();
  await expect(page.getByRole('tabpanel')).toContainText('@example.com');
  await page.getByRole('tab', { name: english.profileDetails.tab }).click();
  await expect(name).toHaveValue('Augusta Ada King');

  const sent = traffic.mutations.length;
  await end(page, service.set);
  expect(traffic.mutations).toHaveLength(sent);
  await save.click();
  await expect(page.getByRole('banner')).toContainText('Augusta Ada King');
});

test('every page has one heading of the first level and a unique title', async ({ page }) => {
  const titles = new Set<string>();
  const look = async (hash: string): Promise<void> => {
    await page.goto(`/${hash}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page).toHaveTitle(/ – Acme$/);
    titles.add(await page.title());
  };
  await look('#sign-up');
  await look('#sign-in');
  await createAccount(page.request, createTestUser());
  await page.reload();
  await expect(page).toHaveTitle(/^Notes/);
  const pages = ['#notes', '#account', '#organization', '#new-organization', '#settings', '#windows'];
  for (const hash of pages) await look(hash);
  expect(titles.size).toBe(pages.length + 2);
});

test('an organization is created, and edited through a maintenance', async ({ page, service }) => {
  await begin(page, '#new-organization');
  const switcher = page.getByRole('button', { name: /^Organization:/ });
  const name = page.getByLabel('Name', { exact: true });
  const save = page.getByRole('button', { name: english.profileDetails.save });
  const unique = crypto.randomUUID().slice(0, 8);
  await name.fill(`Engines ${unique}`);
  await page.getByRole('button', { name: english.organizationSwitcher.create }).click();
  await expect(page.getByRole('heading', { name: english.organizationGeneral.tab })).toBeVisible();
  await expect(switcher).toContainText(`Engines ${unique}`);

  await service.set('maintenance');
  await name.fill(`Difference Engines ${unique}`);
  await save.click();
  await expect(partsOf(page).banner).toBeVisible();
  await expect(save).toHaveAccessibleDescription(closed);

  // The active organization is part of the session, so switching works during maintenance.
  await switcher.click();
  await page.getByRole('menuitemradio', { name: /Personal account/ }).click();
  await expect(switcher).toContainText(english.organizationSwitcher.personal);
  await switcher.click();
  await page.getByRole('menuitemradio', { name: new RegExp(unique) }).click();
  await expect(partsOf(page).banner).toContainText(textOf(english.notice.titleInLine, english.maintenance));
  await expect(name).toHaveValue(`Difference Engines ${unique}`);

  await end(page, service.set);
  await save.click();
  await expect(page.getByRole('main').getByText(`Difference Engines ${unique}`).first()).toBeVisible();
  await page.reload();
  await expect(switcher).toContainText(`Difference Engines ${unique}`);
});

test('the guard disables the application’s own form, and a switch reverts', async ({
  page,
  service,
  traffic,
}) => {
  await begin(page, '#settings');
  const signature = page.getByLabel('Signature');
  const notifications = page.getByRole('switch', { name: 'Notifications' });
  const save = page.getByRole('button', { name: 'Save' });
  await expect(notifications).toBeChecked();

  await service.set('maintenance');
  await signature.fill('Ada, Countess of Lovelace');
  await notifications.click();
  await expect(page.getByText('This wasn’t saved. Nothing has changed.')).toBeVisible();
  await expect(notifications).toBeChecked();
  await expect(page.locator('[data-slot="guard-reason"]')).toHaveText(closed);
  await expect(signature).toHaveValue('Ada, Countess of Lovelace');
  const sent = traffic.mutations.length;
  await save.click({ force: true });
  await notifications.click();
  await expect(notifications).toBeChecked();
  expect(traffic.mutations).toHaveLength(sent);

  await end(page, service.set);
  await save.click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  await notifications.click();
  await expect(notifications).not.toBeChecked();
  await page.reload();
  await expect(signature).toHaveValue('Ada, Countess of Lovelace');
  await expect(notifications).not.toBeChecked();
});

test('a second window follows the first one into a maintenance and out of it', async ({ page, service }) => {
  await begin(page, '#windows');
  const first = page.frameLocator('iframe[title="First window"]');
  const second = page.frameLocator('iframe[title="Second window"]');
  const bannerOf = (window: FrameLocator): Locator => window.getByRole('region', { name: bannerName });
  await expect(second.getByLabel('Signature')).toBeVisible();

  await service.set('maintenance');
  await first.getByLabel('New note').fill('Water the plants');
  await first.getByRole('button', { name: 'Add note' }).click();
  await expect(bannerOf(first)).toContainText(textOf(english.notice.titleInLine, english.maintenance));
  await expect(bannerOf(second)).toContainText(textOf(english.notice.titleInLine, english.maintenance));
  await expect(partsOf(page).banner).toContainText(textOf(english.notice.titleInLine, english.maintenance));

  // A new window knows the maintenance from the start.
  const third = await page.context().newPage();
  await third.goto('/');
  await expect(partsOf(third).banner).toContainText(textOf(english.notice.titleInLine, english.maintenance));
  await third.close();

  await service.set('operational');
  await page.clock.runFor(5000);
  await bannerOf(second).getByRole('button', { name: english.maintenance.checkNow }).click();
  await expect(bannerOf(second)).toContainText(textOf(english.notice.titleInLine, english.over));
  await expect(bannerOf(first)).toContainText(textOf(english.notice.titleInLine, english.over));
  await expect(partsOf(page).banner).toContainText(textOf(english.notice.titleInLine, english.over));
  await first.getByRole('button', { name: 'Add note' }).click();
  await expect(first.getByRole('listitem')).toHaveText(['Water the plants']);
});
