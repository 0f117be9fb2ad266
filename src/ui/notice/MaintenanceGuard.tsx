'use client';

import { useLayoutEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useMessages } from '../../react/KitContext.ts';
import { usePhase } from '../../react/usePhase.ts';
import { FormNotice } from './FormNotice.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { AppearanceProvider, type ClassNames } from '../styling/Appearance.tsx';

export interface MaintenanceGuardProps {
  /** What the kit did not make: another vendor's form, a settings page. */
  readonly children: ReactNode;
  /** What is paused. Default: a sentence that fits everything. */
  readonly message?: string | undefined;
  /** Beside the kit's own class, on the outermost element. */
  readonly className?: string | undefined;
  /** Classes by slot, beside the kit's own: `{ notice: 'my-class' }`. */
  readonly classNames?: ClassNames | undefined;
}

/**
 * Closes foreign content while mutations are rejected: a notice above it, and the content `inert`, so that it can be
 * read but neither reached nor sent. It stays mounted: what was typed there is still there afterwards, and the
 * focus returns to where it was.
 *
 * Renders a `<div data-slot="guard" data-phase="…">`.
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
  const { paused } = useMessages().maintenance;
  const [phase, goOn] = usePhase();
  const isDisabled = phase === 'closed' || phase === 'unavailable';
  const contentRef = useRef<HTMLDivElement>(null);
  const noticeRef = useRef<HTMLDivElement>(null);
  useInertWithFocus(isDisabled, contentRef, noticeRef);

  return (
    <div {...slot('guard', { phase }, className)}>
      <div ref={noticeRef} tabIndex={-1} {...slot('guard-notice')}>
        <FormNotice
          phase={phase === 'unavailable' ? 'closed' : phase}
          paused={message ?? paused}
          onDismiss={goOn}
        />
      </div>
      <div {...slot('guard-content')} ref={contentRef}>
        {children}
      </div>
    </div>
  );
}

/** Sets `inert` as a property, which every React does alike, and takes the focus to the notice and back. */
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
      notice.current?.focus();
    }
    content.current?.toggleAttribute('inert', isInert);
    if (!isInert && focused.current) {
      if (active === document.body || notice.current?.contains(active)) focused.current.focus();
      focused.current = null;
    }
  }, [isInert, content, notice]);
}
