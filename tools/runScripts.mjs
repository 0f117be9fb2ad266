// Runs scripts of package.json side by side: `node tools/runScripts.mjs lint knip`.
import { availableParallelism } from 'node:os';
import { npmRun } from './npmRun.mjs';

const scripts = process.argv.slice(2);

/** Runs the scripts that no other runner has taken yet. */
async function runNext() {
  for (let script = scripts.shift(); script !== undefined; script = scripts.shift()) {
    if ((await npmRun(script)) === 0) continue;
    console.error(`${script} failed.`);
    process.exitCode = 1;
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, runNext));
