import { useId, useState, type CSSProperties, type ReactElement, type ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';
import {
  Card,
  Field,
  GuardedForm,
  MaintenanceBanner,
  ServiceUnavailable,
  SignIn,
  SubmitButton,
  useSubmission,
} from '../../src/index.ts';
import '../../src/styles/styles.css';
import { english } from '../../src/messages/english.ts';
import { renderInBrowser, type BrowserApp } from '../support/renderInBrowser.tsx';

function Form({ title }: { readonly title: string }): ReactElement {
  const titleId = useId();
  const { submission, submit } = useSubmission(() => Promise.resolve());
  return (
    <Card title={title} titleId={titleId}>
      <GuardedForm
        draftKey={title}
        labelledBy={titleId}
        submission={submission}
        paused={`“${title}” is paused.`}
        onSubmit={submit}
      >
        <Field name="name" label={`${title}: name`} />
        <SubmitButton>{title}</SubmitButton>
      </GuardedForm>
    </Card>
  );
}

interface ModalProps {
  readonly style: CSSProperties;
  readonly children: ReactNode;
}

function Modal({ style, children }: ModalProps): ReactElement {
  return (
    <dialog ref={open} aria-label="Rename" style={style}>
      {children}
    </dialog>
  );
}

function open(dialog: HTMLDialogElement | null): void {
  if (dialog && !dialog.open) dialog.showModal();
}

function PageWithDialog(): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setIsOpen(true)}>
        Open
      </button>
      <SignIn />
      {isOpen ? (
        <Modal style={centered}>
          <Form title="Rename" />
          <button type="button" onClick={() => setIsOpen(false)}>
            Close
          </button>
        </Modal>
      ) : null}
    </>
  );
}

const centered = { translate: '0 -10px', overflow: 'auto', maxBlockSize: '60vh' };

const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
const notices = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-slot="notice"]')];

async function begin(
  { api }: BrowserApp,
  mode: 'maintenance' | 'unavailable' = 'maintenance',
): Promise<void> {
  api.setMode(mode);
  await fetch('/__api/v1/me', { method: mode === 'maintenance' ? 'POST' : 'GET' });
  await expect.element(button(english.maintenance.checkNow)).toBeVisible();
}

async function end({ api, platform, monitor }: BrowserApp): Promise<void> {
  api.setMode('operational');
  await platform.advance(5_000);
  await monitor.checkNow();
  await expect.element(button(english.over.dismiss)).toBeVisible();
}

/** How far the end of the notice is from the end of the viewport. */
function distanceFromEnd(): number {
  const [notice] = notices();
  return notice ? window.innerHeight - notice.getBoundingClientRect().bottom : Number.NaN;
}

describe.each([
  ['desktop', 1280, 800],
  ['phone', 390, 844],
])("a form's notice, on a %s", (_, width, height) => {
  it.each<[parent: string, children: ReactElement]>([
    ['the page', <Form key="form" title="Rename" />],
    [
      'a page that is taller than the screen',
      <div key="tall" style={{ minBlockSize: 3000 }}>
        <Form title="Rename" />
      </div>,
    ],
    [
      'a transformed parent',
      <div key="transformed" style={{ minBlockSize: 3000, translate: '0 20px' }}>
        <Form title="Rename" />
      </div>,
    ],
    [
      'a modal dialog',
      <Modal key="modal" style={{}}>
        <Form title="Rename" />
      </Modal>,
    ],
    [
      'a modal dialog with a transform and its own scrolling',
      <Modal key="modal" style={centered}>
        <Form title="Rename" />
      </Modal>,
    ],
  ])('is at the end of the screen and takes presses, in %s', async (__, children) => {
    await page.viewport(width, height);
    const app = await renderInBrowser(children);
    await begin(app);
    expect(distanceFromEnd()).toBeGreaterThanOrEqual(0);
    expect(distanceFromEnd()).toBeLessThanOrEqual(16);
    await button(english.maintenance.checkNow).click();
    await app.platform.advance(5_000);
    await expect.element(page.getByText(english.maintenance.stillOn, { exact: true })).toBeVisible();
    await end(app);
    await expect.element(button(english.over.dismiss)).toHaveFocus();
    await button(english.over.dismiss).click();
    expect(notices()).toEqual([]);
    expect(document.activeElement?.getAttribute('data-slot')).toBe('maintenance-banner');
  });

  it('follows the button of its form in the order of the Tab key', async () => {
    await page.viewport(width, height);
    const app = await renderInBrowser(<Form title="Rename" />);
    await begin(app);
    await page.getByLabelText('Rename: name').click();
    await userEvent.keyboard('{Tab}');
    await expect.element(button('Rename')).toHaveFocus();
    await userEvent.keyboard('{Tab}');
    await expect.element(button(english.maintenance.checkNow)).toHaveFocus();
  });
});

describe('a page', () => {
  it('shows one notice and one countdown for two forms', async () => {
    const app = await renderInBrowser(
      <>
        <SignIn />
        <Form title="Rename" />
      </>,
    );
    await begin(app);
    expect(notices()).toHaveLength(1);
    expect(page.getByRole('timer').elements()).toHaveLength(1);
    expect(page.getByText(english.maintenance.availableAgain).elements()).toHaveLength(2);
  });

  it('shows one countdown for two forms and a panel while the service is unavailable', async () => {
    const app = await renderInBrowser(
      <>
        <SignIn />
        <Form title="Rename" />
        <ServiceUnavailable />
      </>,
    );
    await begin(app, 'unavailable');
    expect(page.getByRole('timer').elements()).toHaveLength(1);
  });

  it('shows the notice of the form in an open dialog, and the one below it again afterwards', async () => {
    const app = await renderInBrowser(<PageWithDialog />);
    await begin(app);
    const isInDialog = () => notices().map((notice) => notice.closest('dialog') !== null);
    expect(isInDialog()).toEqual([false]);
    await button('Open').click();
    await expect.poll(isInDialog).toEqual([true]);
    await button('Close').click();
    await expect.poll(isInDialog).toEqual([false]);
  });

  it('shows the banner instead of the notice of a form', async () => {
    const app = await renderInBrowser(
      <>
        <Form title="Rename" />
        <MaintenanceBanner />
      </>,
    );
    await begin(app);
    expect(notices().map(({ textContent }) => textContent.includes(english.maintenance.banner))).toEqual([
      true,
    ]);
  });

  it('keeps a banner whose button has the focus, also with a form on the page', async () => {
    const app = await renderInBrowser(
      <>
        <Form title="Rename" />
        <MaintenanceBanner />
      </>,
    );
    await begin(app);
    await button(english.maintenance.checkNow).click();
    await end(app);
    await app.platform.advance(60_000);
    await expect.element(button(english.over.dismiss)).toHaveFocus();
  });

  it('can be scrolled until its end is above the notice, however high that is', async () => {
    await page.viewport(320, 600);
    const app = await renderInBrowser(
      <>
        <div style={{ blockSize: 900 }}>
          <Form title="Rename" />
        </div>
        <p>The end</p>
      </>,
    );
    await begin(app);
    document.documentElement.style.fontSize = '32px';
    await expect
      .poll(() => {
        window.scrollTo(0, document.documentElement.scrollHeight);
        const text = page.getByText('The end').element().getBoundingClientRect();
        const [notice] = notices();
        return notice ? notice.getBoundingClientRect().top - text.bottom : Number.NaN;
      })
      .toBeGreaterThanOrEqual(0);
    document.documentElement.style.fontSize = '';
  });
});
