// Starts run.ts, which Node 20 cannot run itself.
import { join } from 'node:path';
import { runnerImport } from 'vite';

/** @type {{ module: { run: (only: readonly string[]) => Promise<void> } }} */
const { module } = await runnerImport(join(import.meta.dirname, 'run.ts'));
await module.run(process.argv.slice(2));
