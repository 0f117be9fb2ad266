/*
 * Builds an application with each of the common bundlers, as their production builds do by default. React is left out,
 * because every application has it already.
 */
import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rspack } from '@rspack/core';
import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';
import webpack from 'webpack';

const root = join(import.meta.dirname, '../..');
const react = /^react(-dom)?($|\/)/;
const define = { 'process.env.NODE_ENV': '"production"' };

/**
 * Returns the files that the browser loads before it runs an application: the entry, and all that it imports
 * statically.
 *
 * @typedef {(entry: string, directory: string) => Promise<readonly string[]>} Build
 */

/** @type {Build} */
async function withVite(entry, directory) {
  const built = await vite({
    configFile: false,
    logLevel: 'error',
    root: directory,
    define,
    build: {
      write: false,
      modulePreload: false,
      target: 'es2022',
      rolldownOptions: { input: entry, external: [react] },
    },
  });
  if (!('output' in built)) throw new TypeError('Vite returned no output.');
  const chunks = new Map(
    built.output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])),
  );
  const entries = [...chunks.values()].flatMap(({ isEntry, fileName }) => (isEntry ? [fileName] : []));
  return reachable(entries, (name) => chunks.get(name)?.imports ?? []).flatMap(
    (name) => chunks.get(name)?.code ?? [],
  );
}

/** @type {Build} */
async function withEsbuild(entry, directory) {
  const { metafile, outputFiles } = await esbuild({
    entryPoints: [entry],
    absWorkingDir: directory,
    outdir: join(directory, 'out'),
    bundle: true,
    format: 'esm',
    splitting: true,
    minify: true,
    metafile: true,
    write: false,
    logLevel: 'error',
    target: 'es2022',
    external: ['react', 'react-dom'],
    define,
  });
  const { outputs } = metafile;
  const loaded = reachable(['out/application.js'], (name) =>
    (outputs[name]?.imports ?? []).flatMap(({ kind, path }) => (kind === 'import-statement' ? [path] : [])),
  );
  return loaded.flatMap((name) => outputFiles.find(({ path }) => path === join(directory, name))?.text ?? []);
}

/** @type {Build} */
async function withWebpack(entry, directory) {
  return await runCompiler(webpack, entry, directory);
}

/** @type {Build} */
async function withRspack(entry, directory) {
  // It takes the same options.
  return await runCompiler(/** @type {typeof webpack} */ (/** @type {unknown} */ (rspack)), entry, directory);
}

/**
 * @param {typeof webpack} compile
 * @param {string} entry
 * @param {string} directory
 */
async function runCompiler(compile, entry, directory) {
  const path = join(directory, 'out');
  /** @type {webpack.Stats} */
  const stats = await new Promise((resolve, reject) => {
    compile(
      {
        mode: 'production',
        context: directory,
        entry,
        target: ['web', 'es2022'],
        output: { path, module: true, chunkFormat: 'module' },
        experiments: { outputModule: true },
        externalsType: 'module',
        externals: react,
        performance: false,
      },
      (error, result) => (result ? resolve(result) : reject(error ?? new TypeError('There is no result.'))),
    );
  });
  const { errors, entrypoints } = stats.toJson({ all: false, errors: true, entrypoints: true });
  for (const { message } of errors ?? []) throw new Error(message);
  const assets = entrypoints?.['main']?.assets ?? [];
  return await Promise.all(assets.map(({ name }) => readFile(join(path, name), 'utf8')));
}

/**
 * @param {readonly string[]} entries
 * @param {(name: string) => readonly string[]} importsOf
 */
function reachable(entries, importsOf) {
  const found = new Set(entries);
  // The loop adds to the set.
  for (const name of found) for (const next of importsOf(name)) found.add(next);
  return [...found];
}

/** @type {Readonly<Record<string, Build>>} */
const builds = { vite: withVite, esbuild: withEsbuild, webpack: withWebpack, rspack: withRspack };

/** @typedef {'vite' | 'esbuild' | 'webpack' | 'rspack'} Bundler */
export const bundlers = /** @type {readonly Bundler[]} */ (Object.keys(builds));

/**
 * Builds an application outside of the repository, whose tsconfig.json leads bundlers to the sources, with the package
 * installed as a link. Returns the files of its first load.
 *
 * @param {Bundler} bundler
 * @param {string} source
 * @returns {Promise<readonly string[]>}
 */
export async function firstLoad(bundler, source) {
  const directory = await mkdtemp(join(await realpath(tmpdir()), 'size-'));
  try {
    await mkdir(join(directory, 'node_modules'));
    await symlink(root, join(directory, 'node_modules/maintenance-kit'), 'junction');
    const entry = join(directory, 'application.js');
    await writeFile(entry, source);
    return (await builds[bundler]?.(entry, directory)) ?? [];
  } finally {
    await rm(directory, { recursive: true });
  }
}
