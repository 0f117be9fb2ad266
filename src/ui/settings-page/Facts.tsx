import type { ReactElement, ReactNode } from 'react';
import { useSlot } from '../styling/useSlot.ts';

export interface Fact {
  readonly name: string;
  readonly label: ReactNode;
  readonly value: string | undefined;
}

/** Shows values that the user can't change. Renders a `<dl data-slot="page-facts">`. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactElement {
  const slot = useSlot();
  return (
    <dl {...slot('page-facts')}>
      {facts.map(({ name, label, value }) => (
        <div key={name} {...slot('page-fact')}>
          <dt>{label}</dt>
          <dd>{value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
