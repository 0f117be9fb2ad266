import {
  createTestUser,
  expect,
  expectMarked,
  mark,
  openPage,
  partsOf,
  test,
  waitForNextCheck,
} from './playground.ts';
import { english } from '../../src/messages/english.ts';
import { textOf } from '../support/textOf.ts';

test('a user keeps all text and the session through maintenance and outage', async ({
  page,
  service,
  traffic,
}) => {
  test.slow();
  const testUser = createTestUser();
  const account = page.getByRole('banner');
  const main = page.getByRole('main');
  const { banner, form, email, password, submit, notes, note, addNote, alerts, announcements } =
    partsOf(page);

  await test.step('signs up, and signs out again', async () => {
    await openPage(page, '#sign-up');
    await page.getByLabel('Name', { exact: true }).fill(testUser.name);
    await email.fill(testUser.email);
    await password.fill(testUser.password);
    await submit.click();
    await expect(notes).toBeVisible();
    await expect(account).toContainText(testUser.name);

    await page.getByRole('button', { name: `Account: ${testUser.name}` }).click();
    await page.getByRole('menuitem', { name: english.actions.signOut }).click();
    await expect(
      page.getByRole('form', { name: textOf(english.signIn.titleFor, { application: 'Acme' }) }),
    ).toBeVisible();
  });

  await test.step('sees the maintenance when signing in is rejected, and keeps the input', async () => {
    await service.set('maintenance');
    await email.fill(testUser.email);
    await password.fill(testUser.password);
    await mark(form);
    await submit.click();

    await expect(banner).toContainText(textOf(english.notice.titleInLine, english.maintenance));
    await expect(alerts).toHaveText(
      textOf(english.notice.announcement, { title: english.maintenance.title, text: english.signIn.paused }),
    );
    await expect(email).toHaveValue(testUser.email);
    await expect(password).toHaveValue(testUser.password);
    await expect(submit).toHaveAttribute('aria-disabled', 'true');
    await expect(submit).toHaveAccessibleDescription(english.maintenance.availableAgain);
    await expect(submit).toBeFocused();
  });

  await test.step('sends no request on five presses', async () => {
    const arrived = await service.mutations();
    const sent = [...traffic.mutations];
    expect(sent.at(-1)).toBe('POST /api/auth/sign-in/email');

    // Playwright would wait for an enabled button; users don't.
    await submit.click({ force: true });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    await password.press('Enter');
    await submit.click({ force: true });

    await expect(alerts).toHaveText(english.maintenance.blocked);
    await expect(submit).toBeFocused();
    await page.clock.runFor(1000);
    expect(traffic.mutations).toEqual(sent);
    expect(await service.mutations()).toEqual(arrived);
  });

  await test.step('can submit again without an action, and signs in with the entered values', async () => {
    await service.set('operational');
    const sent = [...traffic.mutations];
    await waitForNextCheck(page);

    await expect(banner).toContainText(textOf(english.notice.titleInLine, english.over));
    await expect(announcements).toHaveText(textOf(english.notice.announcement, english.over));
    await page.clock.runFor(10_000);
    await expect(banner).toBeHidden();
    await expect(submit).not.toHaveAttribute('aria-disabled');
    await expect(submit).toBeFocused();
    await expectMarked(form);
    expect(traffic.mutations).toEqual(sent);

    await submit.click();
    await expect(notes).toBeVisible();
    await expect(account).toContainText(testUser.name);
  });

  await test.step('sees that a note isn’t saved, and keeps its text and the view', async () => {
    await note.fill('Water the plants');
    await addNote.click();
    await expect(notes.getByRole('listitem')).toHaveText(['Water the plants']);
    await mark(notes);

    await service.set('maintenance');
    await note.fill('Buy bread');
    await addNote.click();
    await expect(notes.getByRole('alert')).toHaveText('Your note wasn’t saved. It’s still here.');
    await expect(banner).toContainText(textOf(english.notice.titleInLine, english.maintenance));
    await expect(note).toHaveValue('Buy bread');
    await expect(addNote).toHaveAttribute('aria-disabled', 'true');
    await expectMarked(notes);
  });

  await test.step('continues to read, and stays signed in through session refreshes', async () => {
    // A note that was written elsewhere before the maintenance.
    await service.set('operational');
    const written = await page.request.post('/api/notes', { data: { text: 'Call Charles' } });
    expect(written.status()).toBe(201);
    await service.set('maintenance');

    await page.getByRole('button', { name: 'Load again' }).click();
    await expect(notes.getByRole('listitem')).toHaveText(['Call Charles', 'Water the plants']);

    const refreshed = page.waitForResponse('**/api/auth/get-session');
    await page.clock.runFor(50_000);
    expect((await refreshed).status()).toBe(200);
    await expect(account).toContainText(testUser.name);
    await expect(banner).toContainText(textOf(english.notice.titleInLine, english.maintenance));
    await expect(note).toHaveValue('Buy bread');
    await expectMarked(notes);

    await page.reload();
    await expect(account).toContainText(testUser.name);
    await expect(notes.getByRole('listitem')).toHaveText(['Call Charles', 'Water the plants']);
    expect(traffic.answers.filter((answer) => /^[^2].*get-session/.test(answer))).toEqual([]);
  });

  await test.step('keeps the view while every request fails, and sees a panel after a reload', async () => {
    await service.set('unavailable');
    await note.fill('Buy bread');
    await mark(notes);
    await page.getByRole('button', { name: 'Load again' }).click();
    await expect(banner).toContainText(textOf(english.notice.titleInLine, english.unavailable));
    const rejection = page.waitForResponse('**/api/auth/get-session');
    await page.clock.runFor(50_000);
    expect((await rejection).status()).toBe(503);
    await expect(account).toContainText(testUser.name);
    await expect(notes.getByRole('listitem')).toHaveText(['Call Charles', 'Water the plants']);
    await expect(note).toHaveValue('Buy bread');
    await expectMarked(notes);

    await page.reload();
    await expect(main.getByRole('heading', { name: english.unavailable.title })).toBeVisible();
    await expect(main).toContainText(english.unavailable.text);
    await expect(page.getByText(textOf(english.signIn.titleFor, { application: 'Acme' }))).toBeHidden();
    await mark(main);
  });

  await test.step('sees the view again when the service recovers', async () => {
    await service.set('operational');
    await waitForNextCheck(page);
    await expect(account).toContainText(testUser.name);
    await expect(notes.getByRole('listitem')).toHaveText(['Call Charles', 'Water the plants']);
    await expect(banner).toContainText(textOf(english.notice.titleInLine, english.over));
    await expectMarked(main);
  });
});
