// @vitest-environment node
import { expect, test } from 'vitest';
import { providerName } from '../../src/auth/providerName.ts';

test.each([
  ['github', 'GitHub'],
  ['gitlab', 'GitLab'],
  ['linkedin_oidc', 'LinkedIn'],
  ['twitter', 'X'],
  ['google', 'Google'],
  ['éclair', 'Éclair'],
  ['constructor', 'Constructor'],
  ['', ''],
])('the name of the provider %o is %o', (id, name) => {
  expect(providerName(id)).toBe(name);
});

test("the backend's name for a provider comes first", () => {
  expect(providerName('github', [{ id: 'github', name: 'GitHub Enterprise' }])).toBe('GitHub Enterprise');
});
