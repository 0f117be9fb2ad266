'use client';

import { memo, type MemoExoticComponent, type ReactElement, type RefObject } from 'react';
import { noticesInEnglish } from '../../messages/notices.ts';
import { useMessages } from '../../react/KitContext.ts';
import type { AvailabilityInfo } from '../../react/useAvailability.ts';
import { hasNotice } from './availabilityState.ts';
import { FloatingNotice } from './FloatingNotice.tsx';
import { useIsShownNotice } from './useIsShownNotice.ts';

export interface FormNoticeProps {
  readonly service: AvailabilityInfo;
  /** Default: the title of the messages, "System under maintenance". */
  readonly title?: string | undefined;
  /** The sentence that says what is paused and that nothing is lost. */
  readonly paused: string;
  /** The outermost element, which takes the focus. */
  readonly noticeRef?: RefObject<HTMLElement | null> | undefined;
}

/**
 * Shows the state of the service for a form, in the place and the look of a banner. A page shows one notice: with a
 * banner, or with a form that mounted later, this one is empty, and the line at the form's disabled button says why.
 */
export const FormNotice: MemoExoticComponent<(props: FormNoticeProps) => ReactElement> = memo(
  function FormNotice({ service, title, paused, noticeRef }: FormNoticeProps): ReactElement {
    const { maintenance, recovering, over } = useMessages(noticesInEnglish);
    const readOnly = { title: title ?? maintenance.title, text: paused };
    const texts = {
      'read-only': readOnly,
      // Hidden with everything around it, but mounted: its button may have the focus, and gets it back.
      unavailable: readOnly,
      recovering,
      operational: over,
    };
    return (
      <FloatingNotice
        service={service}
        texts={texts}
        isShown={useIsShownNotice('forms', { hasContent: hasNotice(service) })}
        noticeRef={noticeRef}
      />
    );
  },
);
