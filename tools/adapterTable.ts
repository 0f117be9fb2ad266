import { createAuthClient } from 'better-auth/client';
import { betterAuthAdapter } from '../src/adapters/betterAuth.ts';
import { clerkAdapter } from '../src/adapters/clerk.ts';
import { frontendApiAdapter } from '../src/adapters/frontendApi.ts';
import { authOperations, type AuthAdapter, type AuthOperation } from '../src/auth/AuthAdapter.ts';

/** Nothing is asked of it. */
const clerk = {
  loaded: true,
  publishableKey: 'pk_live_',
  frontendApi: 'clerk.app.example',
  setActive: () => Promise.resolve(),
  buildUrlWithAuth: String,
  createOrganization: () => Promise.resolve(),
  getOrganization: () => Promise.reject(new Error('There is none.')),
};

/** The adapters with everything switched on that they can do. */
const adapters: readonly (readonly [entry: string, adapter: AuthAdapter])[] = [
  ['`/adapters/frontend-api`', frontendApiAdapter({ baseUrl: '/__api' })],
  [
    '`/adapters/better-auth`',
    betterAuthAdapter(createAuthClient(), { checkUrl: '/api/maintenance', canDeleteAccount: true }),
  ],
  ['`/adapters/clerk`', clerkAdapter(clerk)],
];

function toTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/** The text of docs/adapters.md: what each adapter offers, and what a maintenance does to it. */
export function adapterTable(): string {
  const operations = Object.keys(authOperations) as AuthOperation[];
  const rows = operations.map((operation) =>
    [`\`${operation}\``, authOperations[operation]].concat(
      adapters.map(([, adapter]) => (adapter[operation] ? 'yes' : '–')),
    ),
  );
  return `# Adapters

What each adapter offers, and what a maintenance does to it: a \`mutation\` is held back, a \`read\` and what belongs
to the \`session\` go on. A form shows only what its adapter offers. Made from the table in
\`src/auth/AuthAdapter.ts\`; a test tells when this file is behind it, and writes it anew when it is run with \`-u\`.

${toTable([['operation', 'kind', ...adapters.map(([entry]) => entry)], ...rows])}

- \`checkService\` of better-auth needs \`checkUrl\`, \`deleteAccount\` needs \`canDeleteAccount\`.
- \`signInWithPasskey\` takes the SDK, or an adapter of one's own.
- Organisations, second factors and codes by email belong to plugins of better-auth, which its adapter does not use.
`;
}
