// @vitest-environment node
import { expect, test } from 'vitest';
import { failedTests } from '../../tools/failedTests.mjs';

test('names each failed test of a Playwright report with its file, title and message', () => {
  const passed = { title: 'passes', file: 'a.test.ts', tests: [{ status: 'expected', results: [] }] };
  const errors = [
    { message: 'No button.', stack: '\u001B[31mError: No button.\u001B[39m\n    at a.test.ts:3' },
  ];
  const failed = {
    title: 'fails',
    file: 'a.test.ts',
    tests: [{ status: 'unexpected', results: [{ errors }] }],
  };
  const repeated = {
    title: 'passes again',
    file: 'b.test.ts',
    tests: [{ status: 'flaky', results: [{ errors: [] }] }],
  };
  const suites = [
    { title: 'a.test.ts', specs: [passed], suites: [{ title: 'a form', specs: [failed] }] },
    { title: 'b.test.ts', specs: [repeated] },
  ];
  expect(failedTests({ suites })).toEqual([
    'a.test.ts › fails\n  Error: No button.\n      at a.test.ts:3',
    'b.test.ts › passes again',
  ]);
});

test('reports what fails outside of the tests', () => {
  expect(failedTests({ errors: [{ message: 'The server did not start.' }] })).toEqual([
    'outside of the tests\n  The server did not start.',
  ]);
  const name = `${process.cwd()}/test/c.test.ts`;
  expect(failedTests({ testResults: [{ name, message: 'No such module.', assertionResults: [] }] })).toEqual([
    'test/c.test.ts\n  No such module.',
  ]);
});

test('names each failed test of a Vitest report, and cuts a long message', () => {
  const name = `${process.cwd()}/test/c.test.ts`;
  const message = Array.from({ length: 100 }, (_, index) => `line ${index}`).join('\n');
  const assertionResults = [
    { fullName: 'a form sends', status: 'passed', failureMessages: [] },
    { fullName: 'a form saves', status: 'failed', failureMessages: [message] },
  ];
  const [text = '', ...others] = failedTests({ testResults: [{ name, message: '', assertionResults }] });
  expect(others).toEqual([]);
  expect(text).toMatch(/^test\/c\.test\.ts › a form saves\n {2}line 0\n/);
  expect(text).toContain('line 29');
  expect(text).not.toContain('line 30');
});

test('returns nothing when everything passed, or when there is no report', () => {
  const assertionResults = [{ fullName: 'a form sends', status: 'passed', failureMessages: [] }];
  expect(failedTests({ testResults: [{ name: 'a.test.ts', assertionResults }] })).toEqual([]);
  expect(failedTests({})).toEqual([]);
});
