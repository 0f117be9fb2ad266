// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');

/** npm publishes these files even if `files` doesn't name them. */
const alwaysPublished = ['README.md', 'LICENSE', 'package.json'];

const pages = [...alwaysPublished, ...pkg.files].flatMap((path) =>
  path === 'docs'
    ? readdirSync(join(root, path), { recursive: true, encoding: 'utf8' }).map((page) => join(path, page))
    : [path],
);
const texts = pages.filter((path) => path.endsWith('.md'));

/** Returns the relative links and pictures of a page, as paths from the root. */
function linksOf(page: string): string[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)]
    .map(([, link, source]) => (link ?? source ?? '').replace(/#.*$/, ''))
    .filter((link) => link !== '' && !/^[a-z]+:/i.test(link))
    .map((link) => relative(root, join(root, dirname(page), link)));
}

describe('the documentation', () => {
  it.each(texts)('%s links only to published files', (page) => {
    const published = new Set([...alwaysPublished, ...pkg.files]);
    const broken = linksOf(page).filter(
      (link) => !published.has(link.split(sep)[0] ?? '') || !existsSync(join(root, link)),
    );
    expect(broken).toEqual([]);
  });
});
