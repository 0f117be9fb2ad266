import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { frontendApiAdapter } from '../../src/adapters/frontendApi.ts';
import { english, SignIn } from '../../src/index.ts';
import type { AuthProvider } from '../../src/auth/SessionPort.ts';
import { renderWithApi } from '../support/renderWithApi.tsx';
import { textOf } from '../support/textOf.ts';

/** Renders a sign-in with one provider, and returns a function that finds its mark. */
async function markOf(provider: AuthProvider): Promise<() => Element | null> {
  const adapter = frontendApiAdapter({ baseUrl: '/__api' });
  renderWithApi(<SignIn />, {
    adapter: {
      ...adapter,
      loadAuthOptions: async () => {
        const options = await adapter.loadAuthOptions?.();
        if (!options) throw new Error('The adapter has no options.');
        return { ...options, providers: [provider] };
      },
    },
  });
  const name = textOf(english.providers.continueWith, { provider: provider.name });
  const button = await screen.findByRole('button', { name });
  return () => button.querySelector('[data-slot="provider-mark"]');
}

test('a known provider has its mark, drawn in the color of the text', async () => {
  const mark = await markOf({ id: 'github', name: 'GitHub' });
  await waitFor(() => expect(mark()?.querySelector('path')).toHaveAttribute('fill', 'currentColor'));
});

test.each(['microsoft', 'constructor'])('the provider %o, which has no mark, has its initial', async (id) => {
  const mark = await markOf({ id, name: 'Émile' });
  await waitFor(() => expect(mark()).toHaveAttribute('data-initial', 'É'));
});

test("the backend's logo comes before the mark, and the mark replaces a logo that fails to load", async () => {
  const mark = await markOf({ id: 'github', name: 'GitHub', logoUrl: 'https://img.example/github.png' });
  await waitFor(() => expect(mark()).toHaveAttribute('src', 'https://img.example/github.png'));
  const logo = mark();
  if (logo) fireEvent.error(logo);
  await waitFor(() => expect(mark()?.querySelector('path')).toBeInTheDocument());
});
