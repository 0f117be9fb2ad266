// Builds what the tests need, runs every suite even when one fails, and adds up the runners' JSON reports.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { failedTests } from './failedTests.mjs';
import { npmRun } from './npmRun.mjs';

const root = join(import.meta.dirname, '..');
const reports = join(root, 'test-results');

/** The suites, the longest first, after the one that needs no build. Each runner takes the next one. */
const suites = ['stories', 'unit', 'browser', 'e2e', 'frameworks', 'clerk', 'clients', 'shadcn'];

/** Their configurations name the reporters. */
const playwrightSuites = new Set(['stories', 'e2e', 'frameworks', 'shadcn']);

/** The suites with packages of their own, in the order above. Installing them waits for the network most of the time. */
const ownPackages = ['frameworks', 'clerk', 'clients', 'shadcn'];

/** As many as the processors: each suite has workers of its own. */
const runners = availableParallelism();

/**
 * The counts of a report by Vitest or Playwright. A runner that fails without a failed test, leaves no report or
 * runs no test counts as one failure. A test that passes only when it is repeated counts as failed.
 *
 * @param {string} suite
 * @param {number} exitCode
 */
function count(suite, exitCode) {
  const { stats = {}, numPassedTests = 0, numFailedTests = 0 } = readReport(suite);
  const { expected = 0, unexpected = 0, flaky = 0 } = stats;
  const passed = numPassedTests + expected;
  const failed = numFailedTests + unexpected + flaky;
  return { suite, passed, failed: failed > 0 ? failed : Number(exitCode !== 0 || passed === 0) };
}

/**
 * @typedef {import('./failedTests.mjs').Report} Report
 *
 * @param {string} suite
 * @returns {Report} empty when there is no report
 */
function readReport(suite) {
  try {
    return /** @type {Report} */ (JSON.parse(readFileSync(join(reports, `${suite}.json`), 'utf8')));
  } catch {
    return {};
  }
}

/**
 * Installs the packages of one suite after the other, and returns a promise for each.
 *
 * @returns {ReadonlyMap<string, Promise<unknown>>}
 */
function installAll() {
  let last = /** @type {Promise<unknown>} */ (Promise.resolve());
  return new Map(
    ownPackages.map((suite) => {
      last = last.then(() => install(suite));
      return [suite, last];
    }),
  );
}

/**
 * Resolves to the exit code. The suite itself installs what is missing, and fails if it can't.
 *
 * @param {string} suite
 */
function install(suite) {
  return new Promise((resolve) => {
    spawn(process.execPath, [join(root, 'tools/installPackages.mjs'), `test/${suite}`], {
      stdio: 'ignore',
    }).once('close', resolve);
  });
}

/** @param {string} suite */
async function runSuite(suite) {
  if (suite !== 'stories') await built;
  await installs.get(suite);
  const reporters = [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, `${suite}.json`)}`,
  ];
  return count(suite, await npmRun(`test:${suite}`, playwrightSuites.has(suite) ? [] : reporters));
}

/** Builds the package and the playground, which all suites but the stories use. Resolves to whether that succeeded. */
async function build() {
  return (await npmRun('build')) === 0 && (await npmRun('build:playground')) === 0;
}

/** Runs the suites that no other runner has taken yet. */
async function runNext() {
  const counts = [];
  for (let suite = suites.shift(); suite !== undefined; suite = suites.shift()) {
    counts.push(await runSuite(suite));
  }
  return counts;
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const installs = installAll();
const built = build();
const counts = (await Promise.all(Array.from({ length: runners }, runNext))).flat();
if (!(await built)) counts.push({ suite: 'build', passed: 0, failed: 1 });
for (const each of counts) {
  console.log(`${each.suite.padEnd(17)}${each.passed} passed, ${each.failed} failed`);
}
for (const { suite } of counts) {
  for (const text of failedTests(readReport(suite))) console.log(`\n${suite}: ${text}`);
}
const passed = counts.reduce((sum, each) => sum + each.passed, 0);
const failed = counts.reduce((sum, each) => sum + each.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
