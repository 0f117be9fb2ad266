'use client';

import { useState, type ReactElement } from 'react';
import { useKit } from '../../react/KitContext.ts';
import { useOwnerTurn } from '../../react/useOwnerTurn.ts';
import { useAuthOptions } from '../auth-flow/useAuthOptions.ts';
import type { FormCardAppearance } from '../form/FormCard.tsx';
import { AppearanceProvider, type AppearanceProps } from '../styling/Appearance.tsx';
import type { CreateOrganizationSlot } from '../styling/slotNames.ts';
import { CreatedCard, CreationClosed } from './CreatedCard.tsx';
import { CreateOrganizationView } from './CreateOrganizationView.tsx';
import { useCreateOrganization, type CreateOrganizationOptions } from './useCreateOrganization.ts';

export type CreateOrganizationProps = CreateOrganizationOptions &
  FormCardAppearance &
  AppearanceProps<CreateOrganizationSlot>;

/** The key of the draft. */
const DRAFT = 'create-organization';

/**
 * A card that creates an organization: its name, and a URL name that is proposed from it. The new organization becomes
 * the active one.
 *
 * In maintenance it shows a notice above the fields, blocks submission, and keeps the input. It is enabled again after
 * the maintenance.
 *
 * Renders a `<div data-slot="card">` around a `<form data-slot="form">` with `data-status` and `data-availability`.
 *
 * @throws {KitError} MK501 and MK502 where there is no provider or adapter, MK506 where the adapter cannot make one.
 */
export function CreateOrganization({ classNames, render, ...props }: CreateOrganizationProps): ReactElement {
  const [round, setRound] = useState(0);
  const turn = useOwnerTurn();
  return (
    <AppearanceProvider classNames={classNames} render={render}>
      <Creation key={`${turn} ${round}`} {...props} onStartOver={() => setRound(round + 1)} />
    </AppearanceProvider>
  );
}

function Creation({
  onCreated,
  onStartOver,
  ...looks
}: CreateOrganizationProps & { readonly onStartOver: () => void }): ReactElement {
  const { drafts } = useKit();
  const { submission, create, created } = useCreateOrganization({
    onCreated(organization) {
      // The form goes away before it could see that it was sent.
      drafts.clear(DRAFT);
      onCreated?.(organization);
    },
  });
  const setup = useAuthOptions();
  const options = setup.status === 'known' ? setup.options.organizations : undefined;
  if (created) return <CreatedCard {...looks} name={created.name} onStartOver={onStartOver} />;
  if (options && !(options.isOn && options.canCreate)) return <CreationClosed {...looks} />;
  return (
    <CreateOrganizationView
      {...looks}
      draftKey={DRAFT}
      hasSlug={options?.hasSlugs ?? true}
      submission={submission}
      onSubmit={(details) => void create(details)}
    />
  );
}
