'use client';

import { useEffect, useId, useRef, type ReactElement } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { Card } from '../layout/Card.tsx';
import type { FormCardAppearance } from '../form/FormCard.tsx';
import { CheckIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';

export interface CreatedCardProps extends Omit<FormCardAppearance, 'application'> {
  readonly name: string;
  readonly onStartOver: () => void;
}

/** Confirms the new organization. Takes over the focus of the form, so that screen readers read the heading. */
export function CreatedCard({ name, onStartOver, header, className }: CreatedCardProps): ReactElement {
  const slot = useSlot();
  const texts = useOrganizationMessages().createOrganization;
  const ref = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (document.activeElement === document.body) ref.current?.focus();
  }, []);
  return (
    <div {...slot('created')} ref={ref} role="group" aria-labelledby={titleId} tabIndex={-1}>
      <Card
        title={formatMessage(texts.created, { name })}
        titleId={titleId}
        text={texts.createdText}
        header={
          header ?? (
            <span {...slot('created-icon')}>
              <CheckIcon />
            </span>
          )
        }
        className={className}
      >
        <button {...slot('button')} type="button" onClick={onStartOver}>
          {texts.createAnother}
        </button>
      </Card>
    </div>
  );
}

/** Replaces the form if the backend doesn't let the user create an organization. */
export function CreationClosed({ header, className }: Omit<FormCardAppearance, 'application'>): ReactElement {
  const texts = useOrganizationMessages().createOrganization;
  return <Card title={texts.title} text={texts.closed} header={header} className={className} />;
}
