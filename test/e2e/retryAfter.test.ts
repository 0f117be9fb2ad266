import { createAccount, createTestUser, expect, openPage, partsOf, test } from './playground.ts';
import { english } from '../../src/messages/english.ts';
import { textOf } from '../support/textOf.ts';

test.use({ locale: 'en-US', timezoneId: 'America/New_York' });

test('with a Retry-After of half an hour the banner names the time, and no check runs before it', async ({
  page,
  request,
  service,
  traffic,
}) => {
  const testUser = createTestUser();
  const { banner, email, password, submit, notes } = partsOf(page);
  const checks = () => traffic.answers.filter((answer) => answer.endsWith('GET /api/maintenance'));
  await createAccount(request, testUser);
  // A quarter past nine in New York.
  await page.clock.setSystemTime('2026-01-05T14:15:00Z');
  await openPage(page);
  await email.fill(testUser.email);
  await password.fill(testUser.password);

  await service.set('maintenance', { retryAfterSeconds: 30 * 60 });
  await submit.click();
  await expect(banner).toContainText(/Back around 9:45\sAM/);
  await expect(banner.getByRole('timer')).toBeHidden();

  const before = checks().length;
  await service.set('operational');
  await page.clock.fastForward('29:00');
  await expect(banner).toContainText(/Back around 9:45\sAM/);
  await expect(submit).toHaveAttribute('aria-disabled', 'true');
  expect(checks()).toHaveLength(before);

  // All clients received the same time: this page checks at most half an hour later.
  await page.clock.fastForward('31:00');
  await expect(banner).toContainText(textOf(english.notice.titleInLine, english.over));
  expect(checks()).toHaveLength(before + 1);
  await submit.click();
  await expect(notes).toBeVisible();
});
