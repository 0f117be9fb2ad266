import { act, configure, screen, within, type BoundFunctions, type queries } from '@testing-library/react';
import type { ReactElement } from 'react';
import {
  OrganizationProfile,
  useOrganizationSwitcher,
  type OrganizationProfileProps,
} from '../../src/index.ts';
import type { FrontendApiOptions, SeedOrganization } from '../../src/testing/frontend-api/index.ts';
import { ADA, renderWithApi, type RenderedApp, type RenderOptions } from './renderWithApi.tsx';

const seedUser = (firstName: string, lastName: string) => ({
  emailAddress: `${firstName}@example.com`.toLowerCase(),
  password: ADA.password,
  firstName,
  lastName,
});

export const GRACE = seedUser('Grace', 'Hopper');
export const ALAN = seedUser('Alan', 'Turing');
const ANNIE = seedUser('Annie', 'Easley');

/** Eleven more members, for a second page. */
const crowd = Array.from({ length: 11 }, (_, index) => seedUser(`Member${index + 1}`, 'Example'));

/** Returns Ada, signed in, with one organization that she administers and one that she belongs to. */
export function organizations(first: Partial<SeedOrganization> = {}): FrontendApiOptions {
  return {
    users: [{ ...ADA, firstName: 'Ada', lastName: 'Lovelace' }, GRACE, ALAN, ANNIE, ...crowd],
    signedInAs: ADA.emailAddress,
    organizations: [
      {
        name: 'Analytical Engines',
        members: [
          { emailAddress: ADA.emailAddress, role: 'org:admin' },
          { emailAddress: GRACE.emailAddress, role: 'org:admin' },
          { emailAddress: ALAN.emailAddress },
          { emailAddress: ANNIE.emailAddress },
        ],
        ...first,
      },
      { name: 'Royal Society', members: [{ emailAddress: ADA.emailAddress }] },
    ],
  };
}

/** All members, on two pages. */
export const allMembers = [
  { emailAddress: ADA.emailAddress, role: 'org:admin' as const },
  ...crowd.map(({ emailAddress }) => ({ emailAddress })),
];

/** The profile of the first organization. */
function FirstOrganization(props: OrganizationProfileProps): ReactElement | null {
  const { organizations: all } = useOrganizationSwitcher();
  const first = all.status === 'loaded' ? all.value[0] : undefined;
  return first ? <OrganizationProfile organizationId={first.id} {...props} /> : null;
}

/** Renders the page, opens one of its tabs, and clears the recorded requests. */
export async function renderOrganization(
  tab: 'General' | 'Members' | 'Invitations',
  service: FrontendApiOptions = organizations(),
  { props, ...options }: RenderOptions & { readonly props?: OrganizationProfileProps } = {},
): Promise<RenderedApp> {
  // Loading a dialog takes time on a busy machine.
  configure({ asyncUtilTimeout: 5_000 });
  const app = renderWithApi(<FirstOrganization {...props} />, { service, ...options });
  await app.user.click(await screen.findByRole('tab', { name: tab }));
  await screen.findByRole('heading', { level: 3, name: tab });
  return app;
}

/** Returns the visible page. */
export function page(): BoundFunctions<typeof queries> {
  return within(screen.getByRole('tabpanel'));
}

/** Waits for pending effects. */
export const settled = (): Promise<void> => act(async () => {});
