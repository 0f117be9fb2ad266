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
