import type { Page } from '@playwright/test';
import { english } from '../../src/messages/english.ts';
import { createAccount, createTestUser, type Service } from '../e2e/playground.ts';
import { patternOf, textOf } from '../support/textOf.ts';
import { expect, test, type Listener } from './screenReaderTest.ts';

const { maintenance, over, notice, session, signIn, profileDetails, userProfile } = english;

/** The page checks only after this time, or when the user presses the button. */
const RETRY_AFTER_SECONDS = 1800;

interface FormTexts {
  readonly submit: string;
  /** The text of the maintenance. */
  readonly paused: string;
  /** The announcement when the API accepts the form. */
  readonly done: string;
}

/**
 * Goes through a whole maintenance, from the rejected form to the one that the user submits again. The focus is in the
 * form. Each event is announced once, in the order of what happens, and nothing else is.
 */
async function goThroughMaintenance(
  page: Page,
  { announcements, expectSpeech }: Listener,
  service: Service,
  { submit, paused, done }: FormTexts,
): Promise<void> {
  const button = page.getByRole('main').getByRole('button', { name: submit });
  const checkNow = page.getByRole('button', { name: maintenance.checkNow });
  const press = (key: string) => () => page.keyboard.press(key);
  const announced = {
    begun: patternOf(textOf(notice.announcement, { title: maintenance.title, text: paused })),
    blocked: patternOf(maintenance.blocked),
    stillOn: patternOf(maintenance.stillOnAnnouncement),
    over: patternOf(textOf(notice.announcement, over)),
    done: patternOf(done),
  };

  const before = announcements().length;
  await service.set('maintenance', { retryAfterSeconds: RETRY_AFTER_SECONDS });
  await expectSpeech('Submits the form: the API rejects it', press('Enter'), announced.begun);
  await expectSpeech(
    'Goes to the disabled button',
    () => button.focus(),
    patternOf(submit),
    patternOf(maintenance.availableAgain),
  );
  await expectSpeech('Presses the disabled button', press('Space'), announced.blocked);
  await expectSpeech('Goes to “Check now”', () => checkNow.focus(), patternOf(maintenance.checkNow));
  await expectSpeech('Checks: the maintenance is still on', press('Enter'), announced.stillOn);
  await service.set('operational');
  await expectSpeech('Checks: the maintenance is over', press('Enter'), announced.over);
  await expectSpeech('Goes to the button', () => button.focus(), patternOf(submit));
  await expectSpeech('Submits the form again', press('Enter'), announced.done);

  // That a check has begun is announced only if the response takes a while.
  const made = announcements()
    .slice(before)
    .filter((text) => text !== maintenance.checking);
  expect(made).toEqual(Object.values(announced).map((pattern) => expect.stringMatching(pattern)));
}

test('a screen reader announces a whole maintenance, on the sign-in and on the account page', async ({
  page,
  listener,
  service,
  request,
}) => {
  const user = createTestUser();
  await createAccount(request, user);

  await listener.expectSpeech('Goes to the email address', () => page.getByLabel(signIn.email).focus());
  await page.keyboard.type(user.email);
  const password = page.getByLabel(signIn.password, { exact: true });
  await listener.expectSpeech('Goes to the password', () => password.focus());
  await listener.expectSpeech('Types it', () => page.keyboard.type(user.password));
  await goThroughMaintenance(page, listener, service, {
    submit: signIn.submit,
    paused: signIn.paused,
    done: session.signedIn,
  });
  await expect(page.getByRole('heading', { name: 'Notes' })).toBeVisible();

  await page.evaluate(() => location.assign('#account'));
  await listener.expectSpeech('Goes to the name', () => page.getByLabel('Name', { exact: true }).focus());
  await page.keyboard.press('End');
  await listener.expectSpeech('Adds to it', () => page.keyboard.type(' King'));
  await goThroughMaintenance(page, listener, service, {
    submit: profileDetails.save,
    paused: userProfile.pausedForm,
    done: profileDetails.saved,
  });
});
