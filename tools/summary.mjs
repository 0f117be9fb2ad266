// Counts what the test runners reported.

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ name: string, exitCode: number, report: unknown }} Run one runner's exit code and parsed JSON report
 */

/**
 * The counts of one run. What no test reports still counts as one failure: a runner that failed although its
 * tests passed (an error outside of them), one that left no report, and one that ran no test at all.
 *
 * @param {Run} run
 * @returns {Counts & { remark?: string }}
 */
export function countRun({ exitCode, report }) {
  const counts = readReport(report);
  if (counts === undefined) return { passed: 0, failed: 1, skipped: 0, remark: 'it left no report' };
  if (counts.failed > 0) return counts;
  if (counts.passed === 0) return { ...counts, failed: 1, remark: 'it ran no test' };
  if (exitCode !== 0) return { ...counts, failed: 1, remark: `it ended with exit code ${exitCode}` };
  return counts;
}

/**
 * The table, and the sum on a line of its own at the end.
 *
 * @param {readonly Run[]} runs
 * @returns {{ text: string, failed: number }}
 */
export function summarise(runs) {
  let passed = 0;
  let failed = 0;
  const lines = runs.map((run) => {
    const counts = countRun(run);
    passed += counts.passed;
    failed += counts.failed;
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
    const remark = counts.remark === undefined ? '' : ` (${counts.remark})`;
    return `${run.name.padEnd(17)}${counts.passed} passed, ${counts.failed} failed${skipped}${remark}`;
  });
  return { text: [...lines, '', `${passed} passed, ${failed} failed`].join('\n'), failed };
}

/**
 * @param {unknown} report
 * @returns {Counts | undefined}
 */
function readReport(report) {
  if (!isRecord(report)) return undefined;
  return isRecord(report['stats']) ? readPlaywright(report['stats']) : readVitest(report);
}

/**
 * @param {Readonly<Record<string, unknown>>} report
 * @returns {Counts | undefined}
 */
function readVitest(report) {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = report;
  if (typeof numPassedTests !== 'number' || typeof numFailedTests !== 'number') return undefined;
  // A file that could not be loaded holds no test that could fail.
  const broken = Array.isArray(testResults)
    ? testResults.filter(
        (file) =>
          isRecord(file) &&
          file['status'] === 'failed' &&
          Array.isArray(file['assertionResults']) &&
          !file['assertionResults'].some((result) => isRecord(result) && result['status'] === 'failed'),
      ).length
    : 0;
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken,
    skipped: typeof numPendingTests === 'number' ? numPendingTests : 0,
  };
}

/**
 * A flaky test, which passed only when it was tried again, counts as failed.
 *
 * @param {Readonly<Record<string, unknown>>} stats
 * @returns {Counts | undefined}
 */
function readPlaywright({ expected, unexpected, flaky, skipped }) {
  if (typeof expected !== 'number' || typeof unexpected !== 'number' || typeof flaky !== 'number') {
    return undefined;
  }
  return { passed: expected, failed: unexpected + flaky, skipped: typeof skipped === 'number' ? skipped : 0 };
}

/**
 * @param {unknown} value
 * @returns {value is Readonly<Record<string, unknown>>}
 */
function isRecord(value) {
  return typeof value === 'object' && value !== null;
}
