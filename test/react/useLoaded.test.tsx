import { act, screen, waitFor } from '@testing-library/react';
import { useCallback, type ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { SystemUnderMaintenanceError, useLoaded } from '../../src/index.ts';
import { contractNotice } from '../../src/protocol/index.ts';
import { renderWithApi, type RenderedApp } from '../support/renderWithApi.tsx';

type Load = () => Promise<string>;

/** What a service would answer, one after the other, each when it is told to. */
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

describe('useLoaded', () => {
  it('asks when the component appears', async () => {
    const { load, asked } = createQuestions();
    renderWithApi(<Value load={load} />);
    expect(shown()).toBe('loading');
    await act(async () => asked[0]?.answer('first'));
    expect(shown()).toBe('first');
    expect(asked).toHaveLength(1);
  });

  it('tells of a first question that failed, and asks anew', async () => {
    const { load, asked } = createQuestions();
    const app = renderWithApi(<Value load={load} />);
    await act(async () => asked[0]?.fail());
    expect(shown()).toBe('failed');
    await reload(app);
    await act(async () => asked[1]?.answer('second'));
    expect(shown()).toBe('second');
  });

  it('keeps what was loaded when a later question fails', async () => {
    const { load, asked } = createQuestions();
    const app = renderWithApi(<Value load={load} />);
    await act(async () => asked[0]?.answer('first'));
    await reload(app);
    expect(shown()).toBe('first');
    await act(async () => asked[1]?.fail());
    expect(shown()).toBe('first, stale');
  });

  it('believes the answer to the question that was put last', async () => {
    const { load, asked } = createQuestions();
    const app = renderWithApi(<Value load={load} />);
    await reload(app);
    await act(async () => asked[1]?.answer('second'));
    await act(async () => asked[0]?.answer('first'));
    expect(shown()).toBe('second');
  });

  it('takes a function that throws for a question that failed', async () => {
    renderWithApi(
      <Value
        load={() => {
          throw new Error('no network');
        }}
      />,
    );
    await waitFor(() => expect(shown()).toBe('failed'));
  });

  it('reports a maintenance that it was told of, with its kind', async () => {
    const { load, asked } = createQuestions();
    const app = renderWithApi(<Value load={load} />);
    await act(async () => asked[0]?.fail(new SystemUnderMaintenanceError({ notice: contractNotice })));
    expect(app.monitor.getSnapshot()).toMatchObject({ status: 'maintenance', scope: 'all' });
  });

  it('asks by itself for what failed, when the service answers again', async () => {
    const { load, asked } = createQuestions();
    const app = renderWithApi(<Value load={load} />);
    await unavailable(app);
    await act(async () => asked[0]?.fail());
    expect(asked).toHaveLength(1);
    await app.advance(120_000);
    await waitFor(() => expect(asked).toHaveLength(2));
    await act(async () => asked[1]?.answer('second'));
    expect(shown()).toBe('second');
  });

  it('leaves what is fresh alone', async () => {
    const { load, asked } = createQuestions();
    const app = renderWithApi(<Value load={load} />);
    await act(async () => asked[0]?.answer('first'));
    await unavailable(app);
    await app.advance(120_000);
    await waitFor(() => expect(app.monitor.getSnapshot().status).toBe('operational'));
    expect(asked).toHaveLength(1);
  });

  it('wants nothing any more when the component is gone', async () => {
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

  it('asks again for what failed when the browser is online again or the page is looked at', async () => {
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
