import {
  AccountIcon,
  ComputerIcon,
  LinkIcon,
  MailIcon,
  ShieldIcon,
  TrashIcon,
  type IconComponent,
} from '../styling/icons.tsx';
import type { ProfileSectionId } from './profileSections.ts';

export const sectionIcons: Readonly<Record<ProfileSectionId, IconComponent>> = {
  profileDetails: AccountIcon,
  emailAddresses: MailIcon,
  security: ShieldIcon,
  devices: ComputerIcon,
  connectedAccounts: LinkIcon,
  deleteAccount: TrashIcon,
};
