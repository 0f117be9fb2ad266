import { act, screen, waitFor } from '@testing-library/react';
import { StrictMode, type ReactElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, onTestFinished, vi, type Mock } from 'vitest';
import {
  createMaintenanceMonitor,
  MaintenanceBanner,
  MaintenanceProvider,
  SignedIn,
  SignedOut,
  SystemUnderMaintenanceError,
  UserButton,
  useSession,
  type AuthAdapter,
  type AuthSession,
  type MaintenanceProviderProps,
  type MaintenanceState,
} from '../../src/index.ts';
import { english } from '../../src/messages/english.ts';
import { maintenanceState } from '../../src/server/index.ts';
import { createFakeBrowser, createFakePlatform, type FakePlatform } from '../support/fakePlatform.ts';
import { textOf } from '../support/textOf.ts';

const ADA: AuthSession = { id: 'session-1', user: { id: 'ada', name: 'Ada' } };
const BOB: AuthSession = { id: 'session-2', user: { id: 'bob', name: 'Bob' } };

interface Page {
  readonly html: string;
  readonly container: HTMLElement;
  readonly loadSession: Mock<AuthAdapter['loadSession']>;
  readonly complaints: readonly unknown[][];
  readonly platform: FakePlatform;
  readonly monitor: ReturnType<typeof createMaintenanceMonitor>;
}

function Name(): string {
  const state = useSession();
  return state.status === 'signed-in' ? (state.session.user.name ?? '') : state.status;
}

function contentOf(): ReactElement {
  return (
    <>
      <MaintenanceBanner />
      <UserButton />
      <SignedIn>
        <p>
          Hello <Name />
        </p>
      </SignedIn>
      <SignedOut>
        <p>Hello visitor</p>
      </SignedOut>
    </>
  );
}

interface Options extends Pick<MaintenanceProviderProps, 'initialSession' | 'initialState'> {
  /** The session in the browser. */
  readonly session?: AuthSession | null;
  readonly platform?: FakePlatform;
  readonly isStrict?: boolean;
}

/** Renders the page on a server, and hydrates it in a browser. */
async function open({
  session = null,
  platform = createFakePlatform(),
  isStrict = false,
  ...props
}: Options): Promise<Page> {
  const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
  const loadSession = vi.fn<AuthAdapter['loadSession']>(async () => session);
  const adapterOf = (): AuthAdapter => ({
    name: 'own',
    baseUrl: '/api',
    loadSession,
    signOut: async () => {},
  });
  const pageOf = (monitor: Page['monitor'] | undefined): ReactElement => (
    <MaintenanceProvider monitor={monitor} adapter={adapterOf()} {...props}>
      {contentOf()}
    </MaintenanceProvider>
  );
  const html = renderToString(pageOf(createMaintenanceMonitor({ platform: createFakePlatform() })));
  expect(loadSession).not.toHaveBeenCalled();

  const container = document.body.appendChild(document.createElement('div'));
  onTestFinished(() => container.remove());
  container.innerHTML = html;
  const monitor = createMaintenanceMonitor({
    platform,
    ...(props.initialState && { initialState: props.initialState }),
  });
  const page = isStrict ? <StrictMode>{pageOf(monitor)}</StrictMode> : pageOf(monitor);
  const root = await act(async () => hydrateRoot(container, page));
  onTestFinished(() => act(() => root.unmount()));
  return { html, container, loadSession, complaints: complain.mock.calls, platform, monitor };
}

/** A browser that stored a maintenance which began now. */
async function browserInMaintenance() {
  const browser = createFakeBrowser();
  const monitor = createMaintenanceMonitor({ platform: browser.openTab() });
  await monitor.report(new SystemUnderMaintenanceError(), { api: '/' });
  return browser;
}

