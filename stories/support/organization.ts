import type { StoryContext } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { ADA, serviceOf, type Service, type StoryService } from './service.tsx';
import { english } from '../../src/messages/english.ts';
import { textOf } from '../../test/support/textOf.ts';

const ADA_LOVELACE = { ...ADA, lastName: 'Lovelace' };

const person = (firstName: string, lastName: string) => ({
  emailAddress: `${firstName}.${lastName}@example.com`.toLowerCase().replaceAll(' ', '-'),
  password: 'correct horse battery',
  firstName,
  lastName,
});

const people = [
  person('Grace', 'Hopper'),
  person('Alan', 'Turing'),
  person('Annie', 'Easley'),
  person('Barbara', 'Liskov'),
  person('Charles', 'Babbage'),
  person('Edsger', 'Dijkstra'),
  person('Frances', 'Allen'),
  person('Jean', 'Bartik'),
  person('Karen', 'Sparck Jones'),
  person('Katherine', 'Johnson'),
  person('Margaret', 'Hamilton'),
  person('Radia', 'Perlman'),
];

const LOGO = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="#2c3a78"/><path d="M11 29 20 11l9 18" fill="none" stroke="#fff" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/></svg>',
)}`;

/** Ada's role, and the other members. */
export interface OrganizationOptions {
  readonly role?: 'org:admin' | 'org:member';
  readonly hasLogo?: boolean;
  /** The number of other members. Default: 3. */
  readonly others?: number;
  readonly invitations?: readonly string[];
  /** Ada's active organization; `null` for her personal account. Default: "Analytical Engines". */
  readonly active?: string | null;
}

/** Returns parameters for the page of an organization that Ada is a member of. */
export function organization(
  {
    role = 'org:admin',
    hasLogo = false,
    others = 3,
    invitations = [],
    active = 'Analytical Engines',
  }: OrganizationOptions = {},
  service: StoryService = {},
): { service: StoryService; active: string | null } {
  const members = people.slice(0, others).map(({ emailAddress }, index) => ({
    emailAddress,
    role: index === 0 ? ('org:admin' as const) : ('org:member' as const),
  }));
  return {
    active,
    service: {
      users: [ADA_LOVELACE, ...people],
      signedInAs: ADA.emailAddress,
      settings: { applicationName: 'Acme' },
      organizations: [
        {
          name: 'Analytical Engines',
          ...(hasLogo && { imageUrl: LOGO }),
          members: [{ emailAddress: ADA.emailAddress, role }, ...members],
          invitations: invitations.map((emailAddress) => ({ emailAddress })),
        },
        { name: 'Royal Society', members: [{ emailAddress: ADA.emailAddress }] },
      ],
      ...service,
    },
  };
}

/** Activates the story's organization before the first render, in every state of the service. */
export async function work(context: Pick<StoryContext, 'loaded' | 'parameters'>): Promise<void> {
  const active: unknown = context.parameters['active'];
  if (typeof active === 'string') await workIn(active)(serviceOf(context));
}

export const workIn =
  (active: string) =>
  async ({ api, adapter }: Service): Promise<void> => {
    const { mode } = api;
    api.setMode('operational');
    const all = (await adapter.loadOrganizations?.()) ?? [];
    const id = all.find(({ name }) => name === active)?.id ?? null;
    await adapter.setActiveOrganization?.({ id });
    api.setMode(mode);
    api.forgetRequests();
  };

/** Waits for the notice of the visible section; each opened section has one. */
export async function expectPaused({ canvas }: Pick<StoryContext, 'canvas'>): Promise<void> {
  const title = textOf(english.notice.titleInLine, { title: english.userProfile.paused });
  await waitFor(() => expect(within(canvas.getByRole('tabpanel')).getByText(title)).toBeVisible());
}

/** Dialogs load when they are first needed, which takes time on a busy machine. */
export const patiently = { timeout: 15_000 };
