import { cleanup, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SignedOut, SignOutButton, UserProfile } from '../../src/index.ts';
import { createFakePlatform, type FakePlatform } from '../support/fakePlatform.ts';
import { ADA, renderWithApi } from '../support/renderWithApi.tsx';
import { english } from '../../src/messages/english.ts';

const service = { users: [{ ...ADA, firstName: 'Ada' }], signedInAs: ADA.emailAddress };

/** Returns a page whose storage the test can read. */
function withStorage(): { readonly platform: FakePlatform; readonly items: ReadonlyMap<string, string> } {
  const items = new Map<string, string>();
  const platform = createFakePlatform();
  platform.draftStorage = {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
  return { platform, items };
}

test('a sign-out clears all drafts, even of forms that the page has not shown since its reload', async () => {
  const { platform, items } = withStorage();
  const before = renderWithApi(<UserProfile />, { platform, service });
  await before.user.type(await screen.findByLabelText(english.details.firstName), ' Augusta');
  cleanup();
  expect([...items.values()].join()).toContain('Ada Augusta');

  const after = renderWithApi(
    <>
      <SignOutButton />
      <SignedOut>Signed out</SignedOut>
    </>,
    { platform, service },
  );
  await after.user.click(await screen.findByRole('button', { name: english.actions.signOut }));
  await screen.findByText('Signed out');
  await waitFor(() => expect([...items]).toEqual([]));
});
