// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageEntries } from '../../tools/packageEntries.ts';
import { readImports } from '../support/readImports.ts';

const src = join(import.meta.dirname, '../../src');
const nameOf = (path: string): string => relative(src, path).replaceAll(sep, '/');
const isClient = (text: string): boolean => /^'use client';/m.test(text);

const commentOrText = /\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|"[^"\n]*"/g;

/** What a server component can't run: hooks and contexts. */
const needsClient = (text: string): boolean =>
  /\b(?:use[A-Z]\w*|createContext)\(/.test(text.replaceAll(commentOrText, ''));

/** The modules that run on a server if one imports the entry: the walk ends at each "use client". */
function serverModules(entry: string, found = new Map<string, string>()): ReadonlyMap<string, string> {
  const text = readFileSync(entry, 'utf8');
  if (found.has(entry) || isClient(text)) return found;
  found.set(entry, text);
  for (const specifier of readImports(entry, text).specifiers) {
    if (/^\..*\.tsx?$/.test(specifier)) serverModules(join(dirname(entry), specifier), found);
  }
  return found;
}

const entries = packageEntries().filter(({ source }) => source.endsWith('.ts'));

describe('"use client"', () => {
  it.each(entries.map(({ specifier, source }) => [specifier, source]))(
    'stands before everything that needs a browser in %s',
    (_specifier, source) => {
      const modules = serverModules(source);
      expect(modules.size).toBeGreaterThan(0);
      expect([...modules].filter(([, text]) => needsClient(text)).map(([path]) => nameOf(path))).toEqual([]);
    },
  );

  it('stands in the layers of React only, and in no entry', () => {
    const marked = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && isClient(readFileSync(join(src, path), 'utf8')))
      .map((path) => path.replaceAll(sep, '/'));
    expect(marked.length).toBeGreaterThan(50);
    const outside = marked.filter(
      (path) => !/^(?:react|ui|integrations)\//.test(path) || path.endsWith('index.ts'),
    );
    expect(outside).toEqual([]);
  });
});
