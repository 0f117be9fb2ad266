'use client';

import type { ComponentProps } from 'react';
import { useGuardedPress } from 'maintenance-kit';
import { Button } from '@/components/ui/button';
import { cn } from '@/lib/utils';

/**
 * Submits its form. During maintenance it is disabled with a reason: it keeps the focus, and a press, or Enter in a
 * field, sends nothing and announces the reason.
 */
export function GuardedSubmitButton({
  pending = false,
  className,
  children,
  ...props
}: Omit<ComponentProps<typeof Button>, 'type' | 'onClick' | 'disabled'> & { pending?: boolean }) {
  const { isBlocked, reason, reasonId, pressProps } = useGuardedPress({ pending });
  return (
    <div className="grid gap-1.5">
      <Button
        {...props}
        {...pressProps}
        type="submit"
        className={cn(
          'w-full aria-disabled:cursor-default',
          isBlocked && 'bg-muted text-muted-foreground hover:bg-muted',
          className,
        )}
      >
        {children}
      </Button>
      {/* Its line is reserved, so that nothing moves when a maintenance begins. */}
      <p id={isBlocked ? reasonId : undefined} className="text-muted-foreground min-h-5 text-center text-sm">
        {reason}
      </p>
    </div>
  );
}
