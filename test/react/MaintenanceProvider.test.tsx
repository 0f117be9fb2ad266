import { act, render, renderHook, screen, waitFor } from '@testing-library/react';
import { useEffect, useLayoutEffect, type ReactElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  createMaintenanceMonitor,
  MaintenanceBanner,
  MaintenanceProvider,
  SignIn,
  SystemUnderMaintenanceError,
  useGuardedMutation,
  useMaintenance,
  useMonitor,
  useSession,
  type MaintenanceMonitor,
  type MaintenanceProviderProps,
} from '../../src/index.ts';
import { frontendApiAdapter } from '../../src/adapters/frontendApi.ts';
import { answerFetch, maintenanceAnswer } from '../support/answers.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';
import { english } from '../../src/messages/english.ts';
import { textOf } from '../support/textOf.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

function Status(): ReactElement {
  return <p data-testid="status">{useMaintenance((state) => state.status)}</p>;
}

function quietErrors(): void {
  vi.spyOn(console, 'error').mockImplementation(() => {});
}

describe('MaintenanceProvider', () => {
  it('detects a maintenance of a bare fetch', async () => {
    onTestFinished(answerFetch(() => maintenanceAnswer()));
    render(
      <MaintenanceProvider>
        <Status />
      </MaintenanceProvider>,
    );
    await act(async () => void (await fetch(`${location.origin}/api/notes`, { method: 'POST' })));
    expect(await screen.findByText('maintenance')).toBeVisible();
  });

  it.each([
    ['an effect', useEffect],
    ['a layout effect', useLayoutEffect],
  ])('observes a request that %s of a child sends', async (_name, useOneEffect) => {
    onTestFinished(answerFetch(() => maintenanceAnswer()));
    function Early(): null {
      useOneEffect(() => void fetch(`${location.origin}/api/notes`, { method: 'POST' }), []);
      return null;
    }
    render(
      <MaintenanceProvider>
        <Early />
        <Status />
      </MaintenanceProvider>,
    );
    expect(await screen.findByText('maintenance')).toBeVisible();
  });

  it('leaves fetch unchanged with watch={false}, and restores it on unmount', () => {
    const original = globalThis.fetch;
    const { rerender, unmount } = render(<MaintenanceProvider watch={false} />);
    expect(globalThis.fetch).toBe(original);
    rerender(<MaintenanceProvider />);
    expect(globalThis.fetch).not.toBe(original);
    unmount();
    expect(globalThis.fetch).toBe(original);
  });

  it('re-renders only components that read the state', async () => {
    const monitor = createMaintenanceMonitor({ platform: createFakePlatform() });
    const renderSignedInView = vi.fn<() => void>();
    function View(): null {
      renderSignedInView();
      useMaintenance((state) => state.status === 'recovering');
      return null;
    }
    render(
      <MaintenanceProvider monitor={monitor}>
        <View />
        <Status />
      </MaintenanceProvider>,
    );
    await act(async () => void (await monitor.report(new SystemUnderMaintenanceError())));
    expect(screen.getByTestId('status')).toHaveTextContent('maintenance');
    expect(renderSignedInView).toHaveBeenCalledTimes(1);
  });

  it('passes a changed status and the previous state to onStatusChange', async () => {
    const monitor = createMaintenanceMonitor({ platform: createFakePlatform() });
    const onStatusChange = vi.fn<NonNullable<MaintenanceProviderProps['onStatusChange']>>();
    render(<MaintenanceProvider monitor={monitor} onStatusChange={onStatusChange} />);
    await act(async () => {
      await monitor.report(new SystemUnderMaintenanceError());
      await monitor.report(new SystemUnderMaintenanceError());
    });
    expect(onStatusChange.mock.calls).toEqual([
      [expect.objectContaining({ status: 'maintenance' }), { status: 'operational' }],
    ]);
  });

  it('keeps the session of an adapter that each render creates', async () => {
    const fetchClient = vi.fn<typeof fetch>(async () => Response.json({ response: null }));
    const renderOnce = (): ReactElement => (
      <MaintenanceProvider
        adapter={frontendApiAdapter({ baseUrl: '/__api', fetch: fetchClient })}
        checkOnLoad={false}
      />
    );
    const { rerender } = render(renderOnce());
    for (let time = 0; time < 4; time += 1) rerender(renderOnce());
    await waitFor(() => expect(fetchClient).toHaveBeenCalled());
    expect(fetchClient).toHaveBeenCalledTimes(1);
  });

  it('accepts a selector that builds a new object each time', () => {
    const { result } = renderHook(() => useMaintenance((state) => ({ status: state.status })), {
      wrapper: MaintenanceProvider,
    });
    expect(result.current).toEqual({ status: 'operational' });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an invalid adapter', { adapter: {} }, 'MK503'],
    ['watch that is no boolean', { watch: 'no' }, 'MK504'],
    ['apis that are no list', { apis: '/api' }, 'MK504'],
    ['a check that is no function', { check: '/api/check' }, 'MK504'],
    ['an invalid monitor', { monitor: {} }, 'MK504'],
    ['an invalid locale', { locale: 'not a locale' }, 'MK504'],
  ])('rejects %s with a documented number', (_name, props, number) => {
    quietErrors();
    expect(() => render(<MaintenanceProvider {...(props as MaintenanceProviderProps)} />)).toThrow(
      expect.objectContaining({ number }),
    );
  });
});

