import type { Member } from '../../auth/OrganizationPort.ts';

/** Returns a member's displayed name. */
export function nameOf({ name, identifier, id }: Member): string {
  return name ?? identifier ?? id;
}
