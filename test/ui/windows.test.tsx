import { act, render, screen, waitFor } from '@testing-library/react';
import { Component, type ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import {
  MaintenanceBanner,
  MaintenanceProvider,
  SignIn,
  type MaintenanceWindow,
  type WindowSource,
} from '../../src/index.ts';
import { english } from '../../src/messages/english.ts';
import { createFakePlatform, createTextStorage } from '../support/fakePlatform.ts';
import { renderWithApi, type RenderedApp, type RenderOptions } from '../support/renderWithApi.tsx';
import { patternOf, textOf } from '../support/textOf.ts';

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 0, 1, 12);

/** A window that starts and ends so many minutes after noon, when the clock of a test starts. */
function windowAt(startMinute: number, endMinute: number, id = 'planned'): MaintenanceWindow {
  const iso = (minute: number) => new Date(NOON + minute * MINUTE).toISOString();
  return { id, startsAt: iso(startMinute), endsAt: iso(endMinute) };
}

const banner = (): HTMLElement | null => document.querySelector('[data-slot="maintenance-banner"]');
const title = textOf(english.notice.titleInLine, { title: english.windows.title });
const timeAt = (minute: number): string =>
  new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' }).format(NOON + minute * MINUTE);

async function renderBanner(
  windows: RenderOptions['windows'],
  options: RenderOptions = {},
): Promise<RenderedApp> {
  const app = renderWithApi(<MaintenanceBanner />, { windows, locale: 'en', ...options });
  await screen.findByText(title);
  return app;
}

async function begin(app: RenderedApp, headers: Record<string, string> = {}): Promise<void> {
  app.api.setMode('maintenance');
  await act(async () => {
    await app.monitor.report({ status: 503, data: { code: 'maintenance_mode' }, headers });
  });
  await app.advance(200);
}

const dismiss = (): HTMLElement => screen.getByRole('button', { name: english.over.dismiss });

describe('a planned window', () => {
  it('is announced by the banner, and counts down', async () => {
    const { advance } = await renderBanner([windowAt(20, 90)]);
    expect(banner()).toHaveTextContent(
      textOf(english.windows.startsSoon, { wait: 'in 20 minutes', time: timeAt(20) }),
    );
    await advance(5 * MINUTE);
    expect(banner()).toHaveTextContent(
      textOf(english.windows.startsSoon, { wait: 'in 15 minutes', time: timeAt(20) }),
    );
  });

  it('names the banner', async () => {
    await renderBanner([windowAt(20, 90)]);
    expect(screen.getByRole('region', { name: title })).toBe(banner());
  });

  it('is announced to screen readers once', async () => {
    const app = await renderBanner([windowAt(20, 90)]);
    await app.advance(200);
    const text = textOf(english.windows.upcoming, {
      starts: textOf(english.windows.startsSoon, { wait: 'in 20 minutes', time: timeAt(20) }),
      ends: textOf(english.windows.endsAt, { time: timeAt(90) }),
    });
    const said = `status: ${textOf(english.notice.announcement, { title: english.windows.title, text })}`;
    expect(app.spoken).toEqual([said]);
    await app.advance(30 * MINUTE);
    expect(app.spoken).toEqual([said]);
  });

  it('blocks nothing while it is live', async () => {
    const app = renderWithApi(
      <>
        <MaintenanceBanner />
        <SignIn />
      </>,
      { windows: [windowAt(-5, 90)], locale: 'en' },
    );
    await screen.findByText(title);
    expect(banner()).toHaveTextContent(
      textOf(english.windows.live, { ends: textOf(english.windows.endsAt, { time: timeAt(90) }) }),
    );
    expect(screen.getByText(english.maintenance.availableAgain)).not.toBeVisible();
    expect(app.monitor.getSnapshot().status).toBe('operational');
  });

  it('a form without a banner shows none', async () => {
    const load = vi.fn<WindowSource['load']>(() => Promise.resolve([windowAt(20, 90)]));
    const app = renderWithApi(<SignIn />, { windows: { load } });
    await waitFor(() => expect(load).toHaveBeenCalled());
    await app.advance(MINUTE);
    expect(screen.queryByText(title)).not.toBeInTheDocument();
  });

  it('a window that is canceled disappears', async () => {
    const load = vi.fn<WindowSource['load']>(() => Promise.resolve([]));
    load.mockResolvedValueOnce([windowAt(300, 360)]);
    const { advance } = await renderBanner({ load });
    await advance(15 * MINUTE);
    expect(banner()).toBeEmptyDOMElement();
  });
});

