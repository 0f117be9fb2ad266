'use client';

import { useEffect, useRef, type ReactElement, type RefObject } from 'react';
import { describeEnd, describeWindow } from '../../messages/describeWindow.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { noticesInEnglish } from '../../messages/notices.ts';
import { windowsInEnglish } from '../../messages/windows.ts';
import { useKit, useMessages } from '../../react/KitContext.ts';
import type { AnnouncedWindow, WindowsState } from '../../stores/windowsState.ts';
import { ClockIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { useFocusOnLeave } from './useFocusOnLeave.ts';

export interface WindowNoticeProps {
  readonly window: AnnouncedWindow;
  /** The time of the state, in milliseconds since the epoch. */
  readonly now: number;
  /** The id of the title, which names the notice. */
  readonly titleId: string;
  /** The outermost element, which takes the focus. */
  readonly sectionRef: RefObject<HTMLElement | null>;
}

/**
 * Announces a planned window until the user dismisses it. A screen reader reads it once, when it first appears.
 *
 * Renders a `<div data-slot="notice">` with `data-window`: `upcoming` or `live`.
 */
export function WindowNotice({ window, now, titleId, sectionRef }: WindowNoticeProps): ReactElement {
  const slot = useSlot();
  const { locale, announcer, windows } = useKit();
  const { windows: texts } = useMessages(windowsInEnglish);
  const { notice, over } = useMessages(noticesInEnglish);
  const text = describeWindow(window, texts, { now, locale });
  const ref = useRef<HTMLDivElement>(null);
  useFocusOnLeave(ref, sectionRef);

  const { id } = window;
  const announcement = formatMessage(notice.announcement, { title: texts.title, text });
  useEffect(() => {
    if (windows.getSnapshot()?.isNew(id)) announcer.announce(announcement, 'polite');
  }, [windows, announcer, id, announcement]);

  return (
    <div {...slot('notice', { window: window.phase })} ref={ref}>
      <ClockIcon {...slot('notice-icon')} />
      <div {...slot('notice-body')}>
        <strong {...slot('notice-title')} id={titleId}>
          {formatMessage(notice.titleInLine, { title: texts.title })}
        </strong>{' '}
        <span {...slot('notice-text')}>{text}</span>
      </div>
      <div {...slot('notice-row')}>
        <button
          {...slot('notice-action', { action: 'dismiss' })}
          type="button"
          onClick={() => windows.getSnapshot()?.dismiss(id)}
        >
          {over.dismiss}
        </button>
      </div>
    </div>
  );
}

export interface PlannedEndProps {
  readonly end: NonNullable<WindowsState['plannedEnd']>;
  /** The time of the state, in milliseconds since the epoch. */
  readonly now: number;
}

/** Renders when the maintenance that is on ends, or that it is late, as a `<span data-slot="notice-time">`. */
export function PlannedEnd({ end: { endsAt, isLate }, now }: PlannedEndProps): ReactElement {
  const slot = useSlot();
  const { locale } = useKit();
  const { windows: texts } = useMessages(windowsInEnglish);
  return (
    <span {...slot('notice-time')}>{isLate ? texts.late : describeEnd(endsAt, texts, { now, locale })}</span>
  );
}
