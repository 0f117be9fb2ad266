import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/**
 * Runs a script of package.json. Shows its output when it ends, so that suites do not mix.
 *
 * @param {string} script
 * @param {readonly string[]} [options]
 * @returns {Promise<number>} the exit code
 */
export async function npmRun(script, options = []) {
  const started = Date.now();
  const child = spawn('npm', ['run', '--silent', script, '--', ...options], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' },
    // Windows finds npm.cmd only through a shell.
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
  }
  /** @type {number} */
  const exitCode = await new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`\n== ${script} (${seconds} s)\n${output}`);
  return exitCode;
}
