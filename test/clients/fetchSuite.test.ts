import { expect, test } from 'vitest';
import { openPage } from './support/openPage.ts';
import type { RunSuite } from './support/suitePage.ts';

async function run(isObserved: boolean) {
  const page = await openPage<{ readonly runSuite: RunSuite }>('suitePage');
  return page.runSuite(isObserved);
}

test('the test suite of whatwg-fetch has the same results with and without the kit', async () => {
  const bare = await run(false);
  const watched = await run(true);
  expect(watched.outcomes).toEqual(bare.outcomes);
  expect(bare.outcomes.length).toBeGreaterThan(250);
  expect(bare.outcomes.filter(([, outcome]) => outcome !== 'passed')).toEqual([]);
  expect([bare.observed, watched.observed > 100]).toEqual([0, true]);
});
