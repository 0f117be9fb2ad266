import type { StoryContext } from '@storybook/react-vite';
import { ADA } from './service.tsx';

type Play = Pick<StoryContext, 'canvas' | 'userEvent'>;

export async function type({ canvas, userEvent }: Play, label: string, text: string): Promise<void> {
  await userEvent.type(await canvas.findByLabelText(label), text);
}

export async function press({ canvas, userEvent }: Play, name: string): Promise<void> {
  await userEvent.click(await canvas.findByRole('button', { name }));
}

/** Fills in signing in as Ada would. */
export async function typeCredentials(play: Play, password: string = ADA.password): Promise<void> {
  await type(play, 'Email address', ADA.emailAddress);
  await type(play, 'Password', password);
}

/** Fills in signing up as somebody who is new. */
export async function typeDetails(play: Play, email = 'grace@example.com'): Promise<void> {
  await type(play, 'Name', 'Grace Hopper');
  await type(play, 'Email address', email);
  await type(play, 'Password', 'nanoseconds');
}
