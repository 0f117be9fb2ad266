'use client';

import { useState, type ReactElement } from 'react';
import { useDrafts } from '../../react/useDrafts.ts';
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
 * A card that creates an organization from a name and a URL name, which is proposed from the name. The new
 * organization becomes the active one.
 *
 * During maintenance the card shows a notice above the fields, blocks submission, and keeps the input. It is enabled
 * again after maintenance.
 *
 * Renders a `<div data-slot="card">` around a `<form data-slot="form">` with `data-status` and `data-availability`.
 *
 * @throws {KitError} MK501 without a provider, MK502 without an adapter, MK506 if the adapter can't create one.
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
  const drafts = useDrafts();
  const { submission, create, created } = useCreateOrganization({
    onCreated(organization) {
      // The form unmounts before it can clear its sent draft.
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
