import * as React from 'react';
import { act, render, screen } from '@testing-library/react';
import { Component, StrictMode, Suspense, useState, type ReactElement, type ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import {
  createMaintenanceMonitor,
  MaintenanceBanner,
  MaintenanceProvider,
  SystemUnderMaintenanceError,
  useMaintenance,
} from '../../src/index.ts';
import { english } from '../../src/messages/english.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';

const status = ({ status: now }: { readonly status: string }): string => now;

function openPage() {
  const platform = createFakePlatform();
  const monitor = createMaintenanceMonitor({ platform });
  return {
    platform,
    monitor,
    begin: () => monitor.report(new SystemUnderMaintenanceError(), { api: '/' }),
    end: () => monitor.reportProcessed({ api: '/' }),
  };
}

function Status({ name }: { readonly name: string }): ReactElement {
  return <p data-testid={name}>{useMaintenance(status)}</p>;
}

/** Longer than React renders without a pause. */
function work(): void {
  const end = performance.now() + 6;
  while (performance.now() < end);
}

/** Takes so long that React renders a list of these in slices. */
function SlowRow(): ReactElement {
  work();
  return <li>{useMaintenance(status)}</li>;
}

function Fragile(): ReactElement {
  if (useMaintenance(status) === 'maintenance') throw new Error('This child expects no maintenance.');
  return <p>Fine</p>;
}

const shown = (name: string): string | null => screen.getByTestId(name).textContent;

describe('StrictMode', () => {
  it('counts a rejection once and leaves nothing behind', async () => {
    const { platform, monitor, begin } = openPage();
    const { unmount } = render(
      <StrictMode>
        <MaintenanceProvider monitor={monitor}>
          <MaintenanceBanner />
          <Status name="status" />
        </MaintenanceProvider>
      </StrictMode>,
    );
    await act(begin);
    expect(shown('status')).toBe('maintenance');
    expect(monitor.getSnapshot()).toMatchObject({ attempt: 1 });
    unmount();
    // An announcement that was about to be made goes by.
    await platform.advance(1_000);
    expect([platform.timersDueAt, platform.attentionListeners]).toEqual([[], 0]);
  });
});

describe('a transition', () => {
  it('never shows two states at once, when the maintenance begins while it renders', async () => {
    const { monitor, begin } = openPage();
    const rendered: string[][] = [];

    function Rows(): ReactElement {
      const [count, setCount] = useState(0);
      React.useLayoutEffect(() => {
        rendered.push([...new Set(screen.queryAllByRole('listitem').map((row) => row.textContent))]);
      });
      return (
        <>
          <button type="button" onClick={() => React.startTransition(() => setCount(20))}>
            Show
          </button>
          <ul>
            {Array.from({ length: count }, (_, index) => (
              <SlowRow key={index} />
            ))}
          </ul>
        </>
      );
    }

    // Slices need React's own scheduler.
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
    render(
      <MaintenanceProvider monitor={monitor}>
        <Rows />
      </MaintenanceProvider>,
    );
    screen.getByRole('button').click();
    // The transition has rendered some rows by now, and none is on the page.
    await new Promise((resolve) => void setTimeout(resolve));
    expect(screen.queryAllByRole('listitem')).toEqual([]);
    await begin();
    await expect.poll(() => screen.queryAllByRole('listitem').length).toBe(20);
    expect(rendered.filter((states) => states.length > 1)).toEqual([]);
    await expect.poll(() => rendered.at(-1)).toEqual(['maintenance']);
  });
});

describe('Suspense', () => {
  it('shows what was learned while the content was suspended', async () => {
    const { monitor, begin } = openPage();
    const Lazy = React.lazy(() => loading);
    let finish = (): void => {};
    const loading = new Promise<{ default: () => ReactElement }>((resolve) => {
      finish = () => resolve({ default: () => <Status name="lazy" /> });
    });
    render(
      <MaintenanceProvider monitor={monitor}>
        <MaintenanceBanner />
        <Suspense fallback={<Status name="fallback" />}>
          <Lazy />
        </Suspense>
      </MaintenanceProvider>,
    );
    await act(begin);
    expect(shown('fallback')).toBe('maintenance');
    await act(async () => finish());
    expect(shown('lazy')).toBe('maintenance');
  });

  it('keeps the monitor of a provider that is suspended itself, with the evidence of its children', async () => {
    const { monitor, begin, end } = openPage();
    let resolve = (): void => {};
    let pending: Promise<void> | undefined;
    function Content({ isPending }: { readonly isPending: boolean }): ReactElement {
      // oxlint-disable-next-line typescript/only-throw-error -- as a library does that suspends
      if (isPending && pending) throw pending;
      return <Status name="content" />;
    }
    const pageOf = (isPending: boolean): ReactElement => (
      <Suspense fallback={<p>Loading</p>}>
        <MaintenanceProvider monitor={monitor}>
          <Content isPending={isPending} />
        </MaintenanceProvider>
      </Suspense>
    );
    const { rerender } = render(pageOf(false));
    pending = new Promise((done) => void (resolve = () => done()));
    rerender(pageOf(true));
    expect(screen.getByText('Loading')).toBeVisible();
    await act(begin);
    pending = undefined;
    await act(async () => resolve());
    rerender(pageOf(false));
    expect(shown('content')).toBe('maintenance');
    await act(async () => end());
    expect(shown('content')).toBe('operational');
  });
});

describe('an error boundary', () => {
  class Boundary extends Component<{ readonly children: ReactNode }, { readonly hasFailed: boolean }> {
    override state = { hasFailed: false };
    static getDerivedStateFromError(): { readonly hasFailed: boolean } {
      return { hasFailed: true };
    }
    override render(): ReactNode {
      return this.state.hasFailed ? <Status name="instead" /> : this.props.children;
    }
  }

  it('shows the maintenance that a broken child learned of', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { monitor, begin } = openPage();
    render(
      <MaintenanceProvider monitor={monitor}>
        <MaintenanceBanner />
        <Boundary>
          <Fragile />
        </Boundary>
      </MaintenanceProvider>,
    );
    expect(screen.getByText('Fine')).toBeVisible();
    await act(begin);
    expect(shown('instead')).toBe('maintenance');
    expect(screen.getByRole('region', { name: english.maintenance.title })).toBeVisible();
  });
});

