// Installs a package of its own in a folder, unless its packages are there: `node tools/installPackages.mjs test/clerk`. Such
// packages are too large for every install.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', process.argv[2] ?? '');
// Windows finds npm.cmd only through a shell.
const shell = process.platform === 'win32';

/**
 * @typedef {{ name?: string; version?: string; integrity?: string; optional?: boolean; resolved?: string }} Installed
 *
 * @typedef {{ packages?: Record<string, Installed> }} Lock
 */

/**
 * Returns an empty one if there is none.
 *
 * @param {string} path
 * @returns {Lock}
 */
function readLock(path) {
  try {
    return /** @type {Lock} */ (JSON.parse(readFileSync(join(folder, path), 'utf8')));
  } catch {
    return {};
  }
}

/**
 * Returns the packages of a lock file by their folder.
 *
 * @param {Lock} lock
 */
function packagesOf({ packages = {} }) {
  return Object.fromEntries(Object.entries(packages).filter(([name]) => name !== ''));
}

/**
 * Returns the address that a package has in most registries.
 *
 * @param {string} registry
 * @param {string} path the package's folder
 * @param {Installed} installed
 */
function addressOf(registry, path, { name, version = '' }) {
  const fullName = name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const baseName = fullName.slice(fullName.indexOf('/') + 1);
  return `${registry}/${fullName}/-/${baseName}-${version}.tgz`;
}

/** Returns the exit code. */
function npmCi() {
  // `npm run` passes this on from the package that it runs in. The folder's own .npmrc decides.
  const { npm_config_engine_strict: _, ...env } = process.env;
  return spawnSync('npm', ['ci'], { cwd: folder, stdio: 'inherit', env, shell }).status ?? 1;
}

/**
 * Installs from a copy of the lock file with an address for each package. Without addresses, npm downloads the list of
 * all versions of each, which takes as long as the packages. Returns the exit code.
 */
function installByAddress() {
  const options = /** @type {const} */ ({ cwd: folder, encoding: 'utf8', shell });
  const registry = execFileSync('npm', ['config', 'get', 'registry'], options).trim().replace(/\/$/, '');
  const lock = readLock('package-lock.json');
  for (const [path, installed] of Object.entries(packagesOf(lock))) {
    installed.resolved = addressOf(registry, path, installed);
  }
  // npm prefers a lock file of this name.
  const copy = join(folder, 'npm-shrinkwrap.json');
  try {
    writeFileSync(copy, JSON.stringify(lock));
    return npmCi();
  } finally {
    rmSync(copy, { force: true });
  }
}

// npm stores the installed packages in its own lock file, without the optional ones for other platforms.
const wanted = packagesOf(readLock('package-lock.json'));
const installed = packagesOf(readLock('node_modules/.package-lock.json'));
const isInstalled =
  Object.keys(installed).every((name) => name in wanted) &&
  Object.entries(wanted).every(([name, { integrity, optional }]) =>
    name in installed ? installed[name]?.integrity === integrity : optional,
  );

if (!isInstalled) process.exitCode = installByAddress() === 0 ? 0 : npmCi();
