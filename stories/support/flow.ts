import type { StoryContext } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { serviceOf } from './service.tsx';
import { SOON } from './typing.ts';
import { english } from '../../src/messages/english.ts';
import { textOf } from '../../test/support/textOf.ts';

type Play = Pick<StoryContext, 'canvas' | 'userEvent' | 'step' | 'loaded'>;

export interface Flow {
  /** The form with its notices. */
  readonly place: (play: Play) => Promise<HTMLElement>;
  /** The text that the user types into each field, in the order of the fields. */
  readonly fields: readonly (readonly [label: string, text: string])[];
  /** The name of the submit button. */
  readonly submit: string;
  /** The path of the form's request, from `/v1` on. */
  readonly path: RegExp;
  /** Waits for what the form shows on success. */
  readonly done: (play: Play) => Promise<unknown>;
}

/** In seconds. The maintenance lasts half an hour unless the user checks. */
const RETRY_AFTER = 1800;

/**
 * Plays a whole maintenance while the user fills in a form, by keyboard only.
 *
 * `ends`: `by-button` ends it by the button "Check now", `by-check` by the page's own check (`recovery`).
 */
export async function playThroughMaintenance(
  play: Play,
  { place, fields, submit, path, done }: Flow,
  ends: 'by-button' | 'by-check',
): Promise<void> {
  const { canvas, userEvent, step } = play;
  const { api } = serviceOf(play);
  const area = await place(play);
  const changes = () => api.requests.filter(({ kind }) => kind === 'mutation');
  const button = (name: string) => within(area).getByRole('button', { name });
  const expectText = async () => {
    for (const [label, text] of fields) {
      await expect(within(area).getByLabelText(label)).toHaveValue(text);
    }
  };

  await step('Operational: there is nothing to tell', async () => {
    await within(area).findByLabelText(fields[0]?.[0] ?? '', undefined, SOON);
    await expect(canvas.queryByText(textOf(english.notice.titleInLine, english.maintenance))).toBeNull();
  });

  await step('The user types', async () => {
    for (const [label, text] of fields) {
      await tabTo(play, within(area).getByLabelText(label));
      await userEvent.keyboard(text);
    }
    await expectText();
    await expect(button(submit)).not.toHaveAttribute('aria-disabled');
  });

  await step(
    'Maintenance begins and rejects the form: its button gives the reason, and the input is kept',
    async () => {
      api.setMode('maintenance', ends === 'by-button' ? { retryAfter: RETRY_AFTER } : {});
      await tabTo(play, button(submit));
      await userEvent.keyboard('{Enter}');
      await waitFor(() => expect(button(submit)).toHaveAttribute('aria-disabled', 'true'), SOON);
      await expectText();
      await expect(button(submit)).toHaveFocus();
      await expect(button(submit)).toHaveAccessibleDescription(english.maintenance.availableAgain);
    },
  );

  await step('Pressed again: the button gives the reason, and nothing is sent', async () => {
    api.forgetRequests();
    await userEvent.keyboard('{Enter}');
    await canvas.findByText(english.maintenance.blocked);
    await expect(changes()).toEqual([]);
    await expectText();
  });

  await step('The banner shows the time', async () => {
    await waitFor(() =>
      expect(
        canvas.getByText(
          ends === 'by-button' ? /^Back around/ : textOf(english.notice.titleInLine, english.maintenance),
        ),
      ).toBeVisible(),
    );
  });

  await step('Maintenance ends: the check notices it without a reload, and sends no mutation', async () => {
    const checkNow = { name: english.maintenance.checkNow };
    if (ends === 'by-button') await tabTo(play, await canvas.findByRole('button', checkNow, SOON));
    api.setMode('operational');
    if (ends === 'by-button') await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(canvas.getByText(textOf(english.notice.titleInLine, english.over))).toBeVisible(),
    );
    await expect(
      ends === 'by-button' ? canvas.getByRole('button', { name: english.over.dismiss }) : button(submit),
    ).toHaveFocus();
    await expectText();
    await expect(changes()).toEqual([]);
  });

  await step('The next press sends the form once', async () => {
    if (ends === 'by-button') await tabTo(play, button(submit));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(changes().filter((request) => path.test(request.path))).toHaveLength(1));
  });

  await step('The form succeeds', async () => {
    await done(play);
  });
}

/** Presses Tab until the target has the focus, 40 times at most. */
async function tabTo({ userEvent }: Pick<Play, 'userEvent'>, target: HTMLElement): Promise<void> {
  for (let presses = 0; document.activeElement !== target && presses < 40; presses++) {
    await userEvent.tab();
  }
  await expect(target).toHaveFocus();
}
