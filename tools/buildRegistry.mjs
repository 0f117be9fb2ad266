// Builds the registry of shadcn/ui's CLI: one file per item, with its sources in it. `node tools/buildRegistry.mjs` writes
// dist/registry, which is published with the package.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const sources = join(root, 'registry');
const output = join(root, 'dist/registry');

/**
 * @typedef {{ path: string, type: string }} RegistryFile
 * @typedef {{ name: string, files: RegistryFile[] } & Record<string, unknown>} RegistryItem
 */
const registry = /** @type {{ items: RegistryItem[] }} */ (
  JSON.parse(readFileSync(join(sources, 'registry.json'), 'utf8'))
);

/**
 * @param {string} name
 * @param {unknown} value
 */
function write(name, value) {
  writeFileSync(join(output, `${name}.json`), `${JSON.stringify(value, null, 2)}\n`);
}

mkdirSync(output, { recursive: true });
write('registry', registry);
for (const item of registry.items) {
  const files = item.files.map(({ path, type }) => ({
    path,
    type,
    target: `components/${path}`,
    content: readFileSync(join(sources, path), 'utf8'),
  }));
  write(item.name, { $schema: 'https://ui.shadcn.com/schema/registry-item.json', ...item, files });
}
