// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { checkArchitecture, type Tree } from './support/architecture.ts';
import { readImports } from './support/readImports.ts';

const src = join(import.meta.dirname, '../src');

function readTree(): Required<Tree> {
  const found = readdirSync(src, { recursive: true, withFileTypes: true }).map((entry) => ({
    isFolder: entry.isDirectory(),
    path: join(entry.parentPath, entry.name)
      .slice(src.length + 1)
      .replaceAll(sep, '/'),
  }));
  return {
    files: Object.fromEntries(
      found
        .filter(({ isFolder }) => !isFolder)
        .map(({ path }) => [path, /\.tsx?$/.test(path) ? readFileSync(join(src, path), 'utf8') : '']),
    ),
    folders: found.filter(({ isFolder }) => isFolder).map(({ path }) => path),
  };
}

test('the sources follow the dependency rule', () => {
  const tree = readTree();
  expect(Object.keys(tree.files).length).toBeGreaterThan(5);
  expect(checkArchitecture(tree)).toEqual([]);
});

test('no behavior selects by a styling hook', () => {
  const selecting = Object.entries(readTree().files).filter(([, text]) =>
    /\[data-slot|['"`]\.mk-/.test(text),
  );
  expect(selecting.map(([path]) => path)).toEqual([]);
});

const sound: Tree['files'] = {
  'index.ts': "export { a } from './react/a.ts';\nexport type { View } from './ui/sign-in/View.tsx';",
  'protocol/index.ts': "export { code } from './code.ts';",
  'protocol/code.ts': "export const code = 'maintenance_mode';",
  'react/a.ts':
    "import { createContext } from 'react';\nimport { code } from '../protocol/code.ts';\nexport const a = code;",
  'ui/layout/Card.tsx': "export const Card = () => <div>import '../sign-in/View.tsx'</div>;",
  'ui/sign-in/View.tsx': "import { Card } from '../layout/Card.tsx';\nexport const View = () => <Card />;",
  'styles/styles.css': '@layer maintenance-kit;',
  ...Object.fromEntries(
    [
      'platform',
      'monitor',
      'dialects',
      'auth',
      'stores',
      'messages',
      'adapters',
      'server',
      'gate',
      'cli',
      'integrations',
      'testing',
    ].map((layer) => [`${layer}/a.ts`, 'export const a = 1;']),
  ),
};

describe('the dependency rule', () => {
  it('accepts a tree that follows it', () => {
    expect(checkArchitecture({ files: sound, folders: ['ui', 'ui/layout'] })).toEqual([]);
  });

  it.each<[string, Tree['files'], string]>([
    [
      'an import of a higher layer',
      { 'protocol/b.ts': "import { a } from '../react/a.ts';" },
      'protocol/b.ts imports react/a.ts: protocol may not import react',
    ],
    [
      'a type import of a higher layer',
      { 'monitor/b.ts': "import type { a } from '../react/a.ts';" },
      'monitor/b.ts imports react/a.ts: monitor may not import react',
    ],
    [
      'an import of a higher layer in a type',
      { 'auth/b.ts': "export type B = import('../react/a.ts').A;" },
      'auth/b.ts imports react/a.ts: auth may not import react',
    ],
    [
      'a re-export from a higher layer',
      { 'gate/b.ts': "export { a } from '../react/a.ts';" },
      'gate/b.ts imports react/a.ts: gate may not import react',
    ],
    [
      'a lazy import of a higher layer',
      { 'adapters/b.ts': "export const load = () => import('../react/a.ts');" },
      'adapters/b.ts imports react/a.ts: adapters may not import react',
    ],
    [
      'an entry that lists a server part',
      { 'index.ts': "export { gate } from './gate/gate.ts';" },
      'index.ts imports gate/gate.ts: the entry may not import gate',
    ],
    [
      'a folder of ui that imports its sibling',
      { 'ui/sign-up/View.tsx': "export { View } from '../sign-in/View.tsx';" },
      'ui/sign-up/View.tsx imports ui/sign-in/View.tsx: ui/sign-in is a feature, which no other folder may import',
    ],
    [
      'a part of ui that imports a form',
      { 'ui/layout/Bad.tsx': "export { View } from '../form/View.tsx';", 'ui/form/View.tsx': '' },
      'ui/layout/Bad.tsx imports ui/form/View.tsx: ui/layout may not import ui/form',
    ],
    [
      'a layer that is not listed',
      { 'helpers/b.ts': 'export const b = 1;' },
      'helpers/ is no layer that is listed',
    ],
    ['a file beside the entry', { 'helpers.ts': 'export const b = 1;' }, 'helpers.ts lies in no layer'],
    [
      'an import of an index',
      { 'react/b.ts': "import { code } from '../protocol/index.ts';" },
      'react/b.ts imports protocol/index.ts, an index',
    ],
    [
      'an import of a folder',
      { 'react/b.ts': "import { code } from '../protocol';" },
      'react/b.ts imports protocol, an index',
    ],
    [
      'an import of the package by its own name',
      { 'react/b.ts': "import { code } from 'maintenance-kit/protocol';" },
      'react/b.ts imports maintenance-kit/protocol, an entry of the package itself',
    ],
    [
      'an entry that declares something',
      { 'protocol/index.ts': "export { code } from './code.ts';\nexport const more = 1;" },
      'protocol/index.ts does more than list names: export { … } from',
    ],
    [
      'an entry that exports a whole module',
      { 'protocol/index.ts': "export * from './code.ts';" },
      'protocol/index.ts does more than list names: export { … } from',
    ],
    [
      'React outside of its layers',
      { 'monitor/b.ts': "import { useMemo } from 'react';" },
      'monitor/b.ts imports react: only react and ui know React',
    ],
    ['code among the styles', { 'styles/b.ts': 'export const b = 1;' }, 'styles/b.ts is no stylesheet'],
    [
      'a stylesheet elsewhere',
      { 'ui/layout/b.css': '' },
      'ui/layout/b.css is a stylesheet outside of styles/',
    ],
  ])('rejects %s', (_, broken, sentence) => {
    expect(checkArchitecture({ files: { ...sound, ...broken } })).toEqual([sentence]);
  });

  it("rejects a listed layer that doesn't exist", () => {
    const files = Object.fromEntries(Object.entries(sound).filter(([path]) => !path.startsWith('gate/')));
    expect(checkArchitecture({ files })).toEqual(['gate/ is listed and does not exist']);
  });

  it('rejects an empty folder in a layer', () => {
    const folders = ['stores/empty', 'ui', 'ui/user-button'];
    expect(checkArchitecture({ files: sound, folders })).toEqual([
      'stores/empty/ is empty',
      'ui/user-button/ is empty',
    ]);
  });
});

describe('reading imports', () => {
  it.each([
    ["import { a } from './a.ts';", ['./a.ts']],
    ["import type { A } from './a.ts';", ['./a.ts']],
    ["import { type A, b } from './a.ts';", ['./a.ts']],
    ["import './a.css';", ['./a.css']],
    ["export { a } from './a.ts';", ['./a.ts']],
    ["export type { A } from './a.ts';", ['./a.ts']],
    ["export * as a from './a.ts';", ['./a.ts']],
    ["export const a = () => import('./a.ts');", ['./a.ts']],
    ["export type A = import('./a.ts').A;", ['./a.ts']],
    ["export type A = typeof import('./a.ts');", ['./a.ts']],
    ["// import './a.ts';\n/* import './b.ts'; */", []],
    ['export const text = "import \'./a.ts\'";', []],
    ["export const from = './a.ts';", []],
  ])('%s', (source, specifiers) => {
    expect(readImports('module.ts', source).specifiers).toEqual(specifiers);
  });

  it("a text that isn't a module throws", () => {
    expect(() => readImports('module.ts', 'import {')).toThrow(/^module\.ts: /);
  });
});
