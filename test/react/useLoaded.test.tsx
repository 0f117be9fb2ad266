import { act, screen, waitFor } from '@testing-library/react';
import { useCallback, type ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { SystemUnderMaintenanceError, useLoaded } from '../../src/index.ts';
import { contractNotice } from '../../src/protocol/index.ts';
import { renderWithApi, type RenderedApp } from '../support/renderWithApi.tsx';

type Load = () => Promise<string>;

/** Creates a load function whose answers the test sends one by one. */
function createQuestions(): {
  readonly load: Load;
  readonly asked: { readonly answer: (value: string) => void; readonly fail: (error?: Error) => void }[];
} {
  const asked: ReturnType<typeof createQuestions>['asked'] = [];
  return {
    asked,
    load: () =>
      new Promise((answer, reject) => {
        asked.push({ answer, fail: (error = new TypeError('Failed to fetch')) => reject(error) });
      }),
  };
}

function Value({ load, name = 'value' }: { readonly load: Load; readonly name?: string }): ReactElement {
  const state = useLoaded(useCallback(() => load(), [load]));
  return (
    <>
      <output aria-label={name}>
        {state.status === 'loaded' ? `${state.value}${state.stale ? ', stale' : ''}` : state.status}
      </output>
      <button type="button" onClick={() => void state.reload()}>
        Reload
      </button>
    </>
  );
}

const shown = (): string | null => screen.getByLabelText('value').textContent;
const reload = ({ user }: RenderedApp): Promise<void> => user.click(screen.getByText('Reload'));

async function unavailable({ monitor }: RenderedApp): Promise<void> {
  await act(async () => {
    await monitor.report(new SystemUnderMaintenanceError({ notice: contractNotice }), { kind: 'read' });
  });
}

/** Checks the service, which works again. The clock stands still, so the check can't time out. */
async function recovered({ monitor }: RenderedApp): Promise<void> {
  await act(async () => void (await monitor.checkNow()));
}

describe('useLoaded', () => {
  it('loads on mount', async () => {
    const { load, asked } = createQuestions();
    renderWithApi(<Value load={load} />);
    expect(shown()).toBe('loading');
    await act(async () => asked[0]?.answer('first'));
    expect(shown()).toBe('first');
    expect(asked).toHaveLength(1);
  });

  it('reports a failed first load, and loads again', async () => {
    const { load, asked } = createQuestions();
    const app = renderWithApi(<Value load={load} />);
    await act(async () => asked[0]?.fail());
    expect(shown()).toBe('failed');
    await reload(app);
    await act(async () => asked[1]?.answer('second'));
    expect(shown()).toBe('second');
  });

  it('keeps loaded data after a later failure', async () => {
    const { load, asked } = createQuestions();
    const app = renderWithApi(<Value load={load} />);
    await act(async () => asked[0]?.answer('first'));
    await reload(app);
    expect(shown()).toBe('first');
    await act(async () => asked[1]?.fail());
    expect(shown()).toBe('first, stale');
  });

  it('keeps the latest response', async () => {
    const { load, asked } = createQuestions();
    const app = renderWithApi(<Value load={load} />);
    await reload(app);
    await act(async () => asked[1]?.answer('second'));
    await act(async () => asked[0]?.answer('first'));
    expect(shown()).toBe('second');
  });

  it('treats a function that throws as a failure', async () => {
    renderWithApi(
      <Value
        load={() => {
          throw new Error('no network');
        }}
      />,
    );
    await waitFor(() => expect(shown()).toBe('failed'));
  });

  it('reports a maintenance with its request kind', async () => {
    const { load, asked } = createQuestions();
    const app = renderWithApi(<Value load={load} />);
    await act(async () => asked[0]?.fail(new SystemUnderMaintenanceError({ notice: contractNotice })));
    expect(app.monitor.getSnapshot()).toMatchObject({ status: 'maintenance', scope: 'all' });
  });

  it('reloads after a failure when the service serves reads again', async () => {
    const { load, asked } = createQuestions();
    const app = renderWithApi(<Value load={load} />);
    await unavailable(app);
    await act(async () => asked[0]?.fail());
    expect(asked).toHaveLength(1);
    await recovered(app);
    await waitFor(() => expect(asked).toHaveLength(2));
    await act(async () => asked[1]?.answer('second'));
    expect(shown()).toBe('second');
  });

  it('doesn’t reload fresh data', async () => {
    const { load, asked } = createQuestions();
    const app = renderWithApi(<Value load={load} />);
    await act(async () => asked[0]?.answer('first'));
    await unavailable(app);
    await recovered(app);
    expect(app.monitor.getSnapshot().status).toBe('operational');
    expect(asked).toHaveLength(1);
  });

  it('ignores responses after unmount', async () => {
    const { load, asked } = createQuestions();
    const warn = vi.spyOn(console, 'error');
    const app = renderWithApi(<Value load={load} />);
    app.remount();
    await act(async () => asked[0]?.answer('first'));
    expect(shown()).toBe('loading');
    await act(async () => asked[1]?.answer('second'));
    expect(shown()).toBe('second');
    expect(warn).not.toHaveBeenCalled();
  });

  it('reloads after a failure when the browser is online or the page is visible again', async () => {
    const { load, asked } = createQuestions();
    const app = renderWithApi(<Value load={load} />);
    await act(async () => app.platform.setAttended(false));
    await act(async () => asked[0]?.fail());
    expect(shown()).toBe('failed');
    expect(asked).toHaveLength(1);
    await act(async () => app.platform.setAttended(true));
    expect(asked).toHaveLength(2);
    await act(async () => asked[1]?.answer('notes'));
    expect(shown()).toBe('notes');
    await act(async () => app.platform.setAttended(false));
    await act(async () => app.platform.setAttended(true));
    expect(asked).toHaveLength(2);
  });
});
