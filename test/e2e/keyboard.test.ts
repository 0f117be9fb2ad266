import type { Locator } from '@playwright/test';
import { createAccount, createTestUser, expect, openPage, partsOf, test } from './playground.ts';
import { english } from '../../src/messages/english.ts';
import { patternOf, textOf } from '../support/textOf.ts';

test('a user with only a keyboard signs in across a maintenance', async ({
  page,
  request,
  service,
  traffic,
}) => {
  const testUser = createTestUser();
  const { keyboard } = page;
  const { banner, form, email, password, submit, notes, alerts } = partsOf(page);
  const brand = page.getByRole('link', { name: 'Acme' });
  const reveal = page.getByRole('button', { name: english.field.show });
  const forgotten = page.getByRole('button', { name: english.forgottenPassword.link });
  const checkNow = banner.getByRole('button', { name: english.maintenance.checkNow });
  const dismiss = banner.getByRole('button', { name: english.over.dismiss });

  async function reach(stop: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await keyboard.press(key);
    await expect(stop).toBeFocused();
  }

  await createAccount(request, testUser);
  await openPage(page);
  await expect(form).toBeVisible();

  await test.step('types, and submits with Enter in the field', async () => {
    await reach(brand);
    await reach(email);
    await keyboard.type(testUser.email);
    await reach(password);
    await keyboard.type(testUser.password);
    await service.set('maintenance');
    await keyboard.press('Enter');
    await expect(alerts).toContainText(english.signIn.paused);
    await expect(password).toBeFocused();
  });

  await test.step('reaches the disabled button, which explains and sends nothing', async () => {
    const arrived = await service.mutations();
    const sent = [...traffic.mutations];
    await reach(reveal);
    await reach(forgotten);
    await reach(submit);
    await keyboard.press('Enter');
    await expect(alerts).toHaveText(english.maintenance.blocked);
    await keyboard.press('Space');
    await keyboard.press('Enter');
    await expect(submit).toBeFocused();
    expect(traffic.mutations).toEqual(sent);
    expect(await service.mutations()).toEqual(arrived);
  });

  await test.step('checks, and the continuing maintenance is announced', async () => {
    await reach(forgotten, 'Shift+Tab');
    await reach(reveal, 'Shift+Tab');
    await reach(password, 'Shift+Tab');
    await reach(email, 'Shift+Tab');
    await reach(brand, 'Shift+Tab');
    await reach(checkNow, 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(alerts).toHaveText(patternOf(english.maintenance.stillOnAnnouncement));
    await expect(checkNow).toBeFocused();
  });

  await test.step('checks again, learns that it is over, and dismisses the notice', async () => {
    await service.set('operational');
    // No check runs before this.
    await page.clock.runFor(5000);
    await keyboard.press('Space');
    await expect(banner).toContainText(textOf(english.notice.titleInLine, english.over));
    await expect(dismiss).toBeFocused();
    await keyboard.press('Enter');
    await expect(dismiss).toBeHidden();
  });

  await test.step('continues, and signs in with the entered values', async () => {
    await reach(brand);
    await reach(email);
    await reach(password);
    await reach(reveal);
    await reach(forgotten);
    await reach(submit);
    await expect(email).toHaveValue(testUser.email);
    await expect(password).toHaveValue(testUser.password);
    await keyboard.press('Space');
    await expect(notes).toBeVisible();
  });
});
