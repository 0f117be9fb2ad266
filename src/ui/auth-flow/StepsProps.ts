import type { Submission } from '../../react/useSubmission.ts';
import type { AdditionalField, AdditionalValues } from '../form/AdditionalFields.tsx';
import type { FormCardAppearance } from '../form/FormCard.tsx';
import type { AuthFlow } from './useAuthFlow.ts';

export interface StepsProps extends Pick<FormCardAppearance, 'header' | 'className'> {
  readonly flow: AuthFlow;
  /** The shortest password that the backend takes. Default: what it says itself, else 8 characters. */
  readonly minPasswordLength?: number | undefined;
  /** Where users with an account go, if not to the first step of the flow itself. */
  readonly signInUrl?: string | undefined;
  /** The application's own fields of an account, for the step that asks for missing details. Default: none. */
  readonly additionalFields?: readonly AdditionalField[] | undefined;
  /** What was filled in there in the first step. */
  readonly additionalValues?: AdditionalValues | undefined;
}

/** What the view of every step is given. */
export interface StepViewProps extends Pick<FormCardAppearance, 'header' | 'className'> {
  /** The key of the draft. */
  readonly draftKey: string;
  readonly submission: Submission;
  readonly onBack: () => void;
}