const { Activity } = React as { readonly Activity?: typeof React.Activity };

describe.runIf(Activity)('Activity', () => {
  const pageOf = (
    monitor: ReturnType<typeof createMaintenanceMonitor>,
    mode: 'visible' | 'hidden',
  ): ReactElement => {
    const Hideable = Activity as typeof React.Activity;
    return (
      <MaintenanceProvider monitor={monitor}>
        <Hideable mode={mode}>
          <Status name="inside" />
          <input aria-label="Note" />
        </Hideable>
      </MaintenanceProvider>
    );
  };

  it('shows the newest state when hidden content is shown again, with its text', async () => {
    const { monitor, begin, end } = openPage();
    const { rerender } = render(pageOf(monitor, 'visible'));
    screen.getByLabelText<HTMLInputElement>('Note').value = 'Feed the cat';
    rerender(pageOf(monitor, 'hidden'));
    await act(begin);
    rerender(pageOf(monitor, 'visible'));
    expect(shown('inside')).toBe('maintenance');
    expect(screen.getByLabelText('Note')).toHaveValue('Feed the cat');
    rerender(pageOf(monitor, 'hidden'));
    await act(async () => end());
    rerender(pageOf(monitor, 'visible'));
    expect(shown('inside')).toBe('operational');
  });

  it('around the provider stops the checks while it is hidden, and learns what happened when it is shown', async () => {
    const platform = createFakePlatform();
    let checks = 0;
    const monitor = createMaintenanceMonitor({
      platform,
      checkOnLoad: false,
      check: async () => {
        checks += 1;
        return 'operational';
      },
    });
    const Hideable = Activity as typeof React.Activity;
    const page = (mode: 'visible' | 'hidden'): ReactElement => (
      <Hideable mode={mode}>
        <MaintenanceProvider monitor={monitor}>
          <Status name="inside" />
        </MaintenanceProvider>
      </Hideable>
    );
    const { rerender } = render(page('visible'));
    await act(() => monitor.report(new SystemUnderMaintenanceError(), { api: '/' }));
    rerender(page('hidden'));
    await act(() => platform.advance(10 * 60_000));
    expect(checks).toBe(0);
    rerender(page('visible'));
    await act(() => platform.advance(10_000));
    expect(checks).toBe(1);
    expect(shown('inside')).toBe('operational');
  });
});
