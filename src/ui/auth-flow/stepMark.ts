import type { AuthStep } from './authStep.ts';

/**
 * The part of a step that the browser's history stores: only which card it was. `under-way` stands for a step that
 * the backend knows and is asked for.
 */
export type StepMark = 'identify/sign-in' | 'identify/new-password' | 'under-way';

export function markOf(step: AuthStep): StepMark | undefined {
  switch (step.name) {
    case 'start':
    case 'returning':
    case 'account-created':
    case 'session-pending':
      return undefined;
    case 'identify':
      return `identify/${step.purpose}`;
    case 'code':
    case 'second-factor':
    case 'new-password':
    case 'details':
      return 'under-way';
  }
}
