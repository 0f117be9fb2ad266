import manifest from './package.json' with { type: 'json' };
import { openApollo } from './clients/apollo.ts';
import { openAxios, openAxiosWithFetch } from './clients/axios.ts';
import { openBetterFetch } from './clients/betterFetch.ts';
import type { Client } from './clients/Client.ts';
import { openGraphqlRequest } from './clients/graphqlRequest.ts';
import { openKy } from './clients/ky.ts';
import { openOfetch } from './clients/ofetch.ts';
import { openOpenapiFetch } from './clients/openapiFetch.ts';
import { openRtkQuery } from './clients/rtkQuery.ts';
import { openSupabase } from './clients/supabase.ts';
import { openSwr } from './clients/swr.tsx';
import { openTanstackQuery } from './clients/tanstackQuery.tsx';
import { openTrpc } from './clients/trpc.ts';
import { openUrql } from './clients/urql.ts';
import { openWretch } from './clients/wretch.ts';

export interface Row {
  readonly name: string;
  /** The heading of its section in the guide, as a fragment. */
  readonly section: string;
  /** The package whose tested version the README names. */
  readonly from: keyof typeof manifest.dependencies;
  readonly open: (baseUrl: string) => Client;
}

/** The clients in the order of the README's table. */
export const rows: readonly Row[] = [
  { name: 'ky', section: 'ky', from: 'ky', open: openKy },
  { name: 'ofetch', section: 'ofetch', from: 'ofetch', open: openOfetch },
  { name: 'wretch', section: 'wretch', from: 'wretch', open: openWretch },
  { name: 'openapi-fetch', section: 'openapi-fetch', from: 'openapi-fetch', open: openOpenapiFetch },
  { name: 'better-fetch', section: 'better-fetch', from: '@better-fetch/fetch', open: openBetterFetch },
  { name: 'axios', section: 'axios', from: 'axios', open: openAxios },
  { name: 'axios with `fetch`', section: 'axios', from: 'axios', open: openAxiosWithFetch },
  {
    name: 'TanStack Query',
    section: 'tanstack-query',
    from: '@tanstack/react-query',
    open: openTanstackQuery,
  },
  { name: 'SWR', section: 'swr', from: 'swr', open: openSwr },
  { name: 'RTK Query', section: 'rtk-query', from: '@reduxjs/toolkit', open: openRtkQuery },
  { name: 'Apollo Client', section: 'apollo-client', from: '@apollo/client', open: openApollo },
  { name: 'urql', section: 'urql', from: 'urql', open: openUrql },
  { name: 'graphql-request', section: 'graphql-request', from: 'graphql-request', open: openGraphqlRequest },
  { name: 'tRPC', section: 'trpc', from: '@trpc/client', open: openTrpc },
  { name: 'supabase-js', section: 'supabase-js', from: '@supabase/supabase-js', open: openSupabase },
];

/** The lines of the README's table. `clients.test.ts` proves each cell. */
export const tableLines: readonly string[] = rows.map(
  ({ name, section, from }) =>
    `| [${name}](docs/guides/clients.md#${section}) | ${manifest.dependencies[from]} | [yes][clients] | [yes][clients] | [yes][clients] | [yes][clients] |`,
);