describe('a hook of the kit', () => {
  it.each<[string, () => unknown, string]>([
    ['useMaintenance', () => useMaintenance(), 'MK501'],
    ['useMonitor', () => useMonitor(), 'MK501'],
    ['useSession', () => useSession(), 'MK501'],
    ['useGuardedMutation', () => useGuardedMutation(async () => {}), 'MK501'],
  ])('a hook outside of the provider throws an explanation: %s', (_name, useHook, number) => {
    quietErrors();
    expect(() => renderHook(useHook)).toThrow(expect.objectContaining({ number }));
  });

  it('a hook that requires an adapter throws without one', () => {
    quietErrors();
    expect(() => renderHook(() => useSession(), { wrapper: MaintenanceProvider })).toThrow(
      expect.objectContaining({ number: 'MK502' }),
    );
  });

  it('a hook throws if the adapter lacks an operation', () => {
    quietErrors();
    const adapter = { name: 'own', baseUrl: '/', loadSession: async () => null };
    expect(() =>
      render(
        <MaintenanceProvider adapter={adapter}>
          <SignIn />
        </MaintenanceProvider>,
      ),
    ).toThrow(expect.objectContaining({ number: 'MK506' }));
  });
});

describe('useGuardedMutation', () => {
  it('reports the outcome in its state, and never rejects', async () => {
    const monitor = createMaintenanceMonitor({ platform: createFakePlatform() });
    const save = vi.fn<(text: string) => Promise<number>>(async (text) => text.length);
    const { result } = renderHook(() => useGuardedMutation(save), {
      wrapper: ({ children }) => <MaintenanceProvider monitor={monitor}>{children}</MaintenanceProvider>,
    });
    expect(result.current.status).toBe('idle');
    await act(() => result.current.mutate('note'));
    expect(result.current).toMatchObject({ status: 'succeeded', result: 4 });

    await act(async () => void (await monitor.report(new SystemUnderMaintenanceError())));
    await act(() => result.current.mutate('note'));
    expect(result.current).toMatchObject({ status: 'failed', error: { blocked: true } });
    expect(save).toHaveBeenCalledTimes(1);
    act(() => result.current.reset());
    expect(result.current.status).toBe('idle');
  });
});

function renderRole(change: (role: string) => Promise<void>) {
  const monitor = createMaintenanceMonitor({ platform: createFakePlatform() });
  const shown: string[] = [];
  const { result } = renderHook(
    () =>
      useGuardedMutation(change, {
        optimistic: (role) => {
          shown.push(role);
          return () => shown.push('undone');
        },
      }),
    { wrapper: ({ children }) => <MaintenanceProvider monitor={monitor}>{children}</MaintenanceProvider> },
  );
  return { monitor, shown, change: (role: string) => act(() => result.current.mutate(role)) };
}

describe('an optimistic update', () => {
  it('an optimistic update stays when the mutation succeeds', async () => {
    const { shown, change } = renderRole(() => Promise.resolve());
    await change('admin');
    expect(shown).toEqual(['admin']);
  });

  it('an optimistic update is undone when the API rejects it', async () => {
    const { shown, change } = renderRole(() => Promise.reject(new SystemUnderMaintenanceError()));
    await change('admin');
    expect(shown).toEqual(['admin', 'undone']);
  });

  it('an optimistic update isn’t shown during a known maintenance', async () => {
    const { monitor, shown, change } = renderRole(() => Promise.resolve());
    await act(async () => void (await monitor.report(new SystemUnderMaintenanceError())));
    await change('admin');
    expect(shown).toEqual([]);
  });
});

