import type { Page, PageRequest } from '../../auth/OrganizationPort.ts';

/** Returns one page of a list that is loaded as a whole. */
export function pageOf<Item>(
  items: readonly Item[],
  { page = 1, pageSize = 10 }: Partial<PageRequest>,
): Page<Item> {
  const start = (page - 1) * pageSize;
  return { items: items.slice(start, start + pageSize), total: items.length };
}
