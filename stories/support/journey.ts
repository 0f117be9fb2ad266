import type { StoryContext } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { serviceOf } from './service.tsx';
import { inTurn, SOON } from './typing.ts';

type Play = Pick<StoryContext, 'canvas' | 'userEvent' | 'step' | 'loaded'>;

export interface Journey {
  /** Where the form is: what tells of a maintenance is told in it, too. */
  readonly place: (play: Play) => Promise<HTMLElement>;
  /** What somebody types, by label, in the order of the fields. */
  readonly fields: readonly (readonly [label: string, text: string])[];
  /** The button that sends it. */
  readonly submit: string;
  /** What is said in its place. */
  readonly notice: string;
  /** The path that it is sent to, from `/v1` on. */
  readonly path: RegExp;
  /** How people learn that it was done. */
  readonly done: (play: Play) => Promise<unknown>;
}

/** The service says when it is back: half an hour from now. Whoever does not want to wait asks. */
const RETRY_AFTER = 1800;

/**
 * A maintenance from its beginning to its end, while somebody fills in a form. By keyboard alone.
 *
 * `ends`: `when-asked`, by the button that checks now; `by-itself`, where the page asks soon enough (`recovery`).
 */
export async function rideThrough(
  play: Play,
  { place, fields, submit, notice, path, done }: Journey,
  ends: 'when-asked' | 'by-itself',
): Promise<void> {
  const { canvas, userEvent, step } = play;
  const { api } = serviceOf(play);
  const area = await place(play);
  const changes = () => api.requests.filter(({ kind }) => kind === 'mutation');
  const button = (name: string) => within(area).getByRole('button', { name });
  const expectText = async () => {
    await inTurn(fields, ([label, text]) => expect(within(area).getByLabelText(label)).toHaveValue(text));
  };

  await step('Operational: there is nothing to tell', async () => {
    await within(area).findByLabelText(fields[0]?.[0] ?? '', undefined, SOON);
    await expect(canvas.queryByText('System under maintenance.')).toBeNull();
    await expect(button(submit)).not.toHaveAttribute('aria-disabled');
  });

  await step('Somebody types', async () => {
    await inTurn(fields, async ([label, text]) => {
      await tabTo(play, within(area).getByLabelText(label));
      await userEvent.keyboard(text);
    });
    await expectText();
  });

  await step(
    'The maintenance begins, and the form is sent: it is told in its place, and nothing is lost',
    async () => {
      api.setMode('maintenance', ends === 'when-asked' ? { retryAfter: RETRY_AFTER } : {});
      await tabTo(play, button(submit));
      await userEvent.keyboard('{Enter}');
      await expect(await within(area).findByText(notice, undefined, SOON)).toBeVisible();
      await expectText();
      await waitFor(() => expect(button(submit)).toHaveAttribute('aria-disabled', 'true'));
      await expect(button(submit)).toHaveFocus();
      await expect(button(submit)).toHaveAccessibleDescription('Opens again when the maintenance is over');
    },
  );

  await step('Pressed again: it says why, and no change leaves the page', async () => {
    api.forgetRequests();
    await userEvent.keyboard('{Enter}');
    await canvas.findByText('System under maintenance. Opens again when the maintenance is over.');
    await expect(changes()).toEqual([]);
    await expectText();
  });

  await step('The page says when it goes on', async () => {
    await expect(
      await canvas.findByText(ends === 'when-asked' ? /^Back around/ : 'System under maintenance.'),
    ).toBeVisible();
  });

  await step('It ends: the check finds out, without a reload, and sends nothing', async () => {
    api.setMode('operational');
    if (ends === 'when-asked') {
      await tabTo(play, button('Check now'));
      await userEvent.keyboard('{Enter}');
    }
    await expect(await within(area).findByText('Maintenance is over', undefined, SOON)).toBeVisible();
    await expect(button(ends === 'when-asked' ? 'Dismiss' : submit)).toHaveFocus();
    await expectText();
    await expect(changes()).toEqual([]);
  });

  await step('Sent, once', async () => {
    if (ends === 'when-asked') await tabTo(play, button(submit));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(changes().filter((request) => path.test(request.path))).toHaveLength(1));
  });

  await step('Done', async () => {
    await done(play);
  });
}

/** Goes on by the tab key until it is there: what cannot be reached so is not found. */
async function tabTo(
  { userEvent }: Pick<Play, 'userEvent'>,
  target: HTMLElement,
  presses = 0,
): Promise<void> {
  if (document.activeElement !== target && presses < 40) {
    await userEvent.tab();
    await tabTo({ userEvent }, target, presses + 1);
  }
  await expect(target).toHaveFocus();
}
