import type { RecordedRequest } from '../../src/testing/frontend-api/index.ts';
import { press } from './typing.ts';
import type { Cell, CellPlay } from './gallery.tsx';

const never = (): Promise<void> => new Promise(() => {});

/** Leaves every change without an answer. */
export const holdingMutations = ({ kind }: RecordedRequest): Promise<void> =>
  kind === 'mutation' ? never() : Promise.resolve();

/** Drops every change on its way, as a lost connection does. */
export const droppingMutations = ({ kind }: RecordedRequest): Promise<void> =>
  kind === 'mutation' ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve();

export interface FormUnderWay {
  /** Fills the form in. */
  readonly fillIn: (play: CellPlay) => Promise<void>;
  /** Name of the button that sends it. */
  readonly submit: string;
  /** What its notice says first. */
  readonly notice: string;
}

/** Returns the states that every form has, in maintenance and outside of it. */
export function formStatesOf({ fillIn, submit, notice }: FormUnderWay): readonly Cell[] {
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
    { caption: 'Sent, and not answered yet', service: { delay: holdingMutations }, reach: send },
    {
      caption: 'In maintenance, known before anybody typed',
      service: { mode: 'maintenance' },
      reach: ({ canvas }) => canvas.findByText(notice),
    },
    {
      caption: 'Rejected just now: what was typed is kept',
      reach: (play) => sendInto(play, 'maintenance'),
    },
    {
      caption: 'On trial: nobody can be asked, so the next press decides',
      service: { hasCheck: false },
      async reach(play) {
        await sendInto(play, 'maintenance');
        await press(play, 'Check now');
        await play.canvas.findByText('Maintenance may be over');
      },
    },
    {
      caption: 'Over: everything is where it was',
      async reach(play) {
        await sendInto(play, 'maintenance');
        play.service.api.setMode('operational');
        await press(play, 'Check now');
        await play.canvas.findByText('Maintenance is over');
      },
    },
    {
      caption: 'Unavailable: not even reads are served',
      async reach(play) {
        await sendInto(play, 'maintenance');
        play.service.api.setMode('unavailable');
        await fetch(`${play.service.adapter.baseUrl}/v1/me`);
        await play.canvas.findByRole('heading', { name: 'Temporarily unavailable' });
      },
    },
    {
      caption: 'Not reached: the connection was lost',
      service: { delay: droppingMutations },
      async reach(play) {
        await send(play);
        await play.canvas.findByText(/could not be reached/);
      },
    },
    {
      caption: 'No maintenance: a proxy restarts',
      async reach(play) {
        await fillIn(play);
        play.service.api.setMode('maintenance', { format: 'html' });
        await press(play, submit);
        await play.canvas.findByText(/Something went wrong/);
      },
    },
  ];
}
