// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Every number of a `KitError` in the sources, once. */
function numbersInSource(): string[] {
  const numbers = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => readFileSync(join(root, 'src', path), 'utf8').match(/\bMK\d{3}\b/g) ?? []);
  return [...new Set(numbers)].toSorted();
}

/** The sections of docs/errors.md, each with the text under its heading. */
function explained(): Map<string, string> {
  const sections = readFileSync(join(root, 'docs/errors.md'), 'utf8').split(/^## /m).slice(1);
  return new Map(
    sections.map((section) => [section.slice(0, 'MK000'.length), section.replace(/^.*\n/, '').trim()]),
  );
}

test('docs/errors.md explains the errors of the sources, all of them and no others, in order', () => {
  expect([...explained().keys()]).toEqual(numbersInSource());
});

test('every explanation says something', () => {
  const empty = [...explained()].filter(([, text]) => text.length < 40).map(([number]) => number);
  expect(empty).toEqual([]);
});

/** The pieces of code of the guides that stand below the name of a file, line by line. */
function quotations(): [guide: string, file: string, lines: readonly string[]][] {
  return readdirSync(join(root, 'docs/guides')).flatMap((guide) => {
    const text = readFileSync(join(root, 'docs/guides', guide), 'utf8');
    return [...text.matchAll(/<!-- (\S+) -->\s+```\w*\n([\s\S]*?)\n```/g)].map(
      ([, file = '', code = '']): [string, string, readonly string[]] => [guide, file, trimmed(code)],
    );
  });
}

/** Without what prettier may do otherwise in the one than in the other: indentation, empty lines. */
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

test('the guides quote what is tested', () => {
  expect(quotations().map(([guide, file]) => `${guide}: ${file}`)).toEqual([
    'better-auth.md: test/gate/servers.test.ts',
    'better-auth.md: test/gate/servers.test.ts',
    'better-auth.md: test/adapters/betterAuthRules.ts',
    'own-api.md: examples/own-api/adapter.ts',
    'servers.md: test/gate/servers.test.ts',
  ]);
});
