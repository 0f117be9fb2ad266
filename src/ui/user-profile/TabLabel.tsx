import type { ReactElement, ReactNode } from 'react';
import { AccountIcon, ComputerIcon, LinkIcon, MailIcon, ShieldIcon, TrashIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';
import type { ProfileSectionId } from './profileSections.ts';

const icons = {
  profileDetails: AccountIcon,
  emailAddresses: MailIcon,
  security: ShieldIcon,
  devices: ComputerIcon,
  connectedAccounts: LinkIcon,
  deleteAccount: TrashIcon,
} satisfies Record<ProfileSectionId, unknown>;

/** What a tab shows: a drawing, and the words that say the same. */
export function TabLabel({
  section,
  children,
}: {
  readonly section: ProfileSectionId;
  readonly children: ReactNode;
}): ReactElement {
  const slot = useSlot();
  const Icon = icons[section];
  return (
    <>
      <Icon {...slot('tab-icon')} width="16" height="16" />
      {children}
    </>
  );
}
