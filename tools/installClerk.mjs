// Installs the SDK that test/clerk runs, unless it is there: it is too large to come with every install.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../test/clerk');

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(join(folder, path), 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * The versions that a lock file names, without npm's own remarks in it.
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

// npm leaves what it has installed in a lock file of its own.
if (versions(read('package-lock.json')) !== versions(read('node_modules/.package-lock.json'))) {
  const { status } = spawnSync('npm', ['ci'], {
    cwd: folder,
    stdio: 'inherit',
    // Windows finds npm.cmd only through a shell.
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
}
