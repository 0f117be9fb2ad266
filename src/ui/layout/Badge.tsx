import type { ReactElement, ReactNode } from 'react';
import { useSlot } from '../styling/useSlot.ts';

export interface BadgeProps {
  /** Default: plain. */
  readonly tone?: 'plain' | 'accent' | 'notice' | 'good';
  readonly children: ReactNode;
}

/** A short label beside a list item's title. */
export function Badge({ tone = 'plain', children }: BadgeProps): ReactElement {
  const slot = useSlot();
  return <span {...slot('badge', { tone })}>{children}</span>;
}
