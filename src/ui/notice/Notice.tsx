import type { ReactElement, ReactNode } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import type { Availability } from '../../monitor/selectors.ts';
import type { AvailabilityInfo } from '../../react/useAvailability.ts';
import { noticesInEnglish } from '../../messages/notices.ts';
import { useMessages } from '../../react/KitContext.ts';
import { useSlot } from '../styling/useSlot.ts';
import { availabilityState } from './availabilityState.ts';

interface NoticeText {
  readonly title: string;
  readonly text: string;
}

/** The texts by availability. The one for `operational` says that the maintenance is over. */
export type NoticeTexts = Readonly<Record<Availability, NoticeText>>;

export interface NoticeProps {
  readonly service: AvailabilityInfo;
  readonly texts: NoticeTexts;
  readonly icon: ReactNode;
  /** A line of small print and the action. `null` until their code is loaded. */
  readonly children: ReactNode;
}

/**
 * Shows the user the state of the service: an icon, a line in bold, a sentence. No part of it is a live region: the
 * provider announces each change once, and a screen reader must not read a countdown on every tick.
 *
 * Renders a `<div data-slot="notice">` with `data-availability` and `data-recently-recovered`.
 */
export function Notice({ service, texts, icon, children }: NoticeProps): ReactElement {
  const slot = useSlot();
  const { notice } = useMessages(noticesInEnglish);
  const { title, text } = texts[service.availability];
  return (
    <div {...slot('notice', availabilityState(service))}>
      {icon}
      <div {...slot('notice-body')}>
        <strong {...slot('notice-title')}>{formatMessage(notice.titleInLine, { title })}</strong>{' '}
        <span {...slot('notice-text')}>{text}</span>
      </div>
      {children === null ? null : <div {...slot('notice-row')}>{children}</div>}
    </div>
  );
}
