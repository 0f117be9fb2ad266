'use client';

import { useEffect, useState, type ComponentType } from 'react';
import type { Submission } from '../../react/useSubmission.ts';
import { cardSubmission } from './authFlow.ts';
import type { StepsProps } from './StepsProps.ts';
import type { AuthFlow } from './useAuthFlow.ts';

/** The steps after the first one, whose code is loaded on demand. */
export interface LazySteps {
  /** Absent until the code is loaded. */
  readonly View: ComponentType<StepsProps> | undefined;
  /** The state of the first card. It stays pending while the other steps load, so that nothing moves. */
  readonly firstSubmission: Submission;
  /** Loads the code before it is needed. */
  readonly prepare: () => void;
}

type Cards = 'none' | 'failed' | ComponentType<StepsProps>;

async function load(): Promise<ComponentType<StepsProps>> {
  const { AuthSteps } = await import('./AuthSteps.tsx');
  return AuthSteps;
}

/**
 * Loads the later steps when one of them is needed, or when the first card receives focus. A failed load is retried
 * with the next step.
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
        ? cardSubmission({ form: submission, secondary: aside.submission })
        : { ...(cards === 'failed' ? notLoaded : { status: 'submitting' }) },
    prepare() {
      if (cards === 'none') load().then((View) => setCards(() => View), ignore);
    },
  };
}

const notLoaded: Submission = { status: 'failed', error: { code: 'unreachable' } };

/** The code is not needed yet. */
function ignore(): void {}
