// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { countRun, summarise } from '../../tools/summary.mjs';

const file = (...statuses: string[]) => ({
  status: statuses.every((status) => status === 'passed') ? 'passed' : 'failed',
  assertionResults: statuses.map((status) => ({ status })),
});

const vitest = (passed: number, failed = 0, rest: object = {}) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 0,
  testResults: [],
  ...rest,
});

const playwright = (expected: number, unexpected = 0, flaky = 0, skipped = 0) => ({
  stats: { expected, unexpected, flaky, skipped },
});

describe('one run', () => {
  it.each([
    ['Vitest', 0, vitest(12), { passed: 12, failed: 0, skipped: 0 }],
    ['Vitest, with failures', 1, vitest(12, 2), { passed: 12, failed: 2, skipped: 0 }],
    [
      'Vitest, with skipped tests',
      0,
      vitest(12, 0, { numPendingTests: 3 }),
      { passed: 12, failed: 0, skipped: 3 },
    ],
    ['Playwright', 0, playwright(7), { passed: 7, failed: 0, skipped: 0 }],
    ['Playwright, with failures', 1, playwright(7, 2, 0, 1), { passed: 7, failed: 2, skipped: 1 }],
    ['Playwright, with a flaky test', 0, playwright(7, 0, 1), { passed: 7, failed: 1, skipped: 0 }],
  ])('is counted from the report of %s', (_, exitCode, report, counts) => {
    expect(countRun({ name: 'unit', exitCode, report })).toEqual(counts);
  });

  it('counts a file that could not be loaded as a failure', () => {
    const testResults = [file('passed', 'passed'), { status: 'failed', assertionResults: [] }];
    expect(countRun({ name: 'unit', exitCode: 1, report: vitest(2, 0, { testResults }) })).toMatchObject({
      failed: 1,
    });
  });

  it('counts the failed tests of a file once', () => {
    const testResults = [file('passed', 'failed')];
    expect(countRun({ name: 'unit', exitCode: 1, report: vitest(1, 1, { testResults }) })).toMatchObject({
      failed: 1,
    });
  });

  it.each([
    ['that left no report', 1, undefined, 'it left no report'],
    ['that left something else', 0, { version: 1 }, 'it left no report'],
    ['that ran no test', 0, vitest(0), 'it ran no test'],
    ['that skipped every test', 0, playwright(0, 0, 0, 4), 'it ran no test'],
    ['that failed outside of its tests', 1, vitest(12), 'it ended with exit code 1'],
  ])('%s is a failure', (_, exitCode, report, remark) => {
    expect(countRun({ name: 'unit', exitCode, report })).toMatchObject({ failed: 1, remark });
  });
});

describe('the sum', () => {
  it('stands alone on the last line', () => {
    const { text, failed } = summarise([
      { name: 'unit', exitCode: 0, report: vitest(12) },
      { name: 'e2e', exitCode: 1, report: playwright(3, 1) },
    ]);
    expect(text).toBe('unit      12 passed, 0 failed\ne2e       3 passed, 1 failed\n\n15 passed, 1 failed');
    expect(failed).toBe(1);
  });
});
