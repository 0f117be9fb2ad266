'use client';

import { useEffect, useRef } from 'react';
import { availabilityOf } from '../../monitor/selectors.ts';
import { useMaintenance } from '../../react/useMaintenance.ts';
import type { Submission } from '../../react/useSubmission.ts';

/**
 * Runs the request with which a step begins, such as sending a code: once, and only while the service is operational.
 * A request that maintenance rejects runs once more afterwards.
 */
export function useWhenOpen(run: (() => Promise<unknown>) | undefined, submission: Submission): void {
  const isOpen = useMaintenance(availabilityOf) === 'operational';
  const isRejected = submission.status === 'failed' && submission.error.code === 'maintenance_mode';
  const hasRun = useRef(false);
  const latestRun = useRef(run);

  useEffect(() => {
    latestRun.current = run;
  }, [run]);

  useEffect(() => {
    if (!isOpen) {
      if (isRejected) hasRun.current = false;
      return;
    }
    if (hasRun.current) return;
    hasRun.current = true;
    void latestRun.current?.();
  }, [isOpen, isRejected]);
}
