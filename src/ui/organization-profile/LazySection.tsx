'use client';

import type { ReactElement } from 'react';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { useLoaded } from '../../react/useLoaded.ts';
import { LoadedView } from '../notice/LoadedView.tsx';
import type { sections, SectionProps } from './sections.tsx';

const loadSections = async (): Promise<typeof sections> => (await import('./sections.tsx')).sections;

/** A section that cannot be loaded is told of as its contents would be: the rest of the page stays. */
export function LazySection({
  section,
  ...props
}: SectionProps & { readonly section: keyof typeof sections }): ReactElement {
  const { organization } = useOrganizationMessages();
  return (
    <LoadedView loading={useLoaded(loadSections)} texts={organization}>
      {(loaded) => {
        const Section = loaded[section];
        return <Section {...props} />;
      }}
    </LoadedView>
  );
}
