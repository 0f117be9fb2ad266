'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Page, PageRequest } from '../../auth/OrganizationPort.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useKit } from '../../react/KitContext.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { useLoaded, type QueryResult } from '../../react/useLoaded.ts';

const PAGE_SIZE = 10;

/** One page of a list, with its number. */
export interface LoadedPage<Item> extends Page<Item> {
  readonly page: number;
  /** At least 1. */
  readonly pageCount: number;
}

export interface Pages<Item> {
  readonly list: QueryResult<LoadedPage<Item>>;
  /** Whether another page is loading. The current one stays until then. */
  readonly isTurning: boolean;
  readonly turnTo: (page: number) => void;
}

/** Loads one page of a list. */
export type LoadPage<Item> = (
  request: Required<Pick<PageRequest, 'page' | 'pageSize'>>,
) => Promise<Page<Item>>;

/** Loads a list page by page. A new `load`, which must be stable, starts again at the first page. */
export function usePages<Item>(load: LoadPage<Item>): Pages<Item> {
  const { adapter } = useAdapter();
  const [wanted, setWanted] = useState({ load, page: 1 });
  const page = wanted.load === load ? wanted.page : 1;
  const loadPage = useCallback(async () => {
    const found = await load({ page, pageSize: PAGE_SIZE });
    const pageCount = Math.max(1, Math.ceil(found.total / PAGE_SIZE));
    const asked = { load, page };
    if (page <= pageCount) return { ...found, page, pageCount, asked };
    // The last page disappears with its last item.
    return { ...(await load({ page: pageCount, pageSize: PAGE_SIZE })), page: pageCount, pageCount, asked };
  }, [load, page]);
  const list = useLoaded(loadPage, { api: adapter.baseUrl });
  useSpokenPage(list.status === 'loaded' ? list.value : undefined);

  return {
    list,
    isTurning:
      list.status === 'loaded' &&
      !list.stale &&
      (list.value.asked.load !== load || list.value.asked.page !== page),
    turnTo: (next) => setWanted({ load, page: next }),
  };
}

/** Announces a loaded page to screen readers. */
function useSpokenPage(shown: LoadedPage<unknown> | undefined): void {
  const { announcer } = useKit();
  const texts = useOrganizationMessages().organization;
  const { page, pageCount } = shown ?? {};
  const spokenOf = useRef(page);
  useEffect(() => {
    if (page === undefined || pageCount === undefined) return;
    const before = spokenOf.current;
    spokenOf.current = page;
    if (before === undefined || before === page) return;
    announcer.announce(formatMessage(texts.page, { page, count: pageCount }), 'polite');
  }, [page, pageCount, announcer, texts]);
}
