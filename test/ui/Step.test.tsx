import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SignIn } from '../../src/index.ts';
import { english } from '../../src/messages/english.ts';
import { renderWithApi, type RenderOptions } from '../support/renderWithApi.tsx';
import { textOf } from '../support/textOf.ts';

const { forgottenPassword } = english;

async function spokenAfterForgotten(
  looks: Parameters<typeof SignIn>[0],
  options?: RenderOptions,
): Promise<readonly string[]> {
  const app = renderWithApi(<SignIn {...looks} />, options);
  await app.user.click(await screen.findByRole('button', { name: forgottenPassword.link }));
  await screen.findByText(forgottenPassword.text);
  await waitFor(() => expect(screen.getByLabelText(english.signIn.email)).toHaveFocus());
  await app.advance(200);
  return app.spoken;
}

test('announces the title and the text of the next step, each as one sentence', async () => {
  expect(await spokenAfterForgotten({})).toEqual([
    `status: ${textOf(english.step.announcement, forgottenPassword)}`,
  ]);
});

test('announces the next step with any markup of its heading', async () => {
  const render = { cardHeader: () => <p>{forgottenPassword.text}</p> };
  expect(await spokenAfterForgotten({ render })).toEqual([
    `status: ${textOf(english.step.announcement, forgottenPassword)}`,
  ]);
});
