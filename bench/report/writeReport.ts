import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import type { Row } from './figures.ts';

export interface Report {
  readonly rows: readonly Row[];
  /** The versions and the machine. */
  readonly setUp: readonly string[];
  /** The pictures, by the name of each. */
  readonly charts: Readonly<Record<string, string>>;
}

const docs = join(import.meta.dirname, '../../docs');
const page = join(docs, 'performance.md');
const [START, END] = ['<!-- npm run bench: start -->', '<!-- npm run bench: end -->'];

export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ what, result, goal = '', isMet }) => {
    const mark = isMet === undefined ? '' : isMet ? 'met' : 'missed';
    return `| ${what} | ${result} | ${goal} | ${mark} |`;
  });
  return ['| figure | measured | goal | |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

/** Writes the table and the pictures into docs/performance.md, between two comments. */
export async function writeReport({ rows, setUp, charts }: Report): Promise<void> {
  const pictures = Object.entries(charts).map(([name, svg]) => {
    writeFileSync(join(docs, `images/bench-${name}.svg`), svg);
    const [, title = name] = /aria-label="([^"]*)"/.exec(svg) ?? [];
    return `![${title}](images/bench-${name}.svg)`;
  });
  const text = readFileSync(page, 'utf8');
  const [before, rest] = text.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${page} has no place for the results.`);
  const results = [
    START,
    '',
    tableOf(rows),
    '',
    ...pictures.flatMap((picture) => [picture, '']),
    `Measured with ${setUp.join(', ')}.`,
    '',
    END,
  ];
  writeFileSync(
    page,
    await format(before + results.join('\n') + after, { parser: 'markdown', printWidth: 110 }),
  );
}
