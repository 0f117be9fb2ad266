import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MaintenanceBanner, SignIn } from '../../src/index.ts';
import { renderWithApi, type RenderedApp, type RenderOptions } from '../support/renderWithApi.tsx';
import { english } from '../../src/messages/english.ts';
import { textOf } from '../support/textOf.ts';

const banner = (): HTMLElement | null => document.querySelector('[data-slot="maintenance-banner"]');

async function inMaintenance(
  options: RenderOptions = {},
  headers: Record<string, string> = {},
): Promise<RenderedApp> {
  const app = renderWithApi(<MaintenanceBanner />, options);
  app.api.setMode('maintenance');
  await act(async () => {
    await app.monitor.report({ status: 503, data: { code: 'maintenance_mode' }, headers });
  });
  await app.advance(200);
  return app;
}

describe('MaintenanceBanner', () => {
  it('is empty while the service is operational', () => {
    renderWithApi(<MaintenanceBanner />);
    expect(banner()).toBeEmptyDOMElement();
  });

  it('shows the maintenance, which is announced once', async () => {
    const { spoken } = await inMaintenance();
    expect(banner()).toHaveTextContent(
      `${textOf(english.notice.titleInLine, english.maintenance)} ${english.maintenance.banner}`,
    );
    expect(spoken).toEqual([
      `status: ${textOf(english.notice.announcement, { title: english.maintenance.title, text: english.maintenance.banner })}`,
    ]);
  });

  it('announces nothing while it counts down', async () => {
    const { spoken, advance } = await inMaintenance();
    await advance(20_000);
    expect(screen.getByRole('timer')).toHaveTextContent(
      textOf(english.maintenance.nextCheckIn, { time: '0:25' }),
    );
    expect(spoken).toHaveLength(1);
  });

  it('shows the time that the API named', async () => {
    await inMaintenance({ locale: 'en-GB' }, { 'retry-after': '1800' });
    const time = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit' }).format(
      Date.UTC(2026, 0, 1, 12, 30),
    );
    expect(banner()).toHaveTextContent(textOf(english.maintenance.backAround, { time }));
    expect(screen.queryByRole('timer')).not.toBeInTheDocument();
  });

  it('shows for ten seconds that the maintenance is over', async () => {
    const { api, advance, spoken } = await inMaintenance();
    api.setMode('operational');
    await advance(45_000);
    expect(await screen.findByText(textOf(english.notice.titleInLine, english.over))).toBeVisible();
    await advance(200);
    expect(spoken.slice(1)).toEqual([`status: ${textOf(english.notice.announcement, english.over)}`]);
    await advance(10_000);
    expect(banner()).toBeEmptyDOMElement();
  });

  it('stays while its button has the focus', async () => {
    const { api, advance } = await inMaintenance();
    api.setMode('operational');
    await advance(45_000);
    const dismiss = await screen.findByRole('button', { name: english.over.dismiss });
    act(() => dismiss.focus());
    await advance(60_000);
    expect(dismiss).toHaveFocus();
  });

  it('shows that the maintenance may be over if there is no check', async () => {
    const { advance, monitor } = renderWithApi(<MaintenanceBanner />, { check: undefined });
    monitor.connect({ check: () => Promise.resolve(undefined) });
    await act(async () => void (await monitor.report({ status: 503, code: 'maintenance_mode' })));
    await advance(60_000);
    expect(banner()).toHaveTextContent(textOf(english.notice.titleInLine, english.maintenance));
  });

  it('is shown once, however many there are', async () => {
    const app = renderWithApi(
      <>
        <MaintenanceBanner />
        <MaintenanceBanner />
      </>,
    );
    await act(async () => void (await app.monitor.report({ status: 503, code: 'maintenance_mode' })));
    expect(screen.getAllByRole('timer')).toHaveLength(1);
  });

  it('replaces the notice of a form, whose button still gives the reason', async () => {
    const app = renderWithApi(
      <>
        <MaintenanceBanner />
        <SignIn />
      </>,
    );
    await act(async () => void (await app.monitor.report({ status: 503, code: 'maintenance_mode' })));
    expect(screen.getAllByRole('timer')).toHaveLength(1);
    expect(screen.queryByText(english.signIn.paused)).not.toBeInTheDocument();
    expect(screen.getByText(english.maintenance.availableAgain)).toBeVisible();
  });

  it('a form without a banner has its own notice', async () => {
    const app = renderWithApi(<SignIn />);
    await act(async () => void (await app.monitor.report({ status: 503, code: 'maintenance_mode' })));
    expect(screen.getByText(english.signIn.paused)).toBeVisible();
  });
});

async function recover(app: RenderedApp): Promise<void> {
  app.api.setMode('maintenance');
  await act(async () => void (await app.monitor.report({ status: 503, code: 'maintenance_mode' })));
  app.api.setMode('operational');
  await app.advance(45_000);
  await screen.findAllByText(textOf(english.notice.titleInLine, english.over));
}

describe('the notice in a form, when the maintenance is over', () => {
  it('disappears after ten seconds', async () => {
    const app = renderWithApi(<SignIn />);
    await recover(app);
    await app.advance(10_000);
    expect(screen.queryByText(textOf(english.notice.titleInLine, english.over))).not.toBeInTheDocument();
  });

  it('disappears from every form when the user dismisses it in one', async () => {
    const app = renderWithApi(
      <>
        <SignIn />
        <SignIn />
      </>,
    );
    await recover(app);
    const [dismiss] = screen.getAllByRole('button', { name: english.over.dismiss });
    await app.user.click(dismiss as HTMLElement);
    expect(screen.queryByText(textOf(english.notice.titleInLine, english.over))).not.toBeInTheDocument();
  });
});
