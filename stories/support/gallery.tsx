import type { Loader, StoryContext } from '@storybook/react-vite';
import { useId, type ReactElement, type ReactNode } from 'react';
import { within } from 'storybook/test';
import { MaintenanceProvider, type AuthAdapter } from '../../src/index.ts';
import { readGlobals } from '../../.storybook/globals.ts';
import { createService, storyPlatform, Visit, type Service, type StoryService } from './service.tsx';

type Play = Pick<StoryContext, 'canvas' | 'userEvent'>;

/** The context of one cell's play: `canvas` is the cell, `service` serves this cell only. */
export interface CellPlay extends Play {
  readonly service: Service;
}

export interface Cell {
  /** The state in a few words. Unique in its gallery. */
  readonly caption: string;
  /** Default: the gallery's service, which is operational. */
  readonly service?: StoryService;
  /** Operations that differ from those of the emulated backend. */
  readonly operations?: Partial<AuthAdapter>;
  /** Runs before the first render: selects an organization, for example. */
  readonly prepare?: (service: Service) => Promise<void>;
  /** The events that lead to the state. Default: the cell shows its first render. */
  readonly reach?: (play: CellPlay) => Promise<unknown>;
  /** Default: the gallery's children. */
  readonly children?: ReactNode;
}

export interface GalleryOptions {
  readonly cells: readonly Cell[];
  /** The content of every cell without its own children. */
  readonly children?: ReactNode;
  /** The service that every cell starts with. */
  readonly service?: StoryService;
  readonly prepare?: Cell['prepare'];
  /** The minimum width of a cell, a CSS length. Default: "22rem", the width of a card. */
  readonly cellWidth?: string;
}

/** The parts of a story that make it a gallery. */
export interface GalleryStory {
  readonly loaders: Loader[];
  readonly render: (args: unknown, context: Pick<StoryContext, 'loaded' | 'globals'>) => ReactElement;
  readonly play: (play: StoryContext) => Promise<void>;
}

/**
 * Shows all states of a component side by side. Each cell is a separate application with its own provider, monitor and
 * service. The cells reach their states one after the other, because a page has one focus.
 */
export function gallery({
  cells,
  children,
  service,
  prepare,
  cellWidth = '22rem',
}: GalleryOptions): GalleryStory {
  return {
    loaders: [
      async ({ id }) => ({
        cells: await Promise.all(
          cells.map(async (cell, at) => {
            const created = createService(
              `${id}-${String(at)}`,
              { ...service, ...cell.service },
              stillPlatform(),
            );
            await (cell.prepare ?? prepare)?.(created);
            return { ...created, adapter: { ...created.adapter, ...cell.operations } };
          }),
        ),
      }),
    ],
    render: (_args, context) => (
      <div
        className="gallery"
        style={{ gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${cellWidth}), 1fr))` }}
      >
        {cells.map((cell, at) => (
          <GalleryCell
            key={cell.caption}
            caption={cell.caption}
            service={serviceAt(context, at)}
            locale={readGlobals(context.globals).locale}
          >
            {cell.children ?? children}
          </GalleryCell>
        ))}
      </div>
    ),
    play: async (play) => {
      await withoutScrolling(async () => {
        for (const [at, { caption, reach }] of cells.entries()) {
          const canvas = within(play.canvas.getByRole('figure', { name: caption }));
          await reach?.({ ...play, canvas, service: serviceAt(play, at) });
        }
      });
    },
  };
}

/** Storybook's parameters for every gallery. Spread them: Storybook replaces parameters that are no object literal. */
export const galleryParameters = {
  layout: 'fullscreen',
  a11y: {
    config: {
      rules: [
        // Each cell stands for a page. A gallery repeats forms and banners, and so their names, as no page does.
        { id: 'landmark-unique', enabled: false },
      ],
    },
  },
};

/** Keeps the page where it is while the focus moves, including the docs page that shows the gallery. */
async function withoutScrolling(act: () => Promise<void>): Promise<void> {
  const { prototype } = HTMLElement;
  const focus = Reflect.get(prototype, 'focus');
  const descriptor = Object.getOwnPropertyDescriptor(prototype, 'focus');
  Object.defineProperty(prototype, 'focus', {
    configurable: true,
    writable: true,
    value(this: HTMLElement, options?: FocusOptions) {
      focus.call(this, { ...options, preventScroll: true });
    },
  });
  try {
    await act();
  } finally {
    if (descriptor) Object.defineProperty(prototype, 'focus', descriptor);
  }
}

function serviceAt({ loaded }: Pick<StoryContext, 'loaded'>, at: number): Service {
  const service = (loaded['cells'] as readonly Service[])[at];
  if (!service) throw new TypeError(`The gallery has no cell ${String(at)}.`);
  return service;
}

/** A platform whose long timers never fire, so that notices which would disappear stay visible. */
function stillPlatform(): ReturnType<typeof storyPlatform> {
  const { setTimer, ...platform } = storyPlatform();
  return {
    ...platform,
    setTimer: (callback, delayMs) => (delayMs < LONG_MS ? setTimer(callback, delayMs) : () => {}),
  };
}

/** Timers that collect announcements and timers that count seconds are shorter. */
const LONG_MS = 5_000;

function GalleryCell({
  caption,
  service: { adapter, monitor, api, windows },
  locale,
  children,
}: {
  readonly caption: string;
  readonly service: Service;
  readonly locale: string;
  readonly children: ReactNode;
}): ReactElement {
  const captionId = useId();
  return (
    <figure className="gallery-cell" aria-labelledby={captionId}>
      <figcaption id={captionId}>{caption}</figcaption>
      <MaintenanceProvider adapter={adapter} monitor={monitor} windows={windows} locale={locale}>
        <Visit adapter={adapter} isWanted={api.mode !== 'operational'}>
          {children}
        </Visit>
      </MaintenanceProvider>
    </figure>
  );
}
