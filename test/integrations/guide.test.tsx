import { render, screen } from '@testing-library/react';
import {
  MaintenanceBanner,
  MaintenanceProvider,
  useMonitor,
  type MaintenanceWindow,
  type WindowSource,
} from 'maintenance-kit';
import { statusWindows, watchEvents } from 'maintenance-kit/integrations/gate';
import { statuspageWindows } from 'maintenance-kit/integrations/statuspage';
import { StrictMode, useEffect } from 'react';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { english } from '../../src/messages/english.ts';
import { answerFetch } from '../support/answers.ts';
import { textOf } from '../support/textOf.ts';

const Pages = () => null;

// The guide of planned windows quotes these.

const windows = statuspageWindows({ url: 'https://status.example.com' });

function App() {
  return (
    <MaintenanceProvider windows={windows}>
      <MaintenanceBanner />
      <Pages />
    </MaintenanceProvider>
  );
}

const gateWindows = statusWindows({ url: '/api/maintenance' });

// The guide of several servers quotes this.

function Events() {
  const monitor = useMonitor();
  useEffect(() => watchEvents(monitor, { url: '/api/maintenance/events' }), [monitor]);
  return null;
}

const december = [{ id: 'database', startsAt: '2026-12-01T22:00:00Z', endsAt: '2026-12-01T23:30:00Z' }];

const ownWindows: WindowSource = {
  name: '/api/maintenance',
  everyMs: 5 * 60_000,
  announceBeforeMs: 2 * 60 * 60_000,
  async load() {
    const response = await fetch('/api/maintenance');
    const status = (await response.json()) as { windows: MaintenanceWindow[] };
    return status.windows;
  },
};

const title = textOf(english.notice.titleInLine, { title: english.windows.title });
const inAnHour = new Date(Date.now() + 60 * 60_000).toISOString();
const inTwoHours = new Date(Date.now() + 2 * 60 * 60_000).toISOString();

afterEach(() => localStorage.clear());

describe('the guide of planned windows', () => {
  it('announces the windows of a status page', async () => {
    onTestFinished(
      answerFetch(({ url }) =>
        Response.json({
          scheduled_maintenances: url.endsWith('/upcoming.json')
            ? [{ id: '1', status: 'scheduled', scheduled_for: inAnHour, scheduled_until: inTwoHours }]
            : [],
        }),
      ),
    );
    render(<App />);
    expect(await screen.findByText(title)).toBeVisible();
  });

  it('announces the windows of a source', async () => {
    onTestFinished(
      answerFetch(() => Response.json({ windows: [{ id: '1', startsAt: inAnHour, endsAt: inTwoHours }] })),
    );
    render(
      <MaintenanceProvider windows={ownWindows}>
        <MaintenanceBanner />
      </MaintenanceProvider>,
    );
    expect(await screen.findByText(title)).toBeVisible();
  });

  it('announces the windows of a gate', async () => {
    onTestFinished(
      answerFetch(() =>
        Response.json({
          mode: 'operational',
          windows: [{ id: '1', startsAt: inAnHour, endsAt: inTwoHours }],
        }),
      ),
    );
    render(
      <MaintenanceProvider windows={gateWindows}>
        <MaintenanceBanner />
      </MaintenanceProvider>,
    );
    expect(await screen.findByText(title)).toBeVisible();
  });

  it('accepts a list of windows', async () => {
    const [window] = december;
    const near = [{ id: String(window?.id), startsAt: inAnHour, endsAt: inTwoHours }];
    render(
      <MaintenanceProvider windows={near}>
        <MaintenanceBanner />
      </MaintenanceProvider>,
    );
    expect(await screen.findByText(title)).toBeVisible();
  });
});

describe('the guide of several servers', () => {
  it('follows the events of a gate, with one stream that ends with the page', async () => {
    const streams: FakeEventSource[] = [];
    class FakeEventSource extends EventTarget {
      isOpen = true;
      readonly url: string;
      constructor(url: string) {
        super();
        this.url = url;
        streams.push(this);
      }
      close(): void {
        this.isOpen = false;
      }
    }
    vi.stubGlobal('EventSource', FakeEventSource);
    const { unmount } = render(
      <StrictMode>
        <MaintenanceProvider>
          <MaintenanceBanner />
          <Events />
        </MaintenanceProvider>
      </StrictMode>,
    );
    const open = () => streams.filter(({ isOpen }) => isOpen);
    await vi.waitFor(() =>
      expect(open().map(({ url }) => url)).toEqual(['http://localhost:3000/api/maintenance/events']),
    );
    open()[0]?.dispatchEvent(
      new MessageEvent('status', { data: '{"mode":"maintenance"}', origin: location.origin }),
    );
    expect(await screen.findByText(textOf(english.notice.titleInLine, english.maintenance))).toBeVisible();
    unmount();
    expect(open()).toEqual([]);
  });
});