describe('dismissing a window', () => {
  it('keeps the focus in the banner', async () => {
    const { user } = await renderBanner([windowAt(20, 90)]);
    await user.click(dismiss());
    expect(banner()).toBeEmptyDOMElement();
    expect(banner()).toHaveFocus();
  });

  it('lasts over a reload', async () => {
    const platform = Object.assign(createFakePlatform(), { sharedStorage: createTextStorage() });
    const load = vi.fn<WindowSource['load']>(() => Promise.resolve([windowAt(300, 360)]));
    const app = await renderBanner({ load }, { platform });
    await app.user.click(dismiss());
    app.remount();
    await waitFor(() => expect(load).toHaveBeenCalledTimes(2));
    await app.advance(MINUTE);
    expect(banner()).toBeEmptyDOMElement();
  });
});

describe('a window during maintenance', () => {
  it('says when the maintenance ends, and has no button that dismisses it', async () => {
    const app = await renderBanner([windowAt(-5, 30)]);
    await begin(app);
    expect(banner()).toHaveTextContent(textOf(english.windows.backAround, { time: timeAt(30) }));
    expect(screen.queryByRole('timer')).not.toBeInTheDocument();
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      english.maintenance.checkNow,
    ]);
  });

  it('the end that the API said comes first', async () => {
    const app = await renderBanner([windowAt(-5, 90)]);
    await begin(app, { 'retry-after': '1800' });
    expect(banner()).toHaveTextContent(textOf(english.maintenance.backAround, { time: timeAt(30) }));
  });

  it('says that it takes longer than planned, and when the next check is', async () => {
    const app = await renderBanner([windowAt(-5, 2)]);
    await begin(app);
    await app.advance(2 * MINUTE);
    expect(banner()).toHaveTextContent(english.windows.late);
    expect(screen.getByRole('timer')).toHaveTextContent(patternOf(english.maintenance.nextCheckIn));
  });

  it('is not announced again when the maintenance ends in it', async () => {
    const app = await renderBanner([windowAt(-5, 90)]);
    await begin(app);
    app.api.setMode('operational');
    await app.advance(45_000);
    expect(banner()).toHaveTextContent(textOf(english.notice.titleInLine, english.over));
    await app.advance(MINUTE);
    expect(banner()).toBeEmptyDOMElement();
  });

  it('the focus moves from its button to the banner when the maintenance begins', async () => {
    const app = await renderBanner([windowAt(20, 90)]);
    act(() => dismiss().focus());
    await begin(app);
    expect(banner()).toHaveFocus();
  });
});

class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly text?: string }> {
  override state: { readonly text?: string } = {};
  static getDerivedStateFromError(error: unknown) {
    return { text: String(error) };
  }
  override render(): ReactNode {
    return this.state.text ?? this.props.children;
  }
}

describe('an invalid list of windows', () => {
  it.each([
    ['without an id', { ...windowAt(20, 90), id: '' }],
    ['that ends before it starts', windowAt(90, 20)],
    ['with a local time', { ...windowAt(20, 90), startsAt: '2026-01-01T12:20' }],
  ])('throws MK515 for a window %s', async (_, window) => {
    vi.spyOn(console, 'error').mockReturnValue();
    render(
      <ErrorBoundary>
        <MaintenanceProvider windows={[window]} />
      </ErrorBoundary>,
    );
    expect(await screen.findByText(/MK515.*windows\[0\]/)).toBeVisible();
  });
});
