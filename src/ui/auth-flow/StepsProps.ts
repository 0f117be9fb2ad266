import type { Submission } from '../../react/useSubmission.ts';
import type { AdditionalField, AdditionalValues } from '../form/AdditionalFields.tsx';
import type { FormCardAppearance } from '../form/FormCard.tsx';
import type { AuthFlow } from './useAuthFlow.ts';

export interface StepsProps extends Pick<FormCardAppearance, 'header' | 'className'> {
  readonly flow: AuthFlow;
  /** The minimum length of a password. Default: the backend's own minimum, else 8 characters. */
  readonly minPasswordLength?: number | undefined;
  /** The sign-in URL for users with an account. Default: the first step of the flow. */
  readonly signInUrl?: string | undefined;
  /** The application's own fields, for the step with missing details. Default: none. */
  readonly additionalFields?: readonly AdditionalField[] | undefined;
  /** The values of these fields from the first step. */
  readonly additionalValues?: AdditionalValues | undefined;
}

/** The props of every step's view. */
export interface StepViewProps extends Pick<FormCardAppearance, 'header' | 'className'> {
  /** The key of the draft. */
  readonly draftKey: string;
  readonly submission: Submission;
  readonly onBack: () => void;
}
