// Runs scripts of package.json side by side, and shows the output of each when it ends: `node tools/runScripts.mjs lint knip`.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const scripts = process.argv.slice(2);

/**
 * @param {string} script
 * @returns {Promise<void>}
 */
async function run(script) {
  const child = spawn('npm', ['run', '--silent', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
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
  console.log(`== ${script}: ${exitCode === 0 ? 'passed' : 'failed'}\n${output}`);
  if (exitCode !== 0) process.exitCode = 1;
}

async function runNext() {
  for (let script = scripts.shift(); script !== undefined; script = scripts.shift()) await run(script);
}

await Promise.all(Array.from({ length: availableParallelism() }, runNext));
