import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'vite';

type SyntaxNode = Readonly<Record<string, unknown>> & { readonly type: string };

/** Returns the members of every type in a module that is a union of strings and of other such types. */
export function readUnions(path: string): ReadonlyMap<string, ReadonlySet<string>> {
  const aliases = new Map<string, SyntaxNode>();
  for (const node of nodesOf(parse(path))) {
    if (node.type !== 'TSTypeAliasDeclaration') continue;
    aliases.set(nameOf(node['id']), node);
  }
  const membersOf = (name: string): string[] =>
    nodesOf(aliases.get(name)?.['typeAnnotation']).flatMap((node) => {
      if (node.type === 'TSLiteralType') return stringsIn(node);
      return node.type === 'TSTypeReference' ? membersOf(nameOf(node['typeName'])) : [];
    });
  return new Map([...aliases.keys()].map((name) => [name, new Set(membersOf(name))]));
}

/**
 * Returns the slots that a module and everything that it imports may render: the strings in the first argument of
 * `slot(…)`, and those that are passed on as `slotName` or `as`. Type imports don't count.
 */
export function readSlots(path: string): ReadonlySet<string> {
  const slots = new Set<string>();
  const visited = new Set<string>();
  function visit(module: string): void {
    if (visited.has(module)) return;
    visited.add(module);
    for (const node of nodesOf(parse(module))) {
      const imported = importOf(node);
      if (imported?.startsWith('.')) visit(join(dirname(module), imported));
      for (const slot of slotsOf(node)) slots.add(slot);
    }
  }
  visit(path);
  return slots;
}

function parse(path: string): unknown {
  return parseSync(path, readFileSync(path, 'utf8')).program;
}

function nodesOf(value: unknown): SyntaxNode[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(nodesOf);
  return isNode(value) ? [value, ...below] : below;
}

function isNode(value: object): value is SyntaxNode {
  return 'type' in value && typeof value.type === 'string';
}

function importOf(node: SyntaxNode): string | undefined {
  const isImport =
    node.type === 'ImportExpression' ||
    (node.type === 'ImportDeclaration' && node['importKind'] !== 'type') ||
    (node.type === 'ExportNamedDeclaration' && node['exportKind'] !== 'type');
  return isImport ? stringsIn(node['source'])[0] : undefined;
}

function slotsOf(node: SyntaxNode): string[] {
  switch (node.type) {
    case 'CallExpression': {
      const [name] = nameOf(node['callee']) === 'slot' ? nodesOf(node['arguments']) : [];
      return stringsIn(
        name?.type === 'ConditionalExpression' ? [name['consequent'], name['alternate']] : name,
      );
    }
    case 'JSXAttribute':
      return passedOn.has(nameOf(node['name'])) ? stringsIn(node['value']) : [];
    case 'Property':
      return passedOn.has(nameOf(node['key'])) ? stringsIn(node['value']) : [];
    default:
      return [];
  }
}

const passedOn: ReadonlySet<string> = new Set(['slotName', 'as']);

function nameOf(value: unknown): string {
  const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : '';
  return typeof name === 'string' ? name : '';
}

function stringsIn(value: unknown): string[] {
  return nodesOf(value).flatMap((node) =>
    node.type === 'Literal' && typeof node['value'] === 'string' ? [node['value']] : [],
  );
}
