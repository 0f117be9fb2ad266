import type { StoryContext } from '@storybook/react-vite';
import { expect, fireEvent, waitFor } from 'storybook/test';
import type { FrontendApi } from '../../src/testing/frontend-api/index.ts';
import { ADA } from './service.tsx';
import { english } from '../../src/messages/english.ts';

/** Steps load when they are needed, which takes time on a busy machine. */
export const SOON = { timeout: 15_000 };

type Play = Pick<StoryContext, 'canvas' | 'userEvent'>;

export async function type({ canvas, userEvent }: Play, label: string, text: string): Promise<void> {
  await userEvent.type(await canvas.findByLabelText(label, undefined, SOON), text);
}

/** Pastes a text into a field. */
export async function paste({ canvas, userEvent }: Play, label: string, text: string): Promise<void> {
  const field = await canvas.findByLabelText(label, undefined, SOON);
  await userEvent.clear(field);
  await userEvent.click(field);
  await userEvent.paste(text);
}

/**
 * Fills in a field that is removed while it has the focus, such as a correct code. (`userEvent` would fire a change
 * event while React removes the field.)
 */
export async function fill({ canvas }: Pick<Play, 'canvas'>, label: string, value: string): Promise<void> {
  await fireEvent.change(await canvas.findByLabelText(label), { target: { value } });
}

export async function press({ canvas, userEvent }: Play, name: string): Promise<void> {
  await userEvent.click(await canvas.findByRole('button', { name }, SOON));
}

/**
 * Ends the maintenance and presses "Check now" until the page knows. An answer that was on its way may begin the
 * maintenance again, and an automatic check turns the button into "Dismiss".
 */
export async function endMaintenance({ canvas }: Pick<Play, 'canvas'>, api: FrontendApi): Promise<void> {
  const name = english.maintenance.checkNow;
  const button = await canvas.findByRole('button', { name }, SOON);
  button.focus();
  api.setMode('operational');
  await waitFor(() => {
    const isOn = button.isConnected && button.textContent === name;
    if (isOn) button.click();
    return expect(isOn).toBe(false);
  });
}

/** Types Ada's email address and password. */
export async function typeCredentials(play: Play, password: string = ADA.password): Promise<void> {
  await type(play, english.signIn.email, ADA.emailAddress);
  await type(play, english.signIn.password, password);
}

/** Types the details of a new user into the fields of sign-up, after they have loaded. */
export async function typeDetails(play: Play, email = 'grace@example.com'): Promise<void> {
  await type(play, english.details.firstName, 'Grace');
  await type(play, english.details.lastName, 'Hopper');
  await type(play, english.signIn.email, email);
  await type(play, english.signIn.password, 'nanoseconds');
}
