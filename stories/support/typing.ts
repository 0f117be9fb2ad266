import type { StoryContext } from '@storybook/react-vite';
import { fireEvent } from 'storybook/test';
import { ADA } from './service.tsx';

/** Steps come when they are needed, which takes its time on a machine that is busy otherwise. */
export const SOON = { timeout: 15_000 };

type Play = Pick<StoryContext, 'canvas' | 'userEvent'>;

export async function type({ canvas, userEvent }: Play, label: string, text: string): Promise<void> {
  await userEvent.type(await canvas.findByLabelText(label, undefined, SOON), text);
}

/** Puts a text into a field at once, as from the clipboard. */
export async function paste({ canvas, userEvent }: Play, label: string, text: string): Promise<void> {
  const field = await canvas.findByLabelText(label, undefined, SOON);
  await userEvent.clear(field);
  await userEvent.click(field);
  await userEvent.paste(text);
}

/**
 * Fills in a field that goes away with the focus still in it, as a code does that was right. (Typed by `userEvent`, it
 * would be told to have changed while React removes it.)
 */
export async function fill({ canvas }: Pick<Play, 'canvas'>, label: string, value: string): Promise<void> {
  await fireEvent.change(await canvas.findByLabelText(label), { target: { value } });
}

export async function press({ canvas, userEvent }: Play, name: string): Promise<void> {
  await userEvent.click(await canvas.findByRole('button', { name }, SOON));
}

/** Fills in signing in as Ada would. */
export async function typeCredentials(play: Play, password: string = ADA.password): Promise<void> {
  await type(play, 'Email address', ADA.emailAddress);
  await type(play, 'Password', password);
}

/** Fills in signing up as somebody who is new: the fields that the service asks for, once it has said which. */
export async function typeDetails(play: Play, email = 'grace@example.com'): Promise<void> {
  await type(play, 'First name', 'Grace');
  await type(play, 'Last name', 'Hopper');
  await type(play, 'Email address', email);
  await type(play, 'Password', 'nanoseconds');
}
