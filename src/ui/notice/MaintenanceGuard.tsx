'use client';

import { useLayoutEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { blocksMutations } from '../../monitor/selectors.ts';
import { noticesInEnglish } from '../../messages/notices.ts';
import { useMessages } from '../../react/KitContext.ts';
import { useAvailability } from '../../react/useAvailability.ts';
import { useMaintenance } from '../../react/useMaintenance.ts';
import { availabilityState } from './availabilityState.ts';
import { FormNotice } from './FormNotice.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { AppearanceProvider, type ClassNames } from '../styling/Appearance.tsx';
import type { MaintenanceGuardSlot } from '../styling/slotNames.ts';

export interface MaintenanceGuardProps {
  /** What the kit did not make: another vendor's form, a settings page. */
  readonly children: ReactNode;
  /** What is paused, in the notice that the page shows without a banner. Default: a sentence that fits everything. */
  readonly message?: string | undefined;
  /** Beside the kit's own class, on the outermost element. */
  readonly className?: string | undefined;
  /** Classes by slot, beside the kit's own: `{ notice: 'my-class' }`. */
  readonly classNames?: ClassNames<MaintenanceGuardSlot> | undefined;
}

/**
 * Makes content that is not the kit's `inert` during maintenance: the user can read the content but can't use it. A line
 * below it says when it is available again. That line is reserved, so nothing moves. The content stays mounted, keeps what
 * the user typed, and gets the focus back afterwards.
 *
 * Renders a `<div data-slot="guard">` with `data-availability` and `data-recently-recovered`.
 */
export function MaintenanceGuard({ classNames, ...props }: MaintenanceGuardProps): ReactElement {
  return (
    <AppearanceProvider classNames={classNames}>
      <Guard {...props} />
    </AppearanceProvider>
  );
}

function Guard({ children, message, className }: MaintenanceGuardProps): ReactElement {
  const slot = useSlot();
  const { paused, availableAgain } = useMessages(noticesInEnglish).maintenance;
  const service = useAvailability();
  const isInert = useMaintenance(blocksMutations);
  const contentRef = useRef<HTMLDivElement>(null);
  const noticeRef = useRef<HTMLDivElement>(null);
  useInertWithFocus(isInert, contentRef, noticeRef);

  return (
    <div {...slot('guard', availabilityState(service), className)}>
      <div {...slot('guard-content')} ref={contentRef}>
        {children}
      </div>
      <div {...slot('guard-notice')} ref={noticeRef} tabIndex={-1}>
        <p {...slot('guard-reason')}>{isInert ? availableAgain : null}</p>
        <FormNotice service={service} paused={message ?? paused} />
      </div>
    </div>
  );
}

/** Sets `inert` as a property, which every React does alike, and takes the focus to the notice and back, without scrolling. */
function useInertWithFocus(
  isInert: boolean,
  content: { readonly current: HTMLElement | null },
  notice: { readonly current: HTMLElement | null },
): void {
  const focused = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const active = document.activeElement;
    if (isInert && active instanceof HTMLElement && content.current?.contains(active)) {
      focused.current = active;
      notice.current?.focus({ preventScroll: true });
    }
    content.current?.toggleAttribute('inert', isInert);
    if (!isInert && focused.current) {
      if (active === document.body || notice.current?.contains(active))
        focused.current.focus({ preventScroll: true });
      focused.current = null;
    }
  }, [isInert, content, notice]);
}
