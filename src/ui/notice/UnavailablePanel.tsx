'use client';

import type { ReactElement } from 'react';
import { blocksMutations } from '../../monitor/selectors.ts';
import { useKit } from '../../react/KitContext.ts';
import { useMaintenance } from '../../react/useMaintenance.ts';
import { NextCheck } from './NextCheck.tsx';
import { UnavailableIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';

/**
 * What stands in place of something that cannot be shown because the service answers nothing. It says that
 * nobody was signed out, asks again by itself, and has a button for those who do not want to wait.
 */
export function UnavailablePanel({ className }: { readonly className?: string | undefined }): ReactElement {
  const slot = useSlot();
  const { messages, session } = useKit();
  const isMaintenance = useMaintenance(blocksMutations);
  const { title, text, unreachable, tryAgain } = messages.unavailable;
  return (
    <div {...slot('unavailable', {}, className)}>
      <UnavailableIcon {...slot('unavailable-icon')} width="32" height="32" strokeWidth="1.5" />
      <h2 {...slot('unavailable-title')}>{title}</h2>
      <p {...slot('unavailable-text')}>{isMaintenance ? text : unreachable}</p>
      <div {...slot('unavailable-row')}>
        <NextCheck dismissLabel={tryAgain} onDismiss={() => void session?.reload()} />
      </div>
    </div>
  );
}
