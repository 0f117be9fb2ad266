// Reads the tests that failed, and why, from the JSON reports of Vitest and Playwright.
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** The lines of a message that are kept: a call stack or a page's accessibility tree may follow. */
const MAX_LINES = 30;

/**
 * @typedef {{ message?: string, stack?: string }} ReportedError
 * @typedef {{ status?: string, results?: { errors?: ReportedError[] }[] }} PlaywrightTest
 * @typedef {{ title: string, file: string, tests?: PlaywrightTest[] }} PlaywrightSpec
 * @typedef {{ title: string, specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 * @typedef {Partial<Record<'expected' | 'unexpected' | 'flaky', number>>} PlaywrightStats
 * @typedef {{ stats?: PlaywrightStats, suites?: PlaywrightSuite[], errors?: ReportedError[] }} PlaywrightReport
 *
 * @typedef {{ fullName: string, status: string, failureMessages?: string[] }} VitestTest
 * @typedef {{ name: string, message?: string, assertionResults?: VitestTest[] }} VitestFile
 * @typedef {{ numPassedTests?: number, numFailedTests?: number, testResults?: VitestFile[] }} VitestReport
 *
 * @typedef {PlaywrightReport & VitestReport} Report
 */

/**
 * Returns a text for each failed test, and for each error outside of the tests: where it is, its title, and the start
 * of what the runner says.
 *
 * @param {Report} report
 * @returns {string[]}
 */
export function failedTests({ suites = [], errors = [], testResults = [] }) {
  const outside = errors.map((error) => describe(['outside of the tests'], [messageOf(error)]));
  return [...outside, ...suites.flatMap(inSuite), ...testResults.flatMap(inFile)];
}

/**
 * @param {PlaywrightSuite} suite
 * @returns {string[]}
 */
function inSuite({ specs = [], suites = [] }) {
  /** @type {string[]} */
  const failed = specs.flatMap(({ title, file, tests = [] }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results = [] }) =>
        describe(
          [file, title],
          results.flatMap((result) => (result.errors ?? []).map(messageOf)),
        ),
      ),
  );
  return [...failed, ...suites.flatMap(inSuite)];
}

/** @param {VitestFile} file */
function inFile({ name, message = '', assertionResults = [] }) {
  const path = relative(process.cwd(), name);
  const failed = assertionResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages = [] }) => describe([path, fullName], failureMessages));
  return message === '' || failed.length > 0 ? failed : [describe([path], [message])];
}

/** @param {ReportedError} error */
function messageOf({ stack, message = '' }) {
  return stack ?? message;
}

/**
 * @param {readonly string[]} where
 * @param {readonly string[]} messages
 */
function describe(where, messages) {
  const lines = messages.flatMap((message) =>
    stripVTControlCharacters(message).split('\n').slice(0, MAX_LINES),
  );
  return [where.join(' › '), ...lines.map((line) => `  ${line}`)].join('\n');
}
