'use client';

import { useEffect, useRef } from 'react';
import { markOf, type AuthFlowName, type AuthStep, type StepMark } from './authStep.ts';
import { readMark, takeReturnMark, writeMark } from './stepHistory.ts';

/**
 * Keeps the step through the browser's back and forward buttons and through a reload: `restore` is called with
 * what the entry says, `undefined` for the first card, and with `returning` when the browser is back from another
 * service.
 */
export function useStepHistory(
  flow: AuthFlowName,
  step: AuthStep,
  restore: (mark: StepMark | 'returning' | undefined) => void,
): void {
  const mark = markOf(step);
  const written = useRef(mark);
  const latestRestore = useRef(restore);

  useEffect(() => {
    latestRestore.current = restore;
  }, [restore]);

  useEffect(() => {
    if (written.current === mark) return;
    written.current = mark;
    writeMark(flow, mark);
  }, [flow, mark]);

  useEffect(() => {
    const follow = (): void => latestRestore.current(readMark(flow));
    if (takeReturnMark(flow)) latestRestore.current('returning');
    else if (readMark(flow) !== undefined) follow();
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, [flow]);
}
