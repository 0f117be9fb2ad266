import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { openPages } from './browser.ts';
import { tableOf, writeReport } from './report/writeReport.ts';
import { peers, sections, type Section } from './sections.ts';

/**
 * Builds the pages, runs every benchmark, and writes docs/performance.md and its pictures. With names of sections, runs
 * only these and prints them.
 */
export async function run(only: readonly string[]): Promise<void> {
  const started = Date.now();
  const unknown = only.find((name) => !Object.hasOwn(sections, name));
  if (unknown !== undefined) {
    throw new Error(`There is no section ${unknown}: name some of ${Object.keys(sections).join(', ')}.`);
  }
  // What imported this file set it for development.
  process.env['NODE_ENV'] = 'production';
  const configFile = join(import.meta.dirname, 'vite.config.ts');
  await build({ configFile, logLevel: 'error' });
  await build({ configFile, logLevel: 'error', build: { ssr: '../measure/node.ts' } });

  const pages = await openPages();
  const measured: (readonly [name: string, section: Section])[] = [];
  try {
    for (const [name, measure] of Object.entries(sections)) {
      if (only.length === 0 || only.includes(name)) measured.push([name, await measure(pages)]);
    }
  } finally {
    await pages.close();
  }
  const rows = measured.flatMap(([, section]) => section.rows);
  console.log(tableOf(rows));
  if (only.length === 0) {
    await writeReport({
      rows,
      setUp: [...versions(), `Node ${process.versions.node}`, pages.version, `${cpus().length} processors`],
      charts: Object.fromEntries(
        measured.flatMap(([name, { chart }]) => (chart === undefined ? [] : [[name, chart]])),
      ),
    });
  }
  console.log(`\nMeasured in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** Returns the versions of everything that is compared. */
function versions(): readonly string[] {
  const own = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const root = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const compared = Object.values(peers).flatMap((name) => (own.dependencies[name] ? [name] : []));
  return [
    ...compared.map((name) => `${name} ${own.dependencies[name]}`),
    ...['react', 'vite', 'ofetch', 'ky', 'axios'].map((name) => `${name} ${root.devDependencies[name]}`),
  ];
}