describe('useMonitor', () => {
  it('returns the monitor of the provider', () => {
    const monitor = createMaintenanceMonitor({ platform: createFakePlatform() });
    const { result } = renderHook(() => useMonitor(), {
      wrapper: ({ children }) => <MaintenanceProvider monitor={monitor}>{children}</MaintenanceProvider>,
    });
    expect(result.current).toBe(monitor);
  });
});

describe('an onStatusChange that throws', () => {
  it('an onStatusChange that throws doesn’t affect other listeners, and is reported', async () => {
    const reported = vi.fn<(error: unknown) => void>();
    vi.stubGlobal('reportError', reported);
    const monitor = createMaintenanceMonitor({ platform: createFakePlatform() });
    const mistake = new Error('a mistake of the application');
    render(
      <MaintenanceProvider
        monitor={monitor}
        onStatusChange={() => {
          throw mistake;
        }}
      >
        <Status />
        <MaintenanceBanner />
      </MaintenanceProvider>,
    );
    await act(async () => void (await monitor.report(new SystemUnderMaintenanceError())));
    expect(screen.getByTestId('status')).toHaveTextContent('maintenance');
    expect(reported).toHaveBeenCalledExactlyOnceWith(mistake);
  });
});

describe('rendering on a server', () => {
  it('the server renders the banner, and the browser hydrates it', async () => {
    const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
    const platform = createFakePlatform();
    const server = createMaintenanceMonitor({ platform });
    await server.report(new SystemUnderMaintenanceError());
    const page = (
      <MaintenanceProvider initialState={server.getSnapshot()}>
        <MaintenanceBanner />
      </MaintenanceProvider>
    );
    const container = document.body.appendChild(document.createElement('div'));
    onTestFinished(() => container.remove());
    container.innerHTML = renderToString(page);
    expect(container).toHaveTextContent(textOf(english.notice.titleInLine, english.maintenance));
    const root = await act(async () => hydrateRoot(container, page));
    onTestFinished(() => act(() => root.unmount()));
    expect(complain.mock.calls).toEqual([]);
  });

  it('the browser hydrates a state that the application’s own monitor adopts', async () => {
    const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
    const platform = createFakePlatform();
    const server = createMaintenanceMonitor({ platform });
    await server.report(new SystemUnderMaintenanceError());
    const state = server.getSnapshot();
    const pageOf = (monitor: MaintenanceMonitor): ReactElement => (
      <MaintenanceProvider monitor={monitor} initialState={state}>
        <MaintenanceBanner />
      </MaintenanceProvider>
    );
    const shared = createMaintenanceMonitor({ platform });
    const container = document.body.appendChild(document.createElement('div'));
    onTestFinished(() => container.remove());
    container.innerHTML = renderToString(pageOf(shared));
    expect(container).toHaveTextContent(textOf(english.notice.titleInLine, english.maintenance));
    // A server shares it between all requests.
    expect(shared.getSnapshot().status).toBe('operational');

    const monitor = createMaintenanceMonitor({ platform });
    const root = await act(async () => hydrateRoot(container, pageOf(monitor)));
    onTestFinished(() => act(() => root.unmount()));
    expect(monitor.getSnapshot()).toEqual(state);
    expect(container).toHaveTextContent(textOf(english.notice.titleInLine, english.maintenance));
    expect(complain.mock.calls).toEqual([]);
  });

  it('a monitor that has seen the end of a maintenance keeps its state', async () => {
    const platform = createFakePlatform();
    const server = createMaintenanceMonitor({ platform });
    await server.report(new SystemUnderMaintenanceError());
    const monitor = createMaintenanceMonitor({ platform, check: async () => 'operational' });
    await monitor.report(new SystemUnderMaintenanceError());
    await platform.advance(1000);
    await monitor.checkNow();
    render(<MaintenanceProvider monitor={monitor} initialState={server.getSnapshot()} />);
    expect(monitor.getSnapshot().status).toBe('operational');
  });
});
