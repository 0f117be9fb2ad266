import { screen } from '@testing-library/react';
import type { RenderedApp } from './renderWithApi.tsx';

/** Fills in a field as a password manager does: the whole text at once. */
export async function enter({ user }: Pick<RenderedApp, 'user'>, label: string, text: string): Promise<void> {
  const input = await screen.findByLabelText(label);
  await user.clear(input);
  await user.paste(text);
}
