import type { Loader, StoryContext } from '@storybook/react-vite';
import { useId, type ReactElement, type ReactNode } from 'react';
import { within } from 'storybook/test';
import { MaintenanceProvider, type AuthAdapter } from '../../src/index.ts';
import { createService, storyPlatform, Visit, type Service, type StoryService } from './service.tsx';
import { inTurn } from './typing.ts';

type Play = Pick<StoryContext, 'canvas' | 'userEvent'>;

/** What leads to the state of one cell: `canvas` is the cell, `service` is behind it alone. */
export interface CellPlay extends Play {
  readonly service: Service;
}

export interface Cell {
  /** What is to be seen, in a few words. Each cell of a wall has its own. */
  readonly caption: string;
  /** Default: the one of the wall, operational. */
  readonly service?: StoryService;
  /** What the backend does in another way than the emulated one. */
  readonly operations?: Partial<AuthAdapter>;
  /** Before anything is seen: going to work in an organisation, for example. */
  readonly prepare?: (service: Service) => Promise<void>;
  /** The events that lead to the state. */
  readonly reach?: (play: CellPlay) => Promise<unknown>;
  /** Default: what every cell of the wall shows. */
  readonly children?: ReactNode;
}

export interface WallOptions {
  readonly cells: readonly Cell[];
  /** What the cells show that say nothing else. */
  readonly children?: ReactNode;
  /** What the cells begin with. */
  readonly service?: StoryService;
  readonly prepare?: Cell['prepare'];
  /** How narrow a cell may be, as a length of CSS. Default: "22rem", a card. */
  readonly cellWidth?: string;
}

/** A wall as a story of its own. */
export interface WallStory {
  readonly loaders: Loader[];
  readonly render: (args: unknown, context: Pick<StoryContext, 'loaded'>) => ReactElement;
  readonly play: (play: StoryContext) => Promise<void>;
}

/**
 * All the states of a component at once, for the eye. Each cell is an application of its own: its provider, its
 * monitor, its service. They are reached one after the other, since a page has one focus.
 */
export function wall({ cells, children, service, prepare, cellWidth = '22rem' }: WallOptions): WallStory {
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
        className="wall"
        style={{ gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${cellWidth}), 1fr))` }}
      >
        {cells.map((cell, at) => (
          <WallCell key={cell.caption} caption={cell.caption} service={serviceAt(context, at)}>
            {cell.children ?? children}
          </WallCell>
        ))}
      </div>
    ),
    play: (play) =>
      inTurn(cells, async ({ caption, reach }, at) => {
        const canvas = within(play.canvas.getByRole('figure', { name: caption }));
        await reach?.({ ...play, canvas, service: serviceAt(play, at) });
      }),
  };
}

/** What Storybook is told of a wall. */
export const ofWalls = {
  layout: 'fullscreen',
  a11y: {
    config: {
      rules: [
        // Each cell is a page to itself. Here the same form and the same banner are many times on one page, and called
        // alike: the wall is to blame, not they.
        { id: 'landmark-unique', enabled: false },
      ],
    },
  },
};

function serviceAt({ loaded }: Pick<StoryContext, 'loaded'>, at: number): Service {
  const service = (loaded['cells'] as readonly Service[])[at];
  if (!service) throw new TypeError(`The wall has no cell ${String(at)}.`);
  return service;
}

/** On a wall time stands still: what would go by itself after a while stays to be looked at. */
function stillPlatform(): ReturnType<typeof storyPlatform> {
  const { setTimer, ...platform } = storyPlatform();
  return {
    ...platform,
    setTimer: (callback, delayMs) => (delayMs < LONG_MS ? setTimer(callback, delayMs) : () => {}),
  };
}

/** Shorter are the timers that gather announcements, and those that count seconds. */
const LONG_MS = 5_000;

function WallCell({
  caption,
  service: { adapter, monitor, api },
  children,
}: {
  readonly caption: string;
  readonly service: Service;
  readonly children: ReactNode;
}): ReactElement {
  const captionId = useId();
  return (
    <figure className="wall-cell" aria-labelledby={captionId}>
      <figcaption id={captionId}>{caption}</figcaption>
      <MaintenanceProvider adapter={adapter} monitor={monitor}>
        <Visit adapter={adapter} isWanted={api.mode !== 'operational'}>
          {children}
        </Visit>
      </MaintenanceProvider>
    </figure>
  );
}
