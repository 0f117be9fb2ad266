import * as chai from 'chai';
import * as WHATWGFetch from 'whatwg-fetch';
import source from '../whatwg-fetch/test.js?raw';
import { createMaintenanceMonitor } from '../../../src/monitor/createMaintenanceMonitor.ts';
import type { RequestObserver } from '../../../src/monitor/observeExchange.ts';
import { loadEngine } from '../../../src/monitor/lazyEngine.ts';
import { watchFetch } from '../../../src/monitor/watchFetch.ts';
import { watchXhr } from '../../../src/monitor/watchXhr.ts';

interface Suite {
  readonly title: string;
  /** Run once, before the first test. */
  readonly setUpSuite: (() => unknown)[];
  /** Run before each test. */
  readonly setUpTest: (() => unknown)[];
}

interface Test {
  readonly suites: readonly Suite[];
  readonly title: string;
  readonly run: () => unknown;
}

/** Runs the suite. `outcomes` has what became of each test: "passed", or its error. */
export type RunSuite = (isObserved: boolean) => Promise<{
  readonly outcomes: readonly (readonly [title: string, outcome: string])[];
  /** How many requests the kit has observed. */
  readonly observed: number;
}>;

/** Declares the tests as Mocha's interface `tdd` does. */
function collectTests(): readonly Test[] {
  const tests: Test[] = [];
  let suites: readonly Suite[] = [];
  const skip = (): void => {};

  function suite(title: string, declare: () => void): void {
    const outer = suites;
    suites = [...outer, { title, setUpSuite: [], setUpTest: [] }];
    declare();
    suites = outer;
  }
  function test(title: string, run: () => unknown): void {
    tests.push({ suites, title, run });
  }

  Object.assign(globalThis, {
    chai,
    assert: chai.assert,
    WHATWGFetch: WHATWGFetch as unknown,
    suite: Object.assign(suite, { skip }),
    test: Object.assign(test, { skip }),
    setup: (run: () => unknown) => suites.at(-1)?.setUpTest.push(run),
    suiteSetup: (run: () => unknown) => suites.at(-1)?.setUpSuite.push(run),
  });
  const script = document.createElement('script');
  script.textContent = source;
  document.head.append(script);
  return tests;
}

async function outcomeOf({ suites, run }: Test): Promise<string> {
  try {
    for (const { setUpSuite, setUpTest } of suites) {
      for (const setUp of [...setUpSuite.splice(0), ...setUpTest]) await setUp();
    }
    await run();
    return 'passed';
  } catch (error) {
    return String(error);
  }
}

/** Observes the page during the maintenance of another API, in which every response is described and classified. */
async function observe(onRequest: () => void): Promise<void> {
  await loadEngine();
  const api = 'https://api.example';
  const monitor = createMaintenanceMonitor({ apis: [api], shared: false });
  await monitor.report({ status: 503, code: 'maintenance_mode' }, { api });
  const observer: RequestObserver = {
    platform: monitor.platform,
    observe(describe) {
      onRequest();
      return monitor.observe(describe);
    },
  };
  watchFetch(observer);
  watchXhr(observer);
}

const runSuite: RunSuite = async (isObserved) => {
  let observed = 0;
  if (isObserved) {
    await observe(() => {
      observed += 1;
    });
  }
  const outcomes: (readonly [string, string])[] = [];
  for (const test of collectTests()) {
    const title = [...test.suites.map((suite) => suite.title), test.title].join(' > ');
    outcomes.push([title, await outcomeOf(test)]);
  }
  return { outcomes, observed };
};

Object.assign(globalThis, {
  // Vitest wraps every dynamic import with a function that only its own page has.
  __vitest_browser_runner__: { wrapDynamicImport: (load: () => unknown) => load() },
  runSuite,
});
