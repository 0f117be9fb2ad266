import type { Page } from '@playwright/test';
import { english } from '../../../src/messages/english.ts';
import { expect, partsOf } from '../playground.ts';
import { typedKeyOf, type RandomUser, type TypedText } from './createRandomUser.ts';
import type { Exchange, FaultProxy } from './startFaultProxy.ts';

/** A tab of the user's browser. */
export interface Tab {
  /** What its requests have in the header `x-tab`. */
  readonly name: string;
  readonly page: Page;
  readonly user: RandomUser;
}

const labels = [english.signIn.email, english.profileDetails.name];

/** Holds after each step: all input is kept, the user stays signed in, no page is blank, no password is written. */
export async function expectNothingBroken(
  tab: Tab,
  proxy: FaultProxy,
  exchanges: readonly Exchange[],
): Promise<void> {
  const { page, user } = tab;
  const isSignedIn = proxy.sessionAnswer(tab.name) === 'signed-in';
  dropSavedInput(user.typed, exchanges, isSignedIn);
  const { hash, text, fields, isEmailVisible, written } = await inspect(page);
  if (text === '') await expect(page.locator('#root'), 'the page is not blank').not.toHaveText('');
  if (isSignedIn && isEmailVisible) {
    await expect(
      partsOf(page).email,
      'only the session endpoint and a sign-out sign a user out',
    ).toBeHidden();
  }
  for (const [index, label] of labels.entries()) {
    const typed = user.typed.get(typedKeyOf(hash, label));
    const value = fields[index];
    if (typed === undefined || value === undefined || value === typed) continue;
    await expect(
      page.getByLabel(label, { exact: true }),
      `what was typed into "${label}" in tab ${tab.name} is still there`,
    ).toHaveValue(typed, { timeout: 2_000 });
  }
  for (const secret of user.secrets) expect(written, 'no password is written anywhere').not.toContain(secret);
}

/** Drops the input that the API accepted, or may have accepted before the connection broke. */
function dropSavedInput(typed: TypedText, exchanges: readonly Exchange[], isSignedIn: boolean): void {
  const mayHaveSaved = exchanges.some(
    ({ request, status = 200 }) => request.startsWith('POST /api/auth/') && status < 300,
  );
  // A draft of the account page belongs to the session.
  const isOfSession = (key: string): boolean => key.startsWith(english.profileDetails.name);
  for (const key of typed.keys()) if (mayHaveSaved || isOfSession(key) !== isSignedIn) typed.delete(key);
}

/** Reads everything from the page at once. */
function inspect(page: Page) {
  return page.evaluate((names) => {
    // Drafts are stored by now, as when the user leaves.
    globalThis.dispatchEvent(new Event('pagehide'));
    const controls = names.map((name) => {
      const label = [...document.querySelectorAll('label')].find((each) => each.textContent.trim() === name);
      const { control } = label ?? { control: null };
      return control instanceof HTMLInputElement && control.checkVisibility() ? control.value : undefined;
    });
    return {
      hash: location.hash,
      text: document.querySelector<HTMLElement>('#root')?.innerText.trim() ?? '',
      fields: controls,
      isEmailVisible: controls[0] !== undefined,
      written: JSON.stringify([
        Object.entries(sessionStorage),
        Object.entries(localStorage),
        location.href,
        history.state,
        document.title,
      ]),
    };
  }, labels);
}

/** One press sends at most one mutation, and none into a known maintenance. */
export function expectFewRequests(action: string, exchanges: readonly Exchange[], isKnown: boolean): void {
  const mutations = exchanges.filter(({ request }) => request.startsWith('POST '));
  const isChecked = exchanges.some(({ request }) => request === 'GET /api/maintenance');
  if (isKnown && !isChecked) {
    expect(
      mutations.map(({ request }) => request),
      'nothing is sent into a known maintenance',
    ).toEqual([]);
  }
  // The browser itself repeats a request whose connection closed without a byte.
  const unbroken = mutations.filter(
    ({ fault }) => fault !== 'reset before the API' && fault !== 'answer lost',
  );
  expect(unbroken.length, `"${action}" sends at most one mutation`).toBeLessThanOrEqual(1);
}

/** If a check was the only news of a step, every tab shows what it learned. */
export async function expectTrueBanners(tabs: readonly Tab[], exchanges: readonly Exchange[]): Promise<void> {
  const [check, ...others] = exchanges.filter(
    ({ request, status }) =>
      request === 'GET /api/maintenance' || request.startsWith('POST ') || status === 503,
  );
  if (check?.check === undefined || others.length > 0) return;
  const isOver = check.check === 'operational';
  for (const { page, name } of tabs) {
    await expect(
      page.locator('[data-slot="maintenance-banner"]').first(),
      `tab ${name} shows what the last check learned: ${check.check}`,
    ).toHaveAttribute('data-availability', isOver ? 'operational' : /read-only|unavailable/);
  }
}
