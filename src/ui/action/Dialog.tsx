'use client';

import { useId, type ReactElement } from 'react';
import { createLazy } from '../../react/createLazy.ts';
import type { DialogPanelProps } from './DialogPanel.tsx';
import { useSlot } from '../styling/useSlot.ts';

/** Most visits show no dialog, so its library is loaded with the first one. */
const usePanel = createLazy(async () => (await import('./DialogPanel.tsx')).DialogPanel);

/**
 * A dialog that requires an answer, see `DialogPanel`. If its code fails to load, the same content is shown in place.
 */
export function Dialog(props: DialogPanelProps): ReactElement | null {
  const panel = usePanel();
  if (panel.status === 'loading') return null;
  if (panel.status === 'failed') return <InlinePanel {...props} />;
  const Panel = panel.value;
  return <Panel {...props} />;
}

function InlinePanel({ title, text, cancel, onClose, children }: DialogPanelProps): ReactElement {
  const slot = useSlot();
  const [titleId, textId] = [useId(), useId()];
  return (
    <div {...slot('dialog-inline')} role="alertdialog" aria-labelledby={titleId} aria-describedby={textId}>
      <strong {...slot('dialog-title')} id={titleId}>
        {title}
      </strong>
      <span {...slot('dialog-text')} id={textId}>
        {text}
      </span>
      <span {...slot('dialog-actions')}>
        <button {...slot('button')} type="button" onClick={onClose}>
          {cancel}
        </button>
        {children}
      </span>
    </div>
  );
}
