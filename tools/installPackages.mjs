// Installs a package of its own in a folder, unless its packages are there: `node tools/installPackages.mjs test/clerk`. Such
// packages are too large for every install.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', process.argv[2] ?? '');

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(join(folder, path), 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Returns the packages of a lock file by their folder.
 *
 * @param {string} path
 * @returns {Record<string, { integrity?: string; optional?: boolean }>}
 */
function packagesOf(path) {
  const { packages = {} } =
    /** @type {{ packages?: Record<string, { integrity?: string; optional?: boolean }> }} */ (
      JSON.parse(read(path) ?? '{}')
    );
  return Object.fromEntries(Object.entries(packages).filter(([name]) => name !== ''));
}

// npm stores the installed packages in its own lock file, without the optional ones for other platforms.
const wanted = packagesOf('package-lock.json');
const installed = packagesOf('node_modules/.package-lock.json');
const isInstalled =
  Object.keys(installed).every((name) => name in wanted) &&
  Object.entries(wanted).every(([name, { integrity, optional }]) =>
    name in installed ? installed[name]?.integrity === integrity : optional,
  );

if (!isInstalled) {
  // `npm run` passes this on from the package that it runs in. The folder's own .npmrc decides.
  const { npm_config_engine_strict: _, ...env } = process.env;
  const { status } = spawnSync('npm', ['ci'], {
    cwd: folder,
    stdio: 'inherit',
    env,
    // Windows finds npm.cmd only through a shell.
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
}
