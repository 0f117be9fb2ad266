import { posix } from 'node:path';
import { readImports } from './readImports.ts';

/** The layers of src, each with the layers that it may import. An import may skip a layer and never points back. */
const allowedImports: Readonly<Record<string, readonly string[]>> = {
  platform: [],
  protocol: [],
  monitor: ['protocol', 'platform'],
  auth: ['protocol', 'platform'],
  stores: ['monitor', 'auth', 'protocol', 'platform'],
  messages: ['auth', 'protocol'],
  react: ['stores', 'monitor', 'auth', 'messages', 'protocol', 'platform'],
  ui: ['react', 'stores', 'messages', 'auth', 'monitor', 'protocol'],
  adapters: ['auth', 'protocol', 'platform'],
  server: ['monitor', 'protocol'],
  gate: ['protocol'],
  dialects: ['protocol'],
  cli: ['gate', 'protocol'],
  integrations: ['monitor', 'protocol', 'platform'],
  testing: ['auth', 'gate', 'protocol'],
  styles: [],
};

/**
 * The folders of ui that others may import, in order: each may import those before it. Every other folder is a feature.
 */
const sharedFolders = [
  'styling',
  'focus',
  'layout',
  'notice',
  'action',
  'form',
  'auth-flow',
  'settings-page',
];

/** The layers that the entry of the package may export from. */
const entryLayers = ['ui', 'react', 'stores', 'messages', 'auth', 'monitor', 'protocol', 'platform'];

/** The only layers that import React, and the packages that depend on it. */
const reactLayers = ['react', 'ui'];
const reactPackages = /^(react|react-dom|input-otp|@radix-ui\/[^/]+)(\/|$)/;

/** The package's own name, which no module inside may import: it would go through an entry. */
const ownPackage = /^maintenance-kit(\/|$)/;

export interface Tree {
  /** The text of every file, by its path in src, with forward slashes. */
  readonly files: Readonly<Record<string, string>>;
  /** Every folder, by its path in src. The folders of `files` can be left out. */
  readonly folders?: readonly string[];
}

/** Reads the imports of a source tree, types included, and returns one sentence for each violation. */
export function checkArchitecture({ files, folders = [] }: Tree): string[] {
  const paths = Object.keys(files);
  const modules = new Map(
    paths
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => [path, readImports(path, files[path] ?? '')] as const),
  );
  return [
    ...checkFolders(paths, folders),
    ...paths.flatMap(checkPlace),
    ...[...modules].flatMap(([path, { onlyListsNames }]) => checkIndex(path, onlyListsNames)),
    ...[...modules].flatMap(([path, { specifiers }]) =>
      specifiers.flatMap((specifier) => checkPackage(path, specifier)),
    ),
    ...[...modules].flatMap(([path, { specifiers }]) =>
      specifiers
        .flatMap((specifier) => inside(path, specifier))
        .flatMap((target) => checkArrow(path, target)),
    ),
  ];
}

function checkFolders(paths: readonly string[], folders: readonly string[]): string[] {
  const layers = new Set([...paths.filter((path) => path.includes('/')), ...folders].map(layerOf));
  return [
    ...[...layers]
      .filter((layer) => !(layer in allowedImports))
      .map((layer) => `${layer}/ is no layer that is listed`),
    ...Object.keys(allowedImports)
      .filter((layer) => !layers.has(layer))
      .map((layer) => `${layer}/ is listed and does not exist`),
    ...folders
      .filter((folder) => !paths.some((path) => path.startsWith(`${folder}/`)))
      .map((folder) => `${folder}/ is empty`),
  ];
}

/** Stylesheets have their own layer, which holds nothing else. */
function checkPlace(path: string): string[] {
  if (layerOf(path) === '' && path !== 'index.ts') return [`${path} lies in no layer`];
  const isStylesheet = path.endsWith('.css');
  if (layerOf(path) === 'styles') return isStylesheet ? [] : [`${path} is no stylesheet`];
  return isStylesheet ? [`${path} is a stylesheet outside of styles/`] : [];
}

function checkIndex(path: string, onlyListsNames: boolean): string[] {
  return isIndex(path) && !onlyListsNames ? [`${path} does more than list names: export { … } from`] : [];
}

function checkPackage(path: string, specifier: string): string[] {
  if (ownPackage.test(specifier)) return [`${path} imports ${specifier}, an entry of the package itself`];
  return reactPackages.test(specifier) && !reactLayers.includes(layerOf(path))
    ? [`${path} imports ${specifier}: only ${reactLayers.join(' and ')} know React`]
    : [];
}

function checkArrow(path: string, target: string): string[] {
  const from = layerOf(path);
  const to = layerOf(target);
  if (isIndex(target)) return [`${path} imports ${target}, an index`];
  if (from === to) return from === 'ui' ? checkFoldersOfUi(path, target) : [];
  const allowed = from === '' ? entryLayers : (allowedImports[from] ?? []);
  return allowed.includes(to)
    ? []
    : [`${path} imports ${target}: ${from || 'the entry'} may not import ${to}`];
}

function checkFoldersOfUi(path: string, target: string): string[] {
  const from = path.split('/')[1] ?? '';
  const to = target.split('/')[1] ?? '';
  if (from === to) return [];
  const place = sharedFolders.indexOf(to);
  if (place === -1)
    return [`${path} imports ${target}: ui/${to} is a feature, which no other folder may import`];
  const isBefore = !sharedFolders.includes(from) || place < sharedFolders.indexOf(from);
  return isBefore ? [] : [`${path} imports ${target}: ui/${from} may not import ui/${to}`];
}

/** Returns the path in src that a relative specifier refers to; an empty list for a package. */
function inside(path: string, specifier: string): string[] {
  return /^\.\.?(\/|$)/.test(specifier) ? [posix.join(posix.dirname(path), specifier)] : [];
}

function layerOf(path: string): string {
  const [first = '', ...rest] = path.split('/');
  return rest.length === 0 && /\.[a-z]+$/.test(first) ? '' : first;
}

/** Returns whether a path is an index, or a folder and so its index. */
function isIndex(path: string): boolean {
  return /^index\.tsx?$/.test(posix.basename(path)) || posix.extname(path) === '';
}
