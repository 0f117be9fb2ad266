import { act, renderHook } from '@testing-library/react';
import fc from 'fast-check';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  createMaintenanceMonitor,
  MaintenanceProvider,
  useGuardedMutation,
  useSubmission,
  type MutationState,
} from '../../src/index.ts';
import { answerFetch, maintenanceAnswer } from '../support/answers.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';

function renderInProvider<Result>(useHook: () => Result) {
  const monitor = createMaintenanceMonitor({ platform: createFakePlatform() });
  return renderHook(useHook, {
    wrapper: ({ children }: { readonly children: ReactNode }) => (
      <MaintenanceProvider monitor={monitor}>{children}</MaintenanceProvider>
    ),
  });
}

/** Renders a switch whose mutations the test settles. */
function renderSwitch() {
  const settlers: { readonly succeed: () => void; readonly fail: () => void }[] = [];
  const save = (_isOn: boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      settlers.push({ succeed: () => resolve(), fail: () => reject(new Error('no')) });
    });
  const hook = renderInProvider(() => {
    const [isOn, setIsOn] = useState(false);
    const shown = useRef(false);
    const optimistic = useCallback((next: boolean) => {
      const show = (value: boolean): void => {
        shown.current = value;
        setIsOn(value);
      };
      const before = shown.current;
      show(next);
      return () => show(before);
    }, []);
    return { isOn, ...useGuardedMutation(save, { optimistic }) };
  });
  return { ...hook, settlers };
}

describe('two presses of an optimistic switch', () => {
  it('two presses end at the server’s value, in any order of settling', async () => {
    const press = fc.record({ succeeds: fc.boolean(), rank: fc.nat(100) });
    await fc.assert(
      fc.asyncProperty(fc.array(press, { minLength: 2, maxLength: 3 }), async (presses) => {
        const { result, settlers, unmount } = renderSwitch();
        presses.forEach(() => act(() => void result.current.mutate(!result.current.isOn)));
        // Each press requests the opposite of the previous one.
        const asked = presses.map((_settled, at) => at % 2 === 0);
        const inOrder = presses
          .map((settled, at) => ({ ...settled, at }))
          .toSorted((one, other) => one.rank - other.rank);
        for (const { succeeds, at } of inOrder) {
          await act(async () => (succeeds ? settlers[at]?.succeed() : settlers[at]?.fail()));
        }
        expect(result.current.isOn).toBe(asked.findLast((_isOn, at) => presses[at]?.succeeds) ?? false);
        unmount();
      }),
      { numRuns: 40 },
    );
  });

  it('two presses show the state of the newest one', async () => {
    const { result, settlers } = renderSwitch();
    act(() => void result.current.mutate(true));
    act(() => void result.current.mutate(false));
    await act(async () => settlers[0]?.fail());
    expect(result.current.status).toBe('pending');
    await act(async () => settlers[1]?.succeed());
    expect(result.current.status).toBe('succeeded');
  });
});

describe('useGuardedMutation', () => {
  it('stays idle after a reset, however the earlier call settles', async () => {
    const { result, settlers } = renderSwitch();
    act(() => void result.current.mutate(true));
    act(() => result.current.reset());
    await act(async () => settlers[0]?.fail());
    expect(result.current.status).toBe('idle');
  });

  it.each<[string, () => Promise<unknown>]>([
    ['returns its error', async () => ({ error: (await (await send()).json()) as unknown })],
    ['does not look at the response', () => send()],
    [
      'throws an error without the body',
      async () => Promise.reject(new Error(`HTTP ${(await send()).status}`)),
    ],
  ])('fails for a client that %s', async (_name, mutation) => {
    onTestFinished(answerFetch(() => maintenanceAnswer()));
    const { result } = renderInProvider(() => useGuardedMutation(mutation));
    let settled: MutationState<unknown> | undefined;
    await act(async () => {
      settled = await result.current.mutate();
    });
    expect(settled).toMatchObject({ status: 'failed', error: { name: 'SystemUnderMaintenance' } });
  });
});

describe('useSubmission', () => {
  it('works without options', async () => {
    const { result } = renderInProvider(() => useSubmission(async (_values: FormData) => 'saved'));
    await act(async () => void (await result.current.submit(new FormData())));
    expect(result.current.submission).toEqual({ status: 'complete' });
  });

  it('fails with maintenance_mode for a client that drops the body', async () => {
    onTestFinished(answerFetch(() => maintenanceAnswer()));
    const { result } = renderInProvider(() =>
      useSubmission(async () => {
        const response = await send();
        if (!response.ok) throw new Error(`HTTP ${response.status}`);
      }),
    );
    await act(async () => void (await result.current.submit(undefined)));
    expect(result.current.submission).toEqual({ status: 'failed', error: { code: 'maintenance_mode' } });
  });
});

function send(): Promise<Response> {
  return fetch('/api/notes', { method: 'POST' });
}
