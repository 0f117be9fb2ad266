import type { Page } from '@playwright/test';
import { english } from '../../src/messages/english.ts';
import { createRandom } from './faults/createRandom.ts';
import { createRandomUser, typedKeyOf, type TypedText } from './faults/createRandomUser.ts';
import { startFaultProxy, type Exchange, type FaultProxy } from './faults/startFaultProxy.ts';
import { createAccount, createTestUser, expect, partsOf, test, type TestUser } from './playground.ts';

// A failing run names its seed: FAULTS_SEED replays it. FAULTS_RUNS and FAULTS_STEPS make a long run.
const firstSeed = Number(process.env['FAULTS_SEED'] ?? 1);
const runs = Number(process.env['FAULTS_RUNS'] ?? 2);
const steps = Number(process.env['FAULTS_STEPS'] ?? 25);

for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
  test(`a user on a bad network keeps all input and recovers without a reload (seed ${seed}, ${steps} steps)`, async ({
    page,
    request,
    service,
    baseURL,
  }) => {
    test.setTimeout(60_000 + steps * 10_000);
    const testUser = createTestUser();
    // With the cookies of the page, every second user is signed in from the start.
    await createAccount(seed % 2 === 0 ? page.request : request, testUser);
    const proxy = await startFaultProxy(baseURL ?? '', createRandom(seed));
    const user = createRandomUser(page, service, testUser, createRandom(-seed));
    const done: string[] = [];
    try {
      await page.goto(proxy.address);
      for (let step = 0; step < steps; step += 1) {
        const isKnown = await isInMaintenance(page);
        const before = proxy.exchanges.length;
        done.push(await user.act());
        await settle(page, proxy);
        const exchanges = proxy.exchanges.slice(before);
        dropSavedInput(user.typed, exchanges, proxy);
        await expectNothingBroken(page, proxy, user.typed, user.secrets);
        expectFewRequests(done.at(-1) ?? '', exchanges, isKnown && (await isInMaintenance(page)));
      }
      await service.set('operational');
      proxy.setFaults(false);
      await expectRecovery(page, proxy, testUser);
    } catch (error) {
      console.error(`seed ${seed}: ${done.join(', ')}\n${proxy.exchanges.map(describe).join('\n')}`);
      throw error;
    } finally {
      await proxy.close();
    }
  });
}

function describe({ request, fault, status }: Exchange): string {
  return `${request}: ${status ?? 'broken'}${fault === 'none' ? '' : ` (${fault})`}`;
}

/** Waits until pending requests are answered and rendered. */
async function settle(page: Page, proxy: FaultProxy): Promise<void> {
  await page.clock.runFor(100);
  await proxy.idle();
  await page.clock.runFor(100);
}

async function isInMaintenance(page: Page): Promise<boolean> {
  const banner = await partsOf(page).banner.allTextContents();
  return banner.some((text) => text.includes(english.maintenance.title));
}

/** Drops the input that the API accepted, or may have accepted before the connection broke. */
function dropSavedInput(typed: TypedText, exchanges: readonly Exchange[], proxy: FaultProxy): void {
  const mayHaveSaved = exchanges.some(
    ({ request, status = 200 }) => request.startsWith('POST /api/auth/') && status < 300,
  );
  // A draft of the account page belongs to the session.
  const isOfSession = (key: string): boolean => key.startsWith(english.profileDetails.name);
  const isSignedIn = proxy.sessionAnswer() === 'signed-in';
  for (const key of typed.keys()) if (mayHaveSaved || isOfSession(key) !== isSignedIn) typed.delete(key);
}

async function expectNothingBroken(
  page: Page,
  proxy: FaultProxy,
  typed: TypedText,
  secrets: ReadonlySet<string>,
): Promise<void> {
  expect(await page.locator('#root').innerText({ timeout: 10_000 }), 'the page is not blank').not.toBe('');

  const { email } = partsOf(page);
  if (proxy.sessionAnswer() === 'signed-in') {
    await expect(email, 'only the session endpoint and a sign-out sign a user out').toBeHidden();
  }

  for (const label of [english.signIn.email, english.profileDetails.name]) {
    const text = typed.get(await typedKeyOf(page, label));
    const field = page.getByLabel(label, { exact: true });
    if (text !== undefined && (await field.count()) === 1 && (await field.isVisible())) {
      expect(await field.inputValue(), `what was typed into "${label}" is still there`).toBe(text);
    }
  }

  const written = await page.evaluate(() => {
    // Drafts are stored by now, as when the user leaves.
    globalThis.dispatchEvent(new Event('pagehide'));
    return JSON.stringify([
      Object.entries(sessionStorage),
      Object.entries(localStorage),
      location.href,
      history.state,
      document.title,
    ]);
  });
  for (const secret of secrets) expect(written, 'no password is written anywhere').not.toContain(secret);
}

function expectFewRequests(action: string, exchanges: readonly Exchange[], isKnown: boolean): void {
  const mutations = exchanges.filter(({ request }) => request.startsWith('POST '));
  const isChecked = exchanges.some(({ request }) => request === 'GET /api/maintenance');
  if (isKnown && !isChecked) {
    expect(mutations.map(describe), 'nothing is sent into a known maintenance').toEqual([]);
  }
  // The browser itself repeats a request whose connection closed without a byte.
  const unbroken = mutations.filter(
    ({ fault }) => fault !== 'reset before the API' && fault !== 'answer lost',
  );
  expect(unbroken.length, `"${action}" sends at most one mutation`).toBeLessThanOrEqual(1);
}

/** Advances the page's clock until everything works, and uses it. */
async function expectRecovery(page: Page, proxy: FaultProxy, testUser: TestUser): Promise<void> {
  const { email, password, submit, notes, note, addNote } = partsOf(page);
  const close = page.getByRole('button', { name: english.actions.close, exact: true }).first();
  if (await close.isVisible()) await close.click();
  await page.evaluate(() => location.replace('#notes'));

  const isWell = async (): Promise<boolean> =>
    !(await isInMaintenance(page)) && ((await email.isVisible()) || (await notes.isVisible()));
  for (let waited = 0; waited < 600 && !(await isWell()); waited += 10) {
    await page.clock.runFor(10_000);
    await settle(page, proxy);
  }
  expect(await isWell(), 'the page recovers within ten minutes').toBe(true);

  if (await email.isVisible()) {
    await page.evaluate(() => location.replace('#sign-in'));
    await email.fill(testUser.email);
    await password.fill(testUser.password);
    await submit.click();
    await expect(notes).toBeVisible();
  }
  const text = `after everything ${proxy.exchanges.length}`;
  await note.fill(text);
  await addNote.click();
  await expect(notes.getByRole('listitem').filter({ hasText: text })).toBeVisible();
}
