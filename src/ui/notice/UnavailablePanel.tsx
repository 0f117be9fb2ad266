'use client';

import type { ReactElement } from 'react';
import { blocksMutations } from '../../monitor/selectors.ts';
import { noticesInEnglish } from '../../messages/notices.ts';
import { useKit, useMessages } from '../../react/KitContext.ts';
import { useMaintenance } from '../../react/useMaintenance.ts';
import { NextCheck } from './NextCheck.tsx';
import { UnavailableIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { useIsShownNotice } from './useIsShownNotice.ts';

/**
 * Replaces content while every request is rejected. It explains that the user stays signed in, checks the service
 * automatically, and has a button for checking now, unless another notice of the page has it.
 */
export function UnavailablePanel({ className }: { readonly className?: string | undefined }): ReactElement {
  const slot = useSlot();
  const { session } = useKit();
  const messages = useMessages(noticesInEnglish);
  const isMaintenance = useMaintenance(blocksMutations);
  const isShown = useIsShownNotice('panels', isMaintenance);
  const { title, text, unreachable, tryAgain } = messages.unavailable;
  return (
    <div {...slot('unavailable', {}, className)}>
      <UnavailableIcon {...slot('unavailable-icon')} width="2rem" height="2rem" strokeWidth="1.5" />
      <h2 {...slot('unavailable-title')}>{title}</h2>
      <p {...slot('unavailable-text')}>{isMaintenance ? text : unreachable}</p>
      {isMaintenance && !isShown ? null : (
        <div {...slot('unavailable-row')}>
          <NextCheck dismissLabel={tryAgain} onDismiss={() => void session.getSnapshot()?.reload()} />
        </div>
      )}
    </div>
  );
}
