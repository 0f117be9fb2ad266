'use client';

import { Cancel, Content, Description, Overlay, Portal, Root, Title } from '@radix-ui/react-alert-dialog';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useSlot } from '../styling/useSlot.ts';

export interface DialogPanelProps {
  readonly title: ReactNode;
  readonly text: ReactNode;
  /** The label of the canceling button. It comes first and has the focus when the dialog opens. */
  readonly cancel: ReactNode;
  readonly onClose: () => void;
  /** The other buttons. */
  readonly children?: ReactNode;
}

/**
 * A modal dialog that requires an answer. The focus moves in, stays in, and returns on close.
 *
 * Renders a `<div role="alertdialog" data-slot="dialog">` on top of everything.
 */
export function DialogPanel({ title, text, cancel, onClose, children }: DialogPanelProps): ReactElement {
  const slot = useSlot();
  // The dialog opens by state, without a trigger, so it stores which element had the focus.
  const [opener] = useState(() => document.activeElement);
  // The dialog is on top of the page, but has the theme of the place where it was opened.
  const themed = opener?.closest<HTMLElement>('.dark, [data-theme]');
  return (
    <Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Portal container={themed ?? document.body}>
        <Overlay {...slot('dialog-overlay')} />
        <Content
          {...slot('dialog')}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (opener instanceof HTMLElement) opener.focus();
          }}
        >
          <Title {...slot('dialog-title')}>{title}</Title>
          <Description {...slot('dialog-text')}>{text}</Description>
          <div {...slot('dialog-actions')}>
            <Cancel {...slot('button')}>{cancel}</Cancel>
            {children}
          </div>
        </Content>
      </Portal>
    </Root>
  );
}
