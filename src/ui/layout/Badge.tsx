import type { ReactElement, ReactNode } from 'react';
import { useSlot } from '../styling/useSlot.ts';

export interface BadgeProps {
  /** Default: plain. */
  readonly tone?: 'plain' | 'accent' | 'notice' | 'good';
  readonly children: ReactNode;
}

/** A short label for the item beside it. */
export function Badge({ tone = 'plain', children }: BadgeProps): ReactElement {
  const slot = useSlot();
  return <span {...slot('badge', { tone })}>{children}</span>;
}
