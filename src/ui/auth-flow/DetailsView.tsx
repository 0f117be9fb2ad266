'use client';

import type { ReactElement } from 'react';
import type { SignUpDetails, SignUpField } from '../../auth/SignInPort.ts';
import { signUpInEnglish } from '../../messages/signUp.ts';
import { useMessages } from '../../react/KitContext.ts';
import { AccountFields, type AccountFieldsProps } from '../form/AccountFields.tsx';
import { fieldsOf, readDetails, type AccountNeeds } from '../form/accountNeeds.ts';
import { PersonIcon } from '../styling/icons.tsx';
import { StepCard } from './StepCard.tsx';
import type { StepViewProps } from './StepsProps.ts';

export interface DetailsViewProps
  extends
    StepViewProps,
    Pick<AccountFieldsProps, 'legal' | 'minPasswordLength' | 'additionalFields' | 'additionalValues'> {
  readonly missing: readonly SignUpField[];
  readonly onSubmit:
    ((details: Partial<SignUpDetails>, fields: readonly string[]) => Promise<void>) | undefined;
}

/** The step for an account's missing details, for example after signing in with a provider. */
export function DetailsView({
  missing,
  legal,
  minPasswordLength,
  additionalFields,
  additionalValues,
  submission,
  onSubmit,
  ...card
}: DetailsViewProps): ReactElement {
  const { details, signUp } = useMessages(signUpInEnglish);
  const needs: AccountNeeds = Object.fromEntries(missing.map((field) => [field, 'required']));
  return (
    <StepCard
      {...card}
      icon={<PersonIcon />}
      texts={{ ...details, paused: signUp.paused }}
      submission={submission}
      onSubmit={(values) =>
        void onSubmit?.(readDetails(values, needs, additionalFields), fieldsOf(needs, additionalFields))
      }
    >
      {(errorOf) => (
        <AccountFields
          needs={needs}
          minPasswordLength={minPasswordLength}
          legal={legal}
          additionalFields={additionalFields}
          additionalValues={additionalValues}
          errorOf={errorOf}
        />
      )}
    </StepCard>
  );
}
