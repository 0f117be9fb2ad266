import { afterAll, expect, test, vi } from 'vitest';
import { english } from '../../src/messages/english.ts';
import { renderAccount, section } from '../support/account.tsx';

// Files share their modules. This one starts from its own modules and leaves none behind.
vi.hoisted(() => vi.resetModules());
vi.mock('../../src/ui/user-profile/drawQrCode.ts', () => {
  throw new Error('Failed to fetch dynamically imported module');
});

afterAll(() => {
  vi.doUnmock('../../src/ui/user-profile/drawQrCode.ts');
  vi.resetModules();
});

const texts = english.security;

test('shows a sentence in place of a QR code whose module fails to load, and keeps the key and the link', async () => {
  const app = await renderAccount();
  await app.open(texts.tab);
  await app.press(texts.setUpAuthenticator);
  expect(await section().findByText(texts.noQrCode)).toBeVisible();
  expect(section().getByText(texts.secret)).toBeVisible();
  expect(section().getByRole('link', { name: texts.openApp })).toBeVisible();
});
