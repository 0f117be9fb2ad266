'use client';

import { useEffect, useInsertionEffect } from 'react';
import type { AuthAdapter } from '../auth/AuthAdapter.ts';
import { formatMessage } from '../messages/formatMessage.ts';
import { noticesInEnglish } from '../messages/notices.ts';
import type { Check } from '../monitor/createAsk.ts';
import { availabilityOf } from '../monitor/selectors.ts';
import type { MaintenanceState } from '../monitor/maintenanceState.ts';
import { watchFetch } from '../monitor/watchFetch.ts';
import { watchXhr } from '../monitor/watchXhr.ts';
import type { Dialect } from '../protocol/dialect.ts';
import { useKit, useMessages } from './KitContext.ts';
import { onChange } from './onChange.ts';

export interface ConnectionProps {
  /** Observes `fetch` and `XMLHttpRequest` of the whole page while mounted. Default: true. */
  readonly watch?: boolean | undefined;
  /** Base URLs of trusted APIs, in addition to the page's own origin and the adapter's. */
  readonly apis?: readonly string[] | undefined;
  /** Asks whether the maintenance is over. Default: the adapter's `checkService`, else the check of a dialect. */
  readonly check?: Check | undefined;
  /**
   * Other words in which your APIs announce a maintenance, for example `[discourse()]` of `maintenance-kit/dialects`.
   * Create the list once, outside of the component. The contract is always understood, and comes first. Default: none.
   */
  readonly dialects?: readonly Dialect[] | undefined;
  /**
   * Runs the check once when the page has loaded and is idle, so that a maintenance is known before the first mutation.
   * The tabs of a browser run it at most once a minute. With your own `monitor`, pass it there. Default: true.
   */
  readonly checkOnLoad?: boolean | undefined;
  /** Called after each change of the status, not for the first one. */
  readonly onStatusChange?: ((state: MaintenanceState, previous: MaintenanceState) => void) | undefined;
}

/** Returns the base URLs that the provider trusts. */
export function trustedApisOf({
  adapter,
  apis = [],
}: Pick<ConnectionProps, 'apis'> & {
  readonly adapter?: Pick<AuthAdapter, 'baseUrl'> | undefined;
}): readonly string[] {
  return adapter ? [adapter.baseUrl, ...apis] : apis;
}

/**
 * Runs the provider's effects and renders nothing. A separate component, so that the provider can render it before
 * the children.
 *
 * It uses insertion effects, which run before every layout effect of the page, so a request that a layout effect
 * sends is observed too. They schedule no updates.
 */
export function MonitorConnection({
  watch = true,
  apis,
  check,
  dialects,
  onStatusChange,
}: ConnectionProps): null {
  const { monitor, serverState, adapter, announcer } = useKit();
  const messages = useMessages(noticesInEnglish);
  // An inline array is a new one in each render.
  const apisKey = JSON.stringify(trustedApisOf({ adapter, apis }));

  useInsertionEffect(() => {
    return monitor.connect({
      apis: JSON.parse(apisKey) as readonly string[],
      check: check ?? adapter?.checkService?.bind(adapter),
      dialects,
      initialState: serverState,
    });
  }, [monitor, serverState, adapter, apisKey, check, dialects]);

  useInsertionEffect(() => {
    if (!watch) return undefined;
    const stops = [watchFetch(monitor), watchXhr(monitor)];
    return () => stops.forEach((stop) => stop());
  }, [monitor, watch]);

  useEffect(() => {
    const initial = monitor.getSnapshot();
    const first = announcementOf(initial, undefined, messages);
    if (first) announcer.announce(first, 'polite');
    return onChange(monitor, (state, previous) => {
      const text = announcementOf(state, previous, messages);
      if (text) announcer.announce(text, 'polite');
    });
  }, [monitor, messages, announcer]);

  useEffect(
    () =>
      onChange(monitor, (state, previous) => {
        if (state.status !== previous.status) onStatusChange?.(state, previous);
      }),
    [monitor, onStatusChange],
  );

  return null;
}

/** Returns the announcement of a change, or `undefined` if the availability is the same. */
function announcementOf(
  state: MaintenanceState,
  previous: MaintenanceState | undefined,
  { maintenance, recovering, over, unavailable, notice }: typeof noticesInEnglish,
): string | undefined {
  const availability = availabilityOf(state);
  if (availability === (previous ? availabilityOf(previous) : 'operational')) return undefined;
  switch (availability) {
    case 'operational':
      return formatMessage(notice.announcement, over);
    case 'read-only':
      return formatMessage(notice.announcement, { title: maintenance.title, text: maintenance.banner });
    case 'unavailable':
      return formatMessage(notice.announcement, unavailable);
    case 'recovering':
      return formatMessage(notice.announcement, recovering);
  }
}
