import type { ReactElement, ReactNode } from 'react';
import type { Phase } from '../../react/usePhase.ts';
import { CheckIcon, WarningIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';

export interface NoticeProps {
  readonly phase: Exclude<Phase, 'open'>;
  readonly title: ReactNode;
  readonly text: ReactNode;
  /** A line of small print and the action. */
  readonly children?: ReactNode;
}

/**
 * What people see of a maintenance: an icon, a line in bold, a sentence. Nothing in it is a live region: the
 * provider announces each change once, and a countdown must never be read out by itself.
 *
 * Renders a `<div data-slot="notice" data-phase="…">`.
 */
export function Notice({ phase, title, text, children }: NoticeProps): ReactElement {
  const slot = useSlot();
  const Icon = phase === 'over' ? CheckIcon : WarningIcon;
  return (
    <div {...slot('notice', { phase })}>
      <Icon {...slot('notice-icon')} />
      <div {...slot('notice-body')}>
        <strong {...slot('notice-title')}>{title}</strong> <span {...slot('notice-text')}>{text}</span>
      </div>
      {children === undefined ? null : <div {...slot('notice-row')}>{children}</div>}
    </div>
  );
}
