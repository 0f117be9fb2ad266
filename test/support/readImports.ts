import { parseSync } from 'vite';

/** The imports of one module. */
export interface Imports {
  /** Every specifier in the order of the source: values, types, re-exports, `import()` expressions and types. */
  readonly specifiers: readonly string[];
  /** True if the module consists only of `export { names } from`. */
  readonly onlyListsNames: boolean;
}

/**
 * Reads the imports of a TypeScript module from its syntax tree. It doesn't cover computed specifiers (`import(path)`).
 *
 * @throws {SyntaxError} for text that is not a module.
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

/** The syntax nodes that name another module in a member called `source`. */
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
