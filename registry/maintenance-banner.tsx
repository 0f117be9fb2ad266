'use client';

import { useEffect, useState } from 'react';
import { availabilityOf, useMaintenance, useMonitor } from 'maintenance-kit';
import { Alert, AlertDescription, AlertTitle } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';

const texts = {
  'read-only': {
    title: 'System under maintenance',
    text: 'You can still view everything. Changes are paused until it’s over.',
  },
  unavailable: {
    title: 'Temporarily unavailable',
    text: 'We’re down for maintenance. Your account and your work are safe.',
  },
  recovering: { title: 'Maintenance may be over', text: 'You can try again now.' },
  over: { title: 'Maintenance is over', text: 'You can continue where you left off.' },
};

/**
 * Shows the state of the API. It floats above the end of the page, so that nothing moves when a maintenance begins.
 * `MaintenanceProvider` announces each change, so this is no live region. Render it once.
 */
export function MaintenanceBanner() {
  const availability = useMaintenance(availabilityOf);
  const monitor = useMonitor();
  const isOver = useRecentlyOver(availability === 'operational');
  const [isChecking, setIsChecking] = useState(false);

  if (availability === 'operational' && !isOver) return null;
  const { title, text } = texts[availability === 'operational' ? 'over' : availability];

  async function check() {
    setIsChecking(true);
    await monitor.checkNow();
    setIsChecking(false);
  }

  return (
    // The page can be scrolled further by the height of the banner.
    <section aria-label={title} className="h-40 sm:h-28">
      <Alert
        role="none"
        className="bg-background fixed inset-x-4 bottom-4 z-50 mx-auto w-auto max-w-2xl border-amber-500/60 shadow-lg"
      >
        <AlertTitle>{title}</AlertTitle>
        <AlertDescription className="flex flex-wrap items-center justify-between gap-3">
          {text}
          {availability === 'read-only' || availability === 'unavailable' ? (
            <Button
              type="button"
              variant="outline"
              size="sm"
              aria-disabled={isChecking || undefined}
              onClick={() => {
                if (!isChecking) void check();
              }}
            >
              {isChecking ? 'Checking…' : 'Check now'}
            </Button>
          ) : null}
        </AlertDescription>
      </Alert>
    </section>
  );
}

/** Whether a maintenance ended in the last ten seconds. */
function useRecentlyOver(isOperational: boolean) {
  const [before, setBefore] = useState(isOperational);
  const [isOver, setIsOver] = useState(false);
  if (before !== isOperational) {
    setBefore(isOperational);
    setIsOver(isOperational);
  }
  useEffect(() => {
    if (!isOver) return;
    const timer = setTimeout(() => setIsOver(false), 10_000);
    return () => clearTimeout(timer);
  }, [isOver]);
  return isOver;
}
