'use client';

import { useEffect, useRef } from 'react';
import type { AuthFlowName, AuthStep } from './authStep.ts';
import { markOf, type StepMark } from './stepMark.ts';
import { readMark, takeReturnMark, writeMark, type ReturnMark } from './stepHistory.ts';

/**
 * Keeps the step through the browser's back and forward buttons and through a reload. Calls `restore` with the stored
 * mark, with `undefined` for the first card, and with a `ReturnMark` after a provider redirected the browser back.
 */
export function useStepHistory(
  flow: AuthFlowName,
  step: AuthStep,
  restore: (mark: StepMark | ReturnMark | undefined) => void,
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
    const returned = takeReturnMark(flow);
    if (returned) latestRestore.current(returned);
    else if (readMark(flow) !== undefined) follow();
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, [flow]);
}
