'use client';

import { useEffect, useState, type ComponentType } from 'react';
import type { Submission } from '../../react/useSubmission.ts';
import { withSecondaryError } from '../form/fieldErrors.ts';
import type { StepsProps } from './StepsProps.ts';
import type { AuthFlow } from './useAuthFlow.ts';

/** The cards beyond the first one, which come when they are needed. */
export interface LazySteps {
  /** Left out until it is there. */
  readonly View: ComponentType<StepsProps> | undefined;
  /** How far the first card is. It stays, at work, while the others are on their way: nothing moves meanwhile. */
  readonly firstSubmission: Submission;
  /** Loads them before they are asked for. */
  readonly prepare: () => void;
}

type Cards = 'none' | 'failed' | ComponentType<StepsProps>;

async function load(): Promise<ComponentType<StepsProps>> {
  const { AuthSteps } = await import('./AuthSteps.tsx');
  return AuthSteps;
}

/**
 * Loads the later steps when one of them is asked for, or when somebody turns to the first. What could not be
 * loaded is tried again with the next step.
 */
export function useLazySteps({ step, submission, aside }: AuthFlow): LazySteps {
  const [cards, setCards] = useState<Cards>('none');
  const isThere = typeof cards === 'function';

  useEffect(() => {
    if (step.name === 'start' || isThere) return;
    load().then(
      (View) => setCards(() => View),
      () => setCards('failed'),
    );
  }, [step, isThere]);

  return {
    View: isThere ? cards : undefined,
    firstSubmission:
      step.name === 'start'
        ? withSecondaryError(submission, aside.submission)
        : { ...(cards === 'failed' ? notLoaded : { status: 'submitting' }) },
    prepare() {
      if (cards === 'none') load().then((View) => setCards(() => View), ignore);
    },
  };
}

const notLoaded: Submission = { status: 'failed', error: { code: 'unreachable' } };

/** Nobody has asked for it yet. */
function ignore(): void {}
