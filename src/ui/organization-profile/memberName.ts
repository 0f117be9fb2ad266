import type { Member } from '../../auth/OrganizationPort.ts';

/** What people call a member. */
export function nameOf({ name, identifier, id }: Member): string {
  return name ?? identifier ?? id;
}
