'use client';

import type { ReactElement } from 'react';
import { noticesInEnglish } from '../../messages/notices.ts';
import { useMessages } from '../../react/KitContext.ts';
import { useAvailability } from '../../react/useAvailability.ts';
import { AppearanceProvider, type ClassNames } from '../styling/Appearance.tsx';
import type { MaintenanceBannerSlot } from '../styling/slotNames.ts';
import { FloatingNotice } from './FloatingNotice.tsx';
import { useIsShownNotice } from './useIsShownNotice.ts';

export interface MaintenanceBannerProps {
  /** Beside the kit's own class, on the outermost element. */
  readonly className?: string | undefined;
  /** Classes by slot, beside the kit's own: `{ notice: 'my-class' }`. */
  readonly classNames?: ClassNames<MaintenanceBannerSlot> | undefined;
}

/**
 * Shows the state of the service across the page: that a maintenance is on, when the next check is, and for ten
 * seconds that it is over. Announces the planned windows of the provider. It floats above the end of the page, so that what the user is about to press stays in place.
 * A page shows one notice: the first of its banners, or without a banner the notice of a form.
 *
 * Renders a `<section data-slot="maintenance-banner">` with `data-availability` and `data-recently-recovered`, empty
 * while there is nothing to show. It isn't a live region: the provider announces each change once.
 */
export function MaintenanceBanner({ classNames, ...props }: MaintenanceBannerProps): ReactElement {
  return (
    <AppearanceProvider classNames={classNames}>
      <Banner {...props} />
    </AppearanceProvider>
  );
}

function Banner({ className }: MaintenanceBannerProps): ReactElement {
  const { maintenance, recovering, over, unavailable } = useMessages(noticesInEnglish);
  const service = useAvailability();
  const texts = {
    'read-only': { title: maintenance.title, text: maintenance.banner },
    unavailable,
    recovering,
    operational: over,
  };
  return (
    <FloatingNotice
      service={service}
      texts={texts}
      isShown={useIsShownNotice('banners')}
      announcesWindows
      className={className}
    />
  );
}
