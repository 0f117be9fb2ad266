import {
  browserPlatform,
  createMaintenanceMonitor,
  guardMutation,
  watchFetch,
  watchXhr,
  type MaintenanceMonitor,
} from 'maintenance-kit';
import { graphqlRules } from 'maintenance-kit/integrations/graphql';
import { readServiceCheck } from 'maintenance-kit/protocol';
import { beforeEach, describe, expect, it, onTestFinished, test } from 'vitest';
import { openReportingApollo } from './clients/apollo.ts';
import type { Client } from './clients/Client.ts';
import { openReportingGraphqlRequest } from './clients/graphqlRequest.ts';
import { openKy, openKyWithRetries } from './clients/ky.ts';
import { openOfetch, openOfetchWithoutRetries } from './clients/ofetch.ts';
import { openSupabase, openSupabaseWithoutRetries, refreshSession, sessionRule } from './clients/supabase.ts';
import { openReportingUrql } from './clients/urql.ts';
import { openOpenapiFetchAsIs } from './clients/openapiFetch.ts';
import readme from '../../README.md?raw';
import { rows, tableLines } from './rows.ts';
import { baseUrls, countToThirdParty, setMode, takeRequests } from './support/openService.ts';
import { outcomeOf } from './support/outcomeOf.ts';

const urls = await baseUrls();
const nothing = { status: 'operational' };
const known = { status: 'maintenance', scope: 'mutations', notice: { retryAfterMs: 7000 } };

/** Observes the page as the provider does. */
function watchPage(): MaintenanceMonitor {
  const monitor = createMaintenanceMonitor({
    apis: [urls.other],
    rules: [
      ...graphqlRules({ path: '/api/graphql' }),
      ...graphqlRules({ path: '/api/graphql-200' }),
      sessionRule('/api'),
    ],
    shared: false,
    check: async () => readServiceCheck(await fetch(`${urls.other}/maintenance`)),
    platform: browserPlatform(),
  });
  const stops = [watchFetch(monitor), watchXhr(monitor)];
  onTestFinished(() => stops.forEach((stop) => stop()));
  return monitor;
}

/** Waits until the monitor has read the response. */
const stateOf = async (monitor: MaintenanceMonitor) => {
  await monitor.report(undefined);
  return monitor.getSnapshot();
};

beforeEach(() => setMode('operational'));

describe.each(rows)('$name', ({ open }) => {
  it.each(['same', 'other'] as const)(
    'shows a maintenance of the %s origin, with its Retry-After',
    async (origin) => {
      const monitor = watchPage();
      await setMode('maintenance');
      await outcomeOf(open(urls[origin]).mutate);
      expect(await stateOf(monitor)).toMatchObject(known);
    },
  );

  it('reads in a maintenance, which ends no maintenance and begins none', async () => {
    const monitor = watchPage();
    const client = open(urls.other);
    const before = await outcomeOf(client.read);
    await setMode('maintenance');
    expect(await outcomeOf(client.read)).toEqual(before);
    expect(await stateOf(monitor)).toEqual(nothing);
    await outcomeOf(client.mutate);
    await outcomeOf(client.read);
    expect(await stateOf(monitor)).toMatchObject(known);
  });

  it('gets the same with and without the kit, and sends the same', async () => {
    const client = open(urls.other);
    const record = async () => {
      const recorded: unknown[] = [];
      for (const mode of ['operational', 'maintenance', 'overloaded'] as const) {
        await setMode(mode);
        const outcomes = [await outcomeOf(client.read), await outcomeOf(client.mutate)];
        recorded.push({ mode, outcomes, requests: await takeRequests() });
      }
      return recorded;
    };
    const bare = await record();
    const monitor = watchPage();
    expect(await record()).toEqual(bare);
    expect(await stateOf(monitor)).toMatchObject(known);
  });

  it('ignores a 503 that is no maintenance', async () => {
    const monitor = watchPage();
    await setMode('overloaded');
    const failed = await outcomeOf(() => guardMutation(monitor, open(urls.other).mutate));
    expect(failed).not.toMatchObject({ error: { name: 'SystemUnderMaintenance' } });
    expect(await stateOf(monitor)).toEqual(nothing);
  });

  it('ignores the maintenance of a third party', async () => {
    const monitor = watchPage();
    const failed = await outcomeOf(() => guardMutation(monitor, open(urls.third).mutate));
    expect(failed).not.toMatchObject({ error: { name: 'SystemUnderMaintenance' } });
    expect(await stateOf(monitor)).toEqual(nothing);
    expect(await countToThirdParty()).toBe(1);
  });

  it('fails with the error of the kit where the mutation is guarded, and sends nothing once the maintenance is known', async () => {
    const monitor = watchPage();
    const client = open(urls.other);
    const guarded = () => guardMutation(monitor, client.mutate);
    await setMode('maintenance');
    expect(await outcomeOf(guarded)).toMatchObject({
      error: { name: 'SystemUnderMaintenance', blocked: false, retryAfterMs: 7000 },
    });
    expect(await takeRequests()).toHaveLength(1);
    expect(await outcomeOf(guarded)).toMatchObject({
      error: { name: 'SystemUnderMaintenance', blocked: true, retryAfterMs: 7000 },
    });
    expect(await takeRequests()).toEqual([]);
  });

  it('sends a rejected mutation once', async () => {
    const { mutate, replace = mutate } = open(urls.other);
    await setMode('maintenance');
    await outcomeOf(replace);
    expect(await takeRequests()).toHaveLength(1);
  });

  it('succeeds after the maintenance', async () => {
    const monitor = watchPage();
    const client = open(urls.other);
    const guarded = () => guardMutation(monitor, client.mutate);
    await setMode('maintenance');
    await outcomeOf(guarded);
    await setMode('operational');
    await monitor.checkNow();
    expect(monitor.getSnapshot()).toMatchObject(nothing);
    const saved = await outcomeOf(guarded);
    expect(JSON.stringify(saved)).toContain('"text":"Second"');
  });
});

