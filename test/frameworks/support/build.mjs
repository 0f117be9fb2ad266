// Builds the applications with the built package: `node test/frameworks/support/build.mjs`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..');

/**
 * @param {string} name The folder of the application.
 * @param {string} file Its framework's command.
 */
function build(name, file) {
  const { status } = spawnSync(process.execPath, [join(folder, 'node_modules', file), 'build'], {
    cwd: join(folder, name),
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0) process.exit(status ?? 1);
}

await import('./copyKit.mjs');
build('next', 'next/dist/bin/next');
build('react-router', '@react-router/dev/bin.js');
