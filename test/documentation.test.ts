// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Returns every number of a `KitError` in the sources, once. */
function numbersInSource(): string[] {
  const numbers = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => readFileSync(join(root, 'src', path), 'utf8').match(/\bMK\d{3}\b/g) ?? []);
  return [...new Set(numbers)].toSorted();
}

/** Returns the sections of docs/errors.md, each with the text under its heading. */
function explained(): Map<string, string> {
  const sections = readFileSync(join(root, 'docs/errors.md'), 'utf8').split(/^## /m).slice(1);
  return new Map(
    sections.map((section) => [section.slice(0, 'MK000'.length), section.replace(/^.*\n/, '').trim()]),
  );
}

test('docs/errors.md explains every error of the sources, and no other, in order', () => {
  expect([...explained().keys()]).toEqual(numbersInSource());
});

test('every explanation has at least 40 characters', () => {
  const empty = [...explained()].filter(([, text]) => text.length < 40).map(([number]) => number);
  expect(empty).toEqual([]);
});

/** Returns the lines of each code block in the README and the guides that follows a comment with a file name. */
function quotations(): [page: string, file: string, lines: readonly string[]][] {
  const guides = readdirSync(join(root, 'docs/guides')).map((guide) => `docs/guides/${guide}`);
  return ['README.md', ...guides].flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return [...text.matchAll(/<!-- (\S+) -->\s+```\w*\n([\s\S]*?)\n```/g)].map(
      ([, file = '', code = '']): [string, string, readonly string[]] => [
        basename(path),
        file,
        trimmed(code),
      ],
    );
  });
}

/** Drops indentation and empty lines, which Prettier may format differently in a page and in a source. */
function trimmed(code: string): readonly string[] {
  return code
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

test.each(quotations())('%s quotes %s as it is tested', (_, file, lines) => {
  const tested = trimmed(readFileSync(join(root, file), 'utf8'));
  expect(tested.join('\n')).toContain(lines.join('\n'));
});

test('the README and the guides quote tested code', () => {
  expect(quotations().map(([page, file]) => `${page}: ${file}`)).toEqual([
    'README.md: examples/note-form/NoteForm.tsx',
    'better-auth.md: test/gate/servers.test.ts',
    'better-auth.md: test/gate/servers.test.ts',
    'better-auth.md: test/adapters/betterAuthRules.ts',
    'clients.md: test/clients/clients/ky.ts',
    'clients.md: test/clients/clients/ofetch.ts',
    'clients.md: test/clients/clients/wretch.ts',
    'clients.md: test/clients/clients/openapiFetch.ts',
    'clients.md: test/clients/clients/betterFetch.ts',
    'clients.md: test/clients/clients/axios.ts',
    'clients.md: test/clients/guide.test.tsx',
    'clients.md: test/clients/guide.test.tsx',
    'clients.md: test/clients/guide.test.tsx',
    'clients.md: test/clients/clients/apollo.ts',
    'clients.md: test/clients/clients/urql.ts',
    'clients.md: test/clients/clients/graphqlRequest.ts',
    'clients.md: test/clients/clients/trpc.ts',
    'clients.md: test/clients/clients/supabase.ts',
    'customizing.md: examples/contact-form/ContactForm.tsx',
    'dialects.md: test/dialects/guide.test.tsx',
    'dialects.md: test/dialects/guide.test.tsx',
    'dialects.md: test/dialects/guide.test.tsx',
    'forms.md: test/clients/forms.test.tsx',
    'forms.md: test/clients/forms.test.tsx',
    'forms.md: test/clients/forms.test.tsx',
    'forms.md: test/clients/forms.test.tsx',
    'next.md: test/frameworks/next/app/providers.tsx',
    'next.md: test/frameworks/next/app/layout.tsx',
    'next.md: test/frameworks/next/proxy.ts',
    'next.md: test/frameworks/next/app/actions.ts',
    'next.md: test/frameworks/next/app/error.tsx',
    'next.md: test/frameworks/next/app/global-error.tsx',
    'own-api.md: examples/own-api/adapter.ts',
    'react-router.md: test/frameworks/react-router/app/routes/home.tsx',
    'servers.md: test/gate/servers.test.ts',
    'several-servers.md: test/gate/redisStorage.ts',
    'several-servers.md: test/integrations/guide.test.tsx',
    'several-servers.md: test/gate/openFeature.test.ts',
    'tanstack-query.md: test/clients/tanstackGuide.test.tsx',
    'tanstack-query.md: test/clients/tanstackGuide.test.tsx',
    'tanstack-query.md: test/clients/tanstackGuide.test.tsx',
    'tanstack-query.md: test/clients/tanstackGuide.test.tsx',
    'tanstack-query.md: test/clients/tanstackGuide.test.tsx',
    'testing.md: test/testing/survives.test.tsx',
    'testing.md: test/e2e/attachMaintenance.test.ts',
    'testing.md: test/testing/guide.test.tsx',
    'testing.md: test/testing/guide.test.tsx',
    'testing.md: test/testing/guide.test.tsx',
    'testing.md: test/testing/guide.test.tsx',
    'windows.md: test/integrations/guide.test.tsx',
    'windows.md: test/integrations/guide.test.tsx',
    'windows.md: test/integrations/guide.test.tsx',
    'windows.md: test/integrations/guide.test.tsx',
  ]);
});
