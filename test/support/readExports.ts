import { parseSync } from 'vite';

/** The exported names of a module, each list in alphabetical order. */
export interface Exports {
  readonly values: readonly string[];
  readonly types: readonly string[];
}

/** Reads the exported names of a TypeScript module. It doesn't cover `export *` and `export default`. */
export function readExports(path: string, source: string): Exports {
  const { program } = parseSync(path, source);
  const values = new Set<string>();
  const types = new Set<string>();
  for (const statement of program.body) {
    if (statement.type !== 'ExportNamedDeclaration') continue;
    for (const { exported, exportKind } of statement.specifiers) {
      const name = exported.type === 'Literal' ? exported.value : exported.name;
      (statement.exportKind === 'type' || exportKind === 'type' ? types : values).add(name);
    }
    const { declaration } = statement;
    if (declaration === null) continue;
    if (declaration.type === 'VariableDeclaration') {
      for (const { id } of declaration.declarations) if (id.type === 'Identifier') values.add(id.name);
    } else if ('id' in declaration && declaration.id?.type === 'Identifier') {
      (statement.exportKind === 'type' ? types : values).add(declaration.id.name);
    }
  }
  return { values: [...values].toSorted(), types: [...types].toSorted() };
}
