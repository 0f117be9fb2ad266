import type { Page } from '@playwright/test';
import { english } from '../../../src/messages/english.ts';
import type { Service, TestUser } from '../playground.ts';
import type { Random } from './createRandom.ts';
import type { Controls, Sight } from './probe.ts';

/** The controls that the user can press or fill in. */
export function controlsOf({ name }: TestUser): Controls {
  return {
    email: { role: 'field', name: english.signIn.email },
    password: { role: 'field', name: english.signIn.password },
    submit: { role: 'button', name: english.signIn.submit },
    name: { role: 'field', name: english.profileDetails.name },
    save: { role: 'button', name: english.profileDetails.save },
    note: { role: 'field', name: 'New note' },
    addNote: { role: 'button', name: 'Add note' },
    checkNow: { role: 'button', name: english.maintenance.checkNow },
    close: { role: 'button', name: english.actions.close },
    account: { role: 'button', name: english.actions.account.replace('{name}', name) },
    signOut: { role: 'menuitem', name: english.actions.signOut },
  };
}

/** The user's unsaved input, by `typedKeyOf`. */
export type TypedText = Map<string, string>;

/** Returns the key of a field in `TypedText`: signing in and signing up both have an address. */
export function typedKeyOf(hash: string, control: string): string {
  return `${control} ${hash === '#sign-up' ? 'on sign-up' : 'elsewhere'}`;
}

export interface RandomUser {
  /**
   * Performs one action that is possible in a page that looks like this, and resolves to its name. A device that is in use
   * in other tabs doesn't sleep.
   */
  readonly act: (sight: Sight, isAlone: boolean) => Promise<string>;
  /** The expected values of these fields wherever they are shown. */
  readonly typed: TypedText;
  /** Every password that was typed. None of them may be stored or logged. */
  readonly secrets: ReadonlySet<string>;
}

interface Action {
  readonly name: string;
  readonly weight: number;
  /** The control that the action requires. */
  readonly on?: string;
  readonly run: (sight: Sight) => Promise<unknown>;
}

interface UserOptions {
  readonly page: Page;
  readonly service: Service;
  readonly testUser: TestUser;
  readonly random: Random;
  readonly isOffline: () => boolean;
  /** Moves the clock, and lets requests be answered in between. */
  readonly wait: (ms: number) => Promise<void>;
  /** Moves the clock as if the device had slept. */
  readonly sleep: (ms: number) => Promise<void>;
  readonly reload: () => Promise<void>;
}

const modes = ['operational', 'operational', 'maintenance', 'maintenance', 'unavailable'] as const;
const hashes = ['#notes', '#account', '#settings', '#sign-in', '#sign-up'] as const;

const SLEEP = 'lets the device sleep';

/** Creates a user who acts at random: types, submits, looks around, reloads, waits, signs out and in. */
export function createRandomUser({
  page,
  service,
  testUser,
  random,
  isOffline,
  wait,
  sleep,
  reload,
}: UserOptions): RandomUser {
  const typed: TypedText = new Map();
  const secrets = new Set([testUser.password]);
  let pagesBehind = 0;

  function word(): string {
    return `word ${random.below(1_000_000).toString(36)}`;
  }

  /** Presses with the mouse, every fourth time twice. */
  async function press(control: string): Promise<void> {
    const isDouble = random.below(4) === 0;
    const at = await page.evaluate((name) => globalThis.faultsProbe.aim(name), control);
    if (at) await page.mouse.click(at.x, at.y, { clickCount: isDouble ? 2 : 1 });
  }

  async function type(control: string, text: string): Promise<boolean> {
    const isFocused = await page.evaluate((name) => globalThis.faultsProbe.focus(name), control);
    if (!isFocused) return false;
    await page.keyboard.insertText(text);
    return page.evaluate((typing) => globalThis.faultsProbe.hasArrived(typing), text);
  }

  async function typeDraft({ hash }: Sight, control: string, text: string): Promise<void> {
    if (await type(control, text)) typed.set(typedKeyOf(hash, control), text);
  }

  function typePassword(): Promise<boolean> {
    const secret =
      random.below(2) === 0 ? testUser.password : `secret-${random.below(1_000_000).toString(36)}`;
    secrets.add(secret);
    return type('password', secret);
  }

  async function open({ hash }: Sight): Promise<void> {
    const next = random.pick(hashes);
    await page.evaluate((opened) => location.assign(opened), next);
    // The browser keeps no second entry for the same page.
    if (next !== hash) pagesBehind += 1;
  }

  async function goBack(): Promise<void> {
    // Never goes back to the browser's blank start page.
    if (pagesBehind === 0 || isOffline()) return;
    pagesBehind -= 1;
    await page.evaluate(() => history.back());
  }

  const actions: readonly Action[] = [
    {
      name: 'types an address',
      weight: 4,
      on: 'email',
      run: (sight) => typeDraft(sight, 'email', testUser.email),
    },
    { name: 'types a password', weight: 6, on: 'password', run: typePassword },
    { name: 'presses Continue', weight: 6, on: 'submit', run: () => press('submit') },
    { name: 'types a name', weight: 4, on: 'name', run: (sight) => typeDraft(sight, 'name', word()) },
    { name: 'saves the name', weight: 4, on: 'save', run: () => press('save') },
    { name: 'types a note', weight: 3, on: 'note', run: () => type('note', word()) },
    { name: 'adds the note', weight: 4, on: 'addNote', run: () => press('addNote') },
    { name: 'checks now', weight: 2, on: 'checkNow', run: () => press('checkNow') },
    { name: 'opens the user menu', weight: 1, on: 'account', run: () => press('account') },
    { name: 'signs out', weight: 4, on: 'signOut', run: () => press('signOut') },
    { name: 'closes the dialog', weight: 8, on: 'close', run: () => press('close') },
    { name: 'opens a page', weight: 4, run: open },
    // Offline, the browser would show a page of its own.
    { name: 'reloads', weight: 1, run: () => (isOffline() ? Promise.resolve() : reload()) },
    { name: 'goes back', weight: 1, run: goBack },
    { name: SLEEP, weight: 1, run: () => sleep(60_000 * (1 + random.below(120))) },
    { name: 'waits', weight: 3, run: () => wait(1_000 * (1 + random.below(60))) },
    {
      name: 'sees the service change',
      weight: 4,
      run: () => service.set(random.pick(modes), { retryAfterSeconds: 5 }),
    },
  ];

  return {
    typed,
    secrets,
    async act(sight, isAlone) {
      // A dialog covers the page, so nothing behind it can be pressed.
      const possible = actions.filter(({ on, name }) =>
        on === undefined
          ? isAlone || name !== SLEEP
          : sight.visible.includes(on) && (!sight.isDialogOpen || name === 'closes the dialog'),
      );
      const action = random.pick(possible.flatMap((one) => Array.from({ length: one.weight }, () => one)));
      await action.run(sight);
      return action.name;
    },
  };
}