describe('a page whose server knows the session', () => {
  it.each([false, true])(
    'shows it in the HTML, and loads nothing in the browser (strict mode: %s)',
    async (isStrict) => {
      const page = await open({ initialSession: ADA, session: ADA, isStrict });
      expect(page.html).toContain('Ada');
      expect(page.html).not.toContain(english.loading);
      expect(page.container).toHaveTextContent('Hello Ada');
      expect(page.loadSession).not.toHaveBeenCalled();
      expect(page.complaints).toEqual([]);
    },
  );

  it('refreshes it like a session that the browser loaded', async () => {
    const page = await open({ initialSession: ADA, session: BOB });
    await act(() => page.platform.advance(49_999));
    expect(page.loadSession).not.toHaveBeenCalled();
    await act(() => page.platform.advance(1));
    expect(page.container).toHaveTextContent('Hello Bob');
  });

  it('shows a visitor the page for visitors', async () => {
    const page = await open({ initialSession: null, session: ADA });
    expect(page.html).toContain('Hello visitor');
    expect(page.container).toHaveTextContent('Hello visitor');
    expect(page.loadSession).not.toHaveBeenCalled();
    expect(page.complaints).toEqual([]);
  });

  it('announces no sign-in', async () => {
    const { container } = await open({ initialSession: ADA });
    expect(container).not.toHaveTextContent(english.session.signedIn);
  });

  it.each([
    ['a user', ADA],
    ['a visitor', null],
  ])('from a cache, gives way to the user that the browser had last, after %s', async (_who, stale) => {
    const browser = createFakeBrowser();
    await open({ initialSession: BOB, session: BOB, platform: browser.openTab() });
    document.body.replaceChildren();

    const page = await open({ initialSession: stale, session: BOB, platform: browser.openTab() });
    expect(page.html).not.toContain('Bob');
    await waitFor(() => expect(page.container).toHaveTextContent('Hello Bob'));
    expect(page.loadSession).toHaveBeenCalledOnce();
    // It is the session that the page should have begun with, not another one.
    expect(page.container).not.toHaveTextContent(english.session.signedIn);
    expect(page.complaints).toEqual([]);
  });

  it('asks once about a user that the browser didn’t know, and then remembers', async () => {
    const browser = createFakeBrowser();
    await open({ initialSession: BOB, session: BOB, platform: browser.openTab() });
    const second = await open({ initialSession: ADA, session: ADA, platform: browser.openTab() });
    expect(second.loadSession).toHaveBeenCalledOnce();
    const third = await open({ initialSession: ADA, session: ADA, platform: browser.openTab() });
    expect(third.loadSession).not.toHaveBeenCalled();
  });

  it('remembers fingerprints, and nothing where the server knows no session', async () => {
    const platform = createFakeBrowser().openTab();
    const stored = vi.fn<(key: string, value: string) => void>();
    platform.sharedStorage = { getItem: () => null, setItem: stored, removeItem: () => {} };
    await open({ session: ADA, platform });
    expect(stored).not.toHaveBeenCalled();
    await open({ initialSession: ADA, session: ADA, platform });
    expect(stored).toHaveBeenCalledOnce();
    expect(JSON.stringify(stored.mock.lastCall)).not.toMatch(/ada|api/i);
  });

  it.each([
    ['a user in place of a session', { id: 'ada', name: 'Ada' }],
    ['a session without an id', { user: { id: 'ada' } }],
    ['a text', 'ada'],
  ])('throws a numbered error for %s', (_what, initialSession) => {
    const adapter: AuthAdapter = { name: 'own', baseUrl: '/api', loadSession: async () => null };
    expect(() =>
      renderToString(
        // @ts-expect-error -- as plain JavaScript may
        <MaintenanceProvider adapter={adapter} initialSession={initialSession}>
          <SignedIn>Hello</SignedIn>
        </MaintenanceProvider>,
      ),
    ).toThrow(expect.objectContaining({ number: 'MK516' }));
  });
});

describe('a page whose server doesn’t know the session', () => {
  it('loads it in the browser', async () => {
    const page = await open({ session: ADA });
    expect(page.html).toContain(english.loading);
    await screen.findByText('Hello Ada');
    expect(page.complaints).toEqual([]);
  });
});

describe('a page whose server knows the state of the service', () => {
  const now = createFakePlatform().now();
  const inMaintenance = textOf(english.notice.titleInLine, english.maintenance);
  const over = textOf(english.notice.titleInLine, english.over);
  const sent = (state: MaintenanceState): MaintenanceState =>
    JSON.parse(JSON.stringify(state)) as MaintenanceState;

  it('shows the maintenance in the HTML and after hydration', async () => {
    const page = await open({ initialState: sent(maintenanceState({ retryAfter: 600, nowMs: now })) });
    expect(page.html).toContain(english.maintenance.title);
    expect(page.container).toHaveTextContent(inMaintenance);
    expect(page.complaints).toEqual([]);
  });

  it.each([
    ['an hour ahead of', 3_600_000],
    ['as', 0],
    ['an hour behind', -3_600_000],
  ])('shows no end of a maintenance if the server’s clock is %s the browser’s', async (_where, aheadMs) => {
    const page = await open({
      initialState: sent(maintenanceState({ mode: 'operational', nowMs: now + aheadMs })),
    });
    expect(page.html).not.toContain(english.over.title);
    expect(page.container).not.toHaveTextContent(over);
    expect(page.complaints).toEqual([]);
  });

  it('an answer that is newer than what the browser stored wins', async () => {
    const browser = await browserInMaintenance();
    await browser.advance(60_000);
    const platform = browser.openTab();
    const initialState = sent(maintenanceState({ mode: 'operational', nowMs: platform.now() }));
    const page = await open({ initialState, platform });
    expect(page.container).not.toHaveTextContent(inMaintenance);
    expect(page.complaints).toEqual([]);
  });

  it.each([
    ['operational', maintenanceState({ mode: 'operational', nowMs: now - 60_000 })],
    ['a maintenance of everything', maintenanceState({ mode: 'unavailable', nowMs: now - 60_000 })],
  ])('what the browser stored wins over an older answer, %s, after hydration', async (_name, state) => {
    const browser = await browserInMaintenance();
    const page = await open({ initialState: sent(state), platform: browser.openTab() });
    expect(page.html).not.toContain(english.maintenance.title);
    expect(page.container).toHaveTextContent(inMaintenance);
    expect(page.complaints).toEqual([]);
  });
});
