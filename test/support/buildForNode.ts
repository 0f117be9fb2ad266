import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/** Bundles a source for a process of its own, beside the packages that it imports. Returns the file to run. */
export async function buildForNode(source: string): Promise<string> {
  const directory = join(root, 'node_modules/.cache/maintenance-kit');
  await mkdir(directory, { recursive: true });
  // Suites that run at the same time don't overwrite each other's file.
  const outfile = join(directory, `${basename(source, '.ts')}.${process.pid}.mjs`);
  await build({
    entryPoints: [join(root, source)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    alias: { 'maintenance-kit/gate': join(root, 'src/gate/index.ts') },
    logLevel: 'error',
  });
  return outfile;
}
