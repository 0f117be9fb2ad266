'use client';

import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { createMaintenanceMonitor, type MaintenanceMonitor } from '../monitor/createMaintenanceMonitor.ts';
import type { MaintenanceState } from '../monitor/maintenanceState.ts';
import type { Availability } from '../monitor/selectors.ts';
import { browserPlatform } from '../platform/browserPlatform.ts';
import { maintenanceResponse } from '../protocol/maintenanceResponse.ts';
import { contractNotice } from '../protocol/notice.ts';
import { MaintenanceProvider, type MaintenanceProviderProps } from './MaintenanceProvider.tsx';

/** What a story can set as `parameters.maintenance`: props of its `MaintenanceProvider`, such as `adapter`. */
export type MaintenanceParameters = Omit<MaintenanceProviderProps, 'children' | 'monitor' | 'initialState'>;

/** The parts of Storybook's context that are used, so that the package depends on no version of it. */
interface StoryContext {
  readonly globals: Readonly<Record<string, unknown>>;
  readonly parameters: Readonly<Record<string, unknown>>;
}

const titles: Readonly<Record<Availability, string>> = {
  operational: 'Operational',
  'read-only': 'Maintenance',
  unavailable: 'Unavailable',
  recovering: 'Recovering',
};

/** What the service does in the story, by the toolbar. An unknown value counts as operational. */
function chosenIn({ globals }: StoryContext): Availability {
  const value = globals['maintenance'];
  return typeof value === 'string' && Object.hasOwn(titles, value) ? (value as Availability) : 'operational';
}

/** No event leads here soon: the service has no check, and the wait for it is over. */
const recovering: MaintenanceState = {
  status: 'recovering',
  scope: 'mutations',
  notice: contractNotice,
  since: 1,
  attempt: 1,
  noticedAt: 1,
  rejectedAt: 1,
  apis: [''],
};

/** A monitor whose service is in the chosen state, and a function that chooses another. */
function createStoryService(): {
  readonly monitor: MaintenanceMonitor;
  readonly choose: (availability: Availability) => Promise<unknown>;
} {
  let chosen: Availability = 'operational';
  const monitor = createMaintenanceMonitor({
    // Stories share no drafts and no state with each other.
    platform: { ...browserPlatform(), draftStorage: undefined, sharedStorage: undefined },
    recovery: { checkNowEveryMs: 0 },
    check: () =>
      Promise.resolve(
        chosen === 'read-only' ? 'maintenance' : chosen === 'unavailable' ? chosen : 'operational',
      ),
  });
  return {
    monitor,
    choose(availability) {
      chosen = availability;
      // A check ends a maintenance, or changes what it rejects.
      if (monitor.getSnapshot().status === 'maintenance') return monitor.checkNow();
      if (availability !== 'read-only' && availability !== 'unavailable') return Promise.resolve();
      const kind = availability === 'unavailable' ? 'read' : 'mutation';
      return monitor.report(maintenanceResponse(), { kind });
    },
  };
}

function StoryProvider({
  availability,
  props,
  children,
}: {
  readonly availability: Availability;
  readonly props: MaintenanceParameters;
  readonly children: ReactNode;
}): ReactElement {
  const [{ monitor, choose }] = useState(createStoryService);
  useEffect(() => void choose(availability), [choose, availability]);
  return (
    <MaintenanceProvider {...props} monitor={monitor}>
      {children}
    </MaintenanceProvider>
  );
}

function withMaintenance(Story: () => ReactElement, context: StoryContext): ReactElement {
  const availability = chosenIn(context);
  const props = (context.parameters['maintenance'] ?? {}) as MaintenanceParameters;
  if (availability !== 'recovering') {
    return (
      <StoryProvider availability={availability} props={props}>
        <Story />
      </StoryProvider>
    );
  }
  return (
    <MaintenanceProvider {...props} initialState={recovering}>
      <Story />
    </MaintenanceProvider>
  );
}

/**
 * For the `preview` of your Storybook: each story gets a `MaintenanceProvider`, and the toolbar a menu for the state of the
 * service. A change of the menu happens to the story as it would on a page: what was typed stays. A story sets the state
 * with `globals: { maintenance: 'read-only' }`, and props of its provider with `parameters: { maintenance: { adapter } }`.
 */
export const maintenancePreview: {
  readonly decorators: (typeof withMaintenance)[];
  readonly globalTypes: {
    maintenance: {
      description: string;
      toolbar: { icon: 'wrench'; items: { value: string; title: string }[]; dynamicTitle: true };
    };
  };
  readonly initialGlobals: { maintenance: Availability };
} = {
  decorators: [withMaintenance],
  globalTypes: {
    maintenance: {
      description: 'What the service does',
      toolbar: {
        icon: 'wrench',
        items: Object.entries(titles).map(([value, title]) => ({ value, title })),
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { maintenance: 'operational' },
};
