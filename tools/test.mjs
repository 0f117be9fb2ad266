// Builds what the tests need, runs every suite even when an earlier one failed, and sums up.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { summarise } from './summary.mjs';

const root = join(import.meta.dirname, '..');
const reports = join(root, 'test-results');
const suites = ['unit', 'browser', 'clerk', 'stories', 'rendering-modes', 'e2e'];

/**
 * @param {string} script of package.json
 * @param {readonly string[]} [options]
 */
function npmRun(script, options = []) {
  console.log(`\n== ${script}`);
  const { status } = spawnSync(
    'npm',
    ['run', '--silent', script, ...(options.length > 0 ? ['--'] : []), ...options],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' },
      // Windows finds npm.cmd only through a shell.
      shell: process.platform === 'win32',
    },
  );
  return status ?? 1;
}

/**
 * @param {string} suite
 * @returns {unknown}
 */
function readReport(suite) {
  try {
    /** @type {unknown} */
    const report = JSON.parse(readFileSync(join(reports, `${suite}.json`), 'utf8'));
    return report;
  } catch {
    return undefined;
  }
}

/** @param {string} suite */
function runSuite(suite) {
  // Playwright's reporters are named in its configuration.
  const options =
    suite === 'e2e' || suite === 'rendering-modes'
      ? []
      : ['--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, `${suite}.json`)}`];
  const exitCode = npmRun(`test:${suite}`, options);
  return { name: suite, exitCode, report: readReport(suite) };
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const built = npmRun('build') === 0 && npmRun('build:playground') === 0;
const runs = suites.map(runSuite);
const { text, failed } = summarise(runs);
if (!built)
  console.error(
    '\nThe build failed: the browser tests ran against what an earlier one had left, or nothing.',
  );
console.log(`\n${text}`);
process.exitCode = failed > 0 || !built ? 1 : 0;