test.each(rows)('$name is observed if it is created before the provider', async ({ open }) => {
  const client = open(urls.other);
  const monitor = watchPage();
  await setMode('maintenance');
  await outcomeOf(client.mutate);
  expect(await stateOf(monitor)).toMatchObject(known);
});

test('openapi-fetch is not if it stores the fetch that it finds when it is created', async () => {
  const client = openOpenapiFetchAsIs(urls.other);
  const monitor = watchPage();
  await setMode('maintenance');
  await outcomeOf(client.mutate);
  expect(await stateOf(monitor)).toEqual(nothing);
});

test('the README lists the tested clients and versions', () => {
  const lines = readme.split('\n').map((line) => line.replaceAll(/ +/g, ' '));
  expect(lines.filter((line) => line.includes('guides/clients.md#'))).toEqual(tableLines);
});

test('supabase-js refreshes its session in a maintenance, which doesn’t end it', async () => {
  const monitor = watchPage();
  await setMode('maintenance');
  await outcomeOf(openSupabase(urls.other).mutate);
  expect(await refreshSession(urls.other)).toBe('ada');
  expect(await stateOf(monitor)).toMatchObject(known);
});

describe('a client that sends again', () => {
  it.each([
    ['ky, a PUT', openKyWithRetries, 'replace', 3],
    ['ky, a GET', openKyWithRetries, 'read', 3],
    ['ky without 503 in its list, a GET', openKy, 'read', 1],
    ['ofetch, a GET', openOfetch, 'read', 2],
    ['ofetch without retries, a GET', openOfetchWithoutRetries, 'read', 1],
    ['supabase-js, a GET', openSupabase, 'read', 4],
    ['supabase-js without retries, a GET', openSupabaseWithoutRetries, 'read', 1],
  ] as const)('%s', async (_name, open, call, count) => {
    await setMode('unavailable', 0);
    await outcomeOf(open(urls.other)[call] as Client['read']);
    expect(await takeRequests()).toHaveLength(count);
  });
});

describe('a GraphQL server that answers 200 with the code', () => {
  it.each([
    ['Apollo Client', openReportingApollo],
    ['urql', openReportingUrql],
    ['graphql-request', openReportingGraphqlRequest],
  ])('is in maintenance if %s reports its errors', async (_name, open) => {
    const monitor = watchPage();
    const client = open(urls.other, monitor);
    await setMode('maintenance');
    await outcomeOf(client.read);
    expect(await stateOf(monitor)).toEqual(nothing);
    await outcomeOf(client.mutate);
    await expect
      .poll(() => monitor.getSnapshot())
      .toMatchObject({ status: 'maintenance', scope: 'mutations', apis: [urls.other] });
  });

  it.each([
    ['Apollo Client', openReportingApollo],
    ['urql', openReportingUrql],
    ['graphql-request', openReportingGraphqlRequest],
  ])('rejects a guarded mutation of %s', async (_name, open) => {
    const monitor = watchPage();
    await setMode('maintenance');
    const guarded = () => guardMutation(monitor, open(urls.other, monitor).mutate);
    expect(await outcomeOf(guarded)).toMatchObject({
      error: { name: 'SystemUnderMaintenance', blocked: false },
    });
    expect(monitor.getSnapshot().status).toBe('maintenance');
  });
});
