import { join } from 'node:path';
import pkg from '../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..');

export interface PackageEntry {
  /** What an application writes: "maintenance-kit/gate". */
  readonly specifier: string;
  /** Its file under dist/, without the extension: "gate/index". */
  readonly output: string;
  /** The absolute path of its source. */
  readonly source: string;
}

/** The entries that `exports` in package.json promises, each with the source it is built from. */
export function packageEntries(): PackageEntry[] {
  return Object.entries<string | { readonly default: string }>(pkg.exports).flatMap(([path, target]) => {
    // The manifest is published as it is.
    if (typeof target === 'string') return [];
    const specifier = path.replace(/^\./, pkg.name);
    const file = target.default.replace(/^\.\/dist\//, '');
    return file.endsWith('.css')
      ? [{ specifier, output: file.slice(0, -'.css'.length), source: join(root, 'src/styles', file) }]
      : [
          {
            specifier,
            output: file.slice(0, -'.js'.length),
            source: join(root, 'src', file.replace(/\.js$/, '.ts')),
          },
        ];
  });
}

/** The commands that `bin` in package.json promises. */
export function packageCommands(): Pick<PackageEntry, 'output' | 'source'>[] {
  return Object.values(pkg.bin).map((file) => {
    const output = file.replace(/^\.\/dist\//, '').slice(0, -'.js'.length);
    return { output, source: join(root, 'src', `${output}.ts`) };
  });
}
