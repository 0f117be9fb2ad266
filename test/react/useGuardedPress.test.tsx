import { act, fireEvent, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { english, useGuardedPress, type GuardedPressOptions } from '../../src/index.ts';
import { renderWithApi, type RenderedApp } from '../support/renderWithApi.tsx';

const { availableAgain } = english.maintenance;
const blocked = `alert: ${english.maintenance.blocked}`;

type Press = (event: { preventDefault: () => void }) => unknown;

function Control(options: GuardedPressOptions<{ preventDefault: () => void }>): ReactElement {
  const { isBlocked, reason, reasonId, pressProps } = useGuardedPress(options);
  return (
    <>
      <a href="#archive" {...pressProps}>
        Archive
      </a>
      {isBlocked ? <p id={reasonId}>{reason}</p> : null}
    </>
  );
}

const control = (): HTMLElement => screen.getByRole('link', { name: 'Archive' });

/** Presses the control, and returns whether the browser follows the link. */
const press = (): boolean => fireEvent.click(control());

async function inMaintenance(app: RenderedApp): Promise<void> {
  await act(async () => void (await app.monitor.report({ status: 503, code: 'maintenance_mode' })));
  await app.advance(200);
}

describe('useGuardedPress', () => {
  it('calls onPress while the service is operational', () => {
    const onPress = vi.fn<Press>();
    renderWithApi(<Control onPress={onPress} />);
    expect(control()).not.toHaveAttribute('aria-disabled');
    expect(control()).not.toHaveAttribute('aria-describedby');
    expect(press()).toBe(true);
    expect(onPress).toHaveBeenCalledTimes(1);
  });

  it('disables the control during maintenance, and announces the reason on each press', async () => {
    const onPress = vi.fn<Press>();
    const app = renderWithApi(<Control onPress={onPress} />);
    await inMaintenance(app);
    expect(control()).toHaveAttribute('aria-disabled', 'true');
    expect(control()).toHaveAccessibleDescription(availableAgain);
    expect(press()).toBe(false);
    await app.advance(200);
    expect(press()).toBe(false);
    await app.advance(200);
    expect(app.spoken.slice(-2)).toEqual([blocked, blocked]);
    expect(onPress).not.toHaveBeenCalled();
  });

  it('calls onBlocked in place of the announcement', async () => {
    const onBlocked = vi.fn<Press>();
    const app = renderWithApi(<Control onBlocked={onBlocked} />);
    await inMaintenance(app);
    const { length } = app.spoken;
    expect(press()).toBe(false);
    await app.advance(200);
    expect(onBlocked).toHaveBeenCalledTimes(1);
    expect(app.spoken).toHaveLength(length);
    expect(control()).not.toHaveAttribute('aria-describedby');
  });

  it("doesn't call onBlocked while disabled", async () => {
    const onBlocked = vi.fn<Press>();
    const app = renderWithApi(<Control onBlocked={onBlocked} disabled />);
    await inMaintenance(app);
    expect(press()).toBe(false);
    expect(onBlocked).not.toHaveBeenCalled();
  });

  it.each([{ pending: true }, { disabled: true }, { disabledReason: 'Wait a minute.' }])(
    'ignores presses with %o',
    (options) => {
      const onPress = vi.fn<Press>();
      renderWithApi(<Control {...options} onPress={onPress} />);
      expect(control()).toHaveAttribute('aria-disabled', 'true');
      expect(press()).toBe(false);
      expect(onPress).not.toHaveBeenCalled();
    },
  );

  it('announces disabledReason on a press', async () => {
    const app = renderWithApi(<Control disabledReason="Wait a minute." />);
    press();
    await app.advance(200);
    expect(app.spoken).toEqual(['alert: Wait a minute.']);
  });

  it('ignores presses until the promise of onPress settles', async () => {
    let settle = (): void => {};
    const onPress = vi.fn<Press>(
      () =>
        new Promise<void>((resolve) => {
          settle = resolve;
        }),
    );
    renderWithApi(<Control onPress={onPress} />);
    expect(press()).toBe(true);
    expect(press()).toBe(false);
    expect(onPress).toHaveBeenCalledTimes(1);
    await act(async () => settle());
    expect(press()).toBe(true);
    expect(onPress).toHaveBeenCalledTimes(2);
  });
});
