import { parseSync } from 'vite';

/** What one module imports. */
export interface Imports {
  /** Every specifier in the order of the source: values, types, re-exports, `import()` of both sorts. */
  readonly specifiers: readonly string[];
  /** True when the module consists of `export { names } from` alone. */
  readonly onlyListsNames: boolean;
}

/**
 * Reads the imports of a TypeScript module from its syntax tree. What it does not cover: a specifier that is
 * computed (`import(path)`).
 *
 * @throws {SyntaxError} for text that is no module.
 */
export function readImports(path: string, source: string): Imports {
  const { program, errors } = parseSync(path, source);
  const [error] = errors;
  if (error !== undefined) throw new SyntaxError(`${path}: ${error.message}`);
  const specifiers: string[] = [];
  collect(program, specifiers);
  return {
    specifiers,
    onlyListsNames: program.body.every(
      (statement) => statement.type === 'ExportNamedDeclaration' && statement.source !== null,
    ),
  };
}

/** The syntax that names another module, all of it in a member called `source`. */
const importing = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

function collect(node: unknown, specifiers: string[]): void {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node && typeof node.type === 'string' && importing.has(node.type) && 'source' in node) {
    const specifier = literal(node.source);
    if (specifier !== undefined) specifiers.push(specifier);
  }
  for (const child of Object.values(node)) collect(child, specifiers);
}

function literal(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null || !('value' in node)) return undefined;
  return typeof node.value === 'string' ? node.value : undefined;
}
