'use client';

import type { ReactElement } from 'react';
import { blocksMutations } from '../../monitor/selectors.ts';
import { noticesInEnglish } from '../../messages/notices.ts';
import { useKit, useMessages } from '../../react/KitContext.ts';
import { useMaintenance } from '../../react/useMaintenance.ts';
import { usePanelParts } from './lazyPanelParts.ts';
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
  const isShown = useIsShownNotice('panels', { isWanted: isMaintenance });
  const lazy = usePanelParts();
  const parts = lazy.status === 'loaded' ? lazy.value : undefined;
  const { title, text, unreachable, tryAgain } = messages.unavailable;
  return (
    <div {...slot('unavailable', {}, className)}>
      {parts ? (
        <parts.UnavailableIcon {...slot('unavailable-icon')} width="2rem" height="2rem" strokeWidth="1.5" />
      ) : null}
      <h2 {...slot('unavailable-title')}>{title}</h2>
      <p {...slot('unavailable-text')}>{isMaintenance ? text : unreachable}</p>
      {(isMaintenance && !isShown) || !parts ? null : (
        <div {...slot('unavailable-row')}>
          <parts.NextCheck dismissLabel={tryAgain} onDismiss={() => void session.getSnapshot()?.reload()} />
        </div>
      )}
    </div>
  );
}
