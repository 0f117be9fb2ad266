import type { Locator, Page } from '@playwright/test';
import { english } from '../../../src/messages/english.ts';
import { partsOf, type TestUser, type Service } from '../playground.ts';
import type { Random } from './createRandom.ts';

/** The user's unsaved input, by the field's label and the page's hash. */
export type TypedText = Map<string, string>;

/** Returns the key of a field in `TypedText`: signing in and signing up both have an address. */
export function typedKeyOf(hash: string, label: string): string {
  return `${label} ${hash === '#sign-up' ? 'on sign-up' : 'elsewhere'}`;
}

export interface RandomUser {
  /** Performs one possible action, and resolves to its name. */
  readonly act: () => Promise<string>;
  /** The expected values of these fields wherever they are shown. */
  readonly typed: TypedText;
  /** Every password that was typed. None of them may be stored or logged. */
  readonly secrets: ReadonlySet<string>;
}

interface Action {
  readonly name: string;
  readonly weight: number;
  /** The element that the action requires. */
  readonly on?: Locator;
  readonly run: () => Promise<unknown>;
}

interface UserOptions {
  readonly page: Page;
  readonly service: Service;
  readonly testUser: TestUser;
  readonly random: Random;
  readonly isOffline: () => boolean;
  /** Moves the clock, and lets requests be answered in between. */
  readonly wait: (ms: number) => Promise<void>;
}

const modes = ['operational', 'operational', 'maintenance', 'maintenance', 'unavailable'] as const;

/** Creates a user who acts at random: types, submits, looks around, reloads, waits, signs out and in. */
export function createRandomUser({
  page,
  service,
  testUser,
  random,
  isOffline,
  wait,
}: UserOptions): RandomUser {
  const typed: TypedText = new Map();
  const secrets = new Set([testUser.password]);
  const { email, password, submit, note, addNote } = partsOf(page);
  const name = page.getByLabel(english.profileDetails.name, { exact: true });
  const button = (label: string): Locator => page.getByRole('button', { name: label, exact: true }).first();

  let pagesBehind = 0;

  function word(): string {
    return `word ${random.below(1_000_000).toString(36)}`;
  }

  /** Presses with the mouse, every fourth time twice. */
  async function press(target: Locator): Promise<void> {
    const isDouble = random.below(4) === 0;
    await target.click({ clickCount: isDouble ? 2 : 1, timeout: 5_000, force: true });
  }

  async function type(field: Locator, label: string, text: string): Promise<void> {
    await field.fill(text, { timeout: 5_000 });
    typed.set(typedKeyOf(await page.evaluate(() => location.hash), label), text);
  }

  async function typePassword(): Promise<void> {
    const secret =
      random.below(2) === 0 ? testUser.password : `secret-${random.below(1_000_000).toString(36)}`;
    secrets.add(secret);
    await password.fill(secret, { timeout: 5_000 });
  }

  const actions: readonly Action[] = [
    {
      name: 'types an address',
      weight: 4,
      on: email,
      run: () => type(email, english.signIn.email, testUser.email),
    },
    { name: 'types a password', weight: 6, on: password, run: typePassword },
    { name: 'presses Continue', weight: 6, on: submit, run: () => press(submit) },
    {
      name: 'types a name',
      weight: 4,
      on: name,
      run: () => type(name, english.profileDetails.name, word()),
    },
    {
      name: 'saves the name',
      weight: 4,
      on: button(english.profileDetails.save),
      run: () => press(button(english.profileDetails.save)),
    },
    { name: 'types a note', weight: 3, on: note, run: () => note.fill(word(), { timeout: 5_000 }) },
    { name: 'adds the note', weight: 4, on: addNote, run: () => press(addNote) },
    {
      name: 'checks now',
      weight: 2,
      on: button(english.maintenance.checkNow),
      run: () => press(button(english.maintenance.checkNow)),
    },
    {
      name: 'opens a page',
      weight: 4,
      run: async () => {
        const hash = random.pick(['#notes', '#account', '#settings', '#sign-in', '#sign-up']);
        const isNew = await page.evaluate((next) => {
          const { hash: before } = location;
          location.assign(next);
          return before !== next;
        }, hash);
        // The browser keeps no second entry for the same page.
        if (isNew) pagesBehind += 1;
      },
    },
    // Offline, the browser would show a page of its own.
    { name: 'reloads', weight: 4, run: async () => (isOffline() ? undefined : page.reload()) },
    {
      name: 'goes back',
      weight: 1,
      run() {
        // Never goes back to the browser's blank start page.
        if (pagesBehind === 0 || isOffline()) return Promise.resolve();
        pagesBehind -= 1;
        return page.evaluate(() => history.back());
      },
    },
    {
      name: 'lets the device sleep',
      weight: 1,
      run: () => page.clock.fastForward(60_000 * (1 + random.below(120))),
    },
    { name: 'waits', weight: 5, run: () => wait(1_000 * (1 + random.below(60))) },
    {
      name: 'sees the service change',
      weight: 4,
      run: () => service.set(random.pick(modes), { retryAfterSeconds: 5 }),
    },
    {
      name: 'signs out',
      weight: 1,
      on: page.getByRole('button', { name: testUser.name }),
      async run() {
        await page.getByRole('button', { name: testUser.name }).click({ timeout: 5_000 });
        await page.getByRole('menuitem', { name: english.actions.signOut }).click({ timeout: 5_000 });
      },
    },
    {
      name: 'closes the dialog',
      weight: 8,
      on: button(english.actions.close),
      run: () => press(button(english.actions.close)),
    },
  ];

  async function possible(): Promise<readonly Action[]> {
    const [isDialogOpen, ...areVisible] = await Promise.all([
      page.getByRole('alertdialog').isVisible(),
      ...actions.map(async ({ on }) => on === undefined || (await on.isVisible())),
    ]);
    // A dialog covers the page, so nothing behind it can be pressed.
    return actions.filter(
      (action, index) =>
        areVisible[index] === true &&
        (!isDialogOpen || action.on === undefined || action.name === 'closes the dialog'),
    );
  }

  return {
    typed,
    secrets,
    async act() {
      const candidates = await possible();
      const action = random.pick(candidates.flatMap((one) => Array.from({ length: one.weight }, () => one)));
      await action.run().catch((error: unknown) => {
        // A response may remove the target during the press.
        if (!(error instanceof Error && error.name === 'TimeoutError')) throw error;
      });
      return action.name;
    },
  };
}
