import type { ReactElement } from 'react';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import {
  OrganizationProfile,
  OrganizationSwitcher,
  SignedIn,
  useOrganizationSwitcher,
  UserButton,
  UserProfile,
} from '../../src/index.ts';
import '../../src/styles/styles.css';
import { english } from '../../src/messages/english.ts';
import type { FrontendApiOptions } from '../../src/testing/frontend-api/index.ts';
import { ADA, renderInBrowser } from '../support/renderInBrowser.tsx';

const service: FrontendApiOptions = {
  users: [{ ...ADA, firstName: 'Ada', lastName: 'Lovelace' }],
  signedInAs: ADA.emailAddress,
  organizations: [{ name: 'Acme Inc', members: [{ emailAddress: ADA.emailAddress, role: 'org:admin' }] }],
};

/** Returns how an element shows the initials of a user. */
function discOf(element: Element): Readonly<Record<string, string>> {
  const { backgroundColor, color } = getComputedStyle(element);
  const text = element.getAttribute('data-initials') ?? element.textContent;
  return { text, backgroundColor, color };
}

test('a user without a picture has the same initials and colors in the button, the switcher and the account page', async () => {
  await renderInBrowser(
    <SignedIn>
      <UserButton />
      <OrganizationSwitcher />
      <UserProfile />
    </SignedIn>,
    { service },
  );
  await expect.element(page.getByRole('button', { name: english.profileDetails.save })).toBeVisible();
  const discs = () =>
    [...document.querySelectorAll('[data-slot="avatar"], [data-slot="picture"][data-shape="round"]')].map(
      discOf,
    );
  await expect.poll(() => discs().length).toBe(4);
  const [first] = discs();
  expect(first?.['text']).toBe('AL');
  expect(discs()).toEqual([first, first, first, first]);
});

function FirstOrganization(): ReactElement | null {
  const { organizations } = useOrganizationSwitcher();
  const [first] = organizations.status === 'loaded' ? organizations.value : [];
  return first ? <OrganizationProfile organizationId={first.id} /> : null;
}

const ANY = 'org_any';
const isList = (path: string): boolean => path.includes('organization_memberships');

test.each<[state: string, text: string, children: ReactElement, options: FrontendApiOptions]>([
  ['it is loaded', english.organizationGeneral.slug, <FirstOrganization key="1" />, {}],
  [
    'it loads',
    english.loading,
    <OrganizationProfile key="2" organizationId={ANY} />,
    { delay: ({ path }) => (isList(path) ? new Promise(() => {}) : Promise.resolve()) },
  ],
  [
    'it failed to load',
    english.userProfile.loadFailed,
    <OrganizationProfile key="3" organizationId={ANY} />,
    {
      delay: ({ path }) => (isList(path) ? Promise.reject(new TypeError('lost')) : Promise.resolve()),
    },
  ],
  ['no organization is active', english.organization.none, <OrganizationProfile key="4" />, {}],
  ['it is gone', english.organization.gone, <OrganizationProfile key="5" organizationId={ANY} />, {}],
])('the card of an organization is 35rem high while %s', async (_, text, children, options) => {
  await page.viewport(1280, 900);
  await renderInBrowser(<SignedIn>{children}</SignedIn>, { service: { ...service, ...options } });
  await expect.element(page.getByText(text).first()).toBeInTheDocument();
  const BORDERS = 2;
  await expect
    .poll(() => document.querySelector('[data-slot="tabbed-card"]')?.getBoundingClientRect().height)
    .toBe(35 * 16 + BORDERS);
});
