// @vitest-environment node
import { expect, it, describe } from 'vitest';
import { KitError } from '../../src/protocol/KitError.ts';
import { createFrontendApi } from '../../src/testing/createFrontendApi.ts';

const ada = { emailAddress: 'ada@example.com', password: 'correct horse' };
const organizations = [
  { name: 'Engines', members: [{ emailAddress: ada.emailAddress, role: 'org:admin' as const }] },
];

function setUp() {
  const api = createFrontendApi({
    users: [ada],
    organizations,
    signedInAs: ada.emailAddress,
    passwordIterations: 1,
  });
  return async (path: string, fields?: string[][]): Promise<unknown> => {
    const response = await api.fetch(
      new Request(`https://api.example/v1${path}`, {
        ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
      }),
    );
    return response.json();
  };
}

async function organizationId(send: ReturnType<typeof setUp>): Promise<string> {
  const body = await send('/me/organization_memberships?paginated=true&limit=10');
  const { response } = body as { response: { data: { organization: { id: string } }[] } };
  return response.data[0]?.organization.id ?? '';
}

describe('the account endpoints', () => {
  it('devices are listed without an envelope', async () => {
    expect(await setUp()('/me/sessions/active')).toMatchObject([
      { object: 'session', status: 'active', user: null, latest_activity: { object: 'session_activity' } },
    ]);
  });

  it('addresses are found with a trailing slash, as the SDK sends it', async () => {
    const body = await setUp()('/me/email_addresses/', [['email_address', 'new@example.com']]);
    expect(body).toMatchObject({
      response: { object: 'email_address', verification: null },
      client: { sessions: [{ user: { email_addresses: [{}, {}] } }] },
    });
  });

  it('a repeated parameter is a list, and the answer is a list', async () => {
    const send = setUp();
    const id = await organizationId(send);
    const body = await send(`/organizations/${id}/invitations/bulk`, [
      ['email_address', 'one@example.com'],
      ['email_address', 'two@example.com'],
      ['role', 'org:member'],
    ]);
    expect(body).toMatchObject({
      response: [
        { object: 'organization_invitation', email_address: 'one@example.com', role_name: 'Member' },
        { email_address: 'two@example.com', status: 'pending' },
      ],
    });
  });

  it('lists have the API’s pages', async () => {
    const send = setUp();
    expect(await send('/me/organization_memberships?paginated=true&limit=1&offset=1')).toMatchObject({
      response: { data: [], total_count: 1 },
    });
  });

  it('methods other than GET and POST are tunneled', async () => {
    const send = setUp();
    const id = await organizationId(send);
    expect(await send(`/organizations/${id}?_method=PATCH`, [['name', 'Mills']])).toMatchObject({
      response: { object: 'organization', name: 'Mills', slug: 'engines', members_count: 1 },
    });
    expect(await send(`/organizations/${id}?_method=DELETE`, [])).toMatchObject({
      response: { object: 'organization', id, deleted: true },
    });
  });

  it('the members of an organization have accounts', () => {
    const create = () => createFrontendApi({ organizations });
    expect(create).toThrow(KitError);
    expect(create).toThrow('MK602');
  });
});
