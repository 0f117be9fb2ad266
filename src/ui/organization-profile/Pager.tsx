'use client';

import type { ReactElement } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { ChevronIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';

export interface PagerProps {
  readonly page: number;
  readonly pageCount: number;
  readonly onTurn: (page: number) => void;
}

/** The buttons for the pages of a list. They keep the focus at both ends. Renders nothing for a single page. */
export function Pager({ page, pageCount, onTurn }: PagerProps): ReactElement | null {
  const slot = useSlot();
  const texts = useOrganizationMessages().organization;
  if (pageCount < 2) return null;
  const turn = (to: number) => () => {
    if (to >= 1 && to <= pageCount) onTurn(to);
  };
  return (
    <nav {...slot('pager')} aria-label={texts.pages}>
      <button
        {...slot('button')}
        type="button"
        aria-label={texts.previousPage}
        aria-disabled={page === 1 || undefined}
        onClick={turn(page - 1)}
      >
        <ChevronIcon direction="back" />
      </button>
      <span {...slot('pager-text')}>{formatMessage(texts.page, { page, count: pageCount })}</span>
      <button
        {...slot('button')}
        type="button"
        aria-label={texts.nextPage}
        aria-disabled={page === pageCount || undefined}
        onClick={turn(page + 1)}
      >
        <ChevronIcon direction="on" />
      </button>
    </nav>
  );
}
