import { describe, expect, it, test, vi } from 'vitest';
import { createOwner, type OwnerStore } from '../../src/stores/createOwner.ts';
import {
  createDeferredActions,
  type DeferredActions,
  type UserAction,
} from '../../src/stores/createDeferredActions.ts';

const maintenance = new TypeError('maintenance');

function create(): DeferredActions {
  return createDeferredActions((error) => error === maintenance, createOwner());
}

function createAction(id: string, run: () => Promise<unknown> = () => Promise.resolve()): UserAction {
  return { id, label: 'Sign out', canWait: true, run };
}

const ids = (actions: DeferredActions): string[] => actions.getSnapshot().deferred.map(({ id }) => id);

/** Runs the deferred actions, and returns the outcome of each. */
async function runAll(
  actions: DeferredActions,
  mayRun: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<string[]> {
  const outcomes: string[] = [];
  await actions.run({ mayRun, onOutcome: ({ id }, outcome) => outcomes.push(`${id} ${outcome}`) });
  return outcomes;
}

describe('deferring', () => {
  it('two actions with one label stay separate', async () => {
    const actions = create();
    actions.defer(createAction('a'));
    actions.defer(createAction('b'));
    expect(await runAll(actions)).toEqual(['a done', 'b done']);
    expect(ids(actions)).toEqual([]);
  });

  it('an action is kept once, however often it is deferred, and the last one runs', async () => {
    const actions = create();
    const first = vi.fn<() => Promise<void>>();
    const second = vi.fn<() => Promise<void>>();
    actions.defer(createAction('a', first));
    actions.defer(createAction('b'));
    actions.defer(createAction('a', second));
    expect(await runAll(actions)).toEqual(['b done', 'a done']);
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledTimes(1);
  });

  it('deferring closes the dialog that explains the action', () => {
    const actions = create();
    actions.explain(createAction('a'));
    expect(actions.getSnapshot().explained?.id).toBe('a');
    actions.defer(createAction('a'));
    expect(actions.getSnapshot().explained).toBeUndefined();
  });

  it('cancel removes an action by id', () => {
    const actions = create();
    for (const id of ['a', 'b', 'c']) actions.defer(createAction(id));
    actions.cancel('b');
    expect(ids(actions)).toEqual(['a', 'c']);
  });
});

describe('running', () => {
  it('actions run one after the other, in the order in which they were deferred', async () => {
    const actions = create();
    const log: string[] = [];
    for (const id of ['a', 'b', 'c']) {
      actions.defer(
        createAction(id, async () => {
          log.push(`${id} starts`);
          await Promise.resolve();
          log.push(`${id} ends`);
        }),
      );
    }
    await runAll(actions);
    expect(log).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends']);
  });

  it('a failed action doesn’t stop the next ones', async () => {
    const actions = create();
    actions.defer(createAction('a', () => Promise.reject(new TypeError('offline'))));
    actions.defer(createAction('b'));
    expect(await runAll(actions)).toEqual(['a failed', 'b done']);
  });

  it('an action that throws counts as failed', async () => {
    const actions = create();
    actions.defer(
      createAction('a', () => {
        throw new TypeError('not a function');
      }),
    );
    expect(await runAll(actions)).toEqual(['a failed']);
  });

  it('an action that a maintenance blocks stops the run and stays first', async () => {
    const actions = create();
    actions.defer(createAction('a', () => Promise.reject(maintenance)));
    actions.defer(createAction('b'));
    expect(await runAll(actions)).toEqual(['a blocked']);
    expect(ids(actions)).toEqual(['a', 'b']);
  });

  it('two concurrent runs run each action once', async () => {
    const actions = create();
    let finish = (): void => {};
    const action = vi.fn<() => Promise<void>>(() => new Promise((resolve) => (finish = resolve)));
    actions.defer(createAction('a', action));
    const running = runAll(actions);
    expect(await runAll(actions)).toEqual([]);
    finish();
    expect(await running).toEqual(['a done']);
    expect(action).toHaveBeenCalledTimes(1);
  });

  it('each action runs only if mayRun allows it, and stays deferred otherwise', async () => {
    const actions = create();
    actions.defer(createAction('a'));
    actions.defer(createAction('b'));
    const mayRun = vi.fn<() => Promise<boolean>>().mockResolvedValueOnce(true).mockResolvedValueOnce(false);
    expect(await runAll(actions, mayRun)).toEqual(['a done']);
    expect(ids(actions)).toEqual(['b']);
    expect(await runAll(actions)).toEqual(['b done']);
  });

  it('an action that is canceled during mayRun doesn’t run', async () => {
    const actions = create();
    actions.defer(createAction('a'));
    actions.defer(createAction('b'));
    const outcomes = await runAll(actions, () => {
      actions.cancel('a');
      return Promise.resolve(true);
    });
    expect(outcomes).toEqual(['b done']);
  });
});

test('clear drops everything', async () => {
  const actions = create();
  const action = vi.fn<() => Promise<void>>();
  actions.defer(createAction('a', action));
  actions.explain(createAction('b', action));
  actions.clear();
  expect(actions.getSnapshot()).toMatchObject({ explained: undefined, deferred: [] });
  expect(await runAll(actions)).toEqual([]);
  expect(action).not.toHaveBeenCalled();
});

test('the first registered dialog is active, then the next one', () => {
  const actions = create();
  const leave = actions.registerDialog('first');
  actions.registerDialog('second');
  expect(actions.getSnapshot().activeDialogId).toBe('first');
  leave();
  expect(actions.getSnapshot().activeDialogId).toBe('second');
});

describe('the user', () => {
  const signIn = (owner: OwnerStore, id: string): void =>
    owner.follow({ status: 'signed-in', session: { id: 'sess', user: { id } }, stale: false }, '/api');

  it.each<[string, (owner: OwnerStore) => void]>([
    ['another user signs in', (owner) => signIn(owner, 'bob')],
    ['the session ends', (owner) => owner.follow({ status: 'signed-out' }, '/api')],
  ])('every action is dropped when %s', async (_, change) => {
    const owner = createOwner();
    const actions = createDeferredActions(() => false, owner);
    const action = vi.fn<() => Promise<void>>();
    signIn(owner, 'ada');
    actions.defer(createAction('a', action));
    actions.explain(createAction('b', action));
    change(owner);
    expect(actions.getSnapshot()).toMatchObject({ explained: undefined, deferred: [] });
    await runAll(actions);
    expect(action).not.toHaveBeenCalled();
  });

  it('no action runs in the session of another user', async () => {
    const owner = createOwner();
    const actions = createDeferredActions(() => false, owner);
    signIn(owner, 'ada');
    actions.defer(createAction('a'));
    const outcomes = await runAll(actions, () => {
      signIn(owner, 'bob');
      return Promise.resolve(true);
    });
    expect(outcomes).toEqual([]);
  });
});
