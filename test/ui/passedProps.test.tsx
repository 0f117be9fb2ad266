import { act, screen } from '@testing-library/react';
import { createRef, type ReactElement, type RefObject } from 'react';
import { describe, expect, it, vi } from 'vitest';
import {
  ActionButton,
  ConfirmButton,
  GuardedLink,
  SignOutButton,
  SubmitButton,
  useSubmission,
} from '../../src/index.ts';
import { ADA, renderWithApi } from '../support/renderWithApi.tsx';
import { TestForm } from '../support/TestForm.tsx';

const passed = {
  'data-testid': 'passed',
  style: { order: 2 },
  'aria-describedby': 'why',
  lang: 'en',
} as const;
const done = (): Promise<void> => Promise.resolve();

const parts: readonly (readonly [
  name: string,
  part: (ref: RefObject<HTMLButtonElement & HTMLAnchorElement>) => ReactElement,
])[] = [
  ['ActionButton', (ref) => <ActionButton {...passed} ref={ref} label="Go" run={done} />],
  [
    'ConfirmButton',
    (ref) => <ConfirmButton {...passed} ref={ref} label="Go" title="?" text="?" confirm="Yes" run={done} />,
  ],
  ['SubmitButton', (ref) => <SubmitButton {...passed} ref={ref} />],
  ['SignOutButton', (ref) => <SignOutButton {...passed} ref={ref} />],
  ['GuardedLink', (ref) => <GuardedLink {...passed} ref={ref} label="Go" href="/go" />],
];

describe.each(parts)('%s', (_, part) => {
  it('passes its ref and all other props to its element', () => {
    const ref = createRef<HTMLButtonElement & HTMLAnchorElement>();
    renderWithApi(part(ref as RefObject<HTMLButtonElement & HTMLAnchorElement>), {
      service: { users: [ADA], signedInAs: ADA.emailAddress },
    });
    const element = screen.getByTestId('passed');
    expect(ref.current).toBe(element);
    expect(element).toHaveStyle({ order: '2' });
    expect(element).toHaveAttribute('lang', 'en');
    expect(element.getAttribute('aria-describedby')).toMatch(/^why\b/);
  });
});

describe('an async onClick', () => {
  it.each<[string, (onClick: () => unknown) => ReactElement]>([
    ['SubmitButton', (onClick) => <SubmitButton data-testid="pressed" onClick={onClick} />],
    [
      'GuardedLink',
      (onClick) => <GuardedLink data-testid="pressed" label="Go" href="#go" onClick={onClick} />,
    ],
  ])('is called on each press of %s, even while its promise is pending', async (_, part) => {
    const onClick = vi.fn<() => unknown>(() => new Promise(() => {}));
    const app = renderWithApi(part(onClick));
    await app.user.dblClick(screen.getByTestId('pressed'));
    expect(onClick).toHaveBeenCalledTimes(2);
  });
});

describe('a button that the application disables', () => {
  it.each<[string, (run: () => Promise<void>) => ReactElement]>([
    ['ActionButton', (run) => <ActionButton label="Go" run={run} disabled />],
    [
      'ConfirmButton',
      (run) => <ConfirmButton label="Go" title="?" text="?" confirm="Yes" run={run} disabled />,
    ],
  ])('can be focused and does nothing: %s', async (_, part) => {
    const run = vi.fn<() => Promise<void>>(done);
    const app = renderWithApi(part(run));
    const button = screen.getByRole('button', { name: 'Go' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).not.toHaveAttribute('disabled');
    await app.user.click(button);
    expect(button).toHaveFocus();
    expect(run).not.toHaveBeenCalled();
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  });

  it('submits no form, on a press or on Enter', async () => {
    const send = vi.fn<() => Promise<void>>(done);
    function Form(): ReactElement {
      const { submission, submit } = useSubmission(send, {});
      return (
        <TestForm submission={submission} onSubmit={submit}>
          <input aria-label="Text" name="text" />
          <SubmitButton disabled>Save</SubmitButton>
        </TestForm>
      );
    }
    const app = renderWithApi(<Form />);
    await app.user.type(screen.getByLabelText('Text'), 'words{Enter}');
    await app.user.click(screen.getByRole('button', { name: 'Save' }));
    expect(send).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'Save' })).toHaveFocus();
  });
});

describe('an action whose button is pressed twice', () => {
  it('runs once, even without a render between the presses', async () => {
    let finish: () => void = () => {};
    const run = vi.fn<() => Promise<void>>(() => new Promise((resolve) => (finish = resolve)));
    renderWithApi(<ActionButton label="Go" run={run} />);
    const button = screen.getByRole('button', { name: 'Go' });
    await act(async () => {
      button.click();
      button.click();
    });
    expect(run).toHaveBeenCalledTimes(1);
    await act(async () => finish());
    await act(async () => button.click());
    expect(run).toHaveBeenCalledTimes(2);
  });
});
