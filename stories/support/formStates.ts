import { droppingMutations, holdingMutations } from './delays.ts';
import { endMaintenance, press } from './typing.ts';
import type { Cell, CellPlay } from './gallery.tsx';
import { english } from '../../src/messages/english.ts';
import { patternOf, textOf } from '../../test/support/textOf.ts';

export interface GalleryForm {
  /** Fills in the form. */
  readonly fillIn: (play: CellPlay) => Promise<void>;
  /** The name of the submit button. */
  readonly submit: string;
  /** The beginning of its notice. */
  readonly notice: string;
}

/** Returns the states that every form has. */
export function formStatesOf({ fillIn, submit, notice }: GalleryForm): readonly Cell[] {
  async function send(play: CellPlay): Promise<void> {
    await fillIn(play);
    await press(play, submit);
  }

  async function sendInto(play: CellPlay, mode: 'maintenance' | 'unavailable'): Promise<void> {
    await fillIn(play);
    play.service.api.setMode(mode);
    await press(play, submit);
    await play.canvas.findByText(notice);
  }

  return [
    { caption: 'Operational' },
    { caption: 'Pending', service: { delay: holdingMutations }, reach: send },
    {
      caption: 'Read-only, known before typing',
      service: { mode: 'maintenance' },
      reach: ({ canvas }) => canvas.findByText(notice),
    },
    {
      caption: 'Rejected by maintenance: input kept',
      reach: (play) => sendInto(play, 'maintenance'),
    },
    {
      caption: 'Recovering (no health check; next submit decides)',
      service: { hasCheck: false },
      async reach(play) {
        await sendInto(play, 'maintenance');
        await press(play, english.maintenance.checkNow);
        await play.canvas.findByText(textOf(english.notice.titleInLine, english.recovering));
      },
    },
    {
      caption: 'Recently recovered: input kept',
      async reach(play) {
        await sendInto(play, 'maintenance');
        await endMaintenance(play, play.service.api);
        await play.canvas.findByText(textOf(english.notice.titleInLine, english.over));
      },
    },
    {
      caption: 'Unavailable',
      async reach(play) {
        await sendInto(play, 'maintenance');
        play.service.api.setMode('unavailable');
        await fetch(`${play.service.adapter.baseUrl}/v1/me`);
        await play.canvas.findByRole('heading', { name: english.unavailable.title });
      },
    },
    {
      caption: 'Connection lost',
      service: { delay: droppingMutations },
      async reach(play) {
        await send(play);
        await play.canvas.findByText(patternOf(english.errors.unreachable));
      },
    },
    {
      caption: 'Plain 503 (not maintenance)',
      async reach(play) {
        await fillIn(play);
        play.service.api.setMode('maintenance', { format: 'html' });
        await press(play, submit);
        await play.canvas.findByText(english.errors.unexpected);
      },
    },
  ];
}
