'use client';

import type { ReactElement } from 'react';
import { useOrganizationMessages } from '../../react/pageMessages.ts';
import { useLoaded } from '../../react/useLoaded.ts';
import { LoadedView } from '../notice/LoadedView.tsx';
import type { sections, SectionProps } from './sections.tsx';

const loadSections = async (): Promise<typeof sections> => (await import('./sections.tsx')).sections;

/** Shows a section whose code fails to load as a failed load of its data, so that the rest of the page stays. */
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
