'use client';

import type { ReactElement } from 'react';
import { SearchIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';
import type { Search } from './useSearch.ts';

export interface SearchFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly onSearch: Search['search'];
}

/**
 * A search field, which stays enabled during maintenance because a search is a read. Renders a `<form role="search">`
 * without a button.
 */
export function SearchField({ label, placeholder, onSearch }: SearchFieldProps): ReactElement {
  const slot = useSlot();
  return (
    <form
      {...slot('search')}
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get('query');
        onSearch(typeof text === 'string' ? text : '', 'now');
      }}
    >
      <SearchIcon {...slot('search-icon')} width="1rem" height="1rem" />
      <input
        {...slot('field-input')}
        type="search"
        name="query"
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => onSearch(currentTarget.value, 'soon')}
      />
    </form>
  );
}
