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
 * Returns the versions in a lock file, without the other data that npm stores in it.
 *
 * @param {string | undefined} lock
 */
function versions(lock) {
  return lock
    ?.split('\n')
    .filter((line) => /"(node_modules\/|integrity)/.test(line))
    .toSorted()
    .join('\n');
}

// npm stores the installed versions in its own lock file.
if (versions(read('package-lock.json')) !== versions(read('node_modules/.package-lock.json'))) {
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
