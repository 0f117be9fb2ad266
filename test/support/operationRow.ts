import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, vi } from 'vitest';
import { frontendApiAdapter } from '../../src/adapters/frontendApi.ts';
import { authOperations, type AuthAdapter, type AuthOperation } from '../../src/index.ts';
import { readMaintenanceNotice, SystemUnderMaintenanceError } from '../../src/protocol/index.ts';
import type { RenderedApp, RenderOptions } from './renderWithApi.tsx';

/** The operations of the port that a maintenance rejects, by the port's own table. */
export type Mutation = Exclude<AuthOperation, `load${string}` | Reading>;
type Reading = 'refreshSession' | 'checkService' | 'setActiveOrganization';

/** The steps that a user takes to run one operation of the port, and the visible result. */
export interface OperationRow {
  /** Renders the operation's component up to the moment before the press. */
  readonly open: (stage: Stage) => Promise<RenderedApp>;
  /** Sends the operation. Called again after a rejection. */
  readonly press: (app: RenderedApp) => Promise<void>;
  /** Finds the visible result of success. */
  readonly done: (app: RenderedApp, stage: CountedStage) => unknown;
  /** The place where a rejection is shown: in the form, above the forms of a page, or in the dialog of actions. */
  readonly shownIn: 'form' | 'page' | 'dialog';
  /** The values of the fields before the press, by label. */
  readonly typed?: Readonly<Record<string, string>>;
  /** Values that no storage may ever hold. */
  readonly secrets?: readonly string[];
  /**
   * True for an operation that a step starts without a press, so that it also runs after maintenance. Default: false.
   */
  readonly isAutomatic?: boolean;
}

/** Operations that replace the adapter's own. `undefined` removes one. */
export type Replacements = { readonly [Name in keyof AuthAdapter]?: AuthAdapter[Name] | undefined };

/** The environment in which a row renders its part of the kit. */
export interface Stage {
  readonly platform: NonNullable<RenderOptions['platform']>;
  /** Returns the emulator's adapter with these operations replaced. It counts the calls. */
  readonly adapter: (operations?: Replacements) => AuthAdapter;
  /** Receives the URL of a redirect. */
  readonly onRedirect: (url: string) => void;
}

export interface CountedStage extends Stage {
  readonly calls: (operation: AuthOperation) => number;
  readonly redirects: readonly string[];
}

export function createStage(platform: Stage['platform']): CountedStage {
  const calls = new Map<string, number>();
  const redirects: string[] = [];
  const counted = (adapter: Replacements): AuthAdapter =>
    Object.fromEntries(
      Object.entries(adapter)
        .filter(([, member]) => member !== undefined)
        .map(([name, member]: [string, unknown]) => [
          name,
          typeof member === 'function'
            ? (...input: readonly unknown[]): unknown => {
                calls.set(name, (calls.get(name) ?? 0) + 1);
                return Reflect.apply(member, adapter, input);
              }
            : member,
        ]),
    ) as unknown as AuthAdapter;
  return {
    platform,
    adapter: (operations) => counted({ ...frontendApiAdapter({ baseUrl: '/__api' }), ...operations }),
    onRedirect: (url) => void redirects.push(url),
    calls: (operation) => calls.get(operation) ?? 0,
    redirects,
  };
}

/**
 * Returns a mutation of an application's own adapter, for operations that the emulator lacks or that need a browser: it
 * sends a request, is rejected in maintenance, and resolves to `result` otherwise.
 */
export function fakeMutation<Result>(result: Result): () => Promise<Result> {
  return async () => {
    const response = await fetch('/__api/v1/stand_in', { method: 'POST' });
    const notice = await readMaintenanceNotice(response);
    if (notice) throw new SystemUnderMaintenanceError({ notice });
    return result;
  };
}

export const field = (label: string): HTMLInputElement => screen.getByLabelText(label);

export const pressing =
  (name: string | RegExp) =>
  async (app: RenderedApp): Promise<void> => {
    await app.user.click(await screen.findByRole('button', { name }));
  };

/** Presses a button that opens a confirmation, and confirms. */
export const confirming =
  (name: string, answer = name) =>
  async (app: RenderedApp): Promise<void> => {
    const isAsking = screen.queryByRole('alertdialog') !== null;
    if (!isAsking) await app.user.click(await screen.findByRole('button', { name }));
    if (app.monitor.getSnapshot().status === 'maintenance') return;
    const dialog = await screen.findByRole('alertdialog');
    await app.user.click(within(dialog).getByRole('button', { name: answer }));
  };

/** Types a code. If that doesn't submit the form, presses the button. */
export const enteringCode =
  (label: string, code: string, button: string) =>
  async (app: RenderedApp): Promise<void> => {
    const typed = field(label).value;
    if (typed !== code) await app.user.type(field(label), code.slice(typed.length));
    if (typed === code || app.monitor.getSnapshot().status === 'maintenance') await pressing(button)(app);
  };

export const finding = (text: string | RegExp) => async (): Promise<void> => {
  await screen.findByText(text);
};

/** Waits until an element disappears. */
export const leaving = (find: () => HTMLElement | null) => async (): Promise<void> => {
  await waitFor(() => expect(find()).toBeNull());
};

/** Sends an unrelated request, from which the page detects the maintenance. */
export async function learnOfMaintenance(app: RenderedApp): Promise<void> {
  app.api.setMode('maintenance');
  await act(async () => void (await fetch('/__api/v1/somebody_else', { method: 'POST' })));
  await waitFor(() => expect(app.monitor.getSnapshot().status).toBe('maintenance'));
  await app.advance(200);
}

/** Ends the maintenance and waits until the page detects it. */
export async function endMaintenance(app: RenderedApp): Promise<void> {
  app.api.setMode('operational');
  await app.advance(120_000);
  await waitFor(() => expect(app.monitor.getSnapshot().status).toBe('operational'));
  await app.advance(200);
}

export const mutations = (Object.keys(authOperations) as AuthOperation[]).filter(
  (operation): operation is Mutation => authOperations[operation] === 'mutation',
);

/** Records everything that the page stores, to search it for secrets. */
export function watchStorages(platform: Stage['platform']): () => string {
  const written: string[] = [];
  for (const name of ['draftStorage', 'sharedStorage'] as const) {
    const storage = platform[name];
    if (!storage) continue;
    platform[name] = {
      ...storage,
      setItem(key, value) {
        written.push(key, value);
        storage.setItem(key, value);
      },
    };
  }
  const setItem = vi.spyOn(Storage.prototype, 'setItem');
  const pushState = vi.spyOn(history, 'pushState');
  const replaceState = vi.spyOn(history, 'replaceState');
  return () => {
    platform.hidePage();
    return JSON.stringify([
      written,
      setItem.mock.calls,
      pushState.mock.calls,
      replaceState.mock.calls,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      location.href,
      document.cookie,
    ]);
  };
}
