/*
 * Prints the first load of small applications by bundler, in kB of brotli, and fails if one is larger than its limit or
 * has code that it doesn't need. `npm run size`; `npm run size banner` for one application.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { transform } from 'esbuild';
import { applications, marks } from './size/applications.mjs';
import { bundlers, firstLoad } from './size/bundlers.mjs';

const dist = join(import.meta.dirname, '../dist');
const stylesheets = [
  { name: 'styles.css', limit: 7, goal: 5 },
  { name: 'forms.css', limit: 5, goal: undefined },
];

const [only = ''] = process.argv.slice(2);
/** @type {string[]} */
const faults = [];

/** @param {readonly string[]} files */
function sizeOf(files) {
  return files.reduce((sum, text) => sum + brotliCompressSync(text).length, 0) / 1000;
}

/**
 * @param {string} name
 * @param {number} size
 * @param {number} limit
 */
function compare(name, size, limit) {
  if (size > limit) faults.push(`${name} has ${size.toFixed(2)} kB, more than its limit of ${limit} kB.`);
}

/** @param {readonly (string | number | undefined)[]} cells */
function printRow([name = '', ...cells]) {
  const columns = cells.map((cell) =>
    (typeof cell === 'number' ? cell.toFixed(2) : (cell ?? '')).padStart(9),
  );
  console.log(String(name).padEnd(40) + columns.join(''));
}

const whole = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.js'))
  .map((name) => readFileSync(join(dist, name), 'utf8'));
for (const mark of Object.values(marks).flat()) {
  if (!whole.some((text) => text.includes(mark)))
    faults.push(`No module has "${mark}": choose another mark.`);
}

printRow(['kB of brotli', ...bundlers, 'goal']);
for (const { name, source, without = [], goal, limits } of applications) {
  if (!name.includes(only)) continue;
  /** @type {Record<string, number>} */
  const sizes = {};
  for (const bundler of bundlers) {
    const limit = limits[bundler];
    if (limit === undefined) continue;
    const files = await firstLoad(bundler, source);
    sizes[bundler] = sizeOf(files);
    compare(`${name} with ${bundler}`, sizes[bundler], limit);
    const found = without.filter((mark) => files.some((text) => text.includes(mark)));
    if (found.length > 0)
      faults.push(`${name} with ${bundler} first loads code that has: ${found.join(', ')}.`);
  }
  printRow([name, ...bundlers.map((bundler) => sizes[bundler]), goal]);
}
for (const { name, limit, goal } of stylesheets) {
  if (!name.includes(only)) continue;
  const { code } = await transform(readFileSync(join(dist, name), 'utf8'), { loader: 'css', minify: true });
  const size = sizeOf([code]);
  compare(name, size, limit);
  printRow([name, size, ...bundlers.slice(1).map(() => undefined), goal]);
}

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exitCode = 1;
}
