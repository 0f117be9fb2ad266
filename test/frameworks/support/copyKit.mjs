// Copies the built package into node_modules, as its tarball would lie there. A link would resolve another React.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const target = join(import.meta.dirname, '../node_modules/maintenance-kit');

rmSync(target, { recursive: true, force: true });
for (const part of ['dist', 'package.json']) {
  cpSync(join(root, part), join(target, part), { recursive: true });
}
