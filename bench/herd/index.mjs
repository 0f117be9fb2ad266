// @ts-check
// Simulates the pages that are open when a maintenance ends. Writes the table and the picture of docs/recovery.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawRequests } from './drawRequests.mjs';
import { MAINTENANCE_MS, simulate } from './simulation.mjs';

const SEED = 1;
const PAGES = 1_000_000;
const docs = join(import.meta.dirname, '../../docs');

/** @typedef {import('./simulation.mjs').Scenario & { readonly inPicture?: boolean }} Row */

/** @type {readonly Row[]} */
const rows = [
  { name: 'polling every 5 s', browsers: 2_000, entry: 'burst', waitMs: () => 5_000, inPicture: true },
  { name: 'polling every 20 s', browsers: 4_000, entry: 'burst', waitMs: () => 20_000 },
  {
    name: 'back-off from 5 s to 120 s, no jitter',
    browsers: 4_000,
    entry: 'burst',
    waitMs: (attempt) => Math.min(120_000, 5_000 * 2 ** (attempt - 1)),
  },
  { name: '`Retry-After: 120` as it is, no jitter', browsers: 4_000, entry: 'burst', waitMs: () => 120_000 },
  { name: 'the kit, no header', browsers: 15_000, entry: 'burst', inPicture: true },
  { name: 'the kit, no header', browsers: 8_000, entry: 'one by one' },
  { name: 'the kit, `Retry-After: 0`', browsers: 8_000, entry: 'burst', retryAfterMs: 0 },
  {
    name: 'the kit, `Retry-After: 120`',
    browsers: 50_000,
    entry: 'burst',
    retryAfterMs: 120_000,
    inPicture: true,
  },
  { name: 'the kit, `Retry-After: 120`', browsers: 20_000, entry: 'one by one', retryAfterMs: 120_000 },
  {
    name: 'the kit, `Retry-After: 120`, one visible page in each browser',
    browsers: 20_000,
    tabsPerBrowser: 1,
    visible: 1,
    entry: 'burst',
    retryAfterMs: 120_000,
  },
  { name: 'the kit, no header, push', browsers: 15_000, entry: 'burst', isPushed: true },
  { name: 'the kit, no header, 20 caches', browsers: 8_000, entry: 'burst', caches: 20 },
  { name: 'the kit, no header, 20 caches, half as many pages', browsers: 4_000, entry: 'burst', caches: 20 },
];

/** @param {readonly number[]} sorted @param {number} share */
function percentile(sorted, share) {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return value === undefined ? '–' : `${(value / 1000).toFixed(0)} s`;
}

/** @param {number} count */
const rounded = (count) => Math.round(count).toLocaleString('en');

const table = [
  '| policy | entry | requests per second: peak | mean | at the origin | in total | end noticed: p50 | p95 | p99 |',
  '| --- | --- | --: | --: | --: | --: | --: | --: | --: |',
];
/** @type {{ name: string, perSecond: readonly number[] }[]} */
const lines = [];
for (const row of rows) {
  const outcome = await simulate(row, SEED);
  const scale = row.caches === undefined ? PAGES / outcome.pages : 1;
  const { noticedMs } = outcome;
  table.push(
    `| ${[
      row.name,
      row.entry,
      rounded(outcome.peak * scale),
      rounded(outcome.mean * scale),
      rounded(outcome.atOrigin * scale),
      rounded(outcome.total * scale),
      ...[0.5, 0.95, 0.99].map((share) => percentile(noticedMs, share)),
    ].join(' | ')} |`,
  );
  console.log(table.at(-1));
  if (row.inPicture) {
    lines.push({ name: row.name, perSecond: outcome.perSecond.map((count) => count * scale) });
  }
}

const path = join(docs, 'recovery.md');
const [before = '', after = ''] = readFileSync(path, 'utf8').split(/<!-- figures -->[^]*<!-- \/figures -->/);
writeFileSync(path, `${before}<!-- figures -->\n\n${table.join('\n')}\n\n<!-- /figures -->${after}`);
writeFileSync(join(docs, 'images/recovery.svg'), drawRequests(lines, MAINTENANCE_MS / 1000));
