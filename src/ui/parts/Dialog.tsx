'use client';

import { lazy, Suspense, useId, type ReactElement } from 'react';
import type { DialogPanelProps } from './DialogPanel.tsx';
import { useSlot } from './slot.ts';

/** Most visits see no dialog, so its library is loaded with the first one. */
const Panel = lazy(() =>
  import('./DialogPanel.tsx').then(
    ({ DialogPanel }) => ({ default: DialogPanel }),
    // Where it cannot be loaded the same is said in place: a dialog that is missing takes nothing with it.
    () => ({ default: InlinePanel }),
  ),
);

/** A dialog that wants an answer, see `DialogPanel`. */
export function Dialog(props: DialogPanelProps): ReactElement {
  return (
    <Suspense fallback={null}>
      <Panel {...props} />
    </Suspense>
  );
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
